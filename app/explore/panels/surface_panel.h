// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/panels/picture_panel.h"

namespace realuid::widgets
{
class SurfaceView;
}

namespace realuid::studio
{

/// The integrand of the inner maximum as a surface in space over four powers of ten: l(t, x) in 1-D, l(t, x, y) at the scene's t
/// in 2-D.
class SurfacePanel : public PicturePanel<DistancePicture>
{
public:
    explicit SurfacePanel(int dimension);

    QString id() const override { return QStringLiteral("surface"); }
    widgets::PlotView* view() const override;
    QString subtitle() const override { return m_subtitle; }
    void setPointer(const Pointer& pointer) override;
    void takeChoices(const ScenePanel& other) override; ///< from where one looks
    bool settled() const override;

protected:
    void fit(const FrameRequest& request, const SceneRanges& ranges) override;
    void draw(const FrameRequest& request, const DistancePicture& picture) override;
    void markScene(const Scene& scene) override;
    bool shownByDrawing() const override { return false; } ///< the view's own worker draws

private:
    int m_dimension = 1;
    widgets::SurfaceView* m_view = nullptr;
    QString m_subtitle;
    double m_most = 1; ///< of heights and colours
};

} // namespace realuid::studio
