// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace realuid
{

/// Arrays in NumPy's file format (.npy), little-endian and row-major; `shape`'s product is the number of values.
/// Written as writeAtomically() does.
void writeNpy(const std::filesystem::path& path, std::span<const double> values, std::span<const std::size_t> shape,
              bool overwrite);
void writeNpy(const std::filesystem::path& path, std::span<const float> values, std::span<const std::size_t> shape,
              bool overwrite);

struct NpyArray {
    std::vector<std::size_t> shape;
    std::vector<double> values; ///< row-major, whatever the order in the file
};

/// Reads float32, float64, uint8 and 32- or 64-bit integers of format 1.0 to 3.0. Error (File) names what is wrong: no such
/// file, no NumPy array, another type of numbers, a size that is not what the header says. Objects are never read.
NpyArray readNpy(const std::filesystem::path& path);

/// Writes rows of named numbers as a one-dimensional array of records, one float64 field a column, row-major
/// [rows][names.size()]: np.load(path)["x"]. Names are letters, digits and underscores.
void writeNpyRecords(const std::filesystem::path& path, std::span<const std::string> names, std::span<const double> values,
                     bool overwrite);

} // namespace realuid
