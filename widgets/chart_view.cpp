// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart_view.h"

#include "widgets/chart_items.h"

#include <QMouseEvent>

namespace realuid::widgets
{

struct ChartView::Area {
    QCPAxisRect* rect = nullptr;
    QCPItemStraightLine* vertical = nullptr;
    QCPItemStraightLine* horizontal = nullptr;
    std::vector<FormulaItem*> labels;
};

namespace
{

QCPItemStraightLine* overlayLine(QCustomPlot* plot, QCPAxisRect* area)
{
    auto* line = new QCPItemStraightLine(plot);
    line->setLayer(QStringLiteral("overlay"));
    line->setClipAxisRect(area);
    line->setSelectable(false);
    for (QCPItemPosition* end : {line->point1, line->point2}) {
        end->setAxisRect(area);
        end->setAxes(area->axis(QCPAxis::atBottom), area->axis(QCPAxis::atLeft));
    }
    line->setVisible(false);
    return line;
}

} // namespace

ChartView::ChartView(QWidget* parent) : PlotView(parent), m_plot(new QCustomPlot(this))
{
    m_plot->setGeometry(rect());
    m_plot->lower();
    m_plot->plotLayout()->clear();
    m_plot->setPlottingHints(QCP::phCacheLabels);
    m_plot->setMouseTracking(true);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->installEventFilter(this);
    connect(m_plot, &QCustomPlot::afterLayout, this, [this] {
        // Margins follow the ticks, ticks the room that the margins leave: once round before it counts.
        const auto tick = [this] {
            for (QCPAxisRect* each : m_plot->axisRects())
                each->update(QCPLayoutElement::upPreparation);
        };
        tick();
        m_plot->plotLayout()->update(QCPLayoutElement::upMargins);
        m_plot->plotLayout()->update(QCPLayoutElement::upLayout);
        tick();
        arrange();
    });
    connect(m_plot, &QCustomPlot::afterReplot, this, &ChartView::repainted);
}

ChartView::~ChartView() = default;

QCPAxisRect* ChartView::addAxisRect(int row, int column)
{
    QCPAxisRect* rect = plainAxisRect(m_plot, {QCPAxis::atLeft, QCPAxis::atBottom});
    m_plot->plotLayout()->addElement(row, column, rect);
    auto area = std::make_unique<Area>();
    area->rect = rect;
    area->vertical = overlayLine(m_plot, rect);
    area->horizontal = overlayLine(m_plot, rect);
    m_areas.push_back(std::move(area));
    return rect;
}

void ChartView::setAxisLabel(QCPAxis* axis, const QString& words)
{
    // QCustomPlot keeps the room for a blank, the item paints the typeset label into it.
    axis->setLabel(words.isEmpty() ? QString() : QStringLiteral(" "));
    const auto label = [&]() -> FormulaItem* {
        for (const auto& area : m_areas)
            for (FormulaItem* item : area->labels)
                if (item->axis == axis)
                    return item;
        auto* item = new FormulaItem(m_plot, axis->axisRect());
        item->axis = axis;
        m_areas.front()->labels.push_back(item);
        return item;
    }();
    label->formula = Formula::mixed(words);
    label->font = chartFont(theme());
    label->color = surfaces(theme()).text;
}

void ChartView::styleAll(Theme theme)
{
    const Surfaces& s = surfaces(theme);
    m_plot->setBackground(QBrush(s.card));
    for (QCPAxisRect* rect : m_plot->axisRects())
        for (QCPAxis* axis : rect->axes())
            styleAxis(axis, theme);
    for (const auto& area : m_areas) {
        for (QCPItemStraightLine* line : {area->vertical, area->horizontal})
            line->setPen(QPen(s.quietText, lineScale(theme), Qt::DashLine));
        for (FormulaItem* label : area->labels) {
            label->font = chartFont(theme);
            label->color = s.text;
        }
    }
    style(theme);
}

void ChartView::themeChanged()
{
    styleAll(theme());
    queueReplot();
}

void ChartView::queueReplot()
{
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ChartView::repaintNow() { m_plot->replot(QCustomPlot::rpImmediateRefresh); }

QWidget* ChartView::canvas() const { return m_plot; }

QRectF ChartView::areaRect(int area) const { return m_areas[static_cast<std::size_t>(area)]->rect->rect(); }

QPointF ChartView::toPixel(QPointF at, int area) const
{
    const QCPAxisRect* rect = m_areas[static_cast<std::size_t>(area)]->rect;
    return {rect->axis(QCPAxis::atBottom)->coordToPixel(at.x()), rect->axis(QCPAxis::atLeft)->coordToPixel(at.y())};
}

QPointF ChartView::toData(QPointF pixel, int area) const
{
    const QCPAxisRect* rect = m_areas[static_cast<std::size_t>(area)]->rect;
    return {rect->axis(QCPAxis::atBottom)->pixelToCoord(pixel.x()), rect->axis(QCPAxis::atLeft)->pixelToCoord(pixel.y())};
}

void ChartView::setCrosshair(std::optional<double> x, std::optional<double> y)
{
    for (const auto& area : m_areas) {
        area->vertical->setVisible(x.has_value());
        area->horizontal->setVisible(y.has_value());
        if (x) {
            area->vertical->point1->setCoords(*x, 0);
            area->vertical->point2->setCoords(*x, 1);
        }
        if (y) {
            area->horizontal->point1->setCoords(0, *y);
            area->horizontal->point2->setCoords(1, *y);
        }
    }
    m_plot->layer(QStringLiteral("overlay"))->replot();
}

void ChartView::paintFigure(QCPPainter& painter, const QSize& size, Theme theme, bool transparent)
{
    QCPLayer* overlay = m_plot->layer(QStringLiteral("overlay"));
    overlay->setVisible(false);
    styleAll(theme);
    if (transparent)
        removeGround();
    painter.save();
    m_plot->toPainter(&painter, size.width(), size.height());
    painter.restore();
    overlay->setVisible(true);
    styleAll(this->theme());
    queueReplot();
}

void ChartView::removeGround()
{
    m_plot->setBackground(QBrush(Qt::NoBrush));
    const auto pictured = [&](int i) {
        const auto* picture = dynamic_cast<const ImageItem*>(m_plot->item(i));
        return picture && !picture->image.isNull();
    };
    for (int i = 0; i < m_plot->itemCount(); ++i)
        if (pictured(i))
            return; // labels lie on a map and need theirs
    for (int i = 0; i < m_plot->itemCount(); ++i)
        if (auto* label = dynamic_cast<FormulaItem*>(m_plot->item(i)))
            label->halo = QColor();
}

void ChartView::resizeEvent(QResizeEvent* event)
{
    m_plot->setGeometry(rect());
    PlotView::resizeEvent(event);
}

bool ChartView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_plot && event->type() == QEvent::MouseMove)
        hover(static_cast<QMouseEvent*>(event)->position());
    else if (watched == m_plot && event->type() == QEvent::Leave)
        Q_EMIT hoverLeft();
    return PlotView::eventFilter(watched, event);
}

void ChartView::hover(QPointF position)
{
    for (const auto& area : m_areas)
        if (area->rect->rect().contains(position.toPoint())) {
            Q_EMIT hovered(area->rect->axis(QCPAxis::atBottom)->pixelToCoord(position.x()),
                           area->rect->axis(QCPAxis::atLeft)->pixelToCoord(position.y()));
            return;
        }
    Q_EMIT hoverLeft();
}

} // namespace realuid::widgets
