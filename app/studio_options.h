// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/figure_request.h"

#include <QStringList>

#include <optional>

namespace realuid::studio
{

/// The command line of realuid-studio, parsed.
struct StudioOptions {
    QString file;  ///< scene file, preset, link, checkpoint or run folder; may be empty
    QString page;  ///< may be empty
    QString list;  ///< "panels" or "scenes": print and end
    QString screenshot;
    std::optional<FigureRequest> figure; ///< --export
    std::optional<widgets::Theme> theme;
    bool help = false;
    bool version = false;
};

/// `arguments` without the program's name. Error (Usage) lists every fault.
StudioOptions parseStudioOptions(const QStringList& arguments);

/// What --help prints.
QString studioHelp();

} // namespace realuid::studio
