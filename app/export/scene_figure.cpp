// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/scene_figure.h"

#include "app/explore/panels/panel_list.h"
#include "app/export/gif_writer.h"
#include "app/shell/texts.h"
#include "core/io/scene_json.h"
#include "widgets/plot_view.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace realuid::studio
{
namespace
{
constexpr int kGifFrames = 60;
constexpr int kGifDelayMs = 50; ///< three seconds in all
constexpr double kLeastMm = 10, kMostMm = 2000;
constexpr double kLeastDpi = 30, kMostDpi = 2400;
constexpr double kMostPixels = 60e6;
constexpr double kMmAnInch = 25.4;
const QString kAll = QStringLiteral("all");

void requireBetween(const char* field, double value, double least, double most, std::vector<Fault>& faults)
{
    if (!(value >= least && value <= most))
        faults.push_back({field, numberText(value), {REALUID_TEXT("must be %1"), {Range{least, most}.text()}}});
}

/// Panels and their views, which nobody else owns.
struct Panels {
    std::vector<std::unique_ptr<widgets::PlotView>> owned;
    std::vector<std::unique_ptr<ScenePanel>> panels; ///< ends before the views
    std::vector<widgets::PlotView*> views;

    void add(const PanelKind& kind, int dimension)
    {
        panels.push_back(kind.make(dimension));
        views.push_back(panels.back()->view());
        owned.emplace_back(views.back());
    }
    void render(const Scene& scene)
    {
        for (const auto& panel : panels)
            panel->render(scene);
    }
};

Panels chosen(const QString& name, int dimension)
{
    Panels out;
    for (const PanelKind& kind : panelKinds()) {
        const bool wanted = name == kAll ? kind.shownByDefault : name == QString::fromLatin1(kind.id);
        if (wanted && kind.serves(dimension))
            out.add(kind, dimension);
    }
    if (out.panels.empty())
        throw Error(ErrorKind::Usage, {REALUID_TEXT("the panel %1 does not serve scenes in %2 dimensions"),
                                       {name.toStdString(), std::to_string(dimension)}});
    return out;
}

void writeAnimation(Scene scene, Panels& panels, const FigureRequest& request)
{
    writeGif(request.path.toStdString(), request.overwrite, kGifFrames, kGifDelayMs, [&](int i) {
        scene.view.t = static_cast<double>(i) / (kGifFrames - 1);
        panels.render(scene);
        return widgets::figureImage(panels.views, request.options);
    });
}

} // namespace

widgets::FigureNote figureNote(const Scene& scene, const QString& name)
{
    const Coefficients c = coefficients(scene.loss);
    const auto text = [](double value) { return toQString(numberText(value)); };
    return {name,
            {{QStringLiteral("program"), QStringLiteral("RealUID Studio ") + QCoreApplication::applicationVersion()},
             {QStringLiteral("objective"), toQString(scene.loss.kind)},
             {QStringLiteral("alpha"), text(c.alpha)},
             {QStringLiteral("beta"), text(c.beta)},
             {QStringLiteral("gamma"), text(c.gamma)},
             {QStringLiteral("t"), text(scene.view.t)},
             {QStringLiteral("seed"), QString::number(scene.seed)},
             {QStringLiteral("scene"), toQString(toLink(scene))}}};
}

std::vector<Fault> check(const FigureRequest& request)
{
    std::vector<Fault> faults;
    static const QStringList suffixes{QStringLiteral("pdf"), QStringLiteral("svg"), QStringLiteral("png"), QStringLiteral("gif")};
    if (!suffixes.contains(QFileInfo(request.path).suffix().toLower()))
        faults.push_back({"export", request.path.toStdString(), {REALUID_TEXT("must end in .pdf, .svg, .png or .gif")}});
    if (request.panel != kAll && !findPanelKind(request.panel))
        faults.push_back({"panel", request.panel.toStdString(),
                          {REALUID_TEXT("must be one of %1"), {"all, " + panelIds().join(QStringLiteral(", ")).toStdString()}}});
    requireBetween("size", request.options.widthMm, kLeastMm, kMostMm, faults);
    requireBetween("size", request.options.heightMm, kLeastMm, kMostMm, faults);
    requireBetween("dpi", request.options.dpi, kLeastDpi, kMostDpi, faults);
    const double inches = request.options.widthMm * request.options.heightMm / (kMmAnInch * kMmAnInch);
    if (faults.empty() && inches * request.options.dpi * request.options.dpi > kMostPixels)
        faults.push_back({"dpi", numberText(request.options.dpi), {REALUID_TEXT("makes more than 60 million pixels; take a smaller size or resolution")}});
    return faults;
}

void writeSceneFigure(const Scene& scene, const QString& name, const FigureRequest& request)
{
    if (std::vector<Fault> faults = check(request); !faults.empty())
        throw Error::listing(ErrorKind::Usage, std::move(faults));
    if (QFileInfo::exists(request.path) && !request.overwrite)
        throw Error(ErrorKind::Usage, {REALUID_TEXT("exists already")}, request.path.toStdString(),
                    {REALUID_TEXT("choose another name or add --overwrite")});
    Panels panels = chosen(request.panel, scene.dimension());
    FigureRequest wanted = request;
    wanted.options.columns = static_cast<int>(panels.views.size());
    const QString suffix = QFileInfo(request.path).suffix().toLower();
    if (suffix == QStringLiteral("gif"))
        return writeAnimation(scene, panels, wanted);
    wanted.options.format = suffix == QStringLiteral("pdf")   ? widgets::FigureFormat::Pdf
                            : suffix == QStringLiteral("svg") ? widgets::FigureFormat::Svg
                                                              : widgets::FigureFormat::Png;
    panels.render(scene);
    widgets::exportFigure(request.path, panels.views, wanted.options, figureNote(scene, name));
}

} // namespace realuid::studio
