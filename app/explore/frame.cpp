// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/frame.h"

#include "analytic/field_grid.h"
#include "analytic/inner_maximum.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace realuid::studio
{
namespace
{
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kAtRest = 1e-7;       ///< relative error of the integrals at rest
constexpr double kAtRestPlane = 1e-5;  ///< the same in 2-D
constexpr int kDensityLevels = 6;
constexpr double kLogTen = 2.302585092994046;

int points(Detail detail) { return detail == Detail::Draft ? 64 : detail == Detail::Full ? 160 : 400; }

double finite(double value) { return std::isfinite(value) ? value : kNaN; }

std::vector<QPointF> arrows(const Scene& scene, Quantity quantity, Side of, std::span<const double> x, std::span<const double> y)
{
    const std::vector<double> values = fieldGrid(scene, quantity, of, scene.view.t, x, y);
    std::vector<QPointF> out;
    for (std::size_t i = 0; i + 1 < values.size(); i += 2)
        out.emplace_back(finite(values[i]), finite(values[i + 1]));
    return out;
}

widgets::Grid gridOf(std::span<const double> x, std::span<const double> y, std::vector<double> values)
{
    return {static_cast<int>(x.size()), static_cast<int>(y.size()), x.front(), x.back(), y.front(), y.back(), std::move(values)};
}

std::vector<widgets::Contour> densityLines(const Scene& scene, Side of, std::span<const double> x, std::span<const double> y)
{
    const widgets::Grid grid = gridOf(x, y, fieldGrid(scene, Quantity::Density, of, scene.view.t, x, y));
    const double most = *std::max_element(grid.values.begin(), grid.values.end());
    std::vector<double> levels;
    for (int i = 0; i < kDensityLevels; ++i)
        levels.push_back(most * (i + 0.5) / kDensityLevels);
    return widgets::contours(grid, levels);
}

/// From natural logarithms of the distance; the level lines too: in the values themselves the linear interpolation
/// between grid points would put kinks into the lines of a steep surface.
DistancePicture fromLogarithms(widgets::Grid logs)
{
    double most = -std::numeric_limits<double>::infinity();
    for (const double value : logs.values)
        if (std::isfinite(value))
            most = std::max(most, value);
    std::vector<double> levels;
    if (std::isfinite(most))
        for (int decade = static_cast<int>(std::ceil(most / kLogTen)), back = 0; back < 6; ++back)
            for (const double step : {std::log(3.0), 0.0})
                levels.push_back((decade - back) * kLogTen + step);
    std::erase_if(levels, [&](double level) { return level >= most || level < most - 5 * kLogTen; });
    std::sort(levels.begin(), levels.end());
    DistancePicture out{{}, widgets::contours(logs, levels)};
    for (widgets::Contour& line : out.lines)
        line.level = std::exp(line.level);
    for (double& value : logs.values)
        value = std::exp(value);
    out.grid = std::move(logs);
    return out;
}

} // namespace

SceneRanges rangesOf(const FrameRequest& request)
{
    SceneRanges ranges = rangesOf(request.scene, request.window);
    for (const Scene& other : request.beside)
        ranges = united(ranges, rangesOf(other, request.window));
    return ranges;
}

std::vector<double> spaced(double least, double most, int n)
{
    std::vector<double> out(static_cast<std::size_t>(n));
    for (int i = 0; i < n; ++i)
        out[static_cast<std::size_t>(i)] = least + (most - least) * i / (n - 1);
    return out;
}

LineFields lineFields(const FrameRequest& request)
{
    const Scene& scene = request.scene;
    const MarginalPair marginals(scene, scene.view.t);
    const InnerMaximum maximum(scene.loss);
    LineFields out;
    // Curves are drawn as straight pieces, so they want more points than a surface.
    out.x = spaced(request.window.xLeast, request.window.xMost, 3 * points(request.detail) + 1);
    for (const double x : out.x) {
        const FieldPair at = marginals.at({x, 0});
        out.real.push_back(std::exp(at.logReal));
        out.generated.push_back(std::exp(at.logGenerated));
        out.teacher.push_back(finite(at.teacher[0]));
        out.generator.push_back(finite(at.generated[0]));
        out.fake.push_back(finite(maximum.optimalFake(at)[0]));
    }
    return out;
}

PlaneFields planeFields(const FrameRequest& request)
{
    const Scene& scene = request.scene;
    const Window& window = request.window;
    const std::vector<double> x = spaced(window.xLeast, window.xMost, points(request.detail));
    const std::vector<double> y = spaced(window.yLeast, window.yMost, points(request.detail));
    const std::vector<double> coarseX = spaced(window.xLeast, window.xMost, PlaneFields::kArrows);
    const std::vector<double> coarseY = spaced(window.yLeast, window.yMost, PlaneFields::kArrows);
    return {densityLines(scene, Side::Real, x, y), densityLines(scene, Side::Generated, x, y),
            arrows(scene, Quantity::Velocity, Side::Real, coarseX, coarseY),
            arrows(scene, Quantity::Velocity, Side::Generated, coarseX, coarseY),
            arrows(scene, Quantity::OptimalFake, Side::Real, coarseX, coarseY)};
}

DistancePicture distancePicture(const FrameRequest& request)
{
    const Scene& scene = request.scene;
    const Window& window = request.window;
    const std::vector<double> x = spaced(window.xLeast, window.xMost, points(request.detail));
    if (scene.dimension() == 1) {
        const std::vector<double> t = spaced(0, 1, points(request.detail));
        return fromLogarithms(gridOf(x, t, distanceSurface(scene, t, x, true)));
    }
    const std::vector<double> y = spaced(window.yLeast, window.yMost, points(request.detail));
    return fromLogarithms(gridOf(x, y, fieldGrid(scene, Quantity::LogDistance, Side::Real, scene.view.t, x, y)));
}

IntegratedDistance distanceAtTime(const Scene& scene, Detail detail)
{
    return distanceAt(scene, scene.view.t, detail == Detail::Draft ? kForSliders : kAtRest);
}

IntegratedDistance distanceInAll(const Scene& scene, Detail detail)
{
    const double atRest = scene.dimension() == 1 ? kAtRest : kAtRestPlane;
    return distanceOver(scene, kTotalFrom, kTotalTo, detail == Detail::Draft ? kForSliders : atRest);
}

PointValues valuesAt(const Scene& scene, double t, std::array<double, 2> x)
{
    const FieldPair at = MarginalPair(scene, t).at(x);
    const InnerMaximum maximum(scene.loss);
    return {std::exp(at.logReal), std::exp(at.logGenerated), at.teacher, at.generated, maximum.optimalFake(at),
            maximum.distance(at)};
}

} // namespace realuid::studio
