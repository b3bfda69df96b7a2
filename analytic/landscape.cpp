// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/landscape.h"

#include "analytic/distances.h"
#include "analytic/parallel_rows.h"

#include <limits>

namespace realuid
{
namespace
{

double toleranceOf(const LandscapeOptions& options, int dimension)
{
    if (options.tolerance > 0)
        return options.tolerance;
    return dimension == 1 ? LandscapeOptions::kFineLine : LandscapeOptions::kFinePlane;
}

/// Of those that are numbers.
std::size_t lowestOf(const std::vector<double>& values)
{
    std::size_t lowest = 0;
    for (std::size_t i = 1; i < values.size(); ++i)
        if (values[i] < values[lowest] || values[lowest] != values[lowest])
            lowest = i;
    return lowest;
}

} // namespace

Landscape landscape(const Scene& scene, const LandscapeAxis& x, const LandscapeAxis& y, const LandscapeOptions& options)
{
    const std::size_t width = x.values.size();
    const double tolerance = toleranceOf(options, scene.dimension());
    Landscape out{std::vector<double>(width * y.values.size(), std::numeric_limits<double>::quiet_NaN())};
    parallelRows(static_cast<int>(out.values.size()), options.threads, [&](int first, int last) {
        Scene at = scene;
        for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(last); ++i) {
            if (options.stop.stop_requested())
                return;
            x.parameter.set(at, x.values[i % width]);
            y.parameter.set(at, y.values[i / width]);
            out.values[i] = distanceOver(at, options.from, options.to, tolerance, 1, options.stop).value;
        }
    });
    out.lowest = lowestOf(out.values);
    out.stopped = options.stop.stop_requested();
    return out;
}

} // namespace realuid
