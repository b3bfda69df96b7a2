// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/track_slider.h"

#include "widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace realuid::widgets
{
namespace
{

constexpr double kHandle = 7;  // radius
constexpr double kBand = 10;   // height
constexpr double kFine = 0.1;  // of a step
constexpr double kCoarse = 10; // steps

} // namespace

TrackSlider::TrackSlider(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void TrackSlider::configure(Range span, double step, Scale scale, bool wholeNumbers)
{
    m_span = span;
    m_step = step;
    m_scale = scale;
    m_whole = wholeNumbers;
    setValue(m_value);
}

void TrackSlider::setBand(Range band)
{
    m_band = band;
    update();
}

void TrackSlider::setValue(double value)
{
    m_value = std::clamp(std::isfinite(value) ? value : m_span.least, m_span.least, m_span.most);
    setAccessibleDescription(shownValue());
    update();
}

QString TrackSlider::shownValue() const { return QString::fromStdString(numberText(m_value)); }

QSize TrackSlider::sizeHint() const { return {160, 20}; }
QSize TrackSlider::minimumSizeHint() const { return {60, 20}; }

double TrackSlider::positionOf(double value) const
{
    const double place = m_scale == Scale::Logarithmic ? std::log(value / m_span.least) / std::log(m_span.most / m_span.least)
                                                       : (value - m_span.least) / (m_span.most - m_span.least);
    return std::clamp(place, 0.0, 1.0);
}

double TrackSlider::valueAt(double position) const
{
    const double place = std::clamp(position, 0.0, 1.0);
    return m_scale == Scale::Logarithmic ? m_span.least * std::pow(m_span.most / m_span.least, place)
                                         : m_span.least + place * (m_span.most - m_span.least);
}

double TrackSlider::groovePixel(double position) const { return kHandle + 1 + position * (width() - 2 * kHandle - 2); }

// Rounded to what a finer step can reach, so that values read 0.94 and not 0.9400000000000001.
void TrackSlider::take(double value)
{
    double rounded = value;
    if (m_whole) {
        rounded = std::round(value);
    } else if (m_scale == Scale::Linear) {
        const double digits = std::ceil(-std::log10(m_step * kFine) - 1e-9);
        const double power = std::pow(10.0, std::abs(digits));
        rounded = digits >= 0 ? std::round(value * power) / power : std::round(value / power) * power;
    } else {
        const double power = std::pow(10.0, 3 - std::floor(std::log10(value)));
        rounded = std::round(value * power) / power;
    }
    setValue(rounded);
}

void TrackSlider::stepBy(double steps)
{
    const double before = m_value;
    if (m_whole)
        steps = steps > 0 ? std::max(1.0, steps) : std::min(-1.0, steps);
    if (m_scale == Scale::Logarithmic && !m_whole) { // twenty steps a decade, on a fixed raster
        const double raster = std::abs(steps) < 1 ? 20 / kFine : 20;
        take(std::pow(10.0, std::round(std::log10(m_value) * raster + steps * raster / 20) / raster));
    } else {
        take(m_value + steps * m_step);
    }
    if (m_value != before)
        Q_EMIT changed(m_value);
}

void TrackSlider::keyPressEvent(QKeyEvent* event)
{
    const double size = event->modifiers() & Qt::ShiftModifier ? kFine : 1;
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Up:
        return stepBy(size);
    case Qt::Key_Left:
    case Qt::Key_Down:
        return stepBy(-size);
    case Qt::Key_PageUp:
        return stepBy(kCoarse);
    case Qt::Key_PageDown:
        return stepBy(-kCoarse);
    case Qt::Key_Home:
    case Qt::Key_End:
        setValue(event->key() == Qt::Key_Home ? m_span.least : m_span.most);
        Q_EMIT changed(m_value);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void TrackSlider::wheelEvent(QWheelEvent* event)
{
    if (!hasFocus()) {
        event->ignore(); // so that a panel scrolls under the pointer
        return;
    }
    stepBy((event->angleDelta().y() / 120.0) * (event->modifiers() & Qt::ShiftModifier ? kFine : 1));
    event->accept();
}

void TrackSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const double handle = groovePixel(positionOf(m_value));
    const bool onHandle = std::abs(event->position().x() - handle) <= kHandle + 2;
    m_grip = onHandle ? event->position().x() - handle : 0;
    m_dragging = true;
    m_moved = false;
    if (!onHandle)
        drag(event->position().x());
}

void TrackSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragging)
        drag(event->position().x());
}

void TrackSlider::drag(double x)
{
    const double before = m_value;
    take(valueAt((x - m_grip - kHandle - 1) / std::max(1.0, width() - 2 * kHandle - 2)));
    if (m_value == before)
        return;
    m_moved = true;
    Q_EMIT changing(m_value);
}

void TrackSlider::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_dragging)
        return;
    m_dragging = false;
    update();
    if (m_moved)
        Q_EMIT changed(m_value);
}

void TrackSlider::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT defaultRequested();
}

void TrackSlider::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    const QColor accent = palette().color(group, QPalette::Highlight);
    const Surfaces& s = surfaces(appliedTheme());
    const double y = height() / 2.0, left = groovePixel(0), at = groovePixel(positionOf(m_value));
    if (std::isfinite(m_band.least) || std::isfinite(m_band.most)) {
        QColor band = accent;
        band.setAlphaF(0.28f);
        const double from = groovePixel(positionOf(std::max(m_band.least, m_span.least)));
        const double to = groovePixel(positionOf(std::min(m_band.most, m_span.most)));
        painter.setPen(Qt::NoPen);
        painter.setBrush(band);
        painter.drawRoundedRect(QRectF(from - 1, y - kBand / 2, to - from + 2, kBand), kBand / 2, kBand / 2);
    }
    paintTrack(painter, left, groovePixel(1), y, at, accent, isEnabled() ? s.outline : s.rule);
    if (hasFocus()) {
        QColor ring = accent;
        ring.setAlphaF(0.3f);
        painter.setBrush(ring);
        painter.drawEllipse(QPointF(at, y), kHandle + 2.5, kHandle + 2.5);
    }
    painter.setPen(QPen(accent, 2));
    painter.setBrush(m_dragging ? accent : palette().color(QPalette::Base));
    painter.drawEllipse(QPointF(at, y), kHandle - 1, kHandle - 1);
}

} // namespace realuid::widgets
