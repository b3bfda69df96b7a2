// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fusion_style.h"

#include "widgets/theme.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOptionSlider>

namespace realuid::widgets
{

FusionStyle::FusionStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void FusionStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::drawComplexControl(control, option, painter, widget);
    const Surfaces& s = surfaces(appliedTheme());
    painter->save();
    painter->fillRect(option->rect, s.background);
    if (bar->maximum > bar->minimum) {
        const bool held = (option->activeSubControls & SC_ScrollBarSlider) != 0;
        QColor color = s.quietText;
        color.setAlphaF(held ? 1.0f : 0.75f);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        const QRectF place = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
        const bool level = bar->orientation == Qt::Horizontal;
        const double side = (level ? place.height() : place.width()) / 4;
        const QRectF handle = level ? place.adjusted(1, side, -1, -side) : place.adjusted(side, 1, -side, -1);
        painter->drawRoundedRect(handle, side, side);
    }
    painter->restore();
}

} // namespace realuid::widgets
