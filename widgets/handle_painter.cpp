// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/handle_painter.h"

#include <QPainter>

namespace realuid::widgets
{
namespace
{
constexpr double kCentreSize = 11, kChosenSize = 13, kEdgeSize = 8, kBarWidth = 5, kBarHeight = 14;
constexpr double kRing = 5; ///< between a handle and the ring that says that keys go to it

double sizeOf(const Handle& handle, const HandleLook& look)
{
    if (handle.kind != Handle::Kind::Centre)
        return kEdgeSize + (look.hovered ? 2 : 0);
    return look.chosen || look.hovered ? kChosenSize : kCentreSize;
}

} // namespace

void paintHandle(QPainter& painter, const Handle& handle, QPointF pixel, std::optional<QPointF> stem, HandleLook look, Theme theme)
{
    const RoleStyle role = roleStyle(handle.role, theme);
    const Surfaces& s = surfaces(theme);
    const double size = sizeOf(handle, look) * lineScale(theme), rim = 1.5 * lineScale(theme);
    if (stem) {
        painter.setPen(QPen(s.card, 3 * lineScale(theme)));
        painter.drawLine(*stem, pixel);
        painter.setPen(QPen(role.color, lineScale(theme)));
        painter.drawLine(*stem, pixel);
    }
    if (look.focused) {
        painter.setPen(QPen(s.card, 2 * rim + 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(pixel, size / 2 + kRing, size / 2 + kRing);
        painter.setPen(QPen(s.accent, rim));
        painter.drawEllipse(pixel, size / 2 + kRing, size / 2 + kRing);
    }
    if (handle.kind == Handle::Kind::Centre) {
        painter.setPen(QPen(s.card, rim, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(role.color);
        paintMarker(painter, role.marker, pixel, size);
        return;
    }
    painter.setPen(QPen(role.color, rim));
    painter.setBrush(handle.kind == Handle::Kind::Knob ? role.color : s.card);
    if (handle.lift && handle.kind == Handle::Kind::Edge) {
        const double width = kBarWidth * lineScale(theme) + (look.hovered ? 2 : 0), height = kBarHeight * lineScale(theme);
        painter.drawRoundedRect(QRectF(pixel.x() - width / 2, pixel.y() - height / 2, width, height), 2, 2);
    } else {
        painter.drawEllipse(pixel, size / 2, size / 2);
    }
}

void paintOutline(QPainter& painter, Role role, const QPolygonF& pixels, bool chosen, Theme theme)
{
    const Surfaces& s = surfaces(theme);
    const double width = (chosen ? 2 : 1.5) * lineScale(theme);
    QColor halo = s.card;
    halo.setAlphaF(0.7f);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(halo, width + 2 * lineScale(theme)));
    painter.drawPolyline(pixels);
    QColor color = roleStyle(role, theme).color;
    color.setAlphaF(chosen ? 1 : 0.85f);
    painter.setPen(QPen(color, width));
    painter.drawPolyline(pixels);
}

} // namespace realuid::widgets
