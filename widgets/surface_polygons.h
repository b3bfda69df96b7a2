// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/surface_raster.h"

class QPainter;

namespace realuid::widgets
{

/// A piece of a surface in one colour, on the picture.
struct SurfacePolygon {
    QPolygonF outline;
    QRgb color = 0;
};

/// The surface as polygons from far to near, so that each covers what lies behind it: the cells of a surface over a grid have
/// such an order for every direction of light. Cells that nothing shows of are left out (`raster` is of the same surface and
/// projection), flat runs of one colour are joined. Any thread.
std::vector<SurfacePolygon> surfacePolygons(const SurfaceMesh& mesh, const SurfaceProjection& projection, const ColorTable& colors,
                                            const SurfaceRaster& raster);

/// Paints them as outlines, onto vector devices too; seams between neighbours are closed.
void paintPolygons(QPainter& painter, const std::vector<SurfacePolygon>& polygons);

} // namespace realuid::widgets
