// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/score_items.h"

#include "widgets/number_table.h"

#include <cmath>

namespace realuid::widgets
{
namespace
{

constexpr double kDot = 7;    // pixels
constexpr double kRadius = 4; // of chips

QString numberOf(const Score& score) { return std::isfinite(score.value) ? shownNumber(score.value, 2) : QStringLiteral("–"); }

} // namespace

QSizeF ChipsItem::chipSize() const
{
    const QFontMetricsF metrics(font);
    return {std::ceil(metrics.horizontalAdvance(QStringLiteral("0.00"))) + 6, std::ceil(metrics.height()) + 2};
}

bool ChipsItem::labelled() const
{
    const QSizeF chip = chipSize();
    for (std::size_t i = 0; i < scores.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const QPointF off = pixel(scores[i].at) - pixel(scores[j].at);
            if (std::abs(off.x()) < chip.width() + 2 && std::abs(off.y()) < chip.height() + 2)
                return false;
        }
    return true;
}

QRectF ChipsItem::place(const Score& score) const
{
    const QSizeF size = labelled() ? chipSize() : QSizeF(kDot, kDot);
    const QPointF centre = pixel(score.at);
    return {centre - QPointF(size.width(), size.height()) / 2, size};
}

const Score* ChipsItem::at(QPointF pixel) const
{
    for (auto score = scores.rbegin(); score != scores.rend(); ++score)
        if (place(*score).contains(pixel))
            return &*score;
    return nullptr;
}

void ChipsItem::draw(QCPPainter* painter)
{
    const bool numbers = labelled();
    painter->setFont(font);
    for (const Score& score : scores) {
        const QRectF chip = place(score);
        const bool known = std::isfinite(score.value);
        if (!known && !numbers)
            continue;
        const QColor color = known ? QColor(scale.color(score.value)) : none;
        painter->setPen(QPen(rim, 1));
        painter->setBrush(color);
        if (!numbers) {
            painter->drawEllipse(chip);
            continue;
        }
        painter->drawRoundedRect(chip, kRadius, kRadius);
        painter->setPen(contrast(color, Qt::black) >= contrast(color, Qt::white) ? Qt::black : Qt::white);
        painter->drawText(chip, Qt::AlignCenter, numberOf(score));
    }
}

void AreaItem::draw(QCPPainter* painter)
{
    QPolygonF inPixels;
    for (const QPointF& point : polygon)
        inPixels << pixel(point);
    painter->setPen(pen);
    painter->setBrush(brush);
    painter->drawPolygon(inPixels);
}

void OperatingPointItem::draw(QCPPainter* painter)
{
    if (!at)
        return;
    const QPointF centre = pixel(*at);
    if (!QRectF(m_area->rect()).adjusted(-1, -1, 1, 1).contains(centre))
        return drawOutside(*painter, centre);
    QRectF ring(centre - QPointF(8, 8), QSizeF(16, 16));
    double radius = 8;
    bool onChip = false;
    for (const Score& score : m_chips.scores)
        if (m_chips.labelled() && QLineF(pixel(score.at), centre).length() < 0.5) {
            ring = m_chips.place(score).adjusted(-4, -4, 4, 4);
            radius = kRadius + 3;
            onChip = true;
        }
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(halo, width + 3));
    painter->drawRoundedRect(ring, radius, radius);
    painter->setPen(QPen(color, width));
    painter->drawRoundedRect(ring, radius, radius);
    if (focused)
        painter->drawRoundedRect(ring.adjusted(-4, -4, 4, 4), radius + 4, radius + 4);
    if (onChip)
        return;
    painter->setPen(QPen(halo, 1));
    painter->setBrush(color);
    painter->drawEllipse(centre, 3, 3);
}

// A triangle at the frame that points to where it is.
void OperatingPointItem::drawOutside(QCPPainter& painter, QPointF pixel) const
{
    const QRectF room = QRectF(m_area->rect()).adjusted(9, 9, -9, -9);
    const QPointF rim(std::clamp(pixel.x(), room.left(), room.right()), std::clamp(pixel.y(), room.top(), room.bottom()));
    const QPointF off = pixel - rim;
    const QPointF along = off / std::max(1e-9, std::hypot(off.x(), off.y())) * 8;
    const QPointF across(-along.y(), along.x());
    painter.setPen(QPen(halo, 1.5));
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF{rim + along, rim - along / 2 + across * 0.8, rim - along / 2 - across * 0.8});
}

void UprightLabelItem::draw(QCPPainter* painter)
{
    const Formula::Size size = formula.size(font);
    painter->save();
    painter->translate(at);
    painter->rotate(-90);
    painter->setPen(color);
    formula.paint(*painter, {-size.width / 2, (size.ascent - size.descent) / 2}, font);
    painter->restore();
}

} // namespace realuid::widgets
