// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

#include <array>

/// How a surface over the unit square is seen: parallel light, no perspective, so that equal steps stay equal.
/// Pure functions and values, any thread.
namespace realuid::widgets
{

/// From where one looks.
struct Orbit {
    double azimuth = 30;   ///< degrees; 0 has x to the right and y away from the viewer
    double elevation = 32; ///< degrees above the floor, [kLeastElevation, kMostElevation]
    double zoom = 1;       ///< [kLeastZoom, kMostZoom]; 1 fits

    static constexpr double kLeastElevation = 4, kMostElevation = 90;
    static constexpr double kLeastZoom = 0.5, kMostZoom = 6;
    /// Turned and drawn near by so much, within the bounds above.
    Orbit moved(double byAzimuth, double byElevation, double byZoom = 1) const;
    bool operator==(const Orbit&) const = default;
};

/// In the box: x along columns, y along rows, z the height, each in [0, 1].
struct BoxPoint {
    double x = 0, y = 0, z = 0;
};

/// A point on the picture, and how far away it is: what has the smaller depth covers what has the larger one.
struct Projected {
    QPointF at;
    double depth = 0;
};

/// Maps the box into `area`, whatever the azimuth, so that the box does not grow and shrink while it turns.
class SurfaceProjection
{
public:
    SurfaceProjection(const Orbit& orbit, const QRectF& area);

    Projected map(const BoxPoint& point) const;
    BoxPoint inverse(const Projected& point) const;

    bool rowsAscendAway() const { return m_cos > 0; }    ///< a row with a larger y is farther away
    bool columnsAscendAway() const { return m_sin < 0; } ///< the same of columns and x
    /// Brightness in [0.74, 1] where the surface rises by these much per unit of x and y.
    double shade(double slopeX, double slopeY) const;

private:
    double m_cos, m_sin, m_cosUp, m_sinUp;
    double m_scaleX = 1, m_scaleY = 1;
    QPointF m_middle;
};

} // namespace realuid::widgets
