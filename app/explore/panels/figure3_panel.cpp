// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/panels/figure3_panel.h"

#include "app/explore/panels/panel_words.h"
#include "app/shell/texts.h"
#include "widgets/heatmap_view.h"
#include "widgets/tiled_view.h"

#include <QLabel>

#include <algorithm>

namespace realuid::studio
{
namespace
{

std::array<DistancePicture, 4> surfaces(const FrameRequest& request)
{
    std::array<DistancePicture, 4> out;
    for (std::size_t i = 0; i < out.size(); ++i) {
        FrameRequest one = request;
        one.scene.loss = Loss{};
        one.scene.loss.alpha = Figure3Panel::kPairs[i].alpha;
        one.scene.loss.beta = Figure3Panel::kPairs[i].beta;
        out[i] = distancePicture(one);
    }
    return out;
}

Scene whatMatters(Scene scene)
{
    scene.loss = Loss{};
    scene.view = View{};
    return scene;
}

QString caption(const Figure3Panel::Pair& pair)
{
    return QStringLiteral("$\\alpha = %1$, $\\beta = %2$").arg(toQString(numberText(pair.alpha)), toQString(numberText(pair.beta)));
}

} // namespace

Figure3Panel::Figure3Panel() : PicturePanel(surfaces), m_view(new widgets::TiledView)
{
    m_view->setTitle(phrase("Figure 3: distance surfaces"));
    std::vector<widgets::TiledView::Tile> tiles;
    for (std::size_t i = 0; i < m_maps.size(); ++i) {
        auto* map = new widgets::HeatmapView;
        map->setTitle(caption(kPairs[i]));
        map->setAxisLabels(QStringLiteral("$x$"), QStringLiteral("$t$"), QStringLiteral("$l(t, x)$"));
        connect(map, &widgets::PlotView::hovered, this,
                [this](double x, double t) { Q_EMIT pointed({std::clamp(t, 0.0, 1.0), x, {}}); });
        connect(map, &widgets::PlotView::hoverLeft, this, &ScenePanel::pointerLeft);
        tiles.push_back({map, caption(kPairs[i])});
        m_maps[i] = map;
    }
    m_view->setTiles(std::move(tiles));
}

widgets::PlotView* Figure3Panel::view() const { return m_view; }

QWidget* Figure3Panel::makeControls()
{
    QString words = tr("From the paper: two 1-D Gaussians, t from noise to data, and the four cases α = β = 1, α = β < 1, β > α, β < α. "
                       "Chosen here, as its text lost them: the numbers and the layout.");
    for (const QChar sign : {u'=', u'<', u'>'}) // no line ends within a formula
        words.replace(QStringLiteral(" %1 ").arg(sign), QStringLiteral("\u00a0%1\u00a0").arg(sign));
    auto* note = new QLabel(words);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    return note;
}

void Figure3Panel::shareRanges(const std::vector<Scene>& scenes)
{
    std::vector<Scene> beside;
    for (const Scene& scene : scenes)
        beside.push_back(whatMatters(scene));
    if (beside != m_beside)
        m_shown.reset();
    m_beside = std::move(beside);
    PicturePanel::shareRanges(scenes);
}

void Figure3Panel::setScene(const Scene& scene, bool resting)
{
    Scene next = whatMatters(scene);
    if (m_shown == next && (m_shownRests || !resting)) {
        markScene(scene);
        Q_EMIT shown();
        return;
    }
    m_shown = std::move(next);
    m_shownRests = resting;
    PicturePanel::setScene(scene, resting);
}

void Figure3Panel::setPointer(const Pointer& pointer) { m_view->setCrosshair(pointer.x, pointer.t); }

void Figure3Panel::fit(const FrameRequest&, const SceneRanges&) { m_most = 0; }

void Figure3Panel::draw(const FrameRequest&, const std::array<DistancePicture, 4>& pictures)
{
    if (m_most == 0)
        for (const DistancePicture& picture : pictures)
            for (const double value : picture.grid.values)
                m_most = std::max(m_most, value);
    for (std::size_t i = 0; i < m_maps.size(); ++i)
        m_maps[i]->setGrid(pictures[i].grid, distanceColors(roundedUp(m_most)), linesAbove(pictures[i].lines, m_most));
}

void Figure3Panel::markScene(const Scene& scene)
{
    if (m_time == scene.view.t)
        return;
    m_time = scene.view.t;
    for (widgets::HeatmapView* map : m_maps)
        map->setMarkerLine(Qt::Horizontal, scene.view.t);
}

} // namespace realuid::studio
