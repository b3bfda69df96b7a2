// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/game/fake_optimum.h"

#include "core/game/measures.h"

#include <cmath>
#include <limits>

namespace realuid::game
{
namespace
{
constexpr double kFrom = 0.05, kTo = 0.9;

double square(const Point& a) { return a[0] * a[0] + a[1] * a[1]; }
} // namespace

template <class Real>
FakeOptimum::FakeOptimum(const PlaneGame<Real>& game, std::int64_t samples)
    : m_real(game.real()), m_teacher(game.teacher()), m_form(lossForm(game.loss())),
      m_samples(byCoordinate(game.generate(game.noise(samples, Purpose::FixedLatent), Weights::Generator), game.shape().dimension)),
      m_threads(static_cast<int>(game.settings().threads))
{
}

Point FakeOptimum::at(const Point& x, double t) const
{
    const int d = m_real.dimension();
    Point mean{};
    const int count = static_cast<int>(m_samples.size()) / d;
    const double logP = cloudKernels(instructionSet()).mean({m_samples.data(), count, d}, x.data(), t, 1 - t, mean.data());
    const MixtureField::Value real = m_real.at(x, t);
    const Point teacher = m_teacher.at(x, t).field;
    const Point& learned = m_form.teacherTarget ? teacher : real.field;
    const Coefficients& c = m_form.c;
    // P and Q relative to the larger of both; in the tails both vanish.
    const double largest = std::max(logP, real.logDensity);
    const double p = std::exp(logP - largest), q = std::exp(real.logDensity - largest);
    const double below = m_form.scale * (c.gamma * p + (1 - c.gamma) * q);
    Point out{};
    for (std::size_t k = 0; k < static_cast<std::size_t>(d); ++k) {
        const double generated = (mean[k] - x[k]) / (1 - t);
        const double n = (c.alpha * p + (1 - c.alpha) * q) * teacher[k] - c.beta * p * generated - (1 - c.beta) * q * learned[k];
        out[k] = teacher[k] - n / below;
    }
    return out;
}

template <class Real>
double FakeOptimum::error(const PlaneGame<Real>& game, std::int64_t probes) const
{
    if (m_form.kind == LossForm::Kind::Normalized)
        return std::numeric_limits<double>::quiet_NaN();
    const std::vector<Point> x1 = game.generate(game.noise(probes, Purpose::Latent), Weights::Generator);
    const std::vector<Point> x0 = game.noise(probes, Purpose::Noise);
    std::vector<Point> x(x1.size());
    std::vector<double> t(x1.size()), errors(x1.size()), sizes(x1.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        t[i] = kFrom + (kTo - kFrom) * (static_cast<double>(i) + 0.5) / static_cast<double>(x.size());
        x[i] = {t[i] * x1[i][0] + (1 - t[i]) * x0[i][0], t[i] * x1[i][1] + (1 - t[i]) * x0[i][1]};
    }
    const std::vector<Point> fake = game.fakeAt(x, t);
    WorkerPool pool(m_threads);
    pool.run(static_cast<int>(x.size()), [&](int i, int) {
        const auto k = static_cast<std::size_t>(i);
        const Point best = at(x[k], t[k]);
        errors[k] = square({fake[k][0] - best[0], fake[k][1] - best[1]});
        sizes[k] = square(best);
    });
    double error = 0, size = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        error += errors[i];
        size += sizes[i];
    }
    return std::sqrt(error / size);
}

template FakeOptimum::FakeOptimum(const PlaneGame<float>&, std::int64_t);
template FakeOptimum::FakeOptimum(const PlaneGame<double>&, std::int64_t);
template double FakeOptimum::error(const PlaneGame<float>&, std::int64_t) const;
template double FakeOptimum::error(const PlaneGame<double>&, std::int64_t) const;

} // namespace realuid::game
