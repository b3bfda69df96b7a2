// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace realuid::engine
{

/// A picture: 8-bit RGB, row by row, without gaps.
struct Pixels {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgb;
};

/// No picture may have more pixels: a file of some bytes must not fill the memory.
constexpr std::int64_t kMostPixels = std::int64_t{64} << 20;

/// A PNG or JPEG file's content, told apart by its first bytes; `where` names it in errors. Transparent PNG lies on white.
/// Error (File): neither of them, damaged, cut short, too large, or JPEG in a build without libjpeg.
Pixels decodeImage(std::string_view file, const std::string& where);

/// decodeImage() for JPEG alone: grey and colour; CMYK is refused.
Pixels decodeJpeg(std::string_view file, const std::string& where);

/// The largest square from the picture's middle, brought to `side` x `side` by Lanczos' filter of three lobes, which is as
/// wide as the output's pixels where the picture shrinks (anti-aliasing). Returns planes red, green, blue.
std::vector<std::uint8_t> squarePlanes(const Pixels& picture, int side);

} // namespace realuid::engine
