// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/torch_compat.h"

namespace realuid::engine
{

struct GroupNormSettings {
    std::int64_t groups = 32;
    double epsilon = 1e-5;
};

/// SiLU(GroupNorm(x)) in one pass over x [N, C, ...] and one back, on the CPU: float32 inside, x and the result float32 or bfloat16,
/// `weight` and `bias` [C] float32. Autograd keeps x and two numbers a group.
Tensor normSilu(const Tensor& x, const Tensor& weight, const Tensor& bias, GroupNormSettings settings);

} // namespace realuid::engine
