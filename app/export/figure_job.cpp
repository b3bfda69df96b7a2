// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/figure_job.h"

#include "app/export/data_files.h"
#include "app/export/frame_files.h"
#include "app/export/gif_writer.h"
#include "app/export/video_writer.h"
#include "core/api/error.h"
#include "widgets/plot_view.h"

#include <QFileInfo>

#include <algorithm>

namespace realuid::studio
{
namespace
{

std::vector<widgets::PlotView*> viewsOf(const std::vector<FigurePanel>& panels)
{
    std::vector<widgets::PlotView*> views;
    for (const FigurePanel& panel : panels)
        views.push_back(panel.view);
    return views;
}

widgets::FigureFormat formatOf(const QString& path)
{
    const QString suffix = suffixOf(path);
    return suffix == QStringLiteral("pdf") ? widgets::FigureFormat::Pdf : suffix == QStringLiteral("svg") ? widgets::FigureFormat::Svg : widgets::FigureFormat::Png;
}

/// Restores the source, whatever happens.
class Restore
{
public:
    explicit Restore(FigureSource& source) : m_source(source) {}
    ~Restore() { m_source.restore(); }
    Restore(const Restore&) = delete;
    Restore& operator=(const Restore&) = delete;

private:
    FigureSource& m_source;
};

void refuseWhatIsThere(const QStringList& files)
{
    std::vector<Fault> faults;
    for (const QString& file : files)
        if (QFileInfo::exists(file))
            faults.push_back({"export", file.toStdString(), {REALUID_TEXT("exists already; choose another name or add --overwrite")}});
    if (!faults.empty())
        throw Error::listing(ErrorKind::Usage, std::move(faults));
}

void writeAnimations(FigureSource& source, const FigureRequest& request, const QStringList& paths, const std::vector<widgets::PlotView*>& views,
                     const FigureProgress& progress)
{
    const AnimationRange range = request.animation.value_or(AnimationRange{});
    if (!source.axes().contains(range.axis))
        throw Error::listing(ErrorKind::Usage, {{"animate", range.axis.toStdString(),
                                                 {source.axes().isEmpty() ? REALUID_TEXT("is nothing that runs here") : REALUID_TEXT("must be one of %1"),
                                                  {source.axes().join(QStringLiteral(", ")).toStdString()}}}});
    std::vector<double> values;
    for (int i = 0; i < range.frames; ++i)
        values.push_back(range.value(i));
    source.beginFrames(range.axis, values, views);
    const widgets::FigureNote note = source.note();
    int done = 0;
    const int total = range.frames * static_cast<int>(paths.size());
    const auto frame = [&](int i) {
        if (progress && !progress(done, total))
            throw Error(ErrorKind::Stopped, {REALUID_TEXT("the export was stopped; nothing of it is left")});
        source.showFrame(values[static_cast<std::size_t>(i)]);
        QImage picture = widgets::figureImage(views, request.options);
        widgets::describe(picture, note);
        ++done;
        return picture;
    };
    for (const QString& path : paths) {
        const QString suffix = suffixOf(path);
        if (suffix == QStringLiteral("gif"))
            writeGif(path.toStdString(), request.overwrite, range.frames, kFrameMs, note.title + QStringLiteral("; ") + note.description(), frame);
        else if (suffix == QStringLiteral("png"))
            writeFrameFiles(path, request.overwrite, range.frames, frame);
        else
            writeVideo(path, request.overwrite, range.frames, kFrameMs, note, frame);
    }
    if (progress)
        progress(total, total);
}

} // namespace

std::vector<FigurePanel> wantedPanels(const FigureSource& source, const QStringList& names)
{
    const std::vector<FigurePanel> all = source.panels();
    std::vector<FigurePanel> wanted;
    std::vector<Fault> faults;
    QStringList known;
    for (const FigurePanel& panel : all) {
        known << panel.id;
        if (names.isEmpty() && panel.chosen)
            wanted.push_back(panel);
    }
    for (const QString& name : names) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const FigurePanel& panel) { return panel.id == name; });
        if (found != all.end())
            wanted.push_back(*found);
        else
            faults.push_back({"panel", name.toStdString(), {REALUID_TEXT("must be one of %1"), {known.join(QStringLiteral(", ")).toStdString()}}});
    }
    if (faults.empty() && wanted.empty())
        faults.push_back({"panel", {}, {REALUID_TEXT("must be one of %1"), {known.join(QStringLiteral(", ")).toStdString()}}});
    if (!faults.empty())
        throw Error::listing(ErrorKind::Usage, std::move(faults));
    return wanted;
}

QStringList figureFiles(const FigureSource& source, const FigureRequest& request)
{
    QStringList files;
    for (const QString& path : request.paths)
        files << (runs(path, request) && suffixOf(path) == QStringLiteral("png") ? frameFolder(path) : path);
    if (!request.paths.isEmpty())
        for (const DataFile& file : dataFiles(request.paths.first(), wantedPanels(source, request.panels), request.data))
            files << file.path;
    return files;
}

QStringList writeFigure(FigureSource& source, const FigureRequest& request, const FigureProgress& progress)
{
    if (std::vector<Fault> faults = check(request); !faults.empty())
        throw Error::listing(ErrorKind::Usage, std::move(faults));
    const std::vector<FigurePanel> panels = wantedPanels(source, request.panels);
    const std::vector<widgets::PlotView*> views = viewsOf(panels);
    const Restore restore(source);
    const bool stands = std::any_of(request.paths.begin(), request.paths.end(), [&](const QString& path) { return !runs(path, request); });
    if (stands || request.data != DataFormat::None)
        source.prepare(views);
    const QStringList files = figureFiles(source, request);
    if (!request.overwrite)
        refuseWhatIsThere(files);
    QStringList animated;
    for (const QString& path : request.paths) {
        if (runs(path, request)) {
            animated << path;
            continue;
        }
        widgets::FigureOptions options = request.options;
        options.format = formatOf(path);
        widgets::exportFigure(path, views, options, source.note());
    }
    for (const DataFile& file : dataFiles(request.paths.first(), panels, request.data))
        writeDataFile(file, request.overwrite);
    if (!animated.isEmpty())
        writeAnimations(source, request, animated, views, progress);
    return files;
}

} // namespace realuid::studio
