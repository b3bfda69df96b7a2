// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/analytic_bench.h"

#include "analytic/distances.h"
#include "analytic/field_grid.h"
#include "analytic/landscape.h"
#include "analytic/trajectories.h"

#include <cmath>
#include <numbers>

namespace realuid::cli
{
namespace
{

constexpr std::size_t kSurface = 512, kField = 64, kLandscape = 101, kPaths = 10'000;

std::vector<double> spread(double from, double to, std::size_t n)
{
    std::vector<double> out(n);
    for (std::size_t i = 0; i < n; ++i)
        out[i] = from + (to - from) * static_cast<double>(i) / static_cast<double>(n - 1);
    return out;
}

/// Five components a side.
Scene mixtures()
{
    Scene scene;
    scene.real.components.clear();
    scene.generated.components.clear();
    for (int k = 0; k < 5; ++k) {
        scene.real.components.push_back({1 + 0.2 * k, {-3 + 1.5 * k}, {0.09 + 0.02 * k}});
        scene.generated.components.push_back({1 + 0.1 * k, {-2.5 + 1.3 * k}, {0.2 + 0.02 * k}});
    }
    return scene;
}

/// Eight components in the plane, their covariances full.
Scene wheel()
{
    Scene scene;
    scene.real.components.clear();
    for (int k = 0; k < 8; ++k) {
        const double angle = 2 * std::numbers::pi * k / 8;
        scene.real.components.push_back({1, {2 * std::cos(angle), 2 * std::sin(angle)}, {0.1, 0.03, 0.03, 0.08}});
    }
    scene.generated = gaussian({0, 0}, {1, 0, 0, 1});
    return scene;
}

/// One Gaussian a side in the plane.
Scene plane()
{
    Scene scene;
    scene.real = gaussian({1, 0}, {0.3, 0.1, 0.1, 0.4});
    scene.generated = gaussian({-0.9, 0}, {0.36, 0, 0, 0.36});
    return scene;
}

SceneParameter parameter(const char* path, const Scene& scene)
{
    std::vector<Fault> faults;
    return SceneParameter::named(path, scene, "x", faults).value();
}

BenchRow surfaceRow(const char* name, std::int64_t repeats, int threads, const Scene& scene)
{
    const std::vector<double> t = spread(0, 1, kSurface), x = spread(-4, 4, kSurface);
    return timedRow(name, repeats, [&] { distanceSurface(scene, t, x, false, {.threads = threads}); });
}

BenchRow fieldRow(std::int64_t repeats, int threads)
{
    const Scene scene = wheel();
    const std::vector<double> side = spread(-4, 4, kField);
    return timedRow("velocity field 64 x 64, 8 components, 2-D", repeats,
                    [&] { fieldGrid(scene, Quantity::Velocity, Side::Real, 0.6, side, side, {.threads = threads}); });
}

BenchRow trajectoryRow(const char* name, std::int64_t repeats, int threads, const Scene& scene)
{
    const std::vector<double> starts = startingPoints(scene, Side::Real, kPaths, 1);
    return timedRow(name, repeats,
                    [&] { trajectories(scene, Side::Real, starts, {.method = Method::Heun, .steps = 100, .threads = threads}); });
}

BenchRow landscapeRow(const char* name, std::int64_t repeats, const Scene& scene, const LandscapeOptions& options,
                      int side = kLandscape)
{
    const std::vector<double> means = spread(-2, 3, side), sds = spread(0.2, 1.2, side);
    const LandscapeAxis x{parameter("generated.mean[0]", scene), means}, y{parameter("generated.sd[0]", scene), sds};
    return timedRow(name, repeats, [&] { landscape(scene, x, y, options); });
}

BenchRow coefficientsRow(std::int64_t repeats, int threads)
{
    const Scene scene;
    const std::vector<double> alphas = spread(0.5, 0.99, kLandscape), betas = spread(0.5, 1.1, kLandscape);
    const LandscapeAxis x{parameter("alpha", scene), alphas}, y{parameter("beta", scene), betas};
    return timedRow("landscape 101 x 101 over alpha, beta, 1-D, 1e-4", repeats,
                    [&] { landscape(scene, x, y, {.tolerance = kForSliders, .threads = threads}); });
}

} // namespace

std::vector<BenchRow> analyticRows(std::int64_t repeats, int threads, bool surfacesOnly)
{
    std::vector<BenchRow> rows{surfaceRow("distance surface 512 x 512, Gaussians", repeats, threads, Scene{}),
                               surfaceRow("distance surface 512 x 512, mixtures of 5", repeats, threads, mixtures())};
    if (surfacesOnly)
        return rows;
    rows.push_back(fieldRow(repeats, threads));
    rows.push_back(trajectoryRow("10,000 trajectories x 100 Heun steps, 1-D", repeats, threads, Scene{}));
    rows.push_back(trajectoryRow("the same, 8 components, 2-D", repeats, threads, wheel()));
    rows.push_back(coefficientsRow(repeats, threads));
    const LandscapeOptions quick{.tolerance = kForSliders, .threads = threads}, fine{.threads = threads};
    const LandscapeOptions draft{.draft = true, .threads = threads};
    rows.push_back(landscapeRow("landscape 101 x 101, 1-D, 1e-4", repeats, Scene{}, quick));
    rows.push_back(landscapeRow("landscape 101 x 101, 1-D, 1e-8", repeats, Scene{}, fine));
    rows.push_back(landscapeRow("landscape 101 x 101, 2-D, 1e-4", repeats, plane(), quick));
    rows.push_back(landscapeRow("draft of a landscape 7 x 7, 2-D", repeats, plane(), draft, 7));
    rows.push_back(landscapeRow("the same, 8 components", repeats, wheel(), draft, 7));
    return rows;
}

} // namespace realuid::cli
