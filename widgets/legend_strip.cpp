// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/legend_strip.h"

#include <QFontMetricsF>

namespace realuid::widgets
{
namespace
{

constexpr double kSign = 24; // width of a sign, units

} // namespace

LegendStrip::LegendStrip(QCustomPlot* plot) : QCPLayoutElement(plot)
{
    setLayer(QStringLiteral("axes"));
    setSizeConstraintRect(scrInnerRect);
    setMinimumMargins(QMargins(kInside, 0, kInside, 2));
}

void LegendStrip::setEntries(const std::vector<LegendEntry>& entries)
{
    m_entries.clear();
    for (const LegendEntry& entry : entries)
        if (!entry.label.isEmpty())
            m_entries.push_back({entry, Formula::mixed(entry.label), {}, 0});
}

void LegendStrip::style(Theme theme) { m_theme = theme; }

int LegendStrip::rowHeight() const { return static_cast<int>(chartFont(m_theme).pixelSize() * 1.6); }

void LegendStrip::place(int width)
{
    double x = 0, y = 0;
    for (Placed& each : m_entries) {
        each.width = kSign + 6 + each.label.size(chartFont(m_theme)).width;
        if (x > 0 && x + each.width > width) {
            x = 0;
            y += rowHeight();
        }
        each.at = {x, y};
        x += each.width + kBetween;
    }
    const int height = m_entries.empty() ? 0 : static_cast<int>(y) + rowHeight();
    setMinimumSize(0, height);
    setMaximumSize(QWIDGETSIZE_MAX, height);
}

void LegendStrip::update(UpdatePhase phase)
{
    if (phase == upPreparation)
        place(parentPlot()->viewport().width() - 2 * kInside);
    QCPLayoutElement::update(phase);
}

void LegendStrip::applyDefaultAntialiasingHint(QCPPainter* painter) const { painter->setAntialiasing(true); }

void LegendStrip::draw(QCPPainter* painter)
{
    const QFont font = chartFont(m_theme);
    for (const Placed& each : m_entries) {
        const RoleStyle role = roleStyle(each.entry.role, m_theme);
        const QPointF corner = QPointF(rect().topLeft()) + each.at;
        const QPointF middle = corner + QPointF(0, rowHeight() / 2.0);
        painter->setPen(each.entry.sign == LegendEntry::Sign::Arrow ? QPen(role.color, role.width) : role.pen());
        painter->setBrush(Qt::NoBrush);
        const QPointF end = middle + QPointF(kSign, 0);
        if (each.entry.sign == LegendEntry::Sign::Marker) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(role.color);
            paintMarker(*painter, role.marker, middle + QPointF(kSign / 2, 0), 8);
        } else {
            painter->drawLine(QLineF(middle, end));
        }
        if (each.entry.sign == LegendEntry::Sign::Arrow)
            painter->drawPolyline(QPolygonF{end + QPointF(-5, -3), end, end + QPointF(-5, 3)});
        painter->setPen(role.text);
        const Formula::Size size = each.label.size(font);
        each.label.paint(*painter, middle + QPointF(kSign + 6, (size.ascent - size.descent) / 2), font);
    }
}

} // namespace realuid::widgets
