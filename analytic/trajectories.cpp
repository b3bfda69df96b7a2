// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/trajectories.h"

#include "analytic/flow_map.h"
#include "analytic/parallel_rows.h"
#include "core/api/philox.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <limits>

namespace realuid
{
namespace
{

constexpr double kAdaptive = 1e-9; ///< error of a step over 1 + |x|
constexpr int kMostTries = 20000;  ///< of adaptive steps within one

Vector moved(const Vector& x, double h, const Vector& v) { return {x[0] + h * v[0], x[1] + h * v[1]}; }

/// The velocity field at one time, and with noise the SDE's drift.
class Field
{
public:
    Field(const Scene& scene, Side of, double t, double noise = 0)
        : m_marginal(scene, of, t), m_velocity(m_marginal.lines(targetOf(LinearField::Velocity, scene.interpolant, t))),
          m_half(0.5 * noise * noise)
    {
        if (noise > 0)
            m_score = m_marginal.lines(targetOf(LinearField::Score, scene.interpolant, t));
    }
    Vector at(const Vector& x) const
    {
        const Vector v = m_marginal.at(x, m_velocity).field;
        return m_half > 0 ? moved(v, m_half, m_marginal.at(x, m_score).field) : v;
    }

private:
    Marginal m_marginal;
    std::vector<Marginal::Line> m_velocity, m_score;
    double m_half;
};

/// One step of a method that evaluates the field a fixed number of times: the fields at its beginning, middle and end.
Vector fixedStep(Method method, const std::array<const Field*, 3>& f, double h, const Vector& x)
{
    const Vector first = f[0]->at(x);
    switch (method) {
    case Method::Midpoint: return moved(x, h, f[1]->at(moved(x, h / 2, first)));
    case Method::Heun: return moved(moved(x, h / 2, first), h / 2, f[2]->at(moved(x, h, first)));
    case Method::Rk4: {
        const Vector second = f[1]->at(moved(x, h / 2, first));
        const Vector third = f[1]->at(moved(x, h / 2, second));
        const Vector last = f[2]->at(moved(x, h, third));
        return moved(moved(moved(moved(x, h / 6, first), h / 3, second), h / 3, third), h / 6, last);
    }
    default: return moved(x, h, first);
    }
}

int evaluationsOf(Method method)
{
    switch (method) {
    case Method::Exact: return 0;
    case Method::Midpoint:
    case Method::Heun: return 2;
    case Method::Rk4: return 4;
    default: return 1;
    }
}

constexpr std::array<double, 7> kTimes{0, 1.0 / 5, 3.0 / 10, 4.0 / 5, 8.0 / 9, 1, 1};
constexpr std::array<std::array<double, 6>, 7> kStages{{
    {},
    {1.0 / 5},
    {3.0 / 40, 9.0 / 40},
    {44.0 / 45, -56.0 / 15, 32.0 / 9},
    {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
    {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
    {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84},
}};
constexpr std::array<double, 7> kErrors{71.0 / 57600,      0,           -71.0 / 16695, 71.0 / 1920,
                                        -17253.0 / 339200, 22.0 / 525, -1.0 / 40};

/// Dormand's and Prince's pair on one path.
class Adaptive
{
public:
    Adaptive(const Scene& scene, Side of) : m_scene(scene), m_of(of) {}
    std::int64_t evaluations = 0;

    Vector advance(Vector x, double from, double to)
    {
        double t = from;
        for (int tries = 0; t < to && tries < kMostTries; ++tries) {
            const double h = std::min(m_size > 0 ? m_size : to - from, to - t);
            const auto [end, error] = tried(x, t, h);
            if (error <= 1) {
                x = end;
                t = h >= to - t ? to : t + h;
            }
            m_size = h * (std::isfinite(error) ? std::clamp(0.9 * std::pow(std::max(error, 1e-10), -0.2), 0.2, 5.0) : 0.2);
        }
        return x;
    }

private:
    std::pair<Vector, double> tried(const Vector& x, double t, double h)
    {
        std::array<Vector, 7> k;
        Vector end{};
        for (std::size_t i = 0; i < 7; ++i) {
            end = x;
            for (std::size_t j = 0; j < i; ++j)
                end = moved(end, h * kStages[i][j], k[j]);
            k[i] = Field(m_scene, m_of, std::min(1.0, t + kTimes[i] * h)).at(end);
        }
        evaluations += 7;
        Vector error{};
        for (std::size_t i = 0; i < 7; ++i)
            error = moved(error, h * kErrors[i], k[i]);
        return {end, std::hypot(error[0], error[1]) / (kAdaptive * (1 + std::hypot(x[0], x[1])))};
    }

    const Scene& m_scene;
    Side m_of;
    double m_size = 0;
};

/// What all paths share.
struct Work {
    const Scene& scene;
    Side of;
    const TrajectoryOptions& options;
    std::size_t d;
    std::vector<double>& paths;

    double time(int step) const { return static_cast<double>(step) / options.steps; }
    double* point(std::size_t path, int step) const
    {
        return paths.data() + (path * static_cast<std::size_t>(options.steps + 1) + static_cast<std::size_t>(step)) * d;
    }
    Vector at(std::size_t path, int step) const
    {
        const double* p = point(path, step);
        return {p[0], d == 2 ? p[1] : 0};
    }
    void put(std::size_t path, int step, const Vector& x) const { std::copy_n(x.begin(), d, point(path, step)); }
};

/// Returns how many steps it made.
int fixedSteps(const Work& work, std::size_t first, std::size_t last)
{
    const TrajectoryOptions& how = work.options;
    const double h = 1.0 / how.steps, noise = how.method == Method::Sde ? how.noise : 0;
    const bool middle = how.method == Method::Midpoint || how.method == Method::Rk4;
    Field begin(work.scene, work.of, 0, noise);
    for (int step = 0; step < how.steps; ++step) {
        if (how.stop.stop_requested())
            return step;
        const Field half(work.scene, work.of, middle ? work.time(step) + h / 2 : work.time(step));
        const Field end(work.scene, work.of, work.time(step + 1), noise);
        for (std::size_t path = first; path < last; ++path) {
            Vector x = fixedStep(how.method, {&begin, &half, &end}, h, work.at(path, step));
            if (noise > 0) {
                double z[2];
                fillNormal({static_cast<std::uint64_t>(how.seed), Purpose::Sample, static_cast<std::uint32_t>(step), path}, z, 2);
                x = moved(x, noise * std::sqrt(h), {z[0], work.d == 2 ? z[1] : 0});
            }
            work.put(path, step + 1, x);
        }
        begin = end;
    }
    return how.steps;
}

std::int64_t carry(const Work& work, std::size_t first, std::size_t last)
{
    const TrajectoryOptions& how = work.options;
    if (how.method != Method::Exact && how.method != Method::Rk45) {
        const int made = fixedSteps(work, first, last);
        return static_cast<std::int64_t>(last - first) * made * evaluationsOf(how.method);
    }
    std::int64_t evaluations = 0;
    for (std::size_t path = first; path < last && !how.stop.stop_requested(); ++path) {
        Adaptive adaptive(work.scene, work.of);
        for (int step = 0; step < how.steps; ++step)
            work.put(path, step + 1,
                     how.method == Method::Exact
                         ? FlowMap(work.scene, work.of, 0, work.time(step + 1)).at(work.at(path, 0))
                         : adaptive.advance(work.at(path, step), work.time(step), work.time(step + 1)));
        evaluations += adaptive.evaluations;
    }
    return evaluations;
}

double farthest(const Work& work, std::size_t n)
{
    const FlowMap map(work.scene, work.of, 0, 1);
    double out = 0;
    for (std::size_t path = 0; path < n; ++path) {
        const Vector want = map.at(work.at(path, 0)), got = work.at(path, work.options.steps);
        out = std::max(out, std::hypot(got[0] - want[0], got[1] - want[1]));
    }
    return out;
}

} // namespace

std::optional<Method> methodNamed(std::string_view id)
{
    constexpr std::array<std::string_view, 7> ids{"exact", "euler", "midpoint", "heun", "rk4", "rk45", "sde"};
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found == ids.end())
        return std::nullopt;
    return static_cast<Method>(found - ids.begin());
}

Trajectories trajectories(const Scene& scene, Side of, std::span<const double> starts, const TrajectoryOptions& options)
{
    const auto d = static_cast<std::size_t>(scene.dimension());
    const std::size_t n = starts.size() / d;
    Trajectories out;
    out.paths.resize(n * static_cast<std::size_t>(options.steps + 1) * d, std::numeric_limits<double>::quiet_NaN());
    const Work work{scene, of, options, d, out.paths};
    for (std::size_t path = 0; path < n; ++path)
        std::copy_n(starts.begin() + static_cast<std::ptrdiff_t>(path * d), d, work.point(path, 0));
    std::atomic<std::int64_t> evaluations = 0;
    parallelRows(static_cast<int>(n), options.threads, [&](int first, int last) {
        evaluations += carry(work, static_cast<std::size_t>(first), static_cast<std::size_t>(last));
    }, options.stop);
    out.stopped = options.stop.stop_requested();
    out.evaluations = evaluations;
    if (!out.stopped && options.method != Method::Sde && hasExactMap(scene, of))
        out.errorVsExact = farthest(work, n);
    return out;
}

} // namespace realuid
