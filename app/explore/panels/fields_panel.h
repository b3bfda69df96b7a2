// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/panels/picture_panel.h"

namespace realuid::widgets
{
class FieldView;
}

namespace realuid::studio
{

class SceneHandles;

/// 2-D: level lines of both densities of x_t, and the teacher's, the generator's and the optimal fake model's field as
/// arrows.
class FieldsPanel : public PicturePanel<PlaneFields>
{
public:
    FieldsPanel();

    QString id() const override { return QStringLiteral("densities"); }
    widgets::PlotView* view() const override;
    QString subtitle() const override { return m_subtitle; }
    void setPointer(const Pointer& pointer) override;
    void choose(std::optional<ComponentId> component) override;
    bool beginDrawing(Side side) override;

protected:
    void fit(const FrameRequest& request, const SceneRanges& ranges) override;
    void draw(const FrameRequest& request, const PlaneFields& plane) override;
    void markScene(const Scene& scene) override;

private:
    widgets::FieldView* m_view = nullptr;
    SceneHandles* m_handles = nullptr; ///< belongs to the view
    QString m_subtitle;
};

} // namespace realuid::studio
