// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/snapshot.h"

#include <ATen/core/Tensor.h>

#include <filesystem>

namespace realuid::engine
{

/// Bytes [n, 3, side, side] of images whose values mean [-1, 1]: clipped, x 127.5 + 128, truncated, as the authors
/// write images for FID (math.md section 8).
at::Tensor toBytes(const at::Tensor& images);

/// Images [n, 3, side, side] in [-1, 1] as a grid of so many columns, 0: about as wide as it is high; cells without an image
/// are black.
ImageSheet sheetOf(const at::Tensor& images, std::int64_t step, std::string label, int columns = 0);

/// Atomic, as core/io/atomic_file.h.
void writePng(const std::filesystem::path& path, const ImageSheet& sheet, bool overwrite);

} // namespace realuid::engine
