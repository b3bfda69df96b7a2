// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/learner.h"

#include <string>

namespace realuid::engine
{

/// How samples come from a field: "one-step" x1 = z + v(0, z), a generator's way; "euler" and "heun" integrate
/// dx/dt = v(t, x) from t = 0 (noise) to t = 1 (data) in equal intervals.
struct Solver {
    std::string kind = "one-step";
    std::int64_t steps = 1; ///< intervals; ignored by one-step

    std::int64_t evaluations() const; ///< of the field, a sample
};

/// Samples [n, ...] from noise z [n, ...] and labels y [n] (or undefined). Records nothing for a backward pass.
Tensor solve(const Solver& solver, const Field& field, const Tensor& z, const Tensor& y);

} // namespace realuid::engine
