// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/color_map.h"
#include "widgets/formula.h"
#include "widgets/surface_projection.h"
#include "widgets/theme.h"

#include <vector>

class QPainter;

namespace realuid::widgets
{

/// A value on an axis and where it lies in [0, 1].
struct AxisTick {
    double place = 0;
    Formula label;
};
/// About `most` round values in [least, most value], or powers of ten of a logarithmic scale.
std::vector<AxisTick> axisTicks(double least, double mostValue, int most);
std::vector<AxisTick> axisTicks(const ColorScale& scale, int most);

/// The box around a surface: what its axes say.
struct SurfaceAxes {
    Formula x, y, z;
    double x0 = 0, x1 = 1, y0 = 0, y1 = 1;
    ColorScale scale;

    /// The part of a view of this size that the box itself takes; the rest is for labels.
    static QRectF boxArea(QSizeF size, Theme theme);
    /// Floor and the walls behind the surface with a line at each tick.
    void paintBack(QPainter& painter, const SurfaceProjection& projection, Theme theme) const;
    /// Ticks, numbers and labels on the edges at the front and at the left; the colours stand along the upright one.
    void paintFront(QPainter& painter, const SurfaceProjection& projection, Theme theme) const;
};

} // namespace realuid::widgets
