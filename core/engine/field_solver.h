// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/learner.h"

#include <string>
#include <vector>

namespace realuid::engine
{

/// How samples come from a field: "one-step" x1 = z + v(0, z), a generator's way; the others integrate dx/dt = v(t, x)
/// from t = 0 (noise) to t = 1 (data): "euler", "heun" and "rk4" in equal intervals, "rk45" (Dormand and Prince) in intervals
/// that keep the local error of the batch below `tolerance`.
struct Solver {
    std::string kind = "one-step";
    std::int64_t steps = 1; ///< intervals of euler, heun and rk4
    double tolerance = 1e-5; ///< rk45: absolute and relative
};

/// The names above, "one-step" first.
const std::vector<std::string>& solverNames();

struct Solved {
    Tensor x;                     ///< [n, ...]
    std::int64_t evaluations = 0; ///< of the field, a sample
};

/// Samples from noise z [n, ...] and labels y [n] (or undefined). Records nothing for a backward pass.
Solved solve(const Solver& solver, const Field& field, const Tensor& z, const Tensor& y);

} // namespace realuid::engine
