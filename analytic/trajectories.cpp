// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/trajectories.h"

#include "analytic/flow_map.h"
#include "analytic/parallel_rows.h"
#include "analytic/row_kernels.h"
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
constexpr std::size_t kBatch = 512; ///< paths that are carried together

Vector moved(const Vector& x, double h, const Vector& v) { return {x[0] + h * v[0], x[1] + h * v[1]}; }

/// Points in separate arrays, as the kernels want them, padded so that each goes the same way through them whatever its
/// neighbours are.
struct Points {
    static constexpr std::size_t kVector = 8;
    explicit Points(std::size_t n) : x((n + kVector - 1) / kVector * kVector, 0.0), y(x.size(), 0.0) {}
    std::vector<double> x, y;

    /// This = from + h v.
    void setMoved(const Points& from, double h, const Points& v)
    {
        for (std::size_t i = 0; i < x.size(); ++i) {
            x[i] = from.x[i] + h * v.x[i];
            y[i] = from.y[i] + h * v.y[i];
        }
    }
};

/// The velocity field at one time, and with noise the SDE's drift.
class Field
{
public:
    Field(const Scene& scene, Side of, double t, double noise = 0) : m_half(0.5 * noise * noise), m_dimension(scene.dimension())
    {
        const Marginal marginal(scene, of, t);
        m_velocity = rowTerms(marginal, targetOf(LinearField::Velocity, scene.interpolant, t));
        if (noise > 0)
            m_score = rowTerms(marginal, targetOf(LinearField::Score, scene.interpolant, t));
    }
    Vector at(const Vector& x) const
    {
        double logDensity = 0;
        Vector out{};
        evaluate(m_velocity, x.data(), x.data() + 1, 1, {&logDensity, out.data(), out.data() + 1});
        return out;
    }
    /// `scratch` has the size of `at`, both may hold anything else.
    void at(const Points& at, Points& scratch, Points& out) const
    {
        const auto n = static_cast<int>(at.x.size());
        evaluate(m_velocity, at.x.data(), at.y.data(), n, {scratch.x.data(), out.x.data(), out.y.data()});
        if (m_score.empty())
            return;
        const Points velocity = out;
        evaluate(m_score, at.x.data(), at.y.data(), n, {scratch.x.data(), out.x.data(), out.y.data()});
        out.setMoved(velocity, m_half, out);
    }

private:
    void evaluate(const std::vector<rows::Term>& terms, const double* x, const double* y, int n, const rows::Fields& out) const
    {
        rowKernels(instructionSet()).mixtureAt({terms.data(), static_cast<int>(terms.size()), m_dimension}, x, y, n, out);
    }

    std::vector<rows::Term> m_velocity, m_score;
    double m_half;
    int m_dimension;
};

/// One step of a method that evaluates the field a fixed number of times, for points of one batch.
class FixedStep
{
public:
    FixedStep(Method method, double h, std::size_t n)
        : m_method(method), m_h(h), m_k{Points(n), Points(n), Points(n), Points(n)}, m_stage(n), m_scratch(n)
    {
    }

    /// From the fields at its beginning, middle and end.
    void take(const std::array<const Field*, 3>& f, Points& x)
    {
        const auto stage = [&](int from, double h, const Field* field, int to) {
            m_stage.setMoved(x, h, m_k[static_cast<std::size_t>(from)]);
            field->at(m_stage, m_scratch, m_k[static_cast<std::size_t>(to)]);
        };
        const auto& [first, second, third, last] = m_k;
        f[0]->at(x, m_scratch, m_k[0]);
        switch (m_method) {
        case Method::Midpoint:
            stage(0, m_h / 2, f[1], 1);
            return x.setMoved(x, m_h, second);
        case Method::Heun:
            stage(0, m_h, f[2], 1);
            x.setMoved(x, m_h / 2, first);
            return x.setMoved(x, m_h / 2, second);
        case Method::Rk4:
            stage(0, m_h / 2, f[1], 1);
            stage(1, m_h / 2, f[1], 2);
            stage(2, m_h, f[2], 3);
            x.setMoved(x, m_h / 6, first);
            x.setMoved(x, m_h / 3, second);
            x.setMoved(x, m_h / 3, third);
            return x.setMoved(x, m_h / 6, last);
        default: return x.setMoved(x, m_h, first);
        }
    }

private:
    Method m_method;
    double m_h;
    std::array<Points, 4> m_k;
    Points m_stage, m_scratch;
};

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

/// Paths first ... last - 1 of one batch. Returns how many steps it made.
int fixedSteps(const Work& work, std::size_t first, std::size_t last)
{
    const TrajectoryOptions& how = work.options;
    const double h = 1.0 / how.steps, noise = how.method == Method::Sde ? how.noise : 0;
    const bool middle = how.method == Method::Midpoint || how.method == Method::Rk4;
    FixedStep step(how.method, h, last - first);
    Points x(last - first);
    for (std::size_t path = first; path < last; ++path) {
        const Vector start = work.at(path, 0);
        x.x[path - first] = start[0];
        x.y[path - first] = start[1];
    }
    Field begin(work.scene, work.of, 0, noise);
    for (int k = 0; k < how.steps; ++k) {
        if (how.stop.stop_requested())
            return k;
        const Field half = middle ? Field(work.scene, work.of, work.time(k) + h / 2) : begin;
        Field end(work.scene, work.of, work.time(k + 1), noise);
        step.take({&begin, &half, &end}, x);
        for (std::size_t path = first; path < last; ++path) {
            const std::size_t i = path - first;
            if (noise > 0) {
                double z[2];
                fillNormal({static_cast<std::uint64_t>(how.seed), Purpose::Sample, static_cast<std::uint32_t>(k), path}, z, 2);
                x.x[i] += noise * std::sqrt(h) * z[0];
                x.y[i] += noise * std::sqrt(h) * (work.d == 2 ? z[1] : 0);
            }
            work.put(path, k + 1, {x.x[i], x.y[i]});
        }
        begin = std::move(end);
    }
    return how.steps;
}

std::int64_t oneByOne(const Work& work, std::size_t first, std::size_t last)
{
    const TrajectoryOptions& how = work.options;
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

/// Carries all paths; returns the evaluations of the velocity.
std::int64_t carry(const Work& work, std::size_t n)
{
    const TrajectoryOptions& how = work.options;
    const bool alone = how.method == Method::Exact || how.method == Method::Rk45;
    const std::size_t batch = alone ? 1 : kBatch;
    std::atomic<std::int64_t> evaluations = 0;
    parallelRows(static_cast<int>((n + batch - 1) / batch), how.threads, [&](int from, int to) {
        for (std::size_t k = static_cast<std::size_t>(from); k < static_cast<std::size_t>(to); ++k) {
            const std::size_t first = k * batch, last = std::min(n, first + batch);
            if (alone)
                evaluations += oneByOne(work, first, last);
            else
                evaluations += static_cast<std::int64_t>(last - first) * fixedSteps(work, first, last) * evaluationsOf(how.method);
        }
    }, how.stop);
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
    out.evaluations = carry(work, n);
    out.stopped = options.stop.stop_requested();
    if (!out.stopped && options.method != Method::Sde && hasExactMap(scene, of))
        out.errorVsExact = farthest(work, n);
    return out;
}

} // namespace realuid
