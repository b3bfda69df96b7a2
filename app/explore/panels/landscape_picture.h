// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/scene.h"
#include "widgets/chart_view.h"
#include "widgets/contours.h"

#include <functional>
#include <stop_token>
#include <string>

/// The distance over two numbers of a scene, as pictures show it. Pure functions; any thread.
namespace realuid::studio
{

/// What a picture depends on. Axes are paths as SceneParameter knows them; the scene has passed check() and has both.
struct LandscapeRequest {
    Scene scene;
    std::string x, y;
    widgets::AxisRange xRange, yRange;
    int side = 17;         ///< values computed along each axis
    double tolerance = 0;  ///< as LandscapeOptions has it, and
    bool draft = false;    ///< so is this
    bool operator==(const LandscapeRequest&) const = default;

    /// Equal where the pictures are, but for their detail: what the axes run over and where one looks is left out.
    LandscapeRequest key() const;
};

struct LandscapePicture {
    widgets::Grid grid;                  ///< smoothed: four cells for each that was computed
    std::vector<widgets::Contour> lines; ///< at 1, 2 and 5 times powers of ten, or at even levels over a narrow range
    QPointF lowest;                      ///< of the values computed, refined by a parabola along each axis
    double least = 0, most = 0;          ///< of what is finite and positive; both 0 where nothing is
};

/// Nothing sensible once stopped.
LandscapePicture landscapePicture(const LandscapeRequest& request, std::stop_token stop = {});

/// Cubic interpolation (Catmull-Rom) with `factor` cells for one, exact for parabolas, never below the least value around;
/// linear beside values that are not finite.
widgets::Grid smoothed(const widgets::Grid& grid, int factor);

using Slope = std::function<QPointF(QPointF)>; ///< gradient by (x, y)

/// The curve along which the gradient flow runs downhill from `from`, whatever its pace: midpoint rule in arc length with
/// steps that follow its bends, until it stands, leaves the ranges or is stopped. Lengths count in the ranges' units.
QPolygonF downhill(QPointF from, widgets::AxisRange xRange, widgets::AxisRange yRange, const Slope& slope, std::stop_token stop = {});

/// Slopes of a picture, and of the distance itself (distanceGradient()) over two parameters of the generator.
Slope slopeOf(const widgets::Grid& grid);
Slope slopeOf(const LandscapeRequest& request);

} // namespace realuid::studio
