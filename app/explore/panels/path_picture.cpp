// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/panels/path_picture.h"

#include "analytic/fake_paths.h"
#include "analytic/field_grid.h"
#include "analytic/quantity.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace realuid::studio
{
namespace
{

constexpr std::size_t kStartsInPlane = 11;
constexpr std::size_t kSamples = 4096;    ///< that stand for the noise's quantiles
constexpr int kEndPoints = 241, kPlanePoints = 72;
constexpr std::array<double, 3> kLevels{0.08, 0.3, 0.7}; ///< of the highest density

QPointF pointOf(std::span<const double> row, double t) { return row.size() == 1 ? QPointF(t, row[0]) : QPointF(row[0], row[1]); }

PathSet pathSet(const Scene& scene, std::span<const double> paths, int steps)
{
    const auto d = static_cast<std::size_t>(scene.dimension()), points = static_cast<std::size_t>(steps) + 1;
    PathSet out;
    for (std::size_t path = 0; path * points * d < paths.size(); ++path) {
        QPolygonF& line = out.paths.emplace_back();
        for (std::size_t k = 0; k < points; ++k) {
            const std::span<const double> row = paths.subspan((path * points + k) * d, d);
            if (!std::all_of(row.begin(), row.end(), [](double v) { return std::isfinite(v); }))
                break;
            line << pointOf(row, static_cast<double>(k) / steps);
        }
        const double at = scene.view.t * steps;
        const auto before = std::min(static_cast<qsizetype>(at), static_cast<qsizetype>(steps) - 1);
        if (before + 1 < line.size())
            out.moments.push_back(line[before] + (at - static_cast<double>(before)) * (line[before + 1] - line[before]));
    }
    return out;
}

std::vector<widgets::Contour> levelLines(const FrameRequest& request, Side of, double t)
{
    const Window& w = request.window;
    const std::vector<double> x = spaced(w.xLeast, w.xMost, kPlanePoints), y = spaced(w.yLeast, w.yMost, kPlanePoints);
    const widgets::Grid grid{kPlanePoints, kPlanePoints, w.xLeast, w.xMost, w.yLeast, w.yMost,
                             fieldGrid(request.scene, Quantity::Density, of, t, x, y)};
    const double most = *std::max_element(grid.values.begin(), grid.values.end());
    std::vector<double> levels;
    for (const double level : kLevels)
        levels.push_back(level * most);
    return widgets::contours(grid, levels);
}

void addDensities(const FrameRequest& request, PathPicture& out)
{
    if (request.scene.dimension() == 2) {
        out.noiseLines = levelLines(request, Side::Real, 0);
        out.realLines = levelLines(request, Side::Real, 1);
        out.generatedLines = levelLines(request, Side::Generated, 1);
        return;
    }
    out.x = spaced(request.window.xLeast, request.window.xMost, kEndPoints);
    out.noise = evaluate(request.scene, Quantity::Density, Side::Real, 0, out.x);
    out.real = evaluate(request.scene, Quantity::Density, Side::Real, 1, out.x);
    out.generated = evaluate(request.scene, Quantity::Density, Side::Generated, 1, out.x);
}

} // namespace

std::vector<double> fanOfStarts(const Scene& scene)
{
    if (scene.dimension() == 2)
        return startingPoints(scene, Side::Real, kStartsInPlane, scene.seed);
    std::vector<double> samples = startingPoints(scene, Side::Real, kSamples, scene.seed), out;
    std::sort(samples.begin(), samples.end());
    for (const double part : {0.03, 0.12, 0.29, 0.5, 0.71, 0.88, 0.97})
        out.push_back(samples[static_cast<std::size_t>(part * kSamples)]);
    return out;
}

PathPicture pathPicture(const FrameRequest& request, const PathChoice& choice, std::stop_token stop)
{
    const Scene& scene = request.scene;
    PathPicture out;
    out.starts = choice.starts.empty() ? fanOfStarts(scene) : choice.starts;
    TrajectoryOptions how{.method = choice.method, .steps = choice.steps, .seed = scene.seed, .threads = 1, .stop = stop};
    const auto follow = [&](Side of) {
        TrajectoryOptions ours = how;
        if (how.method == Method::Exact && !hasExactMap(scene, of)) {
            ours.method = Method::Rk45;
            out.exact = false;
        }
        const Trajectories made = trajectories(scene, of, out.starts, ours);
        out.evaluations += made.evaluations;
        if (!out.errorVsExact)
            out.errorVsExact = made.errorVsExact;
        return pathSet(scene, made.paths, choice.steps);
    };
    if (choice.teacher && !stop.stop_requested())
        out.teacher = follow(Side::Teacher);
    if (choice.generator && !stop.stop_requested())
        out.generator = follow(Side::Generated);
    out.fakeMissing = choice.fake && !hasFakePaths(scene);
    if (choice.fake && !out.fakeMissing)
        out.fake = pathSet(scene, fakePaths(scene, out.starts, how), choice.steps);
    if (choice.oneStep && !stop.stop_requested()) {
        how.method = hasExactMap(scene, Side::Generated) ? Method::Exact : Method::Rk45;
        how.steps = 1;
        out.oneStep = pathSet(scene, trajectories(scene, Side::Generated, out.starts, how).paths, 1).paths;
    }
    if (!stop.stop_requested())
        addDensities(request, out);
    return out;
}

} // namespace realuid::studio
