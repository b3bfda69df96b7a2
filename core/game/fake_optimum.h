// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/game/plane_game.h"

#include <functional>

namespace realuid::game
{

/// What the fake model would be with the generator held still and all the time in the world: the inner maximum's
/// maximiser (math.md sections 4 and 7) for the empirical distribution of many of the generator's samples,
///   optimum = teacher - N / (gamma P + (1 - gamma) Q),   N = (alpha P + (1 - alpha) Q) f_T - beta P f^theta - (1 - beta) Q f_R
/// where P is the equal mixture of N(t x1_j, (1 - t)^2 I), f^theta = (E_P[x1 | x_t] - x_t) / (1 - t), Q and f_R are the real
/// distribution's (f_R the teacher's where the fake model learns that on real points), f_T the teacher's.
/// With the difference scaled by beta ("parametrisation": "beta") N is divided by beta. Normalized has no maximiser.
class FakeOptimum
{
public:
    /// For the generator of `game` as it is now, through `samples` of its points.
    template <class Real>
    FakeOptimum(const PlaneGame<Real>& game, std::int64_t samples = 10000);

    /// The optimum at points and t in [0, 1).
    std::vector<Point> at(const std::vector<Point>& x, double t) const;

    /// The relative root-mean-square error of the game's fake model: sqrt(E |fake - optimum|^2 / E |optimum|^2) over
    /// `probes` points of the generator's own path with t uniform in [0.05, 0.9] (density-weighted), from noise of their
    /// own. 10,000 samples and 2,000 probes take some tens of milliseconds. Without a maximiser: NaN.
    template <class Real>
    double error(const PlaneGame<Real>& game, std::int64_t probes = 2000) const;

    /// What the two players play for: the game's value with the fake model at this optimum,
    ///   E_generated gamma |D|^2 + E_real (1 - gamma) |D|^2,   D = scale (teacher - optimum),   t uniform in [0.05, 0.9],
    /// the RealUID distance (math.md section 4), 0 where the generator makes the teacher's distribution and all agree. By
    /// `probes` points of both paths. Normalized and dmd: NaN.
    template <class Real>
    double distance(const PlaneGame<Real>& game, std::int64_t probes = 2000) const;

private:
    Point at(const Point& x, double t, const Point& teacher) const;

    MixtureField m_real;
    std::function<std::vector<Point>(const std::vector<Point>&, const std::vector<double>&)> m_teacher;
    LossForm m_form;
    std::vector<double> m_samples; ///< by coordinate
    int m_threads;
};

} // namespace realuid::game
