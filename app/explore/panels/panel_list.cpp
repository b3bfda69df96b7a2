// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/panels/panel_list.h"

#include "app/explore/panels/alpha_beta_panel.h"
#include "app/explore/panels/densities_panel.h"
#include "app/explore/panels/distance_panel.h"
#include "app/explore/panels/fields_panel.h"
#include "app/explore/panels/landscape_panel.h"
#include "app/explore/panels/surface_panel.h"
#include "app/explore/panels/trajectories_panel.h"
#include "app/explore/panels/vector_field_panel.h"
#include "app/explore/panels/figure3_panel.h"
#include "core/api/text.h"

#include <algorithm>

namespace realuid::studio
{
namespace
{

std::unique_ptr<ScenePanel> makeDensities(int dimension)
{
    if (dimension == 1)
        return std::make_unique<DensitiesPanel>();
    return std::make_unique<FieldsPanel>();
}

std::unique_ptr<ScenePanel> makeDistance(int dimension) { return std::make_unique<DistancePanel>(dimension); }

std::unique_ptr<ScenePanel> makeSurface(int dimension) { return std::make_unique<SurfacePanel>(dimension); }

std::unique_ptr<ScenePanel> makeTrajectories(int dimension) { return std::make_unique<TrajectoriesPanel>(dimension); }
std::unique_ptr<ScenePanel> makeField(int dimension) { return std::make_unique<VectorFieldPanel>(dimension); }
std::unique_ptr<ScenePanel> makeLandscape(int) { return std::make_unique<LandscapePanel>(); }
std::unique_ptr<ScenePanel> makeAlphaBeta(int) { return std::make_unique<AlphaBetaPanel>(); }
std::unique_ptr<ScenePanel> makeFigure3(int) { return std::make_unique<Figure3Panel>(); }

constexpr PanelKind kKinds[] = {
    // id, title, 1-D, 2-D, shown by default, maker
    {"densities", REALUID_TEXT("Densities and fields"), true, true, true, makeDensities},
    {"distance", REALUID_TEXT("Distance map"), true, true, true, makeDistance},
    {"surface", REALUID_TEXT("Distance in space"), true, true, false, makeSurface},
    {"trajectories", REALUID_TEXT("Trajectories"), true, true, false, makeTrajectories},
    {"field", REALUID_TEXT("Vector field"), true, true, false, makeField},
    {"landscape", REALUID_TEXT("Loss landscape"), true, true, false, makeLandscape},
    {"alpha-beta", REALUID_TEXT("Coefficients"), true, true, false, makeAlphaBeta},
    {"figure3", REALUID_TEXT("Figure 3 of the paper"), true, false, false, makeFigure3},
};

} // namespace

std::span<const PanelKind> panelKinds() { return kKinds; }

const PanelKind* findPanelKind(const QString& id)
{
    const auto found = std::find_if(std::begin(kKinds), std::end(kKinds),
                                    [&](const PanelKind& kind) { return QString::fromLatin1(kind.id) == id; });
    return found == std::end(kKinds) ? nullptr : found;
}

QStringList panelIds()
{
    QStringList ids;
    for (const PanelKind& kind : kKinds)
        ids += QString::fromLatin1(kind.id);
    return ids;
}

} // namespace realuid::studio
