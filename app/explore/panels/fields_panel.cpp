// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/panels/fields_panel.h"

#include "app/explore/panels/panel_words.h"
#include "app/explore/scene_handles.h"
#include "app/shell/texts.h"
#include "widgets/field_view.h"

namespace realuid::studio
{

using widgets::Role;

FieldsPanel::FieldsPanel() : PicturePanel(planeFields), m_view(new widgets::FieldView)
{
    m_view->setTitle(phrase("Densities and fields"));
    m_view->setAxisLabels(QStringLiteral("$x$"), QStringLiteral("$y$"));
    connect(m_view, &widgets::PlotView::hovered, this, [this](double x, double y) { Q_EMIT pointed({{}, x, y}); });
    connect(m_view, &widgets::PlotView::hoverLeft, this, &ScenePanel::pointerLeft);
    m_handles = new SceneHandles(*m_view);
    connect(m_handles, &SceneHandles::edited, this, &ScenePanel::edited);
    connect(m_handles, &SceneHandles::gestureEnded, this, &ScenePanel::gestureEnded);
    connect(m_handles, &SceneHandles::chosen, this, &ScenePanel::chosen);
}

widgets::PlotView* FieldsPanel::view() const { return m_view; }

void FieldsPanel::setPointer(const Pointer& pointer) { m_view->setCrosshair(pointer.x, pointer.y); }

void FieldsPanel::choose(std::optional<ComponentId> component) { m_handles->choose(component); }

bool FieldsPanel::beginDrawing(Side side)
{
    m_handles->beginDrawing(side);
    return true;
}

void FieldsPanel::fit(const FrameRequest& request, const SceneRanges& ranges)
{
    const Window& window = request.window;
    m_view->setRanges({window.xLeast, window.xMost}, {window.yLeast, window.yMost});
    m_view->setArrowScale(ranges.fieldLongest);
}

void FieldsPanel::draw(const FrameRequest& request, const PlaneFields& plane)
{
    const Window& window = request.window;
    const auto arrows = [&](Role role, const QString& label, const std::vector<QPointF>& vectors) {
        const int n = PlaneFields::kArrows;
        return widgets::ArrowField{role, label, n, n, window.xLeast, window.xMost, window.yLeast, window.yMost, vectors};
    };
    m_view->setContours({{Role::Real, words::realDensity(), plane.realLines},
                         {Role::Generator, words::generatedDensity(), plane.generatedLines}});
    m_view->setArrows({arrows(Role::Teacher, words::teacherField(), plane.teacher),
                       arrows(Role::Generator, words::generatorField(), plane.generator),
                       arrows(Role::Fake, words::fakeField(), plane.fake)});
}

void FieldsPanel::markScene(const Scene& scene)
{
    m_handles->setScene(scene);
    m_subtitle = words::atTime(scene);
    Q_EMIT subtitleChanged();
}

} // namespace realuid::studio
