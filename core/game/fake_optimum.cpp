// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/game/fake_optimum.h"

#include "core/game/measures.h"

#include <cmath>
#include <limits>
#include <numeric>

namespace realuid::game
{
namespace
{
constexpr double kFrom = 0.05, kTo = 0.9;

double square(const Point& a) { return a[0] * a[0] + a[1] * a[1]; }

double mean(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

struct PathPoints {
    std::vector<Point> x;
    std::vector<double> t;
};

/// Point i on its path at time i of times spread evenly over [kFrom, kTo].
PathPoints along(const std::vector<Point>& x1, const std::vector<Point>& x0)
{
    PathPoints out;
    for (std::size_t i = 0; i < x1.size(); ++i) {
        const double t = kFrom + (kTo - kFrom) * (static_cast<double>(i) + 0.5) / static_cast<double>(x1.size());
        out.t.push_back(t);
        out.x.push_back({t * x1[i][0] + (1 - t) * x0[i][0], t * x1[i][1] + (1 - t) * x0[i][1]});
    }
    return out;
}

/// The teacher's values, apart from the game.
template <class Real>
std::function<std::vector<Point>(const std::vector<Point>&, const std::vector<double>&)> teacherOf(const PlaneGame<Real>& game)
{
    if (game.teacherNetwork())
        return [network = game.teacherNetwork()](const std::vector<Point>& x, const std::vector<double>& t) { return valuesOf(*network, x, t); };
    return [exact = game.teacher()](const std::vector<Point>& x, const std::vector<double>& t) { return exact.fieldAt(x, t); };
}
} // namespace

template <class Real>
FakeOptimum::FakeOptimum(const PlaneGame<Real>& game, std::int64_t samples)
    : m_real(game.real()), m_teacher(teacherOf(game)), m_form(lossForm(game.loss())),
      m_samples(byCoordinate(game.generate(game.noise(samples, Purpose::FixedLatent), Weights::Generator), game.shape().dimension)),
      m_threads(static_cast<int>(game.settings().threads))
{
}

std::vector<Point> FakeOptimum::at(const std::vector<Point>& x, double t) const
{
    const std::vector<Point> teacher = m_teacher(x, std::vector<double>(x.size(), t));
    std::vector<Point> out;
    for (std::size_t i = 0; i < x.size(); ++i)
        out.push_back(at(x[i], t, teacher[i]));
    return out;
}

Point FakeOptimum::at(const Point& x, double t, const Point& teacher) const
{
    const int d = m_real.dimension();
    Point mean{};
    const int count = static_cast<int>(m_samples.size()) / d;
    const double logP = cloudKernels(instructionSet()).mean({m_samples.data(), count, d}, x.data(), t, 1 - t, mean.data());
    const MixtureField::Value real = m_real.at(x, t);
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
    const PathPoints path = along(game.generate(game.noise(probes, Purpose::Latent), Weights::Generator), game.noise(probes, Purpose::Noise));
    const std::vector<Point> fake = game.fakeAt(path.x, path.t), teacher = m_teacher(path.x, path.t);
    std::vector<double> errors(fake.size()), sizes(fake.size());
    WorkerPool pool(m_threads);
    pool.run(static_cast<int>(fake.size()), [&](int i, int) {
        const auto k = static_cast<std::size_t>(i);
        const Point best = at(path.x[k], path.t[k], teacher[k]);
        errors[k] = square({fake[k][0] - best[0], fake[k][1] - best[1]});
        sizes[k] = square(best);
    });
    return std::sqrt(mean(errors) / mean(sizes));
}

template <class Real>
double FakeOptimum::distance(const PlaneGame<Real>& game, std::int64_t probes) const
{
    if (m_form.kind == LossForm::Kind::Normalized || m_form.kind == LossForm::Kind::Divergence)
        return std::numeric_limits<double>::quiet_NaN();
    WorkerPool pool(m_threads);
    const std::vector<Point> x0 = game.noise(probes, Purpose::Noise);
    const auto part = [&](const std::vector<Point>& x1) {
        const PathPoints path = along(x1, x0);
        const std::vector<Point> teachers = m_teacher(path.x, path.t);
        std::vector<double> squares(x1.size());
        pool.run(static_cast<int>(x1.size()), [&](int i, int) {
            const auto k = static_cast<std::size_t>(i);
            const Point &teacher = teachers[k], best = at(path.x[k], path.t[k], teacher);
            squares[k] = m_form.scale * m_form.scale * square({teacher[0] - best[0], teacher[1] - best[1]});
        });
        return mean(squares);
    };
    const double gamma = m_form.c.gamma;
    double sum = gamma * part(game.generate(game.noise(probes, Purpose::Latent), Weights::Generator));
    if (gamma != 1)
        sum += (1 - gamma) * part(game.realSamples(probes));
    return sum;
}

template FakeOptimum::FakeOptimum(const PlaneGame<float>&, std::int64_t);
template FakeOptimum::FakeOptimum(const PlaneGame<double>&, std::int64_t);
template double FakeOptimum::error(const PlaneGame<float>&, std::int64_t) const;
template double FakeOptimum::error(const PlaneGame<double>&, std::int64_t) const;
template double FakeOptimum::distance(const PlaneGame<float>&, std::int64_t) const;
template double FakeOptimum::distance(const PlaneGame<double>&, std::int64_t) const;

} // namespace realuid::game
