// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/figure_request.h"
#include "app/export/figure_source.h"

#include <functional>

namespace realuid::studio
{

/// Told after each picture of an animation; false stops. `total` counts the pictures of all files.
using FigureProgress = std::function<bool(int done, int total)>;

/// The panels that the request names, in its order; without names those that the source has chosen. Error (Usage) names
/// those there are where one is unknown, or where there is none.
std::vector<FigurePanel> wantedPanels(const FigureSource& source, const QStringList& names);

/// Everything that writeFigure() will write, data files included: those of the tables that the views have now.
QStringList figureFiles(const FigureSource& source, const FigureRequest& request);

/// Writes every file of the request and returns their names. Each is written under a temporary name and renamed when it is
/// whole. Error (Usage) lists faults, files that exist and axes that the source has not, before anything is written; Error
/// (Stopped) where `progress` said so; Error (File, Other) where a file cannot be written. GUI thread; blocks.
QStringList writeFigure(FigureSource& source, const FigureRequest& request, const FigureProgress& progress = {});

} // namespace realuid::studio
