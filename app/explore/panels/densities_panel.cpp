// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/panels/densities_panel.h"

#include "app/explore/panels/panel_words.h"
#include "app/explore/scene_handles.h"
#include "app/shell/texts.h"
#include "widgets/density_view.h"

namespace realuid::studio
{

using widgets::Role;

DensitiesPanel::DensitiesPanel() : PicturePanel(lineFields), m_view(new widgets::DensityView)
{
    m_view->setTitle(phrase("Densities and fields"));
    m_view->setAxisLabels(QStringLiteral("$x$"), phrase("density of $x_t$"), phrase("velocity"));
    connect(m_view, &widgets::PlotView::hovered, this, [this](double x, double) { Q_EMIT pointed({{}, x, {}}); });
    connect(m_view, &widgets::PlotView::hoverLeft, this, &ScenePanel::pointerLeft);
    m_handles = new SceneHandles(*m_view);
    connect(m_handles, &SceneHandles::edited, this, &ScenePanel::edited);
    connect(m_handles, &SceneHandles::gestureEnded, this, &ScenePanel::gestureEnded);
    connect(m_handles, &SceneHandles::chosen, this, &ScenePanel::chosen);
}

widgets::PlotView* DensitiesPanel::view() const { return m_view; }

void DensitiesPanel::setPointer(const Pointer& pointer) { m_view->setCrosshair(pointer.x, std::nullopt); }

void DensitiesPanel::setEmphasis(std::optional<Role> role) { m_view->setEmphasis(role); }

void DensitiesPanel::choose(std::optional<ComponentId> component) { m_handles->choose(component); }

bool DensitiesPanel::beginDrawing(Side side)
{
    m_handles->beginDrawing(side);
    return true;
}

void DensitiesPanel::fit(const FrameRequest& request, const SceneRanges& ranges)
{
    m_view->setRanges({request.window.xLeast, request.window.xMost}, {0, roundedUp(1.02 * ranges.densityMost)},
                      {-roundedUp(-ranges.fieldLeast), roundedUp(ranges.fieldMost)});
}

void DensitiesPanel::draw(const FrameRequest&, const LineFields& line)
{
    m_view->setCurves(line.x,
                      {{Role::Real, words::realDensity(), line.real}, {Role::Generator, words::generatedDensity(), line.generated}},
                      {{Role::Teacher, words::teacherField(), line.teacher},
                       {Role::Generator, words::generatorField(), line.generator},
                       {Role::Fake, words::fakeField(), line.fake}});
}

void DensitiesPanel::markScene(const Scene& scene)
{
    m_handles->setScene(scene);
    m_subtitle = words::atTime(scene);
    Q_EMIT subtitleChanged();
}

} // namespace realuid::studio
