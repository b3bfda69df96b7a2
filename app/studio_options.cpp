// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio_options.h"

#include "app/explore/panels/panel_list.h"
#include "app/export/run_figure.h"
#include "app/shell/main_window.h"
#include "app/shell/texts.h"

#include <QCommandLineParser>

#include <algorithm>

namespace realuid::studio
{
namespace
{
const QString kThemes[] = {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("projector")};

void describe(QCommandLineParser& parser)
{
    const QString panels = QStringLiteral("all, ") + (panelIds() + runPanelIds()).join(QStringLiteral(", "));
    parser.setApplicationDescription(QStringLiteral("Explore and train one-step distillation of matching models."));
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    parser.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("A scene (file, preset or link), a checkpoint, or a run folder."), QStringLiteral("[FILE]"));
    const auto add = [&](const char* name, const QString& text, const char* value = "") {
        parser.addOption({QString::fromLatin1(name), text, QString::fromLatin1(value)});
    };
    add("scene", QStringLiteral("Open this scene; --list scenes names them."), "ID");
    add("page", QStringLiteral("Show this page: ") + MainWindow::pageNames().join(QStringLiteral(", ")) + u'.', "NAME");
    add("theme", QStringLiteral("light, dark or projector."), "THEME");
    add("export", QStringLiteral("Write the figure of the scene or run as .pdf, .svg, .png, .gif, .mp4 or .webm and end; may be given more than once."), "FILE");
    add("panel", QStringLiteral("What to export, with commas between several: ") + panels + u'.', "NAME");
    add("size", QStringLiteral("Of the figure, in millimetres; default 170x90."), "WxH");
    add("dpi", QStringLiteral("Of pixels; default 300, of what runs 100."), "N");
    add("font", QStringLiteral("Size of the type in points; default 8."), "PT");
    add("transparent", QStringLiteral("Leave the background out."));
    add("svg-text", QStringLiteral("text, or outlines of its letters."), "HOW");
    add("data", QStringLiteral("Write the plotted numbers beside the figure: csv or npy."), "FORMAT");
    add("animate", QStringLiteral("What runs in .gif, .mp4, .webm, and in .png as a folder of pictures: t, alpha or beta; alpha=0.8:1:41 for ends and pictures."), "AXIS");
    add("overwrite", QStringLiteral("Replace an existing file."));
    add("screenshot", QStringLiteral("Write a picture of the window as .png and end."), "FILE");
    add("list", QStringLiteral("Print the names of panels or scenes and end."), "WHAT");
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Print this and end.")});
    parser.addOption({{QStringLiteral("v"), QStringLiteral("version")}, QStringLiteral("Print the version and end.")});
}

Fault fault(const QString& field, const QString& value, Text must)
{
    return {field.toStdString(), value.toStdString(), std::move(must)};
}

std::optional<widgets::Theme> themeNamed(const QString& name, std::vector<Fault>& faults)
{
    for (int i = 0; i < 3; ++i)
        if (name == kThemes[i])
            return static_cast<widgets::Theme>(i);
    faults.push_back(fault(QStringLiteral("theme"), name, {REALUID_TEXT("must be one of %1"), {"light, dark, projector"}}));
    return std::nullopt;
}

/// The choice with that name, or a fault.
template <std::size_t N>
std::size_t choice(const QCommandLineParser& parser, const char* option, const char* const (&names)[N], std::vector<Fault>& faults)
{
    const QString value = parser.value(QLatin1String(option));
    QStringList known;
    for (std::size_t i = 0; i < N; ++i) {
        if (value == QLatin1String(names[i]))
            return i;
        known << QLatin1String(names[i]);
    }
    if (parser.isSet(QLatin1String(option)))
        faults.push_back(fault(QLatin1String(option), value, {REALUID_TEXT("must be one of %1"), {known.join(QStringLiteral(", ")).toStdString()}}));
    return N;
}

void takeSize(const QCommandLineParser& parser, widgets::FigureOptions& options, std::vector<Fault>& faults)
{
    options.widthMm = 170;
    options.heightMm = 90;
    if (const QString size = parser.value(QStringLiteral("size")); parser.isSet(QStringLiteral("size"))) {
        const QStringList parts = size.split(u'x');
        if (parts.size() != 2 || !parseNumber(parts[0].toStdString(), options.widthMm) || !parseNumber(parts[1].toStdString(), options.heightMm))
            faults.push_back(fault(QStringLiteral("size"), size, {REALUID_TEXT("must be two numbers like 170x90, in millimetres")}));
    }
    for (const auto& [name, value] : {std::pair("dpi", &options.dpi), {"font", &options.fontPt}})
        if (const QString text = parser.value(QLatin1String(name)); parser.isSet(QLatin1String(name)) && !parseNumber(text.toStdString(), *value))
            faults.push_back(fault(QLatin1String(name), text, {REALUID_TEXT("must be a number")}));
}

void takePanels(const QCommandLineParser& parser, FigureRequest& request, std::vector<Fault>& faults)
{
    const QStringList known = panelIds() + runPanelIds();
    if (!parser.isSet(QStringLiteral("panel")) || parser.value(QStringLiteral("panel")) == QStringLiteral("all"))
        return;
    request.panels = parser.value(QStringLiteral("panel")).split(u',');
    for (const QString& name : request.panels)
        if (!known.contains(name))
            faults.push_back(fault(QStringLiteral("panel"), name, {REALUID_TEXT("must be one of %1"), {("all, " + known.join(QStringLiteral(", ")).toStdString())}}));
}

FigureRequest figureOf(const QCommandLineParser& parser, std::vector<Fault>& faults)
{
    FigureRequest request;
    request.paths = parser.values(QStringLiteral("export"));
    request.overwrite = parser.isSet(QStringLiteral("overwrite"));
    takePanels(parser, request, faults);
    if (parser.isSet(QStringLiteral("animate"))) {
        request.animation = parseAnimation(parser.value(QStringLiteral("animate")));
        if (!request.animation || !QStringList{QStringLiteral("t"), QStringLiteral("alpha"), QStringLiteral("beta")}.contains(request.animation->axis))
            faults.push_back(fault(QStringLiteral("animate"), parser.value(QStringLiteral("animate")), {REALUID_TEXT("must be t, alpha or beta, or like alpha=0.8:1:41")}));
    }
    const auto moves = [&](const QString& path) { return runs(path, request); };
    request.options.dpi = std::any_of(request.paths.begin(), request.paths.end(), moves) ? 100 : 300;
    takeSize(parser, request.options, faults);
    request.options.transparent = parser.isSet(QStringLiteral("transparent"));
    request.options.outlines = choice(parser, "svg-text", {"text", "outlines"}, faults) == 1;
    constexpr DataFormat kFormats[] = {DataFormat::Csv, DataFormat::Npy, DataFormat::None};
    request.data = kFormats[choice(parser, "data", {"csv", "npy"}, faults)];
    const std::vector<Fault> more = check(request);
    faults.insert(faults.end(), more.begin(), more.end());
    return request;
}

void takeFile(const QCommandLineParser& parser, StudioOptions& options, std::vector<Fault>& faults)
{
    QStringList files = parser.positionalArguments();
    if (parser.isSet(QStringLiteral("scene")))
        files += parser.value(QStringLiteral("scene"));
    if (files.size() > 1)
        faults.push_back(fault(QStringLiteral("FILE"), files[1], {REALUID_TEXT("is one file too many")}));
    if (!files.isEmpty())
        options.file = files.first();
}

} // namespace

StudioOptions parseStudioOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    describe(parser);
    std::vector<Fault> faults;
    if (!parser.parse(QStringList{QStringLiteral("realuid-studio")} + arguments))
        throw Error(ErrorKind::Usage, {parser.errorText().toStdString()}, {}, {REALUID_TEXT("see realuid-studio --help")});
    StudioOptions options;
    options.help = parser.isSet(QStringLiteral("help"));
    options.version = parser.isSet(QStringLiteral("version"));
    options.screenshot = parser.value(QStringLiteral("screenshot"));
    takeFile(parser, options, faults);
    options.page = parser.value(QStringLiteral("page"));
    if (!options.page.isEmpty() && !MainWindow::pageNames().contains(options.page))
        faults.push_back(fault(QStringLiteral("page"), options.page,
                               {REALUID_TEXT("must be one of %1"), {MainWindow::pageNames().join(QStringLiteral(", ")).toStdString()}}));
    options.list = parser.value(QStringLiteral("list"));
    if (parser.isSet(QStringLiteral("list")) && options.list != QStringLiteral("panels") && options.list != QStringLiteral("scenes"))
        faults.push_back(fault(QStringLiteral("list"), options.list, {REALUID_TEXT("must be one of %1"), {"panels, scenes"}}));
    if (const QString name = parser.value(QStringLiteral("theme")); !name.isEmpty())
        options.theme = themeNamed(name, faults);
    if (parser.isSet(QStringLiteral("export")))
        options.figure = figureOf(parser, faults);
    if (options.figure && options.theme)
        options.figure->options.theme = *options.theme;
    if (anyFault(faults))
        throw Error::listing(ErrorKind::Usage, std::move(faults));
    return options;
}

QString studioHelp()
{
    QCommandLineParser parser;
    describe(parser);
    return parser.helpText();
}

} // namespace realuid::studio
