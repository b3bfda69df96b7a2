// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/scene_panel.h"

#include <QStringList>

#include <memory>
#include <span>

namespace realuid::studio
{

/// One kind of panel. Adding a row to the table in panel_list.cpp adds it to Explore, its menu, figures and --list panels.
struct PanelKind {
    const char* id;           ///< as --panel and settings know it; the same as ScenePanel::id()
    const char* title;        ///< as the menu shows it; REALUID_TEXT, see phrase()
    bool line, plane;         ///< serves scenes in 1-D, in 2-D
    bool shownByDefault;
    std::unique_ptr<ScenePanel> (*make)(int dimension);

    bool serves(int dimension) const { return dimension == 1 ? line : plane; }
};

/// In the order in which they are shown.
std::span<const PanelKind> panelKinds();

/// Null where there is none.
const PanelKind* findPanelKind(const QString& id);

/// The ids of all kinds.
QStringList panelIds();

} // namespace realuid::studio
