// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio.h"

#include "app/explore/explore_page.h"
#include "app/explore/session.h"
#include "app/explore/panels/panel_list.h"
#include "app/export/figure_job.h"
#include "app/export/convergence_figure.h"
#include "app/export/run_figure.h"
#include "app/export/scene_figure.h"
#include "app/shell/main_window.h"
#include "app/shell/texts.h"
#include "app/train/run_form.h"
#include "app/train/train_page.h"
#include "core/io/run_folder.h"
#include "core/io/run_json.h"
#include "core/io/scene_json.h"

#include <QApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QTimer>
#include <QTranslator>

namespace realuid::studio
{
namespace
{
constexpr int kScreenshotLimitMs = 10000;
constexpr int kRestsMs = 500; ///< until views have drawn what rests more finely than what moves
constexpr QSize kScreenshotSize{1280, 800};

bool isCheckpoint(const QString& file)
{
    static const QStringList suffixes{QStringLiteral("pt"), QStringLiteral("safetensors")};
    return suffixes.contains(QFileInfo(file.section(u':', 0, 0)).suffix());
}

bool isRunFolder(const QString& file) { return QFileInfo(file).isDir(); }

/// Shows the file on the page it belongs to. Error (File) where it cannot be read.
void openFile(MainWindow& window, const QString& file)
{
    if (isCheckpoint(file)) {
        if (!QFileInfo::exists(file.section(u':', 0, 0)))
            throw Error(ErrorKind::File, {REALUID_TEXT("is not there")}, file.toStdString());
        RunRequest request = window.train().form().request();
        request.teacher = file.toStdString();
        window.train().form().setRequest(request);
        window.showPage(QStringLiteral("train"));
    } else if (isRunFolder(file)) {
        const RunFolder folder(file.toStdString());
        RunRequest request = runRequestFromJson(readJson(folder.runJson()), folder.runJson().string());
        request.directory = window.train().form().request().directory;
        window.train().form().setRequest(request);
        window.showPage(QStringLiteral("train"));
    } else {
        window.explore().document().open(file);
    }
}

Scene sceneOf(const QString& file) { return file.isEmpty() ? scenePresets().front().scene : readScene(file.toStdString()); }

int exportFigure(const StudioOptions& options)
{
    if (isRunFolder(options.file)) {
        writeFigure(isComparison(options.file) ? *comparisonFigure(options.file) : *runFigures(options.file), *options.figure);
        return 0;
    }
    const QString name = options.file.isEmpty() ? toQString(scenePresets().front().id) : QFileInfo(options.file).fileName();
    writeFigure(*sceneFigures(sceneOf(options.file), name, options.figure->panels), *options.figure);
    return 0;
}

/// Waits for the first full frame, so that the picture is never of a window that is still empty.
int takeScreenshot(MainWindow& window, const QString& path)
{
    window.resize(kScreenshotSize);
    window.show();
    QEventLoop loop;
    QTimer::singleShot(kScreenshotLimitMs, &loop, &QEventLoop::quit);
    QObject::connect(&window.explore(), &ExplorePage::frameShown, &loop, [&] {
        if (window.explore().settled())
            QTimer::singleShot(kRestsMs, &loop, &QEventLoop::quit);
    });
    loop.exec();
    if (!window.grab().save(path, "PNG"))
        throw Error(ErrorKind::Other, {REALUID_TEXT("the picture could not be written")}, path.toStdString());
    return 0;
}

void loadTranslations(QApplication& app)
{
    auto* ours = new QTranslator(&app);
    if (ours->load(QLocale(), QStringLiteral("realuid"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QApplication::installTranslator(ours);
    auto* qt = new QTranslator(&app);
    if (qt->load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(qt);
}

} // namespace

int runStudio(QApplication& app, const StudioOptions& options)
{
    loadTranslations(app);
    widgets::applyTheme(app, options.theme.value_or(options.figure ? widgets::Theme::Light : MainWindow::storedTheme()));
    if (options.figure)
        return exportFigure(options);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/realuid-studio.svg")));
    MainWindow window;
    std::optional<Session> session; // a picture is of what was asked for alone
    if (options.screenshot.isEmpty()) {
        session.emplace(window.explore().document(), Session::usualFolder());
        QObject::connect(&*session, &Session::failed, &window.explore(), [&window](const QString& reason) {
            window.explore().say(MainWindow::tr("What is open cannot be kept for the next start."), reason);
        });
    }
    if (!options.file.isEmpty())
        openFile(window, options.file);
    if (!options.page.isEmpty())
        window.showPage(options.page);
    if (!options.screenshot.isEmpty())
        return takeScreenshot(window, options.screenshot);
    window.show();
    return QApplication::exec();
}

QString printedBy(const StudioOptions& options)
{
    if (options.help)
        return studioHelp();
    if (options.version)
        return QStringLiteral("RealUID Studio %1\n").arg(QStringLiteral(REALUID_VERSION));
    if (options.list == QStringLiteral("panels"))
        return panelIds().join(u'\n') + u'\n';
    QString scenes;
    if (options.list == QStringLiteral("scenes"))
        for (const ScenePreset& preset : scenePresets())
            scenes += toQString(preset.id) + u'\n';
    return scenes;
}

} // namespace realuid::studio
