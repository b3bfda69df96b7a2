// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/surface_view.h"

#include "widgets/qcp.h"
#include "widgets/surface_polygons.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>
#include <QWheelEvent>

#include <cmath>

namespace realuid::widgets
{
namespace
{

constexpr double kDegreesAPixel = 0.4;
constexpr double kDegreesAKey = 5, kFine = 0.2;
constexpr double kZoomAKey = 1.1;
constexpr double kSmooth = 2;      ///< pixels a device pixel at rest, along each axis
constexpr double kMovingPixels = 5e5, kRestingPixels = 5e6; ///< at most, whatever the size of the view
constexpr double kAtOncePixels = 1.2e6; ///< so many are drawn without waiting for a worker
constexpr int kRestMs = 120;
constexpr int kPrintCells = 64;    ///< along each axis in drawings
constexpr int kLineParts = 160;    ///< pieces of a line across the surface

} // namespace

struct SurfaceView::Parts {
    Grid grid;
    std::vector<Contour> lines;
    SurfaceMesh mesh;
    SurfaceAxes axes;
    std::vector<std::vector<BoxPoint>> contours;
    Orbit orbit;
    Qt::Orientation markerWay = Qt::Horizontal;
    std::optional<double> marker, crossX, crossY;

    QPixmap picture; ///< all but marks; null where it must be made anew
    SurfaceRaster raster;
    int version = 0;   ///< of what the picture shows
    bool fine = false; ///< the raster is the one for a picture at rest
    QTimer rest;       ///< runs while the picture changes
    std::optional<QPointF> grip;

    double placeX(double x) const { return (x - axes.x0) / (axes.x1 - axes.x0); }
    double placeY(double y) const { return (y - axes.y0) / (axes.y1 - axes.y0); }
    void outdate()
    {
        picture = {};
        fine = false;
        ++version;
        rest.start();
    }
    std::vector<BoxPoint> across(Qt::Orientation way, double place) const;
    void paintScene(QPainter& painter, const SurfaceProjection& projection, Theme theme, const std::vector<SurfacePolygon>& polygons, QSizeF size) const;
    void paintMarker(QPainter& painter, const SurfaceProjection& projection, Theme theme) const;
    void paintCrosshair(QPainter& painter, const SurfaceProjection& projection, Theme theme) const;
    void paintLine(QPainter& painter, const SurfaceProjection& projection, const std::vector<BoxPoint>& line, const QPen& pen, const QPen& halo) const;
};

std::vector<BoxPoint> SurfaceView::Parts::across(Qt::Orientation way, double place) const
{
    std::vector<BoxPoint> line;
    for (int i = 0; i <= kLineParts; ++i) {
        const double other = static_cast<double>(i) / kLineParts;
        const double x = way == Qt::Horizontal ? other : place, y = way == Qt::Horizontal ? place : other;
        line.push_back({x, y, mesh.heightAt(x, y)});
    }
    return line;
}

void SurfaceView::Parts::paintLine(QPainter& painter, const SurfaceProjection& projection, const std::vector<BoxPoint>& line, const QPen& pen,
                                   const QPen& halo) const
{
    for (const QPolygonF& piece : raster.visible(line, projection))
        for (const QPen& each : {halo, pen})
            if (each.style() != Qt::NoPen) {
                painter.setPen(each);
                painter.drawPolyline(piece);
            }
}

void SurfaceView::Parts::paintScene(QPainter& painter, const SurfaceProjection& projection, Theme theme, const std::vector<SurfacePolygon>& polygons,
                                    QSizeF size) const
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    axes.paintBack(painter, projection, theme);
    if (polygons.empty())
        painter.drawImage(QRectF(QPointF(), size), raster.image());
    else
        paintPolygons(painter, polygons);
    painter.setBrush(Qt::NoBrush);
    const double scale = lineScale(theme);
    for (const std::vector<BoxPoint>& line : contours)
        paintLine(painter, projection, line, QPen(QColor(0, 0, 0, 175), 0.8 * scale, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin),
                  rest.isActive() ? QPen(Qt::NoPen) : QPen(QColor(255, 255, 255, 80), 1.8 * scale, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    axes.paintFront(painter, projection, theme);
}

void SurfaceView::Parts::paintMarker(QPainter& painter, const SurfaceProjection& projection, Theme theme) const
{
    if (!marker || mesh.isEmpty())
        return;
    const double scale = lineScale(theme);
    paintLine(painter, projection, across(markerWay, markerWay == Qt::Horizontal ? placeY(*marker) : placeX(*marker)),
              QPen(Qt::white, 1.6 * scale, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin),
              QPen(QColor(0, 0, 0, 170), 3.4 * scale, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
}

void SurfaceView::Parts::paintCrosshair(QPainter& painter, const SurfaceProjection& projection, Theme theme) const
{
    if (mesh.isEmpty())
        return;
    const double scale = lineScale(theme);
    const QPen pen(Qt::white, 1.1 * scale, Qt::DashLine, Qt::FlatCap, Qt::RoundJoin), halo(QColor(0, 0, 0, 150), 2.4 * scale, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (crossX)
        paintLine(painter, projection, across(Qt::Vertical, placeX(*crossX)), pen, halo);
    if (crossY)
        paintLine(painter, projection, across(Qt::Horizontal, placeY(*crossY)), pen, halo);
    if (!crossX || !crossY)
        return;
    const double height = mesh.heightAt(placeX(*crossX), placeY(*crossY));
    if (!std::isfinite(height))
        return;
    const Projected at = projection.map({placeX(*crossX), placeY(*crossY), height});
    painter.setPen(QPen(Qt::black, 1.2 * scale));
    painter.setBrush(raster.shows(at) ? QBrush(Qt::white) : QBrush(Qt::NoBrush)); // hollow: behind the surface
    painter.drawEllipse(at.at, 3.5 * scale, 3.5 * scale);
}

SurfaceView::SurfaceView(QWidget* parent) : PlotView(parent), m_parts(std::make_unique<Parts>())
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::OpenHandCursor);
    m_parts->rest.setSingleShot(true);
    m_parts->rest.setInterval(kRestMs);
    connect(&m_parts->rest, &QTimer::timeout, this, &SurfaceView::refine);
    setAxisLabels(QStringLiteral("$x$"), QStringLiteral("$t$"), {});
}

SurfaceView::~SurfaceView() = default;

void SurfaceView::setSurface(const Grid& grid, const ColorScale& scale, std::vector<Contour> lines)
{
    Parts& p = *m_parts;
    p.grid = grid;
    p.mesh = surfaceMesh(grid, scale);
    p.axes.x0 = grid.x0;
    p.axes.x1 = grid.x1;
    p.axes.y0 = grid.y0;
    p.axes.y1 = grid.y1;
    p.axes.scale = scale;
    p.contours.clear();
    for (const Contour& contour : lines) {
        std::vector<BoxPoint>& line = p.contours.emplace_back();
        for (const QPointF& at : contour.line) {
            const double x = std::clamp(p.placeX(at.x()), 0.0, 1.0), y = std::clamp(p.placeY(at.y()), 0.0, 1.0);
            line.push_back({x, y, p.mesh.heightAt(x, y)});
        }
    }
    p.lines = std::move(lines);
    themeChanged();
}

std::vector<DataTable> SurfaceView::data() const
{
    return {gridTable({}, m_parts->grid), contourTable(QStringLiteral("contours"), m_parts->lines)};
}

void SurfaceView::setAxisLabels(const QString& x, const QString& y, const QString& quantity)
{
    m_parts->axes.x = Formula::mixed(x);
    m_parts->axes.y = Formula::mixed(y);
    m_parts->axes.z = Formula::mixed(quantity);
    themeChanged();
}

void SurfaceView::setMarkerLine(Qt::Orientation orientation, std::optional<double> value)
{
    m_parts->markerWay = orientation;
    m_parts->marker = value;
    update();
}

void SurfaceView::setCrosshair(std::optional<double> x, std::optional<double> y)
{
    m_parts->crossX = x;
    m_parts->crossY = y;
    update();
}

Orbit SurfaceView::orbit() const { return m_parts->orbit; }

void SurfaceView::setOrbit(const Orbit& orbit)
{
    m_parts->orbit = orbit.moved(0, 0);
    themeChanged();
}

void SurfaceView::turn(const Orbit& orbit)
{
    setOrbit(orbit);
    Q_EMIT turned();
}

void SurfaceView::themeChanged()
{
    m_parts->outdate();
    update();
}

void SurfaceView::resizeEvent(QResizeEvent* event)
{
    m_parts->outdate();
    PlotView::resizeEvent(event);
}

/// Pixels a unit: as many as make a smooth picture, within `most` in all.
static double densityOf(QSizeF size, double ratio, double most)
{
    return std::min(kSmooth * ratio, std::sqrt(most / std::max(1.0, size.width() * size.height())));
}

/// The picture for the eye that rests on it; large ones are made by a worker while the draft stays.
void SurfaceView::refine()
{
    Parts& p = *m_parts;
    const double density = densityOf(size(), devicePixelRatioF(), kRestingPixels);
    const SurfaceProjection projection(p.orbit, SurfaceAxes::boxArea(size(), theme()));
    if (density * density * width() * height() <= kAtOncePixels) {
        p.picture = {};
        return update();
    }
    QThreadPool::globalInstance()->start([view = QPointer(this), mesh = p.mesh, projection, map = p.axes.scale.map, size = size(), density, version = p.version] {
        auto made = std::make_shared<SurfaceRaster>(mesh, projection, colorTable(map), size, density);
        QMetaObject::invokeMethod(QCoreApplication::instance(), [view, made, version] {
            if (!view || view->m_parts->version != version)
                return;
            view->m_parts->raster = std::move(*made);
            view->m_parts->fine = true;
            view->m_parts->picture = {};
            view->update();
        }, Qt::QueuedConnection);
    });
}

void SurfaceView::paintEvent(QPaintEvent*)
{
    Parts& p = *m_parts;
    const double ratio = devicePixelRatioF();
    const SurfaceProjection projection(p.orbit, SurfaceAxes::boxArea(size(), theme()));
    if (p.picture.isNull() || p.picture.devicePixelRatio() != ratio) {
        if (!p.fine)
            p.raster = SurfaceRaster(p.mesh, projection, colorTable(p.axes.scale.map), size(),
                                     densityOf(size(), ratio, p.rest.isActive() ? kMovingPixels : kAtOncePixels));
        p.picture = QPixmap(size() * ratio);
        p.picture.setDevicePixelRatio(ratio);
        p.picture.fill(surfaces(theme()).card);
        QPainter painter(&p.picture);
        p.paintScene(painter, projection, theme(), {}, size());
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, p.picture);
    painter.setRenderHint(QPainter::Antialiasing);
    p.paintMarker(painter, projection, theme());
    p.paintCrosshair(painter, projection, theme());
    if (hasFocus()) {
        painter.setPen(QPen(surfaces(theme()).accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kControlRadius, kControlRadius);
    }
}

void SurfaceView::paintFigure(QCPPainter& painter, const QSize& size, Theme theme, bool transparent)
{
    Parts& p = *m_parts;
    const SurfaceProjection projection(p.orbit, SurfaceAxes::boxArea(size, theme));
    const ColorTable& colors = colorTable(p.axes.scale.map);
    const bool vector = painter.modes().testFlag(QCPPainter::pmVectorized);
    const double density = vector ? kSmooth : kSmooth * std::max(1.0, std::abs(painter.worldTransform().m11()));
    SurfaceRaster own = std::exchange(p.raster, {});
    const SurfaceMesh mesh = vector ? coarser(p.mesh, kPrintCells) : p.mesh;
    p.raster = SurfaceRaster(mesh, projection, colors, size, density);
    painter.save();
    if (!transparent)
        painter.fillRect(QRectF(QPointF(), size), surfaces(theme).card);
    painter.setClipRect(QRectF(QPointF(), size));
    p.paintScene(painter, projection, theme, vector ? surfacePolygons(mesh, projection, colors, p.raster) : std::vector<SurfacePolygon>{}, size);
    p.paintMarker(painter, projection, theme);
    painter.restore();
    p.raster = std::move(own);
}

void SurfaceView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return PlotView::mousePressEvent(event);
    m_parts->grip = event->position();
    setCursor(Qt::ClosedHandCursor);
}

void SurfaceView::mouseMoveEvent(QMouseEvent* event)
{
    Parts& p = *m_parts;
    if (!p.grip || !(event->buttons() & Qt::LeftButton))
        return hover(event->position());
    const QPointF by = event->position() - *p.grip;
    p.grip = event->position();
    turn(p.orbit.moved(-kDegreesAPixel * by.x(), kDegreesAPixel * by.y())); // the front follows the hand
}

void SurfaceView::mouseReleaseEvent(QMouseEvent* event)
{
    m_parts->grip.reset();
    setCursor(Qt::OpenHandCursor);
    PlotView::mouseReleaseEvent(event);
}

void SurfaceView::hover(QPointF at)
{
    const Parts& p = *m_parts;
    const double depth = p.raster.depthAt(at);
    if (!std::isfinite(depth))
        return Q_EMIT hoverLeft();
    const BoxPoint point = SurfaceProjection(p.orbit, SurfaceAxes::boxArea(size(), theme())).inverse({at, depth});
    Q_EMIT hovered(p.axes.x0 + point.x * (p.axes.x1 - p.axes.x0), p.axes.y0 + point.y * (p.axes.y1 - p.axes.y0));
}

void SurfaceView::keyPressEvent(QKeyEvent* event)
{
    const Orbit& now = m_parts->orbit;
    const double step = kDegreesAKey * (event->modifiers() & Qt::ShiftModifier ? kFine : 1);
    switch (event->key()) {
    case Qt::Key_Left: return turn(now.moved(step, 0));
    case Qt::Key_Right: return turn(now.moved(-step, 0));
    case Qt::Key_Up: return turn(now.moved(0, step));
    case Qt::Key_Down: return turn(now.moved(0, -step));
    case Qt::Key_Plus:
    case Qt::Key_Equal: return turn(now.moved(0, 0, kZoomAKey));
    case Qt::Key_Minus: return turn(now.moved(0, 0, 1 / kZoomAKey));
    case Qt::Key_Home: return turn({});
    default: PlotView::keyPressEvent(event);
    }
}

void SurfaceView::wheelEvent(QWheelEvent* event)
{
    if (!hasFocus())
        return event->ignore();
    turn(m_parts->orbit.moved(0, 0, std::pow(kZoomAKey, event->angleDelta().y() / 120.0)));
    event->accept();
}

void SurfaceView::focusInEvent(QFocusEvent* event)
{
    PlotView::focusInEvent(event);
    update();
}

void SurfaceView::focusOutEvent(QFocusEvent* event)
{
    PlotView::focusOutEvent(event);
    update();
}

} // namespace realuid::widgets
