// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/surface_polygons.h"

#include <QPainter>

#include <array>
#include <cmath>

namespace realuid::widgets
{
namespace
{

constexpr double kSeam = 0.4;  ///< width of outlines in their own colour, units
constexpr double kSteps = 24;  ///< of brightness, so that neighbours share colours
constexpr double kColorsAHeight = 12;
constexpr int kMostParts = 12; ///< of one cell

class Cells
{
public:
    Cells(const SurfaceMesh& mesh, const SurfaceProjection& projection, const ColorTable& colors, const SurfaceRaster& raster)
        : m_mesh(mesh), m_projection(projection), m_colors(colors), m_raster(raster)
    {
    }

    void addRow(int row)
    {
        m_flatRun = false;
        for (int k = -1; k < m_mesh.columns; ++k)
            addCell(m_projection.columnsAscendAway() ? m_mesh.columns - 2 - k : k, row);
    }
    std::vector<SurfacePolygon> take() { return std::move(m_out); }

private:
    using Corners = std::array<BoxPoint, 4>; ///< the farther pair of columns first: far low, near low, near high, far high row

    void addCell(int column, int row)
    {
        const bool reversed = m_projection.columnsAscendAway();
        const int far = reversed ? column + 1 : column, near = reversed ? column : column + 1;
        const Corners corners{m_mesh.point(far, row), m_mesh.point(near, row), m_mesh.point(near, row + 1), m_mesh.point(far, row + 1)};
        const double shade = (m_mesh.shade(far, row, m_projection) + m_mesh.shade(near, row, m_projection)
                              + m_mesh.shade(near, row + 1, m_projection) + m_mesh.shade(far, row + 1, m_projection)) / 4;
        const double along = std::max(std::abs(corners[1].z - corners[0].z), std::abs(corners[2].z - corners[3].z));
        const double up = std::max(std::abs(corners[3].z - corners[0].z), std::abs(corners[2].z - corners[1].z));
        if (!std::isfinite(along + up)) {
            m_flatRun = false;
            return;
        }
        // A steep cell has many colours: it becomes several, from far to near as well.
        const int parts = std::clamp(static_cast<int>(std::ceil(std::max(along, up) * kColorsAHeight)), 1, kMostParts);
        for (int k = 0; k < parts; ++k) {
            const int place = along >= up || !m_projection.rowsAscendAway() ? k : parts - 1 - k;
            const double from = static_cast<double>(place) / parts, to = static_cast<double>(place + 1) / parts;
            if (along >= up)
                add({between(corners[0], corners[1], from), between(corners[0], corners[1], to), between(corners[3], corners[2], to),
                     between(corners[3], corners[2], from)}, shade);
            else
                add({between(corners[0], corners[3], from), between(corners[1], corners[2], from), between(corners[1], corners[2], to),
                     between(corners[0], corners[3], to)}, shade);
        }
    }

    void add(const Corners& corners, double shade)
    {
        const BoxPoint middle = between(between(corners[0], corners[2], 0.5), between(corners[1], corners[3], 0.5), 0.5);
        bool seen = m_raster.shows(m_projection.map(middle));
        QPolygonF outline;
        for (const BoxPoint& corner : corners) {
            const Projected at = m_projection.map(corner);
            seen = seen || m_raster.shows(at);
            outline << at.at;
        }
        const bool flat = corners[0].z == corners[1].z && corners[1].z == corners[2].z && corners[2].z == corners[3].z;
        const QRgb color = colorOf(middle.z, shade);
        if (seen && flat && m_flatRun && m_out.back().color == color && m_height == corners[0].z) {
            m_out.back().outline[1] = outline[1]; // the run grows by its nearer end
            m_out.back().outline[2] = outline[2];
            return;
        }
        if (seen)
            m_out.push_back({outline, color});
        m_flatRun = seen && flat;
        m_height = corners[0].z;
    }

    static BoxPoint between(const BoxPoint& a, const BoxPoint& b, double w)
    {
        return {a.x + w * (b.x - a.x), a.y + w * (b.y - a.y), a.z + w * (b.z - a.z)};
    }

    QRgb colorOf(double height, double shade) const
    {
        const double part = std::round(shade * kSteps) / kSteps;
        const QRgb color = m_colors[static_cast<std::size_t>(std::clamp(height, 0.0, 1.0) * 255 + 0.5)];
        const auto shaded = [&](int channel) { return static_cast<int>(std::lround(channel * part)); };
        return qRgb(shaded(qRed(color)), shaded(qGreen(color)), shaded(qBlue(color)));
    }

    const SurfaceMesh& m_mesh;
    const SurfaceProjection& m_projection;
    const ColorTable& m_colors;
    const SurfaceRaster& m_raster;
    std::vector<SurfacePolygon> m_out;
    bool m_flatRun = false;
    double m_height = 0;
};

} // namespace

std::vector<SurfacePolygon> surfacePolygons(const SurfaceMesh& mesh, const SurfaceProjection& projection, const ColorTable& colors,
                                            const SurfaceRaster& raster)
{
    Cells cells(mesh, projection, colors, raster);
    for (int k = -1; k < mesh.rows; ++k)
        cells.addRow(projection.rowsAscendAway() ? mesh.rows - 2 - k : k);
    return cells.take();
}

void paintPolygons(QPainter& painter, const std::vector<SurfacePolygon>& polygons)
{
    for (const SurfacePolygon& each : polygons) {
        painter.setPen(QPen(QColor(each.color), kSeam, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
        painter.setBrush(QColor(each.color));
        painter.drawPolygon(each.outline, Qt::WindingFill);
    }
}

} // namespace realuid::widgets
