// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/scene.h"
#include "widgets/figure_export.h"

#include <QString>

namespace realuid::studio
{

/// What a figure file of a scene says about itself: program, scene as a link, coefficients, time.
widgets::FigureNote figureNote(const Scene& scene, const QString& name);

/// What `--export` asks for.
struct FigureRequest {
    QString path;                              ///< .pdf, .svg, .png or .gif
    QString panel = QStringLiteral("all");     ///< one of panelIds(), or "all" that Explore shows at first
    widgets::FigureOptions options;
    bool overwrite = false;
};

/// Faults of the request: suffix, panel, size and resolution; empty where it can be made. Whether the panel serves the scene
/// is known only when it is written.
std::vector<Fault> check(const FigureRequest& request);

/// Computes the scene in print detail and writes the figure; a .gif runs t from 0 to 1 in three seconds. GUI thread (no
/// window is needed); blocks until written. Error (Usage) lists faults, Error (Other) where the file cannot be written.
void writeSceneFigure(const Scene& scene, const QString& name, const FigureRequest& request);

} // namespace realuid::studio
