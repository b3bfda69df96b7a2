// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart_view.h"
#include "widgets/contours.h"
#include "widgets/formula.h"
#include "widgets/qcp.h"
#include "widgets/theme.h"

/// Private to the charts: what they draw beside QCustomPlot's own graphs. Items belong to their plot; coordinates
/// are those of the axis rectangle's left and bottom axes; each is clipped to it unless it says otherwise.
namespace realuid::widgets
{

class ChartItem : public QCPAbstractItem
{
public:
    ChartItem(QCustomPlot* plot, QCPAxisRect* area);
    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

protected:
    QPointF pixel(QPointF data) const;
    QCPAxisRect* m_area;
};

/// A typeset label, at an axis or at a place in pixels.
class FormulaItem : public ChartItem
{
public:
    FormulaItem(QCustomPlot* plot, QCPAxisRect* area);

    Formula formula;
    QColor color;
    QFont font;
    const QCPAxis* axis = nullptr; ///< the label of this axis, else at `at`
    QPointF at;                    ///< pixels, upper left corner
    QColor halo;                   ///< behind the type where valid
    QSizeF extent() const;

protected:
    void draw(QCPPainter* painter) override;
};

/// A picture whose first and last pixels are centred on the grid's ends.
class ImageItem : public ChartItem
{
public:
    using ChartItem::ChartItem;
    QImage image;
    QRectF range; ///< x0, y0, width, height of the grid in data coordinates

protected:
    void draw(QCPPainter* painter) override;
};

/// Lines in data coordinates. A halo makes them readable on any colour.
class LinesItem : public ChartItem
{
public:
    using ChartItem::ChartItem;
    std::vector<QPolygonF> lines;
    QPen pen;
    QPen halo = QPen(Qt::NoPen);
    bool ragged = false; ///< long and noisy: drawn quickly on screen, without joints and halo

protected:
    void draw(QCPPainter* painter) override;

private:
    void drawPieces(QCPPainter& painter) const;
};

/// Markers in data coordinates.
class MarkersItem : public ChartItem
{
public:
    using ChartItem::ChartItem;
    std::vector<QPointF> points;
    Marker marker = Marker::Circle;
    double size = 8;
    QPen pen = QPen(Qt::NoPen);
    QPen halo = QPen(Qt::NoPen);
    QBrush brush;

protected:
    void draw(QCPPainter* painter) override;
};

/// Arrows from points in data coordinates; vectors in pixels, upwards positive.
class ArrowsItem : public ChartItem
{
public:
    using ChartItem::ChartItem;
    std::vector<QPointF> from;
    std::vector<QPointF> vectors;
    QPen pen;
    QPen halo = QPen(Qt::NoPen);

protected:
    void draw(QCPPainter* painter) override;
};

/// Round ticks, as many as the axis has room for, with true minus signs and no more digits than the step has.
class NumberTicker : public QCPAxisTicker
{
public:
    explicit NumberTicker(const QCPAxis* axis) : m_axis(axis) {}

protected:
    double getTickStep(const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) override;

private:
    const QCPAxis* m_axis;
    double m_step = 1;
};

/// Ticks at powers of ten, written as such where they are long; where hardly one of them is in range, at 1, 2 and 5 of each or at
/// round values. Labels have the digits that tell them apart.
class PowerTicker : public QCPAxisTickerLog
{
public:
    explicit PowerTicker(const QCPAxis* axis) : m_axis(axis) {}

protected:
    QVector<double> createTickVector(double tickStep, const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) override;

private:
    QVector<double> allTicks(double tickStep, const QCPRange& range);
    const QCPAxis* m_axis;
};

/// Type of charts in the units of plot_view.h.
QFont chartFont(Theme theme);
/// Lines, ticks and numbers of an axis.
void styleAxis(QCPAxis* axis, Theme theme);
/// An axis rectangle without any axis but those wanted, without grid.
QCPAxisRect* plainAxisRect(QCustomPlot* plot, std::initializer_list<QCPAxis::AxisType> axes);

/// Moves the rectangle within its axes to `inner` until the next layout. Call it in arrange().
void placeInside(QCPAxisRect& area, const QRect& inner);
/// Sets left and bottom axis to these ranges with equal units on both, in the middle of the rectangle: room to spare stays empty.
/// Call it in arrange(), when the rectangle has its size.
void setEqualUnits(QCPAxisRect& area, AxisRange x, AxisRange y);

} // namespace realuid::widgets
