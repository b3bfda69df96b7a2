// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart_items.h"
#include "widgets/color_map.h"
#include "widgets/score_map.h"

/// Private to ScoreMap: what it draws beside lines and labels.
namespace realuid::widgets
{

/// Each score on a chip of its colour; where chips would touch, coloured dots without numbers.
class ChipsItem : public ChartItem
{
public:
    using ChartItem::ChartItem;
    std::vector<Score> scores;
    ColorScale scale;
    QFont font;
    QColor rim, none; ///< around chips; behind a dash where there is no number

    QSizeF chipSize() const; ///< pixels
    bool labelled() const;   ///< chips have room
    /// The chip, or the dot, of a score.
    QRectF place(const Score& score) const;
    const Score* at(QPointF pixel) const; ///< the topmost one there

protected:
    void draw(QCPPainter* painter) override;
};

/// A filled polygon in data coordinates.
class AreaItem : public ChartItem
{
public:
    using ChartItem::ChartItem;
    QPolygonF polygon;
    QBrush brush;
    QPen pen = QPen(Qt::NoPen);

protected:
    void draw(QCPPainter* painter) override;
};

/// The point that one sets: a ring, around a chip's rim where it is on one, at the frame where it is outside.
class OperatingPointItem : public ChartItem
{
public:
    OperatingPointItem(QCustomPlot* plot, QCPAxisRect* area, const ChipsItem& chips) : ChartItem(plot, area), m_chips(chips) {}
    std::optional<QPointF> at;
    QColor color, halo;
    double width = 2;
    bool focused = false;

protected:
    void draw(QCPPainter* painter) override;

private:
    void drawOutside(QCPPainter& painter, QPointF pixel) const;
    const ChipsItem& m_chips;
};

/// A label that reads upwards, its middle at `at` (pixels).
class UprightLabelItem : public FormulaItem
{
public:
    using FormulaItem::FormulaItem;

protected:
    void draw(QCPPainter* painter) override;
};

} // namespace realuid::widgets
