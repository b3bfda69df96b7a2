// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/figure_source.h"
#include "core/game/convergence.h"
#include "widgets/band_view.h"

#include <memory>

namespace realuid::studio
{

/// "data-free UID", "realuid (0.94, 0.96) + GAN", as Formula::mixed() reads it.
QString contenderText(const game::Contender& contender);

/// A contender's curve over seeds; `place` among the others gives it its colour.
widgets::Band bandOf(const game::Contender& contender, std::size_t place, const std::vector<game::SpreadAt>& curve);

/// An empty picture of distances over updates.
std::unique_ptr<widgets::BandView> convergenceView();

/// What is on show elsewhere: the panel "convergence".
class ConvergenceFigure : public FigureSource
{
public:
    /// `view` must outlive this.
    ConvergenceFigure(widgets::PlotView& view, widgets::FigureNote note) : m_note(std::move(note)), m_panels{{QStringLiteral("convergence"), &view}} {}

    std::vector<FigurePanel> panels() const override { return m_panels; }
    widgets::FigureNote note() const override { return m_note; }

private:
    widgets::FigureNote m_note;
    std::vector<FigurePanel> m_panels;
};

/// Whether `toy --compare` made the folder.
bool isComparison(const QString& folder);
/// The figure of such a folder's compare.json. Error (File) where it cannot be read.
std::unique_ptr<FigureSource> comparisonFigure(const QString& folder);

} // namespace realuid::studio
