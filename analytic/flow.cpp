// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/flow.h"

#include "analytic/distances.h"
#include "analytic/generator_gradient.h"

#include <algorithm>
#include <cmath>

namespace realuid
{
namespace
{

using Point = std::vector<double>;

constexpr double kTolerance = 1e-5;    ///< of a parameter's scale, a step
constexpr double kStill = 1e-8;        ///< of a parameter's scale: what all that is left may still move
constexpr int kMostTries = 3000;       ///< of steps within one
constexpr double kLeastShare = 0.5;    ///< what a positive parameter keeps in one step
constexpr double kCollapsed = 1e-3;    ///< of its start: what falls below and goes on falling is on its way to 0
constexpr int kTurnTries = 50;         ///< after so many in one step it is asked whether the flow still gets anywhere:
constexpr double kTurns = 0.05;        ///< by this share of its way at least
constexpr double kAdamEpsilon = 1e-8;

Point moved(const Point& from, double factor, const Point& along)
{
    Point out = from;
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] += factor * along[i];
    return out;
}

/// The vector field and its scenes, moved about. A point is theta, with a lag followed by theta'.
class Descent
{
public:
    Descent(const Scene& scene, std::span<const GeneratorParameter> parameters, const FlowOptions& options)
        : m_scene(scene), m_fake(scene), m_parameters(parameters), m_options(options)
    {
        for (const GeneratorParameter& parameter : parameters)
            m_at.push_back(parameter.get(scene));
        const Point own = m_at;
        m_start = m_at;
        if (lags())
            m_at.insert(m_at.end(), own.begin(), own.end());
        m_first.assign(parameters.size(), 0);
        m_second = m_first;
    }

    FlowStep told(std::int64_t step)
    {
        place(m_at);
        return {step, Point(m_at.begin(), m_at.begin() + static_cast<std::ptrdiff_t>(m_parameters.size())),
                Point(m_at.end() - static_cast<std::ptrdiff_t>(m_parameters.size()), m_at.end()),
                distanceOver(m_scene, m_options.from, m_options.to, 1e-8, m_options.threads).value};
    }

    /// The weights that are as good as 0.
    std::vector<std::string> vanished() const
    {
        std::vector<std::string> out;
        for (std::size_t i = 0; i < m_parameters.size(); ++i)
            if (m_at[i] <= floorOf(i))
                out.push_back(parameter(i).path());
        return out;
    }

    /// Why it ended: `finished` all its steps, or could not go on.
    Text end(bool finished, std::int64_t step) const
    {
        const std::string at = std::to_string(step);
        if (m_turns)
            return {REALUID_TEXT("it has reached an edge of the distance and only turns about it")};
        if (m_rests)
            return {REALUID_TEXT("nothing moves visibly any more")};
        if (finished)
            return {REALUID_TEXT("all steps are done; it may move on")};
        if (!m_finite)
            return {REALUID_TEXT("the distance or its derivative is infinite after step %1"), {at}};
        for (std::size_t i = 0; i < m_slope.size(); ++i)
            if (parameter(i).mustBePositive() && m_slope[i] < 0 && m_at[i] < kCollapsed * m_start[i % m_parameters.size()])
                return {REALUID_TEXT("%1 falls to 0 after step %2"), {parameter(i).path(), at}};
        return {REALUID_TEXT("the field is too steep after step %1 for a step of this rate"), {at}};
    }

    /// One step of the optimiser; false where it cannot go on. `left`: this and all steps that follow.
    bool step(std::int64_t left)
    {
        if (m_options.optimizer == Optimizer::Adam)
            return adam();
        if (m_turns)
            return true;
        if (m_slope.empty())
            m_slope = slope(m_at);
        m_rests = still(m_options.rate * static_cast<double>(left));
        return m_rests || advance(m_options.rate);
    }

private:
    bool lags() const { return m_options.lag > 0; }
    const GeneratorParameter& parameter(std::size_t i) const { return m_parameters[i % m_parameters.size()]; }

    /// The least value of a weight; the others have none.
    double floorOf(std::size_t i) const
    {
        return parameter(i).kind() == GeneratorParameter::Kind::Weight ? kLeastWeight * m_start[i % m_parameters.size()] : -INFINITY;
    }

    void place(const Point& point)
    {
        for (std::size_t i = 0; i < point.size(); ++i)
            parameter(i).set(i < m_parameters.size() ? m_scene : m_fake, point[i]);
    }

    Point gradient(const Point& point)
    {
        place(point);
        return distanceGradient(m_scene, m_parameters, m_options.from, m_options.to, m_options.threads, lags() ? &m_fake : nullptr);
    }

    Point slope(const Point& point)
    {
        Point out = gradient(point);
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i] = -out[i];
            m_finite = m_finite && std::isfinite(out[i]);
            if (point[i] <= floorOf(i) && out[i] < 0)
                out[i] = 0;
        }
        for (std::size_t i = out.size(); i < point.size(); ++i)
            out.push_back((point[i - m_parameters.size()] - point[i]) / (m_options.lag * m_options.rate));
        return out;
    }

    /// True where nothing moves visibly any more in `time`.
    bool still(double time) const
    {
        for (std::size_t i = 0; i < m_at.size(); ++i)
            if (!(std::abs(m_slope[i]) * time < kStill * parameter(i).scale(m_scene)))
                return false;
        return true;
    }

    bool advance(double time)
    {
        double left = time;
        Point before = m_at;
        m_way = 0;
        for (int tries = 0; left > 0; ++tries) {
            if (tries == kMostTries || m_options.stop.stop_requested())
                return false;
            if (tries % kTurnTries == kTurnTries - 1) {
                if (m_way > 0 && distance(before, m_at) < kTurns * m_way)
                    return m_turns = true;
                before = m_at;
                m_way = 0;
            }
            m_size = std::min(m_size > 0 ? m_size : left, left);
            const double error = tryStep(m_size);
            const bool accepted = error <= 1;
            if (accepted)
                left = m_size >= left ? 0 : left - m_size;
            m_size *= std::isfinite(error) ? std::clamp(0.85 * std::cbrt(1 / std::max(error, 1e-9)), 0.2, 4.0) : 0.25;
        }
        return true;
    }

    /// In the parameters' scales.
    double distance(const Point& a, const Point& b) const
    {
        double square = 0;
        for (std::size_t i = 0; i < a.size(); ++i)
            square += std::pow((a[i] - b[i]) / parameter(i).scale(m_scene), 2);
        return std::sqrt(square);
    }

    bool allowed(const Point& point) const
    {
        for (std::size_t i = 0; i < point.size(); ++i)
            if (!std::isfinite(point[i]) || (parameter(i).mustBePositive() && point[i] < kLeastShare * m_at[i]))
                return false;
        return true;
    }

    /// The error over what is tolerated; infinite where the step leaves what is allowed. Moves on where it is at most 1.
    double tryStep(double h)
    {
        m_finite = std::all_of(m_slope.begin(), m_slope.end(), [](double v) { return std::isfinite(v); });
        const Point first = m_slope, half = moved(m_at, 0.5 * h, first);
        if (!allowed(half))
            return INFINITY;
        const Point second = slope(half), late = moved(m_at, 0.75 * h, second);
        if (!allowed(late))
            return INFINITY;
        const Point third = slope(late);
        const Point end = moved(moved(moved(m_at, h * 2 / 9, first), h / 3, second), h * 4 / 9, third);
        if (!allowed(end))
            return INFINITY;
        const Point last = slope(end);
        place(m_at);
        double error = 0;
        for (std::size_t i = 0; i < m_at.size(); ++i) {
            const double difference = h * (-5.0 / 72 * first[i] + second[i] / 12 + third[i] / 9 - last[i] / 8);
            error = std::max(error, std::abs(difference) / (kTolerance * parameter(i).scale(m_scene)));
        }
        if (!(error <= 1))
            return std::isfinite(error) ? error : INFINITY;
        m_way += distance(m_at, end);
        m_at = end;
        m_slope = last;
        settleWeights();
        place(m_at);
        return error;
    }

    /// Steps only halve a weight that falls to 0: the last of them takes it there.
    void settleWeights()
    {
        for (std::size_t i = 0; i < m_at.size(); ++i)
            if (m_slope[i] < 0 && m_at[i] < 4 * floorOf(i)) {
                m_at[i] = floorOf(i);
                m_slope[i] = 0;
            }
    }

    bool adam()
    {
        if (m_options.stop.stop_requested())
            return false;
        const Point by = gradient(m_at);
        ++m_updates;
        const double onFirst = 1 - std::pow(m_options.beta1, m_updates), onSecond = 1 - std::pow(m_options.beta2, m_updates);
        for (std::size_t i = 0; i < by.size(); ++i) {
            m_finite = m_finite && std::isfinite(by[i]);
            if (!m_finite)
                return false;
            m_first[i] = m_options.beta1 * m_first[i] + (1 - m_options.beta1) * by[i];
            m_second[i] = m_options.beta2 * m_second[i] + (1 - m_options.beta2) * by[i] * by[i];
            const double next = m_at[i] - m_options.rate * (m_first[i] / onFirst) / (std::sqrt(m_second[i] / onSecond) + kAdamEpsilon);
            m_at[i] = parameter(i).mustBePositive() ? std::max({next, kLeastShare * m_at[i], floorOf(i)}) : next;
        }
        const double kept = lags() ? std::exp(-1 / m_options.lag) : 0;
        for (std::size_t i = by.size(); i < m_at.size(); ++i)
            m_at[i] = m_at[i - by.size()] + kept * (m_at[i] - m_at[i - by.size()]);
        return true;
    }

    Scene m_scene, m_fake;
    std::span<const GeneratorParameter> m_parameters;
    const FlowOptions& m_options;
    Point m_at, m_slope;
    Point m_start; ///< of the generator's parameters
    bool m_finite = true, m_rests = false;
    bool m_turns = false; ///< at a place where the field jumps to its opposite, as at the minimum of normalized's |N|
    double m_way = 0;     ///< gone since that was looked at
    double m_size = 0;
    Point m_first, m_second; ///< Adam's moments
    int m_updates = 0;
};

} // namespace

std::optional<Optimizer> optimizerNamed(std::string_view id)
{
    if (id == "gradient")
        return Optimizer::Gradient;
    if (id == "adam")
        return Optimizer::Adam;
    return std::nullopt;
}

Flow flow(const Scene& scene, std::span<const GeneratorParameter> parameters, const FlowOptions& options)
{
    Descent descent(scene, parameters, options);
    const auto every = std::max<std::int64_t>(1, options.steps / static_cast<std::int64_t>(std::max<std::size_t>(1, options.kept)));
    Flow out;
    const auto ended = [&](bool finished, std::int64_t step) {
        out.end = descent.end(finished, step);
        out.vanished = descent.vanished();
        if (!finished)
            out.remark = out.end;
        return out;
    };
    for (std::int64_t step = 0;; ++step) {
        if (step % every == 0 || step == options.steps)
            out.steps.push_back(descent.told(step));
        if (step == options.steps)
            return ended(true, step);
        if (!descent.step(options.steps - step)) {
            if (options.stop.stop_requested())
                return out;
            if (out.steps.back().step != step)
                out.steps.push_back(descent.told(step));
            return ended(false, step);
        }
    }
}

} // namespace realuid
