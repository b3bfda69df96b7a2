// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/scene_ranges.h"

#include "analytic/inner_maximum.h"

#include <algorithm>
#include <cmath>

namespace realuid::studio
{
namespace
{
constexpr int kTimes = 21;
constexpr double kRounding = 1e-20; ///< distances below it are those of fields that agree
constexpr int kPointsLine = 65;
constexpr int kPointsPlane = 17;

double between(double least, double most, int i, int n) { return least + (most - least) * i / (n - 1); }

void peaks(const MarginalPair& marginals, SceneRanges& ranges)
{
    for (const Marginal* marginal : {&marginals.real, &marginals.generated})
        for (const Marginal::Term& term : marginal->terms())
            ranges.densityMost = std::max(ranges.densityMost, std::exp(marginal->at(term.center).logDensity));
}

void point(const MarginalPair& marginals, const InnerMaximum& maximum, const Vector& x, SceneRanges& ranges)
{
    const FieldPair at = marginals.at(x);
    for (const Vector& field : {at.teacher, at.generated}) {
        if (!std::isfinite(field[0]) || !std::isfinite(field[1]))
            continue;
        ranges.fieldLeast = std::min(ranges.fieldLeast, field[0]);
        ranges.fieldMost = std::max(ranges.fieldMost, field[0]);
        ranges.fieldLongest = std::max(ranges.fieldLongest, std::hypot(field[0], field[1]));
    }
    if (const double distance = maximum.distance(at); std::isfinite(distance) && distance > kRounding)
        ranges.distanceMost = std::max(ranges.distanceMost, distance);
}

} // namespace

SceneRanges united(const SceneRanges& a, const SceneRanges& b)
{
    return {std::max(a.densityMost, b.densityMost), std::min(a.fieldLeast, b.fieldLeast), std::max(a.fieldMost, b.fieldMost),
            std::max(a.fieldLongest, b.fieldLongest), std::max(a.distanceMost, b.distanceMost)};
}

SceneRanges rangesOf(const Scene& scene, const Window& window)
{
    SceneRanges ranges{.densityMost = 0, .fieldLongest = 0};
    const InnerMaximum maximum(scene.loss);
    const bool plane = scene.dimension() == 2;
    const int n = plane ? kPointsPlane : kPointsLine;
    for (int k = 0; k < kTimes; ++k) {
        const MarginalPair marginals(scene, between(0, 1, k, kTimes));
        peaks(marginals, ranges);
        for (int i = 0; i < n; ++i)
            for (int j = 0; j < (plane ? n : 1); ++j)
                point(marginals, maximum,
                      {between(window.xLeast, window.xMost, i, n), plane ? between(window.yLeast, window.yMost, j, n) : 0}, ranges);
    }
    return ranges;
}

} // namespace realuid::studio
