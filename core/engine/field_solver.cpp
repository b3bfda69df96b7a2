// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/field_solver.h"

#include <ATen/ATen.h>

namespace realuid::engine
{

std::int64_t Solver::evaluations() const
{
    // Heun's last interval ends at t = 1, where a matching field is defined, so it is a full one.
    return kind == "one-step" ? 1 : kind == "heun" ? 2 * steps : steps;
}

Tensor solve(const Solver& solver, const Field& field, const Tensor& z, const Tensor& y)
{
    const NoGrad guard;
    const auto at = [&](double time) { return at::full({z.size(0)}, time, z.options()); };
    if (solver.kind == "one-step")
        return z + field(z, at(0), y);
    Tensor x = z;
    const double h = 1.0 / static_cast<double>(solver.steps);
    for (std::int64_t k = 0; k < solver.steps; ++k) {
        const double t = static_cast<double>(k) * h;
        const Tensor slope = field(x, at(t), y);
        const Tensor ahead = x + h * slope;
        x = solver.kind == "heun" ? x + (0.5 * h) * (slope + field(ahead, at(t + h), y)) : ahead;
    }
    return x;
}

} // namespace realuid::engine
