// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart_view.h"

#include <vector>

namespace realuid::widgets
{

/// Live curves over a step count: losses, gradient norms, judgements. Each value thin, the running mean thick.
/// A million points a series stay quick: append() is O(1), drawing is by least and most of each pixel column.
class CurveView : public ChartView
{
    Q_OBJECT
public:
    explicit CurveView(QWidget* parent = nullptr);
    ~CurveView() override;

    /// Returns the series' number, from 0. `label` as Formula::mixed() reads it.
    int addSeries(Role role, const QString& label);
    /// Steps of one series must not decrease. A value that is not finite leaves a gap.
    void append(int series, double step, double value);
    void clear(); ///< forgets values and events, keeps the series

    /// A named vertical line: "alpha 0.94 → 0.98".
    void addEvent(double step, const QString& text);
    /// Logarithmic ordinate; values that are not positive are left out of it.
    void setLogarithmic(bool on);
    /// Updates that the running mean remembers; 0 draws no mean and the values themselves thick. Default 25.
    /// Counts for what is appended from then on.
    void setSmoothing(int updates);
    void setAxisLabels(const QString& x, const QString& y);

    /// A table a series, named by its role: step, value; every value that was appended.
    std::vector<DataTable> data() const override;
    void paintFigure(QCPPainter& painter, const QSize& size, Theme theme, bool transparent) override;

protected:
    void style(Theme theme) override;
    void arrange() override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace realuid::widgets
