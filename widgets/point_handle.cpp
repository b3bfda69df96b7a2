// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/point_handle.h"

#include "widgets/plot_view.h"
#include "widgets/qcp.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace realuid::widgets
{
namespace
{
constexpr double kReach = 20; ///< pixels around the point in which a press takes it up
constexpr double kCatch = 6;  ///< pixels around a magnet
constexpr double kFine = 0.1, kCoarse = 10;

double distance(QPointF a, QPointF b) { return std::hypot(a.x() - b.x(), a.y() - b.y()); }

bool moves(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp ||
           key == Qt::Key_PageDown;
}

} // namespace

PointHandle::PointHandle(PlotView& view, QCustomPlot& plot, QCPAxisRect& area)
    : QObject(&view), m_view(view), m_plot(plot), m_area(area)
{
    view.setFocusPolicy(Qt::StrongFocus);
    view.installEventFilter(this);
    plot.installEventFilter(this);
}

QPointF PointHandle::pixelOf(QPointF data) const
{
    return {m_area.axis(QCPAxis::atBottom)->coordToPixel(data.x()), m_area.axis(QCPAxis::atLeft)->coordToPixel(data.y())};
}

void PointHandle::wish(QPointF to)
{
    m_held = true;
    Q_EMIT moved({std::clamp(to.x(), m_limits.left(), m_limits.right()), std::clamp(to.y(), m_limits.top(), m_limits.bottom())});
}

void PointHandle::press(QPointF pixel)
{
    const QPointF offset = pixelOf(*m_at) - pixel;
    const bool near = std::hypot(offset.x(), offset.y()) <= kReach;
    m_grip = near ? offset : QPointF();
    m_dragging = true;
    m_view.setFocus(Qt::MouseFocusReason);
    if (!near)
        drag(pixel);
}

void PointHandle::drag(QPointF pixel)
{
    const QRectF room(m_area.rect());
    QPointF to = pixel + m_grip;
    to = {std::clamp(to.x(), room.left(), room.right()), std::clamp(to.y(), room.top(), room.bottom())};
    const auto nearest = std::min_element(m_magnets.begin(), m_magnets.end(), [&](QPointF a, QPointF b) {
        return distance(pixelOf(a), to) < distance(pixelOf(b), to);
    });
    if (nearest != m_magnets.end() && distance(pixelOf(*nearest), to) <= kCatch)
        return wish(*nearest);
    wish({m_area.axis(QCPAxis::atBottom)->pixelToCoord(to.x()), m_area.axis(QCPAxis::atLeft)->pixelToCoord(to.y())});
}

void PointHandle::end()
{
    m_dragging = false;
    if (std::exchange(m_held, false))
        Q_EMIT ended();
}

bool PointHandle::key(int key, bool shifted)
{
    if (!m_at || !moves(key))
        return false;
    const double size = shifted ? kFine : 1;
    QPointF steps;
    switch (key) {
    case Qt::Key_Left: steps = {-size, 0}; break;
    case Qt::Key_Right: steps = {size, 0}; break;
    case Qt::Key_Up: steps = {0, size}; break;
    case Qt::Key_Down: steps = {0, -size}; break;
    default: {
        const double coarse = key == Qt::Key_PageUp ? kCoarse : -kCoarse;
        steps = shifted ? QPointF(coarse, 0) : QPointF(0, coarse);
    }
    }
    wish(*m_at + QPointF(steps.x() * m_step.x(), steps.y() * m_step.y()));
    return true;
}

bool PointHandle::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_plot && m_at && m_view.message().isEmpty()) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (event->type() == QEvent::MouseButtonPress && mouse->button() == Qt::LeftButton &&
            m_area.rect().contains(mouse->position().toPoint()))
            press(mouse->position());
        else if (event->type() == QEvent::MouseMove && m_dragging)
            drag(mouse->position());
        else if (event->type() == QEvent::MouseButtonRelease && m_dragging)
            end();
        return false;
    }
    if (watched != &m_view)
        return false;
    const auto* pressed = static_cast<QKeyEvent*>(event);
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (m_at && moves(pressed->key()) && !(pressed->modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
            event->accept();
        return false;
    case QEvent::KeyPress:
        return key(pressed->key(), pressed->modifiers() & Qt::ShiftModifier);
    case QEvent::KeyRelease:
        if (!pressed->isAutoRepeat() && !m_dragging)
            end();
        return false;
    case QEvent::FocusIn:
        Q_EMIT focusChanged();
        return false;
    case QEvent::FocusOut:
        end();
        Q_EMIT focusChanged();
        return false;
    default:
        return false;
    }
}

} // namespace realuid::widgets
