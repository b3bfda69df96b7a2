// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <filesystem>

namespace realuid::engine
{

/// Writes photographs, bytes [n, 3, height, width], as an endlessly repeated animation of eight a second, each pixel four by four. One palette of
/// 6 x 7 x 6 colours serves all, dithered by Floyd and Steinberg. Atomic, as core/io/atomic_file.h. (The studio's figures,
/// whose flat colours a palette of their own keeps, are written by app/export.)
void writeGif(const std::filesystem::path& path, const at::Tensor& bytes, bool overwrite);

} // namespace realuid::engine
