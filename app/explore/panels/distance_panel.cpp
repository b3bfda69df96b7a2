// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/panels/distance_panel.h"

#include "app/explore/panels/panel_words.h"
#include "app/shell/texts.h"
#include "widgets/heatmap_view.h"

#include <algorithm>

namespace realuid::studio
{
DistancePanel::DistancePanel(int dimension)
    : PicturePanel(distancePicture), m_dimension(dimension), m_view(new widgets::HeatmapView)
{
    const bool line = dimension == 1;
    m_view->setTitle(line ? phrase("Distance surface") : phrase("Distance map"));
    m_view->setAxisLabels(QStringLiteral("$x$"), line ? QStringLiteral("$t$") : QStringLiteral("$y$"),
                          line ? phrase("distance $l(t, x)$") : phrase("distance $l(t, x, y)$"));
    m_view->setEqualUnits(!line);
    connect(m_view, &widgets::PlotView::hovered, this, [this, line](double x, double y) {
        Q_EMIT pointed(line ? Pointer{std::clamp(y, 0.0, 1.0), x, {}} : Pointer{{}, x, y});
    });
    connect(m_view, &widgets::PlotView::hoverLeft, this, &ScenePanel::pointerLeft);
}

widgets::PlotView* DistancePanel::view() const { return m_view; }

void DistancePanel::setPointer(const Pointer& pointer)
{
    m_view->setCrosshair(pointer.x, m_dimension == 1 ? pointer.t : pointer.y);
}

void DistancePanel::fit(const FrameRequest&, const SceneRanges& ranges) { m_most = roundedUp(ranges.distanceMost); }

void DistancePanel::draw(const FrameRequest&, const DistancePicture& picture)
{
    m_view->setGrid(picture.grid, distanceColors(m_most), linesAbove(picture.lines, m_most));
}

void DistancePanel::markScene(const Scene& scene)
{
    if (m_dimension == 1)
        m_view->setMarkerLine(Qt::Horizontal, scene.view.t);
    m_subtitle = m_dimension == 1 ? QStringLiteral("l(t, x)") : words::atTime(scene);
    Q_EMIT subtitleChanged();
}

} // namespace realuid::studio
