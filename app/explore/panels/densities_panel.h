// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/panels/picture_panel.h"

namespace realuid::widgets
{
class DensityView;
}

namespace realuid::studio
{

class SceneHandles;

/// 1-D: both densities of x_t, and below them the teacher's, the generator's and the optimal fake model's field.
class DensitiesPanel : public PicturePanel<LineFields>
{
public:
    DensitiesPanel();

    QString id() const override { return QStringLiteral("densities"); }
    widgets::PlotView* view() const override;
    QString subtitle() const override { return m_subtitle; }
    void setPointer(const Pointer& pointer) override;
    void choose(std::optional<ComponentId> component) override;
    bool beginDrawing(Side side) override;
    void setEmphasis(std::optional<widgets::Role> role) override;

protected:
    void fit(const FrameRequest& request, const SceneRanges& ranges) override;
    void draw(const FrameRequest& request, const LineFields& line) override;
    void markScene(const Scene& scene) override;

private:
    widgets::DensityView* m_view = nullptr;
    SceneHandles* m_handles = nullptr; ///< belongs to the view
    QString m_subtitle;
};

} // namespace realuid::studio
