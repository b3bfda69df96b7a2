// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/field_solver.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace realuid::engine
{
namespace
{

/// v(t, x) that counts its calls.
struct Slope {
    const Field& field;
    const Tensor& y;
    std::int64_t calls = 0;

    Tensor operator()(const Tensor& x, double t)
    {
        ++calls;
        return field(x, at::full({x.size(0)}, t, x.options()), y);
    }
};

Tensor step(const std::string& kind, Slope& slope, const Tensor& x, double t, double h)
{
    const Tensor k1 = slope(x, t);
    if (kind == "euler")
        return x + h * k1;
    if (kind == "heun") // the last interval ends at t = 1, where a matching field is defined
        return x + (0.5 * h) * (k1 + slope(x + h * k1, t + h));
    const Tensor k2 = slope(x + (0.5 * h) * k1, t + 0.5 * h);
    const Tensor k3 = slope(x + (0.5 * h) * k2, t + 0.5 * h);
    const Tensor k4 = slope(x + h * k3, t + h);
    return x + (h / 6) * (k1 + 2 * k2 + 2 * k3 + k4);
}

/// Dormand and Prince 5(4): nodes, rows of the tableau, and fifth- minus fourth-order weights.
constexpr std::array<double, 7> kNodes{0, 1.0 / 5, 3.0 / 10, 4.0 / 5, 8.0 / 9, 1, 1};
constexpr std::array<std::array<double, 6>, 7> kRows{{
    {},
    {1.0 / 5},
    {3.0 / 40, 9.0 / 40},
    {44.0 / 45, -56.0 / 15, 32.0 / 9},
    {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
    {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
    {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84},
}};
constexpr std::array<double, 7> kError{71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40};

/// The root mean square, over all numbers of the batch, of the local error in units of what is tolerated.
double scaledError(const std::array<Tensor, 7>& k, double h, const Tensor& x, const Tensor& next, double tolerance)
{
    Tensor error = kError[0] * k[0];
    for (std::size_t i = 2; i < k.size(); ++i)
        error += kError[i] * k[i];
    const Tensor allowed = tolerance * (1 + at::max(x.abs(), next.abs()));
    return std::sqrt((h * error / allowed).square().mean(at::kDouble).item<double>());
}

Tensor adaptive(Slope& slope, Tensor x, double tolerance)
{
    constexpr double kLeast = 1e-6; ///< of an interval; taken whatever its error
    double t = 0, h = 0.05;
    std::array<Tensor, 7> k;
    k[0] = slope(x, 0);
    while (t < 1) {
        h = std::min(h, 1 - t);
        Tensor next;
        for (std::size_t stage = 1; stage < k.size(); ++stage) {
            next = x.clone();
            for (std::size_t i = 0; i < stage; ++i)
                if (kRows[stage][i] != 0)
                    next.add_(k[i], h * kRows[stage][i]);
            k[stage] = slope(next, std::min(t + kNodes[stage] * h, 1.0));
        }
        const double error = scaledError(k, h, x, next, tolerance);
        if (error <= 1 || h <= kLeast) {
            t = 1 - t - h < 1e-12 ? 1 : t + h;
            x = next;
            k[0] = k[6]; // first same as last
        }
        const double factor = error > 0 ? 0.9 * std::pow(error, -0.2) : 5;
        h = std::max(kLeast, h * (std::isfinite(factor) ? std::clamp(factor, 0.2, 5.0) : 0.2));
    }
    return x;
}

} // namespace

const std::vector<std::string>& solverNames()
{
    static const std::vector<std::string> names{"one-step", "euler", "heun", "rk4", "rk45"};
    return names;
}

Solved solve(const Solver& solver, const Field& field, const Tensor& z, const Tensor& y)
{
    const NoGrad guard;
    Slope slope{field, y};
    Tensor x = z;
    if (solver.kind == "one-step")
        x = z + slope(z, 0);
    else if (solver.kind == "rk45")
        x = adaptive(slope, z, solver.tolerance);
    else
        for (std::int64_t k = 0; k < solver.steps; ++k)
            x = step(solver.kind, slope, x, static_cast<double>(k) / static_cast<double>(solver.steps),
                     1.0 / static_cast<double>(solver.steps));
    return {x, slope.calls};
}

} // namespace realuid::engine
