// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/surface_projection.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace realuid::widgets
{
namespace
{

constexpr double kHeight = 0.6;      ///< of the box; its floor is 1 x 1
constexpr double kRadius = 0.7072;   ///< of the floor's corners
constexpr double kMostStretch = 1.6; ///< of one direction of the picture against the other, to fill wide cards
constexpr double kDarkest = 0.74;

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

} // namespace

Orbit Orbit::moved(double byAzimuth, double byElevation, double byZoom) const
{
    return {std::remainder(azimuth + byAzimuth, 360.0), std::clamp(elevation + byElevation, kLeastElevation, kMostElevation),
            std::clamp(zoom * byZoom, kLeastZoom, kMostZoom)};
}

SurfaceProjection::SurfaceProjection(const Orbit& orbit, const QRectF& area)
    : m_cos(std::cos(radians(orbit.azimuth))), m_sin(std::sin(radians(orbit.azimuth))),
      m_cosUp(std::cos(radians(orbit.elevation))), m_sinUp(std::sin(radians(orbit.elevation))), m_middle(area.center())
{
    const double fitX = area.width() / (2 * kRadius);
    const double fitY = area.height() / (2 * kRadius * m_sinUp + kHeight * m_cosUp);
    m_scaleX = orbit.zoom * std::min(fitX, kMostStretch * fitY);
    m_scaleY = orbit.zoom * std::min(fitY, kMostStretch * fitX);
}

Projected SurfaceProjection::map(const BoxPoint& point) const
{
    const double x = point.x - 0.5, y = point.y - 0.5, z = (point.z - 0.5) * kHeight;
    const double right = x * m_cos + y * m_sin, away = y * m_cos - x * m_sin;
    return {{m_middle.x() + m_scaleX * right, m_middle.y() - m_scaleY * (z * m_cosUp + away * m_sinUp)},
            away * m_cosUp - z * m_sinUp};
}

BoxPoint SurfaceProjection::inverse(const Projected& point) const
{
    const double right = (point.at.x() - m_middle.x()) / m_scaleX, up = (m_middle.y() - point.at.y()) / m_scaleY;
    const double z = up * m_cosUp - point.depth * m_sinUp, away = up * m_sinUp + point.depth * m_cosUp;
    return {right * m_cos - away * m_sin + 0.5, right * m_sin + away * m_cos + 0.5, z / kHeight + 0.5};
}

double SurfaceProjection::shade(double slopeX, double slopeY) const
{
    // Light from the upper left of the viewer and a little from behind him, fixed while the box turns.
    constexpr std::array<double, 3> light{-0.45, -0.35, 0.82}; // right, away, up
    const double x = -kHeight * slopeX, y = -kHeight * slopeY;
    const double right = x * m_cos + y * m_sin, away = y * m_cos - x * m_sin;
    const double cosine = (light[0] * right + light[1] * away + light[2]) / std::sqrt(1 + x * x + y * y);
    return kDarkest + (1 - kDarkest) * std::clamp(0.12 + cosine, 0.0, 1.0);
}

} // namespace realuid::widgets
