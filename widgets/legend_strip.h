// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart_items.h"

namespace realuid::widgets
{

struct LegendEntry {
    enum class Sign { Line, Marker, Arrow };
    Role role = Role::Real;
    Sign sign = Sign::Line;
    QString label; ///< as Formula::mixed() reads it
};

/// Signs and labels in rows below a chart, as many rows as the width needs; no room without entries.
class LegendStrip : public QCPLayoutElement
{
public:
    explicit LegendStrip(QCustomPlot* plot);
    void setEntries(const std::vector<LegendEntry>& entries);
    void style(Theme theme);
    void update(UpdatePhase phase) override;

protected:
    void draw(QCPPainter* painter) override;
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;

private:
    struct Placed {
        LegendEntry entry;
        Formula label;
        QPointF at; ///< upper left corner within the strip
        double width = 0;
    };
    int rowHeight() const;
    void place(int width);

    std::vector<Placed> m_entries;
    Theme m_theme = Theme::Light;
};

} // namespace realuid::widgets
