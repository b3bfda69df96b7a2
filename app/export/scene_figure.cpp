// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/scene_figure.h"

#include "app/explore/scene_panels.h"
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

void requireBetween(const char* field, double value, double least, double most, std::vector<Fault>& faults)
{
    if (!(value >= least && value <= most))
        faults.push_back({field, numberText(value), {REALUID_TEXT("must be %1"), {Range{least, most}.text()}}});
}

std::vector<widgets::PlotView*> chosen(const ScenePanels& panels, const QString& name)
{
    std::vector<widgets::PlotView*> views;
    for (const Panel& panel : panels.panels())
        if (name == QStringLiteral("all") || name == panel.name)
            views.push_back(panel.view);
    return views;
}

void writeAnimation(Scene scene, ScenePanels& panels, const FigureRequest& request)
{
    const Window window = windowOf(scene);
    const std::vector<widgets::PlotView*> views = chosen(panels, request.panel);
    // Ranges are those of the scene's own t, so that nothing jumps.
    panels.show(evaluateFrame({scene, window, Detail::Full}), true);
    writeGif(request.path.toStdString(), request.overwrite, kGifFrames, kGifDelayMs, [&](int i) {
        scene.view.t = static_cast<double>(i) / (kGifFrames - 1);
        panels.show(evaluateFrame({scene, window, Detail::Full}), false);
        return widgets::figureImage(views, request.options);
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
    if (request.panel != QStringLiteral("all") && !ScenePanels::names().contains(request.panel))
        faults.push_back({"panel", request.panel.toStdString(),
                          {REALUID_TEXT("must be one of %1"), {("all, " + ScenePanels::names().join(QStringLiteral(", ")).toStdString())}}});
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
    QWidget parent;
    ScenePanels panels(scene.dimension(), &parent);
    FigureRequest wanted = request;
    const std::vector<widgets::PlotView*> views = chosen(panels, request.panel);
    wanted.options.columns = static_cast<int>(views.size());
    const QString suffix = QFileInfo(request.path).suffix().toLower();
    if (suffix == QStringLiteral("gif"))
        return writeAnimation(scene, panels, wanted);
    wanted.options.format = suffix == QStringLiteral("pdf")   ? widgets::FigureFormat::Pdf
                            : suffix == QStringLiteral("svg") ? widgets::FigureFormat::Svg
                                                              : widgets::FigureFormat::Png;
    panels.show(evaluateFrame({scene, windowOf(scene), Detail::Print}), true);
    widgets::exportFigure(request.path, views, wanted.options, figureNote(scene, name));
}

} // namespace realuid::studio
