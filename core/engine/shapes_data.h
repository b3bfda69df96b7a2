// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace realuid::engine
{

/// The built-in data set: ten shapes (disc, square, triangle, star, ring, cross, heart, crescent, diamond, hexagon; the
/// label is the place in this list) in varied colours, sizes, places and turns on shaded grounds, with soft edges as wide
/// as a pixel. Picture `index` depends on (seed, index) alone; other sides than 32 show the same picture finer or coarser.
/// `record` takes 1 + 3 x side x side bytes, CIFAR-10's 3073 by default.
void drawShape(std::uint64_t seed, std::int64_t index, std::uint8_t* record, int side = 32);

/// Writes `n` pictures in CIFAR-10's binary format: to the file `out` where it ends in .bin, else to
/// `out`/data_batch_1.bin. Error (Usage) where `n` is not positive, or the file exists and
/// is not to be replaced.
void writeShapes(const std::filesystem::path& out, std::int64_t n, std::uint64_t seed, bool overwrite = false);

} // namespace realuid::engine
