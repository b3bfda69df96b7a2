// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/handle_overlay.h"

#include "widgets/chart_view.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace realuid::widgets
{
namespace
{
constexpr double kFine = 0.2;
constexpr double kStrokeStep = 6;    ///< pixels between painted points
constexpr double kLeastMovement = 2; ///< a press that trembles drags nothing

bool isCommand(int key)
{
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Escape:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return true;
    default:
        return false;
    }
}

} // namespace

HandleOverlay::HandleOverlay(ChartView& chart, int area) : QWidget(&chart), m_chart(chart), m_area(area)
{
    setAttribute(Qt::WA_TransparentForMouseEvents); // the canvas below gets them first; what is ours is filtered out
    setFocusPolicy(Qt::StrongFocus);
    setGeometry(chart.rect());
    chart.installEventFilter(this);
    chart.canvas()->installEventFilter(this);
    connect(&chart, &ChartView::repainted, this, qOverload<>(&QWidget::update));
    describe();
}

void HandleOverlay::setHandles(std::vector<Handle> handles, std::vector<HandleOutline> outlines)
{
    m_handles = std::move(handles);
    m_outlines = std::move(outlines);
    for (int* id : {&m_focused, &m_hovered, &m_dragged})
        if (*id >= 0 && !find(*id))
            *id = -1;
    update();
}

void HandleOverlay::setChosen(int group)
{
    m_chosen = group;
    if (const Handle* focused = find(m_focused); focused && focused->group != group)
        m_focused = -1;
    update();
}

void HandleOverlay::setPainting(std::optional<Role> role)
{
    m_painting = role;
    m_stroke = false;
    m_trail.clear();
    m_dragged = m_hovered = m_focused = -1;
    if (role) {
        m_chart.canvas()->setCursor(Qt::CrossCursor);
        setFocus(Qt::OtherFocusReason);
    } else {
        m_chart.canvas()->unsetCursor();
    }
    m_chart.canvas()->setToolTip({});
    describe();
    update();
}

void HandleOverlay::setTrail(QPolygonF trail, bool joined)
{
    m_trail = std::move(trail);
    m_joined = joined;
    update();
}

const Handle* HandleOverlay::find(int id) const
{
    const auto found = std::find_if(m_handles.begin(), m_handles.end(), [&](const Handle& h) { return h.id == id; });
    return found == m_handles.end() ? nullptr : &*found;
}

QPointF HandleOverlay::pixelOf(const Handle& handle) const
{
    QPointF pixel = m_chart.toPixel(handle.at, m_area);
    if (handle.lift)
        pixel.setY(m_chart.areaRect(m_area).bottom() - *handle.lift);
    if (handle.from) {
        const QPointF away = pixel - m_chart.toPixel(*handle.from, m_area);
        pixel += away * (kKnobDistance / std::max(1e-9, std::hypot(away.x(), away.y())));
    }
    return pixel;
}

bool HandleOverlay::reachable(const Handle& handle) const
{
    const bool shown = handle.kind == Handle::Kind::Centre || handle.group == m_chosen;
    return shown && m_chart.areaRect(m_area).adjusted(-1, -1, 1, 1).contains(pixelOf(handle));
}

const Handle* HandleOverlay::handleAt(QPointF pixel) const
{
    const Handle* nearest = nullptr;
    double least = kHandleReach;
    for (const Handle& handle : m_handles) {
        if (!reachable(handle))
            continue;
        const QPointF off = pixelOf(handle) - pixel;
        // Where several lie on each other, those of the chosen group come first.
        const double distance = std::hypot(off.x(), off.y()) - (handle.group == m_chosen ? 3 : 0);
        if (distance < least) {
            least = distance;
            nearest = &handle;
        }
    }
    return nearest;
}

QPointF HandleOverlay::dataAt(QPointF pixel) const
{
    const QRectF area = m_chart.areaRect(m_area);
    return m_chart.toData({std::clamp(pixel.x(), area.left(), area.right()), std::clamp(pixel.y(), area.top(), area.bottom())}, m_area);
}

void HandleOverlay::choose(int group)
{
    if (group == m_chosen)
        return;
    m_chosen = group;
    Q_EMIT chosenChanged(group);
    update();
}

void HandleOverlay::focusHandle(int id)
{
    m_focused = id;
    if (const Handle* handle = find(id))
        choose(handle->group);
    describe();
    update();
}

void HandleOverlay::describe()
{
    const Handle* handle = find(m_focused);
    setAccessibleName(m_painting ? tr("Sheet to paint on") : handle ? handle->name : tr("Handles of the distributions"));
    setAccessibleDescription(m_painting ? tr("Paint with the mouse; Return finishes, Escape gives up")
                                        : tr("Arrows move, Page Up and Page Down change the weight, Delete removes, plus adds"));
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
}

bool HandleOverlay::press(QPointF pixel)
{
    const Handle* handle = handleAt(pixel);
    if (!handle) {
        choose(-1);
        m_focused = -1;
        update();
        return false;
    }
    m_dragged = handle->id;
    m_grip = pixelOf(*handle) - pixel;
    setFocus(Qt::MouseFocusReason);
    focusHandle(m_dragged);
    return true;
}

bool HandleOverlay::move(QPointF pixel)
{
    const Handle* handle = find(m_dragged);
    if (!handle) {
        hover(pixel);
        return false;
    }
    const QPointF off = pixel + m_grip - pixelOf(*handle);
    if (!m_active && std::hypot(off.x(), off.y()) < kLeastMovement)
        return false;
    m_active = true;
    Q_EMIT dragged(m_dragged, dataAt(pixel + m_grip));
    return false; // so that the cross-hair follows
}

bool HandleOverlay::release()
{
    if (m_dragged < 0)
        return false;
    m_dragged = -1;
    if (std::exchange(m_active, false))
        Q_EMIT gestureEnded();
    update();
    return true;
}

void HandleOverlay::hover(QPointF pixel)
{
    const Handle* handle = handleAt(pixel);
    const int id = handle ? handle->id : -1;
    if (id == m_hovered)
        return;
    m_hovered = id;
    QWidget* canvas = m_chart.canvas();
    if (handle)
        canvas->setCursor(handle->kind == Handle::Kind::Centre ? Qt::SizeAllCursor : Qt::PointingHandCursor);
    else
        canvas->unsetCursor();
    canvas->setToolTip(handle ? handle->name : QString());
    update();
}

bool HandleOverlay::paint(QEvent::Type type, const QMouseEvent& event)
{
    const QPointF pixel = event.position();
    if (type == QEvent::MouseButtonPress || type == QEvent::MouseButtonDblClick) {
        if (event.button() != Qt::LeftButton || !m_chart.areaRect(m_area).contains(pixel))
            return false;
        setFocus(Qt::MouseFocusReason);
        m_stroke = true;
        m_lastPainted = pixel;
        Q_EMIT painted(dataAt(pixel), true);
        return true;
    }
    if (type == QEvent::MouseMove) {
        const QPointF off = pixel - m_lastPainted;
        if (m_stroke && std::hypot(off.x(), off.y()) >= kStrokeStep) {
            m_lastPainted = pixel;
            Q_EMIT painted(dataAt(pixel), false);
        }
        return false;
    }
    if (std::exchange(m_stroke, false))
        Q_EMIT strokeEnded();
    return true;
}

bool HandleOverlay::mouse(QEvent::Type type, const QMouseEvent& event)
{
    if (!m_chart.message().isEmpty())
        return false;
    if (m_painting)
        return paint(type, event);
    if (type == QEvent::MouseMove)
        return move(event.position());
    if (event.button() != Qt::LeftButton)
        return false;
    if (type == QEvent::MouseButtonPress)
        return press(event.position());
    if (type == QEvent::MouseButtonRelease)
        return release();
    if (handleAt(event.position()))
        return press(event.position());
    if (!m_chart.areaRect(m_area).contains(event.position()))
        return false;
    setFocus(Qt::MouseFocusReason);
    Q_EMIT addRequested(dataAt(event.position()));
    return true;
}

bool HandleOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_chart && event->type() == QEvent::Resize)
        setGeometry(m_chart.rect());
    if (watched != m_chart.canvas())
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
        return mouse(event->type(), *static_cast<QMouseEvent*>(event));
    case QEvent::Leave:
        m_hovered = -1;
        update();
        return false;
    default:
        return false;
    }
}

bool HandleOverlay::nudge(int key, bool fine)
{
    const double size = fine ? kFine : 1;
    QPointF steps;
    switch (key) {
    case Qt::Key_Left: steps = {-size, 0}; break;
    case Qt::Key_Right: steps = {size, 0}; break;
    case Qt::Key_Up: steps = {0, size}; break;
    case Qt::Key_Down: steps = {0, -size}; break;
    default: return false;
    }
    m_active = true;
    Q_EMIT nudged(m_focused, steps);
    return true;
}

bool HandleOverlay::command(int key, bool fine)
{
    const Handle* handle = find(m_focused);
    if (key == Qt::Key_Plus || key == Qt::Key_Equal) {
        const QPointF beside(2 * kKnobDistance, 0);
        Q_EMIT addRequested(dataAt(handle ? m_chart.toPixel(handle->at, m_area) + beside : m_chart.areaRect(m_area).center()));
        return true;
    }
    if (!handle)
        return false;
    if (nudge(key, fine))
        return true;
    if (key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
        m_active = true;
        Q_EMIT weightNudged(handle->group, (key == Qt::Key_PageUp ? 1 : -1) * (fine ? kFine : 1));
    } else if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
        Q_EMIT removeRequested(handle->group);
    } else {
        return false;
    }
    return true;
}

void HandleOverlay::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (m_painting) {
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter)
            Q_EMIT paintingEnded(key != Qt::Key_Escape);
        return;
    }
    if (key == Qt::Key_Escape && m_dragged >= 0) {
        m_dragged = -1;
        m_active = false;
        Q_EMIT gestureCancelled();
    } else if (key == Qt::Key_Escape && m_chosen >= 0) {
        m_focused = -1;
        choose(-1);
    } else if (m_dragged >= 0 || !command(key, event->modifiers() & Qt::ShiftModifier)) {
        QWidget::keyPressEvent(event);
    }
}

void HandleOverlay::keyReleaseEvent(QKeyEvent* event)
{
    if (!event->isAutoRepeat() && m_dragged < 0 && std::exchange(m_active, false))
        Q_EMIT gestureEnded();
    QWidget::keyReleaseEvent(event);
}

bool HandleOverlay::focusNextPrevChild(bool next)
{
    std::vector<int> stops;
    for (const Handle& handle : m_handles)
        if (handle.tabStop)
            stops.push_back(handle.id);
    const auto at = std::find(stops.begin(), stops.end(), m_focused);
    const bool none = at == stops.end();
    if (m_painting || stops.empty() || (!none && (next ? at + 1 == stops.end() : at == stops.begin())))
        return QWidget::focusNextPrevChild(next);
    focusHandle(none ? (next ? stops.front() : stops.back()) : *(next ? at + 1 : at - 1));
    return true;
}

void HandleOverlay::focusInEvent(QFocusEvent* event)
{
    const bool tabbed = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (tabbed && !m_painting && !m_handles.empty()) {
        m_focused = -1;
        focusNextPrevChild(event->reason() == Qt::TabFocusReason);
    }
    QWidget::focusInEvent(event);
    update();
}

void HandleOverlay::focusOutEvent(QFocusEvent* event)
{
    if (m_dragged < 0 && std::exchange(m_active, false))
        Q_EMIT gestureEnded();
    QWidget::focusOutEvent(event);
    update();
}

bool HandleOverlay::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (!(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) && isCommand(key->key()) && (m_painting || m_focused >= 0)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void HandleOverlay::paintTrail(QPainter& painter) const
{
    QPolygonF pixels;
    for (const QPointF& point : m_trail)
        pixels.append(m_chart.toPixel(point, m_area));
    const Theme theme = m_chart.theme();
    const RoleStyle role = roleStyle(*m_painting, theme);
    if (m_joined) {
        paintOutline(painter, *m_painting, pixels, true, theme);
        return;
    }
    painter.setPen(QPen(surfaces(theme).card, 0.5));
    painter.setBrush(role.color);
    for (const QPointF& pixel : pixels)
        paintMarker(painter, role.marker, pixel, 6 * lineScale(theme));
}

void HandleOverlay::paintEvent(QPaintEvent*)
{
    if (!m_chart.message().isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(m_chart.areaRect(m_area).adjusted(-kHandleReach, -kHandleReach, kHandleReach, kHandleReach));
    if (m_painting)
        return paintTrail(painter);
    for (const HandleOutline& outline : m_outlines) {
        QPolygonF pixels;
        for (const QPointF& point : outline.line) {
            pixels.append(m_chart.toPixel(point, m_area));
            if (outline.lift)
                pixels.back().setY(m_chart.areaRect(m_area).bottom() - *outline.lift);
        }
        if (outline.group == m_chosen || outline.lift)
            paintOutline(painter, outline.role, pixels, outline.group == m_chosen, m_chart.theme());
    }
    for (const bool chosen : {false, true})
        for (const Handle& handle : m_handles)
            if ((handle.group == m_chosen) == chosen && reachable(handle)) {
                const HandleLook look{chosen, hasFocus() && handle.id == m_focused, handle.id == m_hovered || handle.id == m_dragged};
                const auto stem = handle.from ? std::optional(m_chart.toPixel(handle.at, m_area)) : std::nullopt;
                paintHandle(painter, handle, pixelOf(handle), stem, look, m_chart.theme());
            }
}

} // namespace realuid::widgets
