// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/figure_source.h"
#include "core/api/engine.h"

#include <memory>

namespace realuid::studio
{

/// The panels that a run folder can have: "losses", "samples"; "convergence" (convergence_figure.h) where objectives were compared.
const QStringList& runPanelIds();

/// What a figure file of a run says about itself: program, run, objective, coefficients, seed.
widgets::FigureNote figureNote(const RunRequest& request);

/// Figures of a run whose views are on show elsewhere.
class LiveRunFigures : public FigureSource
{
public:
    LiveRunFigures(const RunRequest& request, std::vector<FigurePanel> panels) : m_note(figureNote(request)), m_panels(std::move(panels)) {}

    std::vector<FigurePanel> panels() const override { return m_panels; }
    widgets::FigureNote note() const override { return m_note; }

private:
    widgets::FigureNote m_note;
    std::vector<FigurePanel> m_panels;
};

/// Figures of a run folder: the losses of its metrics.jsonl and the newest sheet of samples. The note says what run.json
/// knows. Error (File) where the folder is no run, cannot be read, or has nothing to show yet.
std::unique_ptr<FigureSource> runFigures(const QString& folder);

} // namespace realuid::studio
