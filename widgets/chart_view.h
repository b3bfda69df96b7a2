// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot_view.h"

#include <memory>
#include <vector>

class QCPAxis;
class QCPAxisRect;
class QCustomPlot;

namespace realuid::widgets
{

/// Ends of an axis; least < most.
struct AxisRange {
    double least = 0;
    double most = 1;
    bool operator==(const AxisRange&) const = default;
};

/// A view that draws with QCustomPlot: themed axes with true minus signs and typeset labels, cross-hair on a
/// buffered layer, painting onto any device. Derived views fill plot() and override style().
class ChartView : public PlotView
{
    Q_OBJECT
public:
    explicit ChartView(QWidget* parent = nullptr);
    ~ChartView() override;

    void setCrosshair(std::optional<double> x, std::optional<double> y) override;
    void paintFigure(QCPPainter& painter, const QSize& size, Theme theme, bool transparent) override;

    /// Repaints now; tests and time measurements use it, else repaints are queued and joined.
    void repaintNow();

    /// For what lies over the chart: areas count as they were added; positions are the view's own pixels.
    QWidget* canvas() const; ///< gets the mouse events of the plot
    QRectF areaRect(int area = 0) const;
    QPointF toPixel(QPointF at, int area = 0) const;
    QPointF toData(QPointF pixel, int area = 0) const;

Q_SIGNALS:
    void repainted(); ///< the picture, with ranges that may be new

protected:
    QCustomPlot* plot() const { return m_plot; }
    /// An axis rectangle with axes at the left and the bottom, hover and cross-hair; rows count from the top.
    QCPAxisRect* addAxisRect(int row, int column);
    /// `words` as Formula::mixed() reads them.
    void setAxisLabel(QCPAxis* axis, const QString& words);
    void queueReplot();
    /// Sets colours and widths of everything the view added, for the theme.
    virtual void style(Theme theme) = 0;
    /// Places labels and the like; called before each painting, when the layout is known.
    virtual void arrange() {}

    void themeChanged() override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Area;
    void styleAll(Theme theme);
    void removeGround(); ///< until the next styleAll()
    void hover(QPointF position);

    QCustomPlot* m_plot = nullptr;
    std::vector<std::unique_ptr<Area>> m_areas;
};

} // namespace realuid::widgets
