// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/surface_axes.h"
#include "widgets/surface_polygons.h"

#include <memory>

class QPen;

/// A surface with its axes and level lines, and what of it is seen from somewhere. Values, any thread: a worker makes a whole
/// picture while the window goes on.
namespace realuid::widgets
{

/// What stands in the box. `mesh` and `contours` are made from the rest by prepared().
struct SurfaceScene {
    Grid grid;
    std::vector<Contour> lines;
    SurfaceAxes axes; ///< with the scale of heights and colours

    SurfaceMesh mesh;
    std::vector<std::vector<BoxPoint>> contours;

    double placeX(double x) const { return (x - axes.x0) / (axes.x1 - axes.x0); }
    double placeY(double y) const { return (y - axes.y0) / (axes.y1 - axes.y0); }
    /// Over the whole surface: Horizontal at this place along y, Vertical along x.
    std::vector<BoxPoint> across(Qt::Orientation way, double place) const;
};
std::shared_ptr<const SurfaceScene> prepared(SurfaceScene scene);

/// From where, on how large a picture and in which colours; `density` pixels a unit.
struct SurfaceLook {
    Orbit orbit;
    QSizeF size;
    Theme theme = Theme::Light;
    double density = 1;

    SurfaceProjection projection() const { return {orbit, SurfaceAxes::boxArea(size, theme)}; }
};

class SurfaceSight
{
public:
    /// `scene` is prepared().
    SurfaceSight(std::shared_ptr<const SurfaceScene> scene, const SurfaceLook& look);

    const std::shared_ptr<const SurfaceScene>& scene() const { return m_scene; }
    const SurfaceProjection& projection() const { return m_projection; }
    const SurfaceRaster& raster() const { return m_raster; }

    /// Box, surface, level lines and axes; `halos` beside the lines keep them readable on any colour.
    void paint(QPainter& painter, bool halos) const;
    /// The same, the surface as polygons.
    void paintVectors(QPainter& painter) const;
    /// What shows of a line in the box.
    void paintLine(QPainter& painter, const std::vector<BoxPoint>& line, const QPen& pen, const QPen& halo) const;

private:
    void paintLevels(QPainter& painter, bool halos) const;

    std::shared_ptr<const SurfaceScene> m_scene;
    SurfaceLook m_look;
    SurfaceProjection m_projection;
    SurfaceRaster m_raster;
};

} // namespace realuid::widgets
