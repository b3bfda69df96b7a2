// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/landscape.h"

#include "analytic/distances.h"
#include "analytic/parallel_rows.h"

#include <algorithm>

namespace realuid
{
namespace
{
constexpr double kLine = 1e-8, kPlane = 1e-4;
} // namespace

Landscape landscape(const Scene& scene, const LandscapeAxis& x, const LandscapeAxis& y, double from, double to, int threads)
{
    const std::size_t width = x.values.size();
    const double tolerance = scene.dimension() == 1 ? kLine : kPlane;
    Landscape out{std::vector<double>(width * y.values.size()), 0};
    parallelRows(static_cast<int>(out.values.size()), threads, [&](int first, int last) {
        Scene at = scene;
        for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(last); ++i) {
            x.parameter.set(at, x.values[i % width]);
            y.parameter.set(at, y.values[i / width]);
            out.values[i] = distanceOver(at, from, to, tolerance, 1).value;
        }
    });
    out.lowest = static_cast<std::size_t>(std::min_element(out.values.begin(), out.values.end()) - out.values.begin());
    return out;
}

} // namespace realuid
