// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/panels/surface_panel.h"

#include "app/explore/panels/panel_words.h"
#include "app/shell/texts.h"
#include "widgets/surface_view.h"

#include <algorithm>

namespace realuid::studio
{
namespace
{
constexpr double kDecades = 1e-4; ///< heights span four powers of ten below the largest value
}

SurfacePanel::SurfacePanel(int dimension) : PicturePanel(distancePicture), m_dimension(dimension), m_view(new widgets::SurfaceView)
{
    const bool line = dimension == 1;
    m_view->setTitle(phrase("Distance in space"));
    m_view->setAxisLabels(QStringLiteral("$x$"), line ? QStringLiteral("$t$") : QStringLiteral("$y$"),
                          line ? phrase("distance $l(t, x)$") : phrase("distance $l(t, x, y)$"));
    connect(m_view, &widgets::PlotView::hovered, this, [this, line](double x, double y) {
        Q_EMIT pointed(line ? Pointer{std::clamp(y, 0.0, 1.0), x, {}} : Pointer{{}, x, y});
    });
    connect(m_view, &widgets::PlotView::hoverLeft, this, &ScenePanel::pointerLeft);
    connect(m_view, &widgets::SurfaceView::turned, this, &ScenePanel::choicesChanged);
    connect(m_view, &widgets::SurfaceView::pictured, this, &ScenePanel::shown);
}

widgets::PlotView* SurfacePanel::view() const { return m_view; }

bool SurfacePanel::settled() const { return PicturePanel::settled() && m_view->settled(); }

void SurfacePanel::setPointer(const Pointer& pointer)
{
    m_view->setCrosshair(pointer.x, m_dimension == 1 ? pointer.t : pointer.y);
}

void SurfacePanel::takeChoices(const ScenePanel& other) { m_view->setOrbit(static_cast<const SurfacePanel&>(other).m_view->orbit()); }

void SurfacePanel::fit(const FrameRequest&, const SceneRanges& ranges) { m_most = roundedUp(ranges.distanceMost); }

void SurfacePanel::draw(const FrameRequest&, const DistancePicture& picture)
{
    std::vector<widgets::Contour> lines = picture.lines;
    std::erase_if(lines, [&](const widgets::Contour& line) { return line.level <= m_most * kDecades || line.level >= m_most; });
    m_view->setSurface(picture.grid, {.map = widgets::ColorMap::Viridis, .least = m_most * kDecades, .most = m_most, .logarithmic = true},
                       std::move(lines));
}

void SurfacePanel::markScene(const Scene& scene)
{
    if (m_dimension == 1)
        m_view->setMarkerLine(Qt::Horizontal, scene.view.t);
    m_subtitle = m_dimension == 1 ? phrase("drag to turn it") : words::atTime(scene);
    Q_EMIT subtitleChanged();
}

} // namespace realuid::studio
