// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace realuid::engine
{

/// Sliced 2-Wasserstein distance of two point sets [n, d] of equal size: the root of the mean, over `directions` spread
/// evenly over the half circle (in one dimension the line itself), of the squared distance of their sorted projections.
/// d is 1 or 2.
double slicedDistance(const at::Tensor& a, const at::Tensor& b, std::int64_t directions = 64);

} // namespace realuid::engine
