// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/philox.h"

#include <ATen/core/Tensor.h>

/// Tensors filled from the product's counter-based generator (core/api/philox.h). Row n of a tensor holds the first
/// numbers of the stream (seed, purpose, step, firstSample + n), so what a sample sees depends neither on the batch it
/// came in nor on the device (up to the rounding of log, sin and cos).
namespace realuid::engine
{

/// Where the rows of a tensor begin.
struct RandomRows {
    std::uint64_t seed = 0;
    Purpose purpose = Purpose::Noise;
    std::uint32_t step = 0;
    std::uint64_t firstSample = 0;
};

/// Standard normals into a contiguous float or double tensor [n, ...] on any device.
void fillNormal(const RandomRows& rows, const at::Tensor& out);

/// One uniform number in (0, 1) a row into a contiguous float or double tensor [n].
void fillUniform(const RandomRows& rows, const at::Tensor& out);

/// Dropout's factors into a contiguous float tensor [n, width]: 0 with `probability`, else 1 / (1 - probability). Row by row from
/// block `firstBlock` (of four numbers) of its stream on.
void fillKept(const RandomRows& rows, std::uint32_t firstBlock, double probability, const at::Tensor& out);

} // namespace realuid::engine
