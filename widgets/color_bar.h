// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart_items.h"
#include "widgets/color_map.h"

namespace realuid::widgets
{

/// The scale beside a map: colours, ticks, quantity (as its axis' label). Private to the charts.
class ColorBar
{
public:
    /// In the plot's layout at (row, column), as high as `beside`.
    ColorBar(QCustomPlot* plot, QCPAxisRect* beside, int row, int column);
    void setScale(const ColorScale& scale);
    void follow(); ///< goes to where `beside` has gone since the layout; for arrange()
    void style(Theme theme);
    QCPAxis* axis() const; ///< at the right

private:
    QCPAxisRect* m_area = nullptr;
    QCPAxisRect* m_beside = nullptr;
    ImageItem* m_image = nullptr;
};

} // namespace realuid::widgets
