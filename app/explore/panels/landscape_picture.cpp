// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/panels/landscape_picture.h"

#include "analytic/flow.h"
#include "analytic/generator_gradient.h"
#include "analytic/landscape.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace realuid::studio
{
namespace
{

constexpr int kSmooth = 4;
constexpr double kDecades = 1e-4;   ///< what contours and colours span below the largest value
constexpr double kNarrow = 12;      ///< ratio of most to least below which levels are even
constexpr double kStep = 0.02, kLeastStep = 4e-4; ///< of the ranges
constexpr int kMostSlopes = 300;
constexpr double kStraight = 0.97, kBent = 0.85; ///< cosines

std::vector<double> spaced(widgets::AxisRange range, int n)
{
    std::vector<double> out;
    for (int i = 0; i < n; ++i)
        out.push_back(range.least + (range.most - range.least) * i / (n - 1));
    return out;
}

SceneParameter parameterAt(const std::string& path, const Scene& scene)
{
    std::vector<Fault> faults;
    return SceneParameter::named(path, scene, path, faults).value();
}

double cubic(const std::array<double, 4>& v, double s)
{
    return v[1] + 0.5 * s * (v[2] - v[0] + s * (2 * v[0] - 5 * v[1] + 4 * v[2] - v[3] + s * (3 * (v[1] - v[2]) + v[3] - v[0])));
}

/// The value before the first: the parabola through the first three goes on.
double beyond(double first, double second, double third) { return 3 * first - 3 * second + third; }

/// Along one line of values.
std::vector<double> smoothedLine(const std::vector<double>& v, int factor)
{
    const int n = static_cast<int>(v.size());
    const auto at = [&](int i) {
        if (i < 0)
            return n > 2 ? beyond(v[0], v[1], v[2]) : v[0];
        const auto k = static_cast<std::size_t>(std::min(i, n - 1));
        return i < n ? v[k] : n > 2 ? beyond(v[k], v[k - 1], v[k - 2]) : v[k];
    };
    std::vector<double> out;
    for (int i = 0; i + 1 < n; ++i)
        for (int k = 0; k < factor; ++k) {
            const double s = static_cast<double>(k) / factor;
            const std::array<double, 4> four{at(i - 1), at(i), at(i + 1), at(i + 2)};
            const bool finite = std::all_of(four.begin(), four.end(), [](double value) { return std::isfinite(value); });
            const double linear = s == 0 ? four[1] : (1 - s) * four[1] + s * four[2];
            out.push_back(finite ? cubic(four, s) : linear);
        }
    out.push_back(v.back());
    return out;
}

/// Where the parabola through three values, the middle one least, has its minimum, in steps from the middle.
double vertex(double before, double middle, double after)
{
    const double bend = before - 2 * middle + after;
    return std::isfinite(bend) && bend > 0 ? std::clamp(0.5 * (before - after) / bend, -0.5, 0.5) : 0;
}

QPointF lowestOf(const widgets::Grid& grid, std::size_t index)
{
    const int i = static_cast<int>(index) % grid.columns, j = static_cast<int>(index) / grid.columns;
    const bool insideX = i > 0 && i + 1 < grid.columns, insideY = j > 0 && j + 1 < grid.rows;
    const double dx = insideX ? vertex(grid.at(i - 1, j), grid.at(i, j), grid.at(i + 1, j)) : 0;
    const double dy = insideY ? vertex(grid.at(i, j - 1), grid.at(i, j), grid.at(i, j + 1)) : 0;
    return {grid.x0 + (i + dx) * (grid.x1 - grid.x0) / (grid.columns - 1), grid.y0 + (j + dy) * (grid.y1 - grid.y0) / (grid.rows - 1)};
}

std::vector<double> levelsOf(double least, double most)
{
    if (most < kNarrow * least)
        return widgets::contourLevels(least, most, 10);
    std::vector<double> levels;
    for (int decade = static_cast<int>(std::floor(std::log10(least))); std::pow(10.0, decade) < most; ++decade)
        for (const double step : {1.0, 2.0, 5.0})
            if (const double level = step * std::pow(10.0, decade); level > least && level < most)
                levels.push_back(level);
    return levels;
}

/// Contours of the logarithm: interpolation in steep values would bend the lines.
std::vector<widgets::Contour> logContours(const widgets::Grid& grid, const std::vector<double>& levels)
{
    widgets::Grid logs = grid;
    for (double& value : logs.values)
        value = value > 0 ? std::log(value) : std::isfinite(value) ? -700 : value;
    std::vector<double> logLevels;
    for (const double level : levels)
        logLevels.push_back(std::log(level));
    std::vector<widgets::Contour> lines = widgets::contours(logs, logLevels);
    for (widgets::Contour& line : lines)
        line.level = std::exp(line.level);
    return lines;
}

} // namespace

LandscapeRequest LandscapeRequest::key() const
{
    LandscapeRequest out = *this;
    out.scene.view = {};
    parameterAt(x, scene).set(out.scene, 1);
    parameterAt(y, scene).set(out.scene, 1);
    out.side = 0;
    out.tolerance = 0;
    out.draft = false;
    return out;
}

LandscapePicture landscapePicture(const LandscapeRequest& request, std::stop_token stop)
{
    const std::vector<double> x = spaced(request.xRange, request.side), y = spaced(request.yRange, request.side);
    LandscapeOptions options;
    options.tolerance = request.tolerance;
    options.draft = request.draft;
    options.stop = stop;
    const Landscape values = landscape(request.scene, {parameterAt(request.x, request.scene), x}, {parameterAt(request.y, request.scene), y}, options);
    LandscapePicture out;
    if (values.stopped)
        return out;
    const widgets::Grid computed{request.side, request.side, x.front(), x.back(), y.front(), y.back(), values.values};
    out.lowest = lowestOf(computed, values.lowest);
    out.grid = smoothed(computed, kSmooth);
    for (const double value : out.grid.values)
        if (std::isfinite(value) && value > 0) {
            out.most = std::max(out.most, value);
            out.least = out.least > 0 ? std::min(out.least, value) : value;
        }
    out.least = std::max(out.least, kDecades * out.most);
    if (out.most > out.least)
        out.lines = logContours(out.grid, levelsOf(out.least, out.most));
    return out;
}

widgets::Grid smoothed(const widgets::Grid& grid, int factor)
{
    widgets::Grid wide{factor * (grid.columns - 1) + 1, factor * (grid.rows - 1) + 1, grid.x0, grid.x1, grid.y0, grid.y1, {}};
    std::vector<std::vector<double>> rows;
    for (int j = 0; j < grid.rows; ++j) {
        const auto from = grid.values.begin() + static_cast<std::ptrdiff_t>(j) * grid.columns;
        rows.push_back(smoothedLine({from, from + grid.columns}, factor));
    }
    wide.values.resize(static_cast<std::size_t>(wide.columns) * static_cast<std::size_t>(wide.rows));
    for (int i = 0; i < wide.columns; ++i) {
        std::vector<double> column;
        for (const std::vector<double>& row : rows)
            column.push_back(row[static_cast<std::size_t>(i)]);
        const std::vector<double> fine = smoothedLine(column, factor);
        for (int j = 0; j < wide.rows; ++j)
            wide.values[static_cast<std::size_t>(j) * static_cast<std::size_t>(wide.columns) + static_cast<std::size_t>(i)] = fine[static_cast<std::size_t>(j)];
    }
    const double least = *std::min_element(grid.values.begin(), grid.values.end());
    for (double& value : wide.values)
        value = std::max(value, least);
    return wide;
}

QPolygonF downhill(QPointF from, widgets::AxisRange xRange, widgets::AxisRange yRange, const Slope& slope, std::stop_token stop)
{
    const QPointF size(xRange.most - xRange.least, yRange.most - yRange.least);
    // Unit length in the picture along the true gradient's direction.
    const auto way = [&](QPointF gradient) {
        const double length = std::hypot(gradient.x() / size.x(), gradient.y() / size.y());
        return std::isfinite(length) && length > 0 ? -gradient / length : QPointF();
    };
    const auto cosine = [&](QPointF a, QPointF b) {
        return a.x() * b.x() / (size.x() * size.x()) + a.y() * b.y() / (size.y() * size.y());
    };
    QPolygonF path{from};
    QPointF here = way(slope(from));
    double step = kStep;
    for (int i = 0; i < kMostSlopes && !here.isNull() && !stop.stop_requested(); ++i) {
        const QPointF half = path.last() + here * (step / 2);
        const QPointF middle = way(slope({std::clamp(half.x(), xRange.least, xRange.most), std::clamp(half.y(), yRange.least, yRange.most)}));
        const double straight = cosine(here, middle);
        if (straight < kBent) {
            step /= 2;
            if (step < kLeastStep)
                break; // it turns about the minimum
            continue;
        }
        const QPointF next = path.last() + middle * step;
        if (next.x() < xRange.least || next.x() > xRange.most || next.y() < yRange.least || next.y() > yRange.most)
            break;
        path << next;
        here = way(slope(next));
        if (straight > kStraight)
            step = std::min(1.5 * step, kStep);
    }
    return path;
}

Slope slopeOf(const widgets::Grid& grid)
{
    return [&grid](QPointF at) {
        const double dx = (grid.x1 - grid.x0) / (grid.columns - 1), dy = (grid.y1 - grid.y0) / (grid.rows - 1);
        const double x = std::clamp(at.x(), grid.x0 + dx, grid.x1 - dx), y = std::clamp(at.y(), grid.y0 + dy, grid.y1 - dy);
        return QPointF((grid.valueAt(x + dx, y) - grid.valueAt(x - dx, y)) / (2 * dx),
                       (grid.valueAt(x, y + dy) - grid.valueAt(x, y - dy)) / (2 * dy));
    };
}

Slope slopeOf(const LandscapeRequest& request)
{
    std::vector<Fault> faults;
    const std::array<GeneratorParameter, 2> parameters{GeneratorParameter::named(request.x, request.scene, request.x, faults).value(),
                                                       GeneratorParameter::named(request.y, request.scene, request.y, faults).value()};
    return [scene = request.scene, parameters](QPointF at) mutable {
        parameters[0].set(scene, at.x());
        parameters[1].set(scene, at.y());
        const std::vector<double> gradient = distanceGradient(scene, parameters, LandscapeOptions{}.from, LandscapeOptions{}.to);
        return QPointF(gradient[0], gradient[1]);
    };
}

} // namespace realuid::studio
