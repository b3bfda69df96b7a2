// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/panels/landscape_picture.h"
#include "app/explore/scene_panel.h"
#include "widgets/background.h"

#include <memory>

class QComboBox;

namespace realuid::widgets
{
class HeatmapView;
}

namespace realuid::studio
{

/// The distance as a function of two parameters of the generator, with its minimum, the real data's parameters, the way that
/// the gradient flow takes from the scene's generator, and this generator as a point that one drags.
class LandscapePanel : public ScenePanel
{
    Q_OBJECT
public:
    explicit LandscapePanel(QObject* parent = nullptr);

    QString id() const override { return QStringLiteral("landscape"); }
    widgets::PlotView* view() const override;
    QString subtitle() const override { return m_subtitle; }
    QWidget* makeControls() override;
    void setScene(const Scene& scene, bool resting) override;
    void render(const Scene& scene) override;
    void shareRanges(const std::vector<Scene>& scenes) override;
    void holdRanges(bool held) override { m_held = held; }
    void takeChoices(const ScenePanel& other) override;
    bool settled() const override;

    /// Paths of two different parameters of the scene's generator.
    void setAxes(const std::string& x, const std::string& y);
    const LandscapePicture& picture() const { return m_picture; }
    const QPolygonF& path() const { return m_path; }

Q_SIGNALS:
    void axesChanged();

private:
    void chooseAxes();
    void fitRanges();
    widgets::AxisRange rangeOf(const std::string& path, widgets::AxisRange now) const;
    LandscapeRequest request(bool full) const;
    std::vector<LandscapeRequest> requestsBeside(const LandscapeRequest& own) const;
    void compute(bool full);
    void forget();
    void computePath();
    void show(const LandscapeRequest& of, LandscapePicture picture);
    void showPath(QPolygonF path);
    void showPoints();
    void label();
    void moveTo(QPointF to);
    void pointedAt(std::optional<QPointF> at);
    void fillChoices(QComboBox& box, bool first);
    QPointF generatorAt() const;

    widgets::HeatmapView* m_view = nullptr;
    Scene m_scene;
    std::vector<Scene> m_beside; ///< without views
    bool m_resting = true, m_held = false;
    std::pair<int, std::size_t> m_kind; ///< dimension and components that the axes were chosen for
    std::string m_x, m_y;
    widgets::AxisRange m_xRange, m_yRange;
    LandscapeRequest m_shown; ///< what the picture is of; no paths before the first
    LandscapePicture m_picture;
    QPolygonF m_path;
    LandscapeRequest m_asked;  ///< computed last, or being computed
    std::vector<Scene> m_askedBeside; ///< with it
    LandscapeRequest m_pathOf; ///< what m_path belongs to, where it is not one for a draft
    QString m_subtitle;
    widgets::Background m_background; ///< last: it ends before what its pictures go into
};

} // namespace realuid::studio
