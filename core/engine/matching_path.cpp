// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/matching_path.h"

#include "core/api/matching_loss.h"

#include <ATen/ATen.h>

#include <cmath>

namespace realuid::engine
{
namespace
{
/// How far a solver keeps from an end where the flow has no velocity.
constexpr double kMargin = 1e-3;
/// Of a / b at t = 0: with less data in it, a prediction of the noise says nothing of them.
constexpr double kLeastData = 0.005;

Interpolant named(const std::string& kind)
{
    Interpolant path;
    path.kind = kind;
    return path;
}
} // namespace

MatchingPath::MatchingPath(const std::string& path, const std::string& target, double bridgeNoise)
    : m_path(named(path)), m_target(target), m_default(path == "linear" && target == "velocity")
{
    m_path.epsilon = bridgeNoise;
}

MatchingPath::At MatchingPath::at(double t) const
{
    const Schedule s = schedule(m_path, t);
    if (m_target == "velocity")
        return {s, s.da, s.db};
    return {s, m_target == "data" ? 1.0 : 0.0, m_target == "noise" ? 1.0 : m_target == "score" ? -1.0 : 0.0};
}

template <class Function>
Tensor MatchingPath::table(const Tensor& t, const Tensor& like, Function function) const
{
    const Tensor times = t.detach().to(at::kCPU, at::kDouble).contiguous(), out = at::empty_like(times);
    for (std::int64_t i = 0; i < times.numel(); ++i)
        out.data_ptr<double>()[i] = function(at(times.data_ptr<double>()[i]));
    std::vector<int64_t> shape(static_cast<std::size_t>(like.dim()), 1);
    shape[0] = t.size(0);
    return out.to(like.device(), like.scalar_type()).reshape(shape);
}

Tensor MatchingPath::point(const Tensor& x0, const Tensor& x1, const Tensor& t, const Tensor& noise) const
{
    if (m_default || bridges()) {
        const Tensor line = between(x0, x1, t);
        return bridges() ? line + table(t, line, [](const At& c) { return c.path.g; }) * noise : line;
    }
    return table(t, x1, [](const At& c) { return c.path.a; }) * x1 + table(t, x0, [](const At& c) { return c.path.b; }) * x0;
}

Tensor MatchingPath::target(const Tensor& x0, const Tensor& x1, const Tensor& t) const
{
    if (m_default)
        return x1 - x0;
    return table(t, x1, [](const At& c) { return c.onData; }) * x1 + table(t, x0, [](const At& c) { return c.onSource; }) * x0;
}

Tensor MatchingPath::byData(const Tensor& byPoint, const Tensor& byTarget, const Tensor& t) const
{
    const Tensor first = m_default ? between(at::zeros_like(byPoint), byPoint, t)
                                   : table(t, byPoint, [](const At& c) { return c.path.a; }) * byPoint;
    if (!byTarget.defined())
        return first;
    return m_default ? first + byTarget : first + table(t, byTarget, [](const At& c) { return c.onData; }) * byTarget;
}

Tensor MatchingPath::divergenceWeights(const Tensor& t) const
{
    if (m_default)
        return at::where(t <= kDivergenceEnd, t / (1 - t), at::zeros_like(t));
    // x_t and u give x0, whose mean is -b times the score.
    const Tensor weights = table(t, t, [](const At& c) { return -c.path.a / (c.path.b * c.determinant()); });
    return at::where(t <= kDivergenceEnd, weights, at::zeros_like(weights));
}

Tensor MatchingPath::data(const Tensor& x, const Tensor& field, const Tensor& t) const
{
    return table(t, x, [](const At& c) { return c.onSource / c.determinant(); }) * x -
           table(t, x, [](const At& c) { return c.path.b / c.determinant(); }) * field;
}

Tensor MatchingPath::velocity(const Tensor& x, const Tensor& field, const Tensor& t) const
{
    if (m_target == "velocity")
        return field;
    const auto onX = [](const At& c) { return (c.path.da * c.onSource - c.path.db * c.onData) / c.determinant(); };
    const auto onField = [](const At& c) { return (c.path.db * c.path.a - c.path.da * c.path.b) / c.determinant(); };
    return table(t, x, onX) * x + table(t, x, onField) * field;
}

Tensor MatchingPath::generate(const Field& field, const Tensor& z, const Tensor& y) const
{
    const Tensor start = at::zeros({z.size(0)}, z.options());
    if (m_default)
        return z + field(z, start, y);
    const Tensor x = at(0).path.b * z;
    return data(x, field(x, start, y), start);
}

/// Between x_t and an end x1 the bridge at s is normal: mean x_t + (s - t) / (1 - t) (x1 - x_t), variance
/// epsilon (s - t) (1 - s) / (1 - t).
Solved MatchingPath::cross(const Solver& solver, const Field& field, const Tensor& z, const Tensor& y, const StepNoise& noise) const
{
    const NoGrad guard;
    Tensor x = z;
    for (std::int64_t k = 0; k < solver.steps; ++k) {
        const auto n = static_cast<double>(solver.steps), t = static_cast<double>(k) / n, s = static_cast<double>(k + 1) / n;
        const Tensor end = field(x, at::full({z.size(0)}, t, z.options()), y);
        x = x + (end - x) * ((s - t) / (1 - t));
        if (noise && k + 1 < solver.steps)
            x = x + noise(k) * std::sqrt(m_path.epsilon * (s - t) * (1 - s) / (1 - t));
    }
    return {x, solver.steps};
}

Solved MatchingPath::solve(const Solver& solver, const Field& field, const Tensor& z, const Tensor& y, const StepNoise& noise) const
{
    if (bridges() && solver.kind != "one-step")
        return cross(solver, field, z, y, noise);
    if (m_default)
        return engine::solve(solver, field, z, y);
    const NoGrad guard;
    if (solver.kind == "one-step")
        return {generate(field, z, y), 1};
    const bool ofNoise = m_target == "noise" || m_target == "score";
    const double first = ofNoise && at(0).path.a < kLeastData * at(0).path.b ? kMargin : 0, last = m_target == "velocity" ? 1 : 1 - kMargin;
    const Field flow = [&](const Tensor& x, const Tensor& share, const Tensor& labels) {
        const Tensor t = first + (last - first) * share;
        return (last - first) * velocity(x, field(x, t, labels), t);
    };
    Solved solved = engine::solve(solver, flow, at(first).path.b * z, y);
    if (last < 1) {
        const Tensor t = at::full({z.size(0)}, last, z.options());
        solved.x = data(solved.x, field(solved.x, t, y), t);
        ++solved.evaluations;
    }
    return solved;
}

std::vector<Fault> checkPath(const std::string& path, const std::string& target, bool generates)
{
    std::vector<Fault> faults;
    if (target == "velocity" && path.starts_with("vp-"))
        faults.push_back({"target", target, {REALUID_TEXT("must be data, noise or score on this path, whose velocity has no end at t = 1")}});
    if (path == "bridge" && target != "data")
        faults.push_back({"target", target, {REALUID_TEXT("must be data on a bridge: its drift follows from them and has no end at t = 1")}});
    const Schedule start = schedule(named(path), 0);
    if (generates && (target == "noise" || target == "score") && start.a < 0.5 * std::min(1.0, start.b))
        faults.push_back({"target", target, {REALUID_TEXT("must be velocity or data to distil on this path: at t = 0 a prediction of the "
                                                          "noise says nothing of the data")}});
    return faults;
}

} // namespace realuid::engine
