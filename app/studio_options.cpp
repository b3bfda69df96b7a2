// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio_options.h"

#include "app/explore/panels/panel_list.h"
#include "app/shell/main_window.h"
#include "app/shell/texts.h"

#include <QCommandLineParser>

namespace realuid::studio
{
namespace
{
const QString kThemes[] = {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("projector")};

void describe(QCommandLineParser& parser)
{
    const QString panels = QStringLiteral("all, ") + panelIds().join(QStringLiteral(", "));
    parser.setApplicationDescription(QStringLiteral("Explore and train one-step distillation of matching models."));
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    parser.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("A scene (file, preset or link), a checkpoint, or a run folder."), QStringLiteral("[FILE]"));
    const auto add = [&](const char* name, const QString& text, const char* value = "") {
        parser.addOption({QString::fromLatin1(name), text, QString::fromLatin1(value)});
    };
    add("scene", QStringLiteral("Open this scene; --list scenes names them."), "ID");
    add("page", QStringLiteral("Show this page: ") + MainWindow::pageNames().join(QStringLiteral(", ")) + u'.', "NAME");
    add("theme", QStringLiteral("light, dark or projector."), "THEME");
    add("export", QStringLiteral("Write the scene's figure as .pdf, .svg, .png or .gif (t runs) and end."), "FILE");
    add("panel", QStringLiteral("What to export: ") + panels + u'.', "NAME");
    add("size", QStringLiteral("Of the figure, in millimetres; default 170x90."), "WxH");
    add("dpi", QStringLiteral("Of .png and .gif; default 300 and 100."), "N");
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

FigureRequest figureOf(const QCommandLineParser& parser, std::vector<Fault>& faults)
{
    FigureRequest request;
    request.path = parser.value(QStringLiteral("export"));
    request.overwrite = parser.isSet(QStringLiteral("overwrite"));
    request.options.widthMm = 170;
    request.options.heightMm = 90;
    request.options.dpi = request.path.endsWith(QStringLiteral(".gif"), Qt::CaseInsensitive) ? 100 : 300;
    if (parser.isSet(QStringLiteral("panel")))
        request.panel = parser.value(QStringLiteral("panel"));
    if (const QString size = parser.value(QStringLiteral("size")); !size.isEmpty()) {
        const QStringList parts = size.split(u'x');
        if (parts.size() != 2 || !parseNumber(parts[0].toStdString(), request.options.widthMm) ||
            !parseNumber(parts[1].toStdString(), request.options.heightMm))
            faults.push_back(fault(QStringLiteral("size"), size, {REALUID_TEXT("must be two numbers like 170x90, in millimetres")}));
    }
    if (const QString dpi = parser.value(QStringLiteral("dpi")); !dpi.isEmpty() && !parseNumber(dpi.toStdString(), request.options.dpi))
        faults.push_back(fault(QStringLiteral("dpi"), dpi, {REALUID_TEXT("must be a number")}));
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
