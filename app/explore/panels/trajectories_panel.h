// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/panels/path_picture.h"
#include "app/explore/panels/picture_panel.h"

namespace realuid::widgets
{
class TrajectoryView;
}

namespace realuid::studio
{

/// Where noise goes: paths of the teacher's, the generator's own and the optimal fake model's ODE or SDE from start points that
/// one drags, and beside them the generator's single step from the same noise.
class TrajectoriesPanel : public PicturePanel<PathPicture>
{
    Q_OBJECT
public:
    explicit TrajectoriesPanel(int dimension);

    QString id() const override { return QStringLiteral("trajectories"); }
    widgets::PlotView* view() const override;
    QString subtitle() const override { return m_subtitle; }
    QWidget* makeControls() override;
    void setPointer(const Pointer& pointer) override;
    void takeChoices(const ScenePanel& other) override { setChoice(static_cast<const TrajectoriesPanel&>(other).m_choice); }
    void setEmphasis(std::optional<widgets::Role> role) override;

    const PathChoice& choice() const { return m_choice; }
    void setChoice(const PathChoice& choice);

protected:
    void fit(const FrameRequest& request, const SceneRanges& ranges) override;
    void draw(const FrameRequest& request, const PathPicture& picture) override;
    void markScene(const Scene& scene) override;

private:
    void moveStart(int start, QPointF to);
    void tell(const PathPicture& picture);

    int m_dimension = 1;
    widgets::TrajectoryView* m_view = nullptr;
    PathChoice m_choice;
    Coupling m_coupling; ///< whose noise the start points are of
    Interpolant m_interpolant;
    QString m_subtitle;
};

} // namespace realuid::studio
