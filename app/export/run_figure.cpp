// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/run_figure.h"

#include "app/shell/texts.h"
#include "core/io/json.h"
#include "core/io/metrics.h"
#include "core/io/run_folder.h"
#include "core/io/run_json.h"
#include "widgets/curve_view.h"
#include "widgets/image_grid.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <map>
#include <numeric>

namespace realuid::studio
{
namespace
{

class RunFigures : public FigureSource
{
public:
    explicit RunFigures(const QString& folder)
    {
        const RunFolder run(folder.toStdString());
        RunRequest request = runRequestFromJson(readJson(run.runJson()), run.runJson().string());
        request.directory = QDir(folder).absolutePath().toStdString();
        m_note = figureNote(request);
        if (QFileInfo::exists(toQString(run.metrics().string())))
            takeLosses(readMetrics(run.metrics()));
        takeSamples(QDir(folder + QStringLiteral("/samples")));
        if (m_panels.empty())
            throw Error(ErrorKind::File, {REALUID_TEXT("the run has neither losses nor samples yet")}, folder.toStdString(),
                        {REALUID_TEXT("export again once it has made its first updates")});
    }

    std::vector<FigurePanel> panels() const override { return m_panels; }
    widgets::FigureNote note() const override { return m_note; }

private:
    void takeLosses(const std::vector<UpdateRecord>& records)
    {
        static const std::map<Player, std::pair<widgets::Role, const char*>> players{
            {Player::Fake, {widgets::Role::Fake, REALUID_TEXT("fake model")}},
            {Player::Generator, {widgets::Role::Generator, REALUID_TEXT("generator")}},
            {Player::Teacher, {widgets::Role::Teacher, REALUID_TEXT("teacher")}}};
        if (records.empty())
            return;
        auto view = std::make_unique<widgets::CurveView>();
        view->setTitle(phrase("Losses"));
        view->setAxisLabels(phrase("update"), phrase("loss"));
        std::map<Player, int> series;
        for (const UpdateRecord& record : records) {
            if (!series.contains(record.player)) {
                const auto& [role, words] = players.at(record.player);
                series[record.player] = view->addSeries(role, phrase(words));
            }
            view->append(series[record.player], static_cast<double>(record.step), record.loss);
        }
        add(runPanelIds()[0], std::move(view));
    }

    /// The newest sheet; of several of one step the last in order of names, which is the longest-lived average.
    void takeSamples(const QDir& folder)
    {
        const QStringList sheets = folder.entryList({QStringLiteral("step-*.png")}, QDir::Files, QDir::Name);
        if (sheets.isEmpty())
            return;
        const QString step = sheets.last().section(u'-', 0, 1);
        QString chosen = sheets.last();
        for (const QString& sheet : sheets)
            if (sheet.startsWith(step + QStringLiteral("-ema")))
                chosen = sheet;
        const QImage image = QImage(folder.filePath(chosen)).convertToFormat(QImage::Format_RGB888);
        if (image.isNull())
            throw Error(ErrorKind::File, {REALUID_TEXT("is no picture")}, folder.filePath(chosen).toStdString(),
                        {REALUID_TEXT("remove it; the next samples take its place")});
        ImageSheet sheet;
        sheet.step = step.section(u'-', 1).toLongLong();
        sheet.label = chosen.section(u'-', 2).chopped(4).toStdString();
        sheet.side = std::gcd(image.width(), image.height()); // drawn as one picture: any square that tiles it
        sheet.columns = image.width() / sheet.side;
        sheet.rows = image.height() / sheet.side;
        for (int y = 0; y < image.height(); ++y)
            sheet.rgb.insert(sheet.rgb.end(), image.constScanLine(y), image.constScanLine(y) + 3 * image.width());
        auto view = std::make_unique<widgets::ImageGrid>();
        view->setTitle(phrase("Samples"));
        view->setSheet(sheet);
        add(runPanelIds()[1], std::move(view));
    }

    void add(const QString& id, std::unique_ptr<widgets::PlotView> view)
    {
        m_panels.push_back({id, view.get()});
        m_views.push_back(std::move(view));
    }

    std::vector<std::unique_ptr<widgets::PlotView>> m_views;
    std::vector<FigurePanel> m_panels;
    widgets::FigureNote m_note;
};

} // namespace

const QStringList& runPanelIds()
{
    static const QStringList ids{QStringLiteral("losses"), QStringLiteral("samples"), QStringLiteral("convergence")};
    return ids;
}

widgets::FigureNote figureNote(const RunRequest& request)
{
    const auto text = [](double value) { return toQString(numberText(value)); };
    const QString name = QFileInfo(toQString(request.directory)).fileName();
    widgets::FigureNote note{name,
                             {{QStringLiteral("program"), QStringLiteral("RealUID Studio ") + QCoreApplication::applicationVersion()},
                              {QStringLiteral("run"), name}}};
    if (request.kind == RunKind::Distil) {
        const Coefficients c = coefficients(request.loss);
        note.entries.insert(note.entries.end(), {{QStringLiteral("objective"), toQString(request.loss.kind)},
                                                 {QStringLiteral("alpha"), text(c.alpha)},
                                                 {QStringLiteral("beta"), text(c.beta)},
                                                 {QStringLiteral("gamma"), text(c.gamma)}});
    }
    note.entries.emplace_back(QStringLiteral("seed"), QString::number(request.training.seed));
    return note;
}

std::unique_ptr<FigureSource> runFigures(const QString& folder) { return std::make_unique<RunFigures>(folder); }

} // namespace realuid::studio
