// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/surface_sight.h"

#include <QPainter>

#include <algorithm>

namespace realuid::widgets
{
namespace
{
constexpr int kLineParts = 160; ///< pieces of a line across the surface
}

std::vector<BoxPoint> SurfaceScene::across(Qt::Orientation way, double place) const
{
    std::vector<BoxPoint> line;
    for (int i = 0; i <= kLineParts; ++i) {
        const double other = static_cast<double>(i) / kLineParts;
        const double x = way == Qt::Horizontal ? other : place, y = way == Qt::Horizontal ? place : other;
        line.push_back({x, y, mesh.heightAt(x, y)});
    }
    return line;
}

std::shared_ptr<const SurfaceScene> prepared(SurfaceScene scene)
{
    scene.mesh = surfaceMesh(scene.grid, scene.axes.scale);
    scene.contours.clear();
    for (const Contour& contour : scene.lines) {
        std::vector<BoxPoint>& line = scene.contours.emplace_back();
        for (const QPointF& at : contour.line) {
            const double x = std::clamp(scene.placeX(at.x()), 0.0, 1.0), y = std::clamp(scene.placeY(at.y()), 0.0, 1.0);
            line.push_back({x, y, scene.mesh.heightAt(x, y)});
        }
    }
    return std::make_shared<const SurfaceScene>(std::move(scene));
}

SurfaceSight::SurfaceSight(std::shared_ptr<const SurfaceScene> scene, const SurfaceLook& look)
    : m_scene(std::move(scene)),
      m_look(look),
      m_projection(look.projection()),
      m_raster(m_scene->mesh, m_projection, colorTable(m_scene->axes.scale.map), look.size, look.density)
{
}

void SurfaceSight::paintLine(QPainter& painter, const std::vector<BoxPoint>& line, const QPen& pen, const QPen& halo) const
{
    for (const QPolygonF& piece : m_raster.visible(line, m_projection))
        for (const QPen& each : {halo, pen})
            if (each.style() != Qt::NoPen) {
                painter.setPen(each);
                painter.drawPolyline(piece);
            }
}

void SurfaceSight::paintLevels(QPainter& painter, bool halos) const
{
    painter.setBrush(Qt::NoBrush);
    const double scale = lineScale(m_look.theme);
    const QPen pen(QColor(0, 0, 0, 175), 0.8 * scale, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    const QPen halo(QColor(255, 255, 255, 80), 1.8 * scale, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    for (const std::vector<BoxPoint>& line : m_scene->contours)
        paintLine(painter, line, pen, halos ? halo : QPen(Qt::NoPen));
}

void SurfaceSight::paint(QPainter& painter, bool halos) const
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    m_scene->axes.paintBack(painter, m_projection, m_look.theme);
    painter.drawImage(QRectF(QPointF(), m_look.size), m_raster.image());
    paintLevels(painter, halos);
    m_scene->axes.paintFront(painter, m_projection, m_look.theme);
}

void SurfaceSight::paintVectors(QPainter& painter) const
{
    painter.setRenderHints(QPainter::Antialiasing);
    m_scene->axes.paintBack(painter, m_projection, m_look.theme);
    paintPolygons(painter, surfacePolygons(m_scene->mesh, m_projection, colorTable(m_scene->axes.scale.map), m_raster));
    paintLevels(painter, true);
    m_scene->axes.paintFront(painter, m_projection, m_look.theme);
}

} // namespace realuid::widgets
