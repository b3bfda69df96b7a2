// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/scene_panel.h"
#include "app/export/figure_source.h"
#include "core/api/scene.h"

#include <functional>
#include <memory>

namespace realuid::studio
{

/// What a figure file of a scene says about itself: program, scene as a link, coefficients, time, seed.
widgets::FigureNote figureNote(const Scene& scene, const QString& name);

/// How views of scenes are filled; the views outlive it.
struct SceneViews {
    std::vector<FigurePanel> panels;
    /// Fills these views, fine enough for print, before it returns.
    std::function<void(const Scene&, std::span<widgets::PlotView* const>)> render;
    /// Axes and colours of the next pictures span all of these scenes; none ends that.
    std::function<void(const std::vector<Scene>&)> share;
    std::function<void()> restore; ///< shows again what was shown before
    std::optional<Scene> beside = {}; ///< shown in each view too, named A
};

/// The views of panels that are on show elsewhere, with A beside the scene where the two are compared; `only`, where it is not
/// null, is the one that is chosen. The panels must outlive what is returned.
SceneViews shownViews(const Scene& scene, const std::optional<Scene>& a, const std::vector<ShownPanel>& panels, const widgets::PlotView* only);

/// Figures of one scene, whoever owns its views. t runs, and alpha and beta where the objective has them.
class SceneFigures : public FigureSource
{
public:
    SceneFigures(const Scene& scene, const QString& name, SceneViews views);

    std::vector<FigurePanel> panels() const override { return m_views.panels; }
    widgets::FigureNote note() const override;
    void prepare(std::span<widgets::PlotView* const> views) override { m_views.render(m_scene, views); }
    QStringList axes() const override;
    /// Error (Usage) where the scene has a fault at one of the values.
    void beginFrames(const QString& axis, std::span<const double> values, std::span<widgets::PlotView* const> views) override;
    void showFrame(double value) override;
    void restore() override;

private:
    Scene at(double value) const;

    Scene m_scene;
    QString m_name;
    SceneViews m_views;
    QString m_axis;
    std::vector<widgets::PlotView*> m_running;
};

/// Views of its own, without a window, of the named panels; empty names mean those that Explore shows at first. Error (Usage) where a panel does not serve the scene.
std::unique_ptr<FigureSource> sceneFigures(const Scene& scene, const QString& name, const QStringList& panels);

} // namespace realuid::studio
