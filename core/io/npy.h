// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>

namespace realuid
{

/// Writes a row-major array in NumPy's format (.npy, version 1.0, little-endian float64) as writeAtomically() does.
/// The product of `shape` is values.size().
void writeNpy(const std::filesystem::path& path, std::span<const double> values, std::span<const std::size_t> shape,
              bool overwrite);

} // namespace realuid
