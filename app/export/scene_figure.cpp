// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/scene_figure.h"

#include "app/explore/panels/panel_list.h"
#include "app/shell/texts.h"
#include "core/api/error.h"
#include "core/io/scene_json.h"
#include "widgets/plot_view.h"

#include <QCoreApplication>

#include <algorithm>

namespace realuid::studio
{
namespace
{
const QString kTime = QStringLiteral("t"), kAlpha = QStringLiteral("alpha"), kBeta = QStringLiteral("beta");
constexpr std::size_t kMostShared = 12; ///< frames whose ranges are asked for, the last beside

/// Panels and views that belong to nobody else.
class OwnPanels
{
public:
    void add(const PanelKind& kind, int dimension)
    {
        m_panels.push_back(kind.make(dimension));
        m_views.emplace_back(m_panels.back()->view());
    }
    std::vector<FigurePanel> panels() const
    {
        std::vector<FigurePanel> out;
        for (const auto& panel : m_panels)
            out.push_back({panel->id(), panel->view()});
        return out;
    }
    void render(const Scene& scene) const
    {
        for (const auto& panel : m_panels)
            panel->render(scene);
    }
    void share(const std::vector<Scene>& scenes) const
    {
        for (const auto& panel : m_panels)
            panel->shareRanges(scenes);
    }

private:
    std::vector<std::unique_ptr<widgets::PlotView>> m_views; ///< outlive the panels
    std::vector<std::unique_ptr<ScenePanel>> m_panels;
};

} // namespace

widgets::FigureNote figureNote(const Scene& scene, const QString& name)
{
    const Coefficients c = coefficients(scene.loss);
    const auto text = [](double value) { return toQString(numberText(value)); };
    return {name,
            {{QStringLiteral("program"), QStringLiteral("RealUID Studio ") + QCoreApplication::applicationVersion()},
             {QStringLiteral("objective"), toQString(scene.loss.kind)},
             {kAlpha, text(c.alpha)},
             {kBeta, text(c.beta)},
             {QStringLiteral("gamma"), text(c.gamma)},
             {kTime, text(scene.view.t)},
             {QStringLiteral("seed"), QString::number(scene.seed)},
             {QStringLiteral("scene"), toQString(toLink(scene))}}};
}

SceneFigures::SceneFigures(const Scene& scene, const QString& name, SceneViews views) : m_scene(scene), m_name(name), m_views(std::move(views)) {}

widgets::FigureNote SceneFigures::note() const
{
    widgets::FigureNote note = figureNote(m_scene, m_name);
    if (m_views.beside)
        note.entries.push_back({QStringLiteral("A"), toQString(toLink(*m_views.beside))});
    return note;
}

QStringList SceneFigures::axes() const
{
    return m_scene.loss.kind == "uid" ? QStringList{kTime} : QStringList{kTime, kAlpha, kBeta};
}

Scene SceneFigures::at(double value) const
{
    Scene scene = m_scene;
    (m_axis == kTime ? scene.view.t : m_axis == kAlpha ? scene.loss.alpha : scene.loss.beta) = value;
    return scene;
}

void SceneFigures::beginFrames(const QString& axis, std::span<const double> values, std::span<widgets::PlotView* const> views)
{
    m_axis = axis;
    m_running.assign(views.begin(), views.end());
    const std::size_t stride = std::max<std::size_t>(1, values.size() / kMostShared);
    std::vector<Scene> scenes;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Scene scene = at(values[i]);
        if (std::vector<Fault> faults = check(scene); anyFault(faults))
            throw Error::listing(ErrorKind::Usage, std::move(faults));
        if (i % stride == 0 || i + 1 == values.size())
            scenes.push_back(scene);
    }
    m_views.share(scenes);
}

void SceneFigures::showFrame(double value) { m_views.render(at(value), m_running); }

void SceneFigures::restore()
{
    m_views.share({});
    m_views.restore();
}

SceneViews shownViews(const Scene& scene, const std::optional<Scene>& a, const std::vector<ShownPanel>& panels, const widgets::PlotView* only)
{
    const auto besides = [a](const Scene& next) { // at the same time
        std::optional<Scene> out = a;
        if (out)
            out->view = next.view;
        return out;
    };
    SceneViews views;
    views.beside = besides(scene);
    for (const ShownPanel& each : panels)
        views.panels.push_back({each.panel->id(), each.view, !only || each.view == only});
    views.render = [panels, besides](const Scene& next, std::span<widgets::PlotView* const> wanted) {
        for (const ShownPanel& each : panels)
            if (std::find(wanted.begin(), wanted.end(), each.view) != wanted.end()) {
                each.panel->render(next);
                if (each.other)
                    each.other->render(besides(next).value());
            }
    };
    views.share = [panels, scene, besides](const std::vector<Scene>& frames) {
        for (const ShownPanel& each : panels) {
            std::vector<Scene> own = frames;
            if (each.other) {
                own.push_back(besides(scene).value());
                each.other->shareRanges(frames.empty() ? std::vector{scene} : frames);
            }
            each.panel->shareRanges(own);
        }
    };
    views.restore = [panels, scene, besides] {
        for (const ShownPanel& each : panels) {
            each.panel->setScene(scene, true);
            if (each.other)
                each.other->setScene(besides(scene).value(), true);
        }
    };
    return views;
}

std::unique_ptr<FigureSource> sceneFigures(const Scene& scene, const QString& name, const QStringList& panels)
{
    const auto own = std::make_shared<OwnPanels>();
    std::vector<Fault> faults;
    const auto add = [&](const PanelKind* kind, const QString& id) {
        if (kind && kind->serves(scene.dimension()))
            own->add(*kind, scene.dimension());
        else if (kind)
            faults.push_back({"panel", id.toStdString(), {REALUID_TEXT("does not serve scenes in %1-D"), {std::to_string(scene.dimension())}}});
        else
            faults.push_back({"panel", id.toStdString(), {REALUID_TEXT("must be one of %1"), {"all, " + panelIds().join(QStringLiteral(", ")).toStdString()}}});
    };
    for (const QString& id : panels)
        add(findPanelKind(id), id);
    if (panels.isEmpty())
        for (const PanelKind& kind : panelKinds())
            if (kind.shownByDefault && kind.serves(scene.dimension()))
                add(&kind, {});
    if (!faults.empty())
        throw Error::listing(ErrorKind::Usage, std::move(faults));
    SceneViews views;
    views.panels = own->panels();
    views.render = [own](const Scene& next, std::span<widgets::PlotView* const>) { own->render(next); };
    views.share = [own](const std::vector<Scene>& scenes) { own->share(scenes); };
    views.restore = [] {}; // nobody looks at them
    return std::make_unique<SceneFigures>(scene, name, std::move(views));
}

} // namespace realuid::studio
