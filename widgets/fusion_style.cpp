// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fusion_style.h"

#include "widgets/theme.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOptionSlider>

#include <algorithm>

namespace realuid::widgets
{
namespace
{
constexpr double kBoxRadius = 2.5;
constexpr double kHandleRadius = 6;

bool enabled(const QStyleOption& option) { return option.state.testFlag(QStyle::State_Enabled); }

QColor outlineOf(const QStyleOption& option)
{
    const Surfaces& s = surfaces(appliedTheme());
    if (!enabled(option))
        return s.rule;
    return option.state.testFlag(QStyle::State_HasFocus) ? s.accent : s.outline;
}

void frame(QPainter& painter, const QStyleOption& option, const QBrush& inside)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(outlineOf(option));
    painter.setBrush(inside);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), kBoxRadius, kBoxRadius);
    painter.restore();
}

/// A square with a tick, a bar where some of what it stands for is on, or nothing.
void checkBox(QPainter& painter, const QStyleOption& option)
{
    const Surfaces& s = surfaces(appliedTheme());
    const bool on = option.state.testFlag(QStyle::State_On), some = option.state.testFlag(QStyle::State_NoChange);
    const QColor chosen = enabled(option) ? s.accent : s.outline;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool held = option.state.testFlag(QStyle::State_Sunken);
    painter.setPen(on || some ? chosen : outlineOf(option));
    painter.setBrush(on || some ? chosen : held ? s.accentSoft : s.field);
    painter.drawRoundedRect(box, kBoxRadius, kBoxRadius);
    painter.setPen(QPen(s.onAccent, box.width() / 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&](double x, double y) { return QPointF(box.left() + x * box.width(), box.top() + y * box.height()); };
    if (some)
        painter.drawLine(at(0.26, 0.5), at(0.74, 0.5));
    else if (on)
        painter.drawPolyline(QPolygonF{at(0.22, 0.52), at(0.42, 0.72), at(0.78, 0.28)});
    painter.restore();
}

} // namespace

FusionStyle::FusionStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void FusionStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control == CC_ScrollBar && slider)
        return drawScrollBar(*slider, *painter, widget);
    if (control == CC_Slider && slider && slider->orientation == Qt::Horizontal)
        return drawSlider(*slider, *painter, widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    const auto* box = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    if (control == CC_SpinBox && box && box->frame)
        frame(*painter, *option, Qt::NoBrush);
}

void FusionStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    if (element == PE_IndicatorCheckBox)
        return checkBox(*painter, *option);
    if (element == PE_FrameLineEdit)
        return frame(*painter, *option, Qt::NoBrush);
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void FusionStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    if (element == CE_ProgressBarGroove)
        return frame(*painter, *option, surfaces(appliedTheme()).field);
    QProxyStyle::drawControl(element, option, painter, widget);
}

QSize FusionStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    QSize out = QProxyStyle::sizeFromContents(type, option, size, widget);
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (type == CT_PushButton && button && !button->text.isEmpty())
        out.setWidth(std::max(out.width(), size.width() + 2 * (kInside + kGrid)));
    return out;
}

void FusionStyle::drawScrollBar(const QStyleOptionSlider& bar, QPainter& painter, const QWidget* widget) const
{
    const Surfaces& s = surfaces(appliedTheme());
    painter.save();
    painter.fillRect(bar.rect, s.background);
    if (bar.maximum > bar.minimum) {
        const bool held = (bar.activeSubControls & SC_ScrollBarSlider) != 0;
        QColor color = s.quietText;
        color.setAlphaF(held ? 1.0f : 0.75f);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        const QRectF place = subControlRect(CC_ScrollBar, &bar, SC_ScrollBarSlider, widget);
        const bool level = bar.orientation == Qt::Horizontal;
        const double side = (level ? place.height() : place.width()) / 4;
        const QRectF handle = level ? place.adjusted(1, side, -1, -side) : place.adjusted(side, 1, -side, -1);
        painter.drawRoundedRect(handle, side, side);
    }
    painter.restore();
}

void FusionStyle::drawSlider(const QStyleOptionSlider& slider, QPainter& painter, const QWidget* widget) const
{
    const Surfaces& s = surfaces(appliedTheme());
    const QRectF groove = subControlRect(CC_Slider, &slider, SC_SliderGroove, widget);
    const QPointF at = QRectF(subControlRect(CC_Slider, &slider, SC_SliderHandle, widget)).center();
    const QColor chosen = enabled(slider) ? s.accent : s.outline;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintTrack(painter, groove.left(), groove.right(), at.y(), at.x(), chosen, enabled(slider) ? s.outline : s.rule);
    if (slider.state.testFlag(State_HasFocus)) {
        QColor ring = chosen;
        ring.setAlphaF(0.3f);
        painter.setBrush(ring);
        painter.drawEllipse(at, kHandleRadius + 3, kHandleRadius + 3);
    }
    painter.setPen(QPen(chosen, 2));
    painter.setBrush(slider.state.testFlag(State_Sunken) ? chosen : s.card);
    painter.drawEllipse(at, kHandleRadius, kHandleRadius);
    painter.restore();
}

} // namespace realuid::widgets
