// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/panels/landscape_picture.h"
#include "app/explore/scene_panel.h"
#include "widgets/background.h"

namespace realuid::widgets
{
class ScoreMap;
}

namespace realuid::studio
{

/// The plane of (alpha, beta): what the paper measured there, the band that is recommended, rays of one ratio, the data-free
/// point, the unstable edge, and the scene's own coefficients as a point that one drags. Beneath it, on request, contours of
/// the distance of the scene's generator as the coefficients change.
class AlphaBetaPanel : public ScenePanel
{
    Q_OBJECT
public:
    explicit AlphaBetaPanel(QObject* parent = nullptr);

    QString id() const override { return QStringLiteral("alpha-beta"); }
    widgets::PlotView* view() const override;
    QWidget* makeControls() override;
    void setScene(const Scene& scene, bool resting) override;
    void render(const Scene& scene) override;
    void holdRanges(bool held) override { m_held = held; }
    void takeChoices(const ScenePanel& other) override;
    bool settled() const override { return m_settled && m_background.idle(); }

    /// Index in measuredFid().tables; -1 shows none.
    void setTable(int index);
    /// All of the plane, or the corner that was measured.
    void setWhole(bool whole);
    void setDistanceShown(bool shown);

Q_SIGNALS:
    void wholeChanged(bool whole);

private:
    void showScene(const Scene& scene);
    void showLimit();
    void readOut(double alpha, double beta, bool pointed);
    void moveTo(QPointF to);
    void computeDistance();
    LandscapeRequest distanceRequest() const;
    void showDistance(LandscapePicture picture);

    widgets::ScoreMap* m_view = nullptr;
    Scene m_scene;
    int m_table = -1;
    bool m_whole = false, m_distance = false, m_held = false, m_settled = false;
    std::optional<QPointF> m_pointed;
    std::optional<LandscapeRequest> m_distanceOf; ///< what was asked for last
    widgets::Grid m_distances;
    widgets::Background m_background;           ///< last: it ends before what its pictures go into
};

} // namespace realuid::studio
