// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/flow.h"

#include "analytic/distance_rule.h"
#include "analytic/distances.h"

#include <algorithm>
#include <cmath>

namespace realuid
{
namespace
{

using Point = std::vector<double>;

constexpr double kDifference = 1e-4;   ///< of a parameter's scale
constexpr double kTolerance = 1e-6;    ///< of a parameter's scale, a step
constexpr double kStill = 1e-10;       ///< of a parameter's scale: what all that is left may still move
constexpr int kMostTries = 3000;       ///< of steps within one
constexpr double kLeastShare = 0.5;    ///< what a positive parameter keeps in one step

Point moved(const Point& from, double factor, const Point& along)
{
    Point out = from;
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] += factor * along[i];
    return out;
}

/// The flow's right-hand side and its scene, moved about.
class Descent
{
public:
    Descent(Scene scene, std::span<const GeneratorParameter> parameters, const FlowOptions& options)
        : m_scene(std::move(scene)), m_parameters(parameters), m_options(options)
    {
        for (const GeneratorParameter& parameter : parameters)
            at.push_back(parameter.get(m_scene));
        m_slope = slope(at);
    }

    Point at;

    double distance() { return distanceOver(placed(at), m_options.from, m_options.to, 1e-8, m_options.threads).value; }

    /// True where nothing moves visibly any more in `time`.
    bool still(double time) const
    {
        for (std::size_t i = 0; i < at.size(); ++i)
            if (!(std::abs(m_slope[i]) * time < kStill * m_parameters[i].scale(m_scene)))
                return false;
        return true;
    }

    /// Goes on for `time`; false where it cannot.
    bool advance(double time)
    {
        double left = time;
        for (int tries = 0; left > 0; ++tries) {
            if (tries == kMostTries || m_options.stop.stop_requested())
                return false;
            m_size = std::min(m_size > 0 ? m_size : left, left);
            const double error = tryStep(m_size);
            const bool accepted = error <= 1;
            if (accepted)
                left = m_size >= left ? 0 : left - m_size;
            m_size *= std::isfinite(error) ? std::clamp(0.85 * std::cbrt(1 / std::max(error, 1e-9)), 0.2, 4.0) : 0.25;
        }
        return true;
    }

private:
    const Scene& placed(const Point& point)
    {
        for (std::size_t i = 0; i < point.size(); ++i)
            m_parameters[i].set(m_scene, point[i]);
        return m_scene;
    }

    Point slope(const Point& point)
    {
        Point out = distanceGradient(placed(point), m_parameters, m_options.from, m_options.to, m_options.threads);
        for (double& value : out)
            value = -value;
        return out;
    }

    bool allowed(const Point& point) const
    {
        for (std::size_t i = 0; i < point.size(); ++i)
            if (!std::isfinite(point[i]) || (m_parameters[i].mustBePositive() && point[i] < kLeastShare * at[i]))
                return false;
        return true;
    }

    /// The error over what is tolerated; infinite where the step leaves what is allowed. Moves on where it is at most 1.
    double tryStep(double h)
    {
        const Point first = m_slope, half = moved(at, 0.5 * h, first);
        if (!allowed(half))
            return INFINITY;
        const Point second = slope(half), late = moved(at, 0.75 * h, second);
        if (!allowed(late))
            return INFINITY;
        const Point third = slope(late);
        const Point end = moved(moved(moved(at, h * 2 / 9, first), h / 3, second), h * 4 / 9, third);
        if (!allowed(end))
            return INFINITY;
        const Point last = slope(end);
        placed(at);
        double error = 0;
        for (std::size_t i = 0; i < at.size(); ++i) {
            const double difference = h * (-5.0 / 72 * first[i] + second[i] / 12 + third[i] / 9 - last[i] / 8);
            error = std::max(error, std::abs(difference) / (kTolerance * m_parameters[i].scale(m_scene)));
        }
        if (!(error <= 1))
            return std::isfinite(error) ? error : INFINITY;
        at = end;
        m_slope = last;
        placed(at);
        return error;
    }

    Scene m_scene;
    std::span<const GeneratorParameter> m_parameters;
    const FlowOptions& m_options;
    Point m_slope;
    double m_size = 0;
};

} // namespace

std::vector<double> distanceGradient(const Scene& scene, std::span<const GeneratorParameter> parameters, double from,
                                     double to, int threads)
{
    const DistanceRule rule(scene, from, to);
    std::vector<double> out;
    for (const GeneratorParameter& parameter : parameters) {
        const double value = parameter.get(scene), h = kDifference * parameter.scale(scene);
        const auto at = [&](double changed) {
            Scene near = scene;
            parameter.set(near, changed);
            return rule.value(near, threads);
        };
        out.push_back((at(value + h) - at(value - h)) / (2 * h));
    }
    return out;
}

Flow flow(const Scene& scene, std::span<const GeneratorParameter> parameters, const FlowOptions& options)
{
    Descent descent(scene, parameters, options);
    const auto every = std::max<std::int64_t>(1, options.steps / static_cast<std::int64_t>(std::max<std::size_t>(1, options.kept)));
    Flow out;
    for (std::int64_t step = 0;; ++step) {
        if (step % every == 0 || step == options.steps)
            out.steps.push_back({step, descent.at, descent.distance()});
        if (step == options.steps)
            return out;
        if (!descent.still(options.rate * static_cast<double>(options.steps - step)) && !descent.advance(options.rate)) {
            if (options.stop.stop_requested())
                return out;
            out.remark = {REALUID_TEXT("the flow could not go on after step %1: too steep for this rate, or the distance is infinite"),
                          {std::to_string(step)}};
            if (out.steps.back().step != step)
                out.steps.push_back({step, descent.at, descent.distance()});
            return out;
        }
    }
}

} // namespace realuid
