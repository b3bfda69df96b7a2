// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytic/quantity.h"

#include <cmath>
#include <functional>

/// The value that the generator of a 1-D scene faces while the fake model stands still, from evaluate() alone, by the
/// trapezoidal rule in x and Simpson's in t: it shares neither points nor derivatives with the product's gradients.
namespace frozen
{

constexpr double kFrom = 0.3, kTo = 0.8;
constexpr int kTimes = 81, kPoints = 1201; // Simpson's rule wants an odd number
constexpr double kWidth = 9;

inline std::vector<double> points()
{
    std::vector<double> out(kPoints);
    for (int i = 0; i < kPoints; ++i)
        out[static_cast<std::size_t>(i)] = kWidth * (2.0 * i / (kPoints - 1) - 1);
    return out;
}

/// The integral over x and t of f(t)[i] at points()[i].
inline double integral(const std::function<std::vector<double>(double t)>& f)
{
    double total = 0;
    for (int k = 0; k < kTimes; ++k) {
        const double weight = k == 0 || k == kTimes - 1 ? 1 : k % 2 == 1 ? 4 : 2;
        double sum = 0;
        for (const double value : f(kFrom + (kTo - kFrom) * k / (kTimes - 1)))
            sum += value;
        total += weight * sum * (2 * kWidth / (kPoints - 1)) * (kTo - kFrom) / (kTimes - 1) / 3;
    }
    return total;
}

inline std::vector<double> of(const realuid::Scene& scene, realuid::Quantity quantity, realuid::Side side, double t)
{
    return realuid::evaluate(scene, quantity, side, t, points());
}

/// The field that the scene's models learn.
inline realuid::Quantity field(const realuid::Scene& scene)
{
    const std::string_view target = realuid::modelTarget(scene);
    return target == "score" ? realuid::Quantity::Score : target == "drift" ? realuid::Quantity::Drift : realuid::Quantity::Velocity;
}

/// int P (-q |d|^2 + 2 alpha <d, f*>) - 2 beta <d, P f^theta> with P, f^theta of `scene` and d = f* - f_opt of `still`.
inline double value(const realuid::Scene& scene, const realuid::Scene& still, double alpha, double beta, double q)
{
    using realuid::Quantity, realuid::Side;
    return integral([&](double t) {
        const auto p = of(scene, Quantity::Density, Side::Generated, t), generated = of(scene, field(scene), Side::Generated, t),
                   teacher = of(scene, field(scene), Side::Teacher, t), fake = of(still, Quantity::OptimalFake, Side::Real, t);
        std::vector<double> out(p.size());
        for (std::size_t i = 0; i < p.size(); ++i) {
            const double d = teacher[i] - fake[i];
            if (p[i] > 0)
                out[i] = p[i] * (-q * d * d + 2 * d * (alpha * teacher[i] - beta * generated[i]));
        }
        return out;
    });
}

} // namespace frozen
