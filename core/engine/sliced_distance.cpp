// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/sliced_distance.h"

#include <ATen/ATen.h>

#include <numbers>

namespace realuid::engine
{

double slicedDistance(const at::Tensor& a, const at::Tensor& b, std::int64_t directions)
{
    TORCH_CHECK(a.sizes().equals(b.sizes()) && a.size(1) <= 2, "sliced distance of sets of unequal size");
    at::Tensor lines = at::ones({1, 1}, at::kDouble);
    if (a.size(1) == 2) {
        const at::Tensor angles = at::arange(directions, at::kDouble) * (std::numbers::pi / static_cast<double>(directions));
        lines = at::stack({angles.cos(), angles.sin()});
    }
    const auto projected = [&](const at::Tensor& points) { return std::get<0>(at::sort(at::matmul(points.to(at::kDouble), lines), 0)); };
    return (projected(a) - projected(b)).square().mean().sqrt().item<double>();
}

} // namespace realuid::engine
