// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/surface_view.h"

#include "widgets/background.h"
#include "widgets/qcp.h"
#include "widgets/surface_sight.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
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
constexpr double kSmooth = 2; ///< pixels a device pixel at rest, along each axis
constexpr double kMovingPixels = 5e5, kAtOncePixels = 1.2e6, kRestingPixels = 5e6; ///< at most, whatever the size of the view
constexpr int kRestMs = 120;
constexpr int kPrintCells = 64; ///< along each axis in drawings

/// Everything that a picture on the screen depends on beside the surface.
struct Frame {
    Orbit orbit;
    QSize size;
    double ratio = 1;
    Theme theme = Theme::Light;
    bool operator==(const Frame&) const = default;
};

/// The view but for marks, and what is needed to put marks on it.
struct Picture {
    int version = 0; ///< of the surface
    Frame frame;
    bool fine = false; ///< the one for a picture at rest
    SurfaceSight sight;
    QImage image;
};

Frame frameOf(const SurfaceView& view) { return {view.orbit(), view.size(), view.devicePixelRatioF(), view.theme()}; }

/// Pixels a unit: as many as make a smooth picture, within `most` in all.
double densityOf(const Frame& frame, double most)
{
    return std::min(kSmooth * frame.ratio, std::sqrt(most / std::max(1.0, static_cast<double>(frame.size.width()) * frame.size.height())));
}

std::shared_ptr<const Picture> pictureOf(std::shared_ptr<const SurfaceScene> scene, int version, const Frame& frame, double most, bool fine)
{
    const SurfaceLook look{frame.orbit, frame.size, frame.theme, densityOf(frame, most)};
    auto picture = std::make_shared<Picture>(Picture{version, frame, fine, {std::move(scene), look}, QImage(frame.size * frame.ratio, QImage::Format_RGB32)});
    picture->image.setDevicePixelRatio(frame.ratio);
    picture->image.fill(surfaces(frame.theme).card);
    QPainter painter(&picture->image);
    picture->sight.paint(painter, fine);
    return picture;
}

void paintMarker(QPainter& painter, const SurfaceSight& sight, Theme theme, Qt::Orientation way, double value)
{
    const SurfaceScene& scene = *sight.scene();
    const double scale = lineScale(theme);
    sight.paintLine(painter, scene.across(way, way == Qt::Horizontal ? scene.placeY(value) : scene.placeX(value)),
                    QPen(Qt::white, 1.6 * scale, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin),
                    QPen(QColor(0, 0, 0, 170), 3.4 * scale, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
}

void paintCrosshair(QPainter& painter, const SurfaceSight& sight, Theme theme, std::optional<double> x, std::optional<double> y)
{
    const SurfaceScene& scene = *sight.scene();
    const double scale = lineScale(theme);
    const QPen pen(Qt::white, 1.1 * scale, Qt::DashLine, Qt::FlatCap, Qt::RoundJoin), halo(QColor(0, 0, 0, 150), 2.4 * scale, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (x)
        sight.paintLine(painter, scene.across(Qt::Vertical, scene.placeX(*x)), pen, halo);
    if (y)
        sight.paintLine(painter, scene.across(Qt::Horizontal, scene.placeY(*y)), pen, halo);
    if (!x || !y)
        return;
    const double height = scene.mesh.heightAt(scene.placeX(*x), scene.placeY(*y));
    if (!std::isfinite(height))
        return;
    const Projected at = sight.projection().map({scene.placeX(*x), scene.placeY(*y), height});
    painter.setPen(QPen(Qt::black, 1.2 * scale));
    painter.setBrush(sight.raster().shows(at) ? QBrush(Qt::white) : QBrush(Qt::NoBrush)); // hollow: behind the surface
    painter.drawEllipse(at.at, 3.5 * scale, 3.5 * scale);
}

} // namespace

struct SurfaceView::Parts {
    SurfaceScene said; ///< newest, not prepared()
    int version = 0;   ///< of it
    int told = 0;      ///< the newest that pictured() was about
    Orbit orbit;
    Qt::Orientation markerWay = Qt::Horizontal;
    std::optional<double> marker, crossX, crossY;

    std::shared_ptr<const Picture> picture; ///< on show
    QTimer rest;                            ///< runs while the picture changes
    std::optional<QPointF> grip;
    Background worker; ///< last: it ends before what its picture goes into

    bool showsNewest() const { return picture && picture->version == version; }
    std::shared_ptr<const SurfaceScene> scene() const { return showsNewest() ? picture->sight.scene() : prepared(said); }
    /// Whether the picture is to be shown: not where the view has changed since, or shows a newer one.
    bool take(std::shared_ptr<const Picture> made, const Frame& frame);
};

bool SurfaceView::Parts::take(std::shared_ptr<const Picture> made, const Frame& frame)
{
    const bool fits = made->frame == frame;
    const bool better = !picture || picture->frame != frame || made->version > picture->version
                        || (made->version == picture->version && made->fine && !picture->fine);
    if (fits && better)
        picture = std::move(made);
    return fits && better;
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
    SurfaceAxes& axes = p.said.axes;
    axes.x0 = grid.x0;
    axes.x1 = grid.x1;
    axes.y0 = grid.y0;
    axes.y1 = grid.y1;
    axes.scale = scale;
    p.said.grid = grid;
    p.said.lines = std::move(lines);
    ++p.version;
    p.rest.start();
    if (isVisible() && p.picture && p.picture->frame == frameOf(*this))
        return makeBehind();
    update();
    p.told = p.version;
    Q_EMIT pictured();
}

void SurfaceView::tell()
{
    Parts& p = *m_parts;
    if (!p.picture || p.picture->version <= p.told)
        return;
    p.told = p.picture->version;
    Q_EMIT pictured();
}

std::vector<DataTable> SurfaceView::data() const
{
    return {gridTable({}, m_parts->said.grid), contourTable(QStringLiteral("contours"), m_parts->said.lines)};
}

void SurfaceView::setAxisLabels(const QString& x, const QString& y, const QString& quantity)
{
    SurfaceAxes& axes = m_parts->said.axes;
    axes.x = Formula::mixed(x);
    axes.y = Formula::mixed(y);
    axes.z = Formula::mixed(quantity);
    if (m_parts->told == m_parts->version) // no newer surface
        ++m_parts->told;
    ++m_parts->version;
    paintAnew();
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

bool SurfaceView::settled() const { return m_parts->worker.idle(); }

Orbit SurfaceView::orbit() const { return m_parts->orbit; }

void SurfaceView::setOrbit(const Orbit& orbit)
{
    m_parts->orbit = orbit.moved(0, 0);
    paintAnew();
}

void SurfaceView::turn(const Orbit& orbit)
{
    setOrbit(orbit);
    Q_EMIT turned();
}

void SurfaceView::themeChanged() { paintAnew(); }

/// With the next painting, before it returns.
void SurfaceView::paintAnew()
{
    m_parts->rest.start();
    update();
}

void SurfaceView::resizeEvent(QResizeEvent* event)
{
    m_parts->rest.start();
    PlotView::resizeEvent(event);
}

/// The newest surface by the worker; of those that come while it draws, the newest is next.
void SurfaceView::makeBehind()
{
    Parts& p = *m_parts;
    const bool fine = !p.rest.isActive();
    const auto known = p.showsNewest() ? p.picture->sight.scene() : nullptr;
    p.worker.post([this, known, said = known ? SurfaceScene() : p.said, version = p.version, fine, frame = frameOf(*this)](std::stop_token) -> Background::Show {
        const auto made = pictureOf(known ? known : prepared(said), version, frame, fine ? kRestingPixels : kMovingPixels, fine);
        return [this, made] {
            if (!m_parts->take(made, frameOf(*this)))
                return;
            update();
            tell();
        };
    }, Background::Newer::Follows);
}

/// The picture for the eye that rests on it.
void SurfaceView::refine()
{
    if (isVisible())
        return makeBehind();
    m_parts->worker.cancel();
    m_parts->picture = nullptr; // made with the next painting
}

void SurfaceView::paintEvent(QPaintEvent*)
{
    Parts& p = *m_parts;
    const Frame frame = frameOf(*this);
    if (!p.picture || p.picture->frame != frame || (!p.showsNewest() && p.worker.idle())) {
        const bool moving = p.rest.isActive() && isVisible(); // one may grab a hidden view
        p.picture = pictureOf(p.scene(), p.version, frame, moving ? kMovingPixels : kAtOncePixels, !moving);
        if (p.version > p.told) // turned or resized before the worker had it
            QTimer::singleShot(0, this, &SurfaceView::tell);
    }
    QPainter painter(this);
    painter.drawImage(0, 0, p.picture->image);
    painter.setRenderHint(QPainter::Antialiasing);
    if (p.marker)
        paintMarker(painter, p.picture->sight, theme(), p.markerWay, *p.marker);
    paintCrosshair(painter, p.picture->sight, theme(), p.crossX, p.crossY);
    if (hasFocus()) {
        painter.setPen(QPen(surfaces(theme()).accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kControlRadius, kControlRadius);
    }
}

void SurfaceView::paintFigure(QCPPainter& painter, const QSize& size, Theme theme, bool transparent)
{
    Parts& p = *m_parts;
    const bool vector = painter.modes().testFlag(QCPPainter::pmVectorized);
    const double density = vector ? kSmooth : kSmooth * std::max(1.0, std::abs(painter.worldTransform().m11()));
    auto scene = p.scene();
    if (vector) {
        auto coarse = std::make_shared<SurfaceScene>(*scene);
        coarse->mesh = coarser(scene->mesh, kPrintCells);
        scene = coarse;
    }
    const SurfaceSight sight(scene, {p.orbit, size, theme, density});
    painter.save();
    if (!transparent)
        painter.fillRect(QRectF(QPointF(), size), surfaces(theme).card);
    painter.setClipRect(QRectF(QPointF(), size));
    if (vector)
        sight.paintVectors(painter);
    else
        sight.paint(painter, true);
    if (p.marker)
        paintMarker(painter, sight, theme, p.markerWay, *p.marker);
    painter.restore();
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
    if (!m_parts->picture)
        return;
    const SurfaceSight& sight = m_parts->picture->sight;
    const double depth = sight.raster().depthAt(at);
    if (!std::isfinite(depth))
        return Q_EMIT hoverLeft();
    const BoxPoint point = sight.projection().inverse({at, depth});
    const SurfaceAxes& axes = sight.scene()->axes;
    Q_EMIT hovered(axes.x0 + point.x * (axes.x1 - axes.x0), axes.y0 + point.y * (axes.y1 - axes.y0));
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
