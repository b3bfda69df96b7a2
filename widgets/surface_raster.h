// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/color_map.h"
#include "widgets/contours.h"
#include "widgets/surface_projection.h"

#include <QImage>
#include <QPolygonF>

#include <vector>

/// A surface z(x, y) as triangles, and a rasteriser with a depth buffer that needs no graphics card. Any thread.
namespace realuid::widgets
{

/// Heights in [0, 1] on a regular grid, which also are places on the colour map; NaN leaves a hole. What is drawn is the body
/// below the surface: a ring of vertices on the floor (column -1 and `columns`, row -1 and `rows`) closes it with walls.
struct SurfaceMesh {
    int columns = 0, rows = 0;
    std::vector<float> heights, slopesX, slopesY; ///< row-major; slopes per unit of the box

    bool isEmpty() const { return columns < 2 || rows < 2; }
    std::size_t index(int column, int row) const { return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column); }
    BoxPoint point(int column, int row) const; ///< of the ring too
    double shade(int column, int row, const SurfaceProjection& projection) const;
    /// Bilinear; NaN outside and in holes.
    double heightAt(double x, double y) const;
};

/// The grid's values as places on the scale.
SurfaceMesh surfaceMesh(const Grid& grid, const ColorScale& scale);
/// At most `cells` of them along each axis, ends included: for drawings.
SurfaceMesh coarser(const SurfaceMesh& mesh, int cells);

/// What shows of a surface: colours where there is any, else transparent, and how near it is in each pixel.
class SurfaceRaster
{
public:
    SurfaceRaster() = default;
    /// `size` in the projection's units, `density` pixels each.
    SurfaceRaster(const SurfaceMesh& mesh, const SurfaceProjection& projection, const ColorTable& colors, QSizeF size, double density);

    /// Premultiplied; each pixel belongs wholly to one side of an edge, so draw a dense one scaled down.
    const QImage& image() const { return m_image; }
    /// Depth of what shows there; +infinity where there is no surface.
    double depthAt(QPointF at) const;
    /// Whether the point is on or before all surface, give or take a pixel and a hair.
    bool shows(const Projected& point) const;
    /// The pieces of a line through the box that nothing covers, on the picture.
    std::vector<QPolygonF> visible(const std::vector<BoxPoint>& line, const SurfaceProjection& projection) const;

private:
    struct Vertex;
    void triangle(const Vertex& a, const Vertex& b, const Vertex& c, const ColorTable& colors);

    QImage m_image;
    std::vector<float> m_depth;
    double m_density = 1;
};

} // namespace realuid::widgets
