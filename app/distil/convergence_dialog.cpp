// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/distil/convergence_dialog.h"

#include "app/export/convergence_figure.h"
#include "app/export/export_dialog.h"
#include "app/shell/texts.h"
#include "widgets/low_priority.h"
#include "widgets/number_table.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>
#include <optional>

namespace realuid::studio
{
namespace
{

constexpr int kSeeds = 3;
constexpr double kReach = 0.2;        ///< whose arrival is told
constexpr double kNewsSeconds = 0.1;  ///< at least, between two

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point begun) { return std::chrono::duration<double>(Clock::now() - begun).count(); }

ConvergenceDialog::News newsOf(const game::Convergence& game, double seconds, double reach)
{
    ConvergenceDialog::News news{game.done(), game.total(), seconds, {}, {}, false, {}};
    for (std::size_t c = 0; c < game.contenders().size(); ++c) {
        news.curves.push_back(game.curve(c));
        news.arrivals.push_back(game.arrival(c, reach));
    }
    return news;
}

} // namespace

std::vector<game::Contender> ConvergenceDialog::contendersOf(const DistilSetup& setup)
{
    const game::Contender own{{}, setup.scene.loss, setup.game.hasCritic()};
    std::vector<game::Contender> out{own};
    if (!setup.rivals.empty()) {
        out.insert(out.end(), setup.rivals.begin(), setup.rivals.end());
        return out;
    }
    game::Contender free, judged = own;
    free.loss.kind = "uid";
    judged.gan = true;
    for (const game::Contender& each : {free, judged})
        if (each.loss.kind != own.loss.kind || each.gan != own.gan)
            out.push_back(each);
    return out;
}

ConvergenceDialog::ConvergenceDialog(const DistilSetup& setup, QWidget* parent)
    : QDialog(parent), m_setup(setup), m_contenders(contendersOf(setup))
{
    setWindowTitle(tr("Convergence over seeds"));
    build();
    resize(860, 620);
}

ConvergenceDialog::~ConvergenceDialog() = default;

void ConvergenceDialog::build()
{
    auto* rows = new QVBoxLayout(this);
    auto* what = new QLabel(tr("%1: each seed is played by all objectives in lock step, with the same noise and data. Lines are medians over the seeds, bands reach from the "
                               "least to the most. Distances are those of the generator's average.").arg(m_setup.name));
    what->setWordWrap(true);
    rows->addWidget(what);
    m_view = convergenceView().release();
    rows->addWidget(m_view, 1);
    m_numbers = new widgets::NumberTable;
    rows->addWidget(m_numbers);
    m_progress = new QProgressBar;
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("Progress"));
    rows->addWidget(m_progress);
    m_state = new QLabel;
    m_state->setObjectName(QStringLiteral("state"));
    m_state->setWordWrap(true);
    rows->addWidget(m_state);
    auto* bar = new QHBoxLayout;
    m_seeds = new QSpinBox;
    m_seeds->setRange(1, 100);
    m_seeds->setValue(kSeeds);
    auto* label = new QLabel(tr("&Seeds"));
    label->setBuddy(m_seeds);
    m_start = new QPushButton(tr("Start"));
    m_export = new QPushButton(tr("Export figure…"));
    m_export->setEnabled(false);
    auto* close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    m_start->setDefault(true);
    bar->addWidget(label);
    bar->addWidget(m_seeds);
    bar->addStretch(1);
    for (QPushButton* button : {m_start, m_export, close})
        bar->addWidget(button);
    rows->addLayout(bar);
    connect(m_start, &QPushButton::clicked, this, &ConvergenceDialog::startOrStop);
    connect(m_export, &QPushButton::clicked, this, &ConvergenceDialog::exportFigure);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    News nothing;
    nothing.curves.resize(m_contenders.size());
    take(nothing);
}

void ConvergenceDialog::startOrStop()
{
    if (m_playing) {
        m_thread.request_stop();
        m_start->setEnabled(false); // until it has stopped
        return;
    }
    m_playing = true;
    m_seeds->setEnabled(false);
    m_start->setText(tr("Stop"));
    m_thread = std::jthread([this, seeds = m_seeds->value()](const std::stop_token& stop) { play(stop, seeds, kReach); });
}

/// On the worker.
void ConvergenceDialog::play(std::stop_token stop, std::int64_t seeds, double reach)
{
    widgets::workBehind(widgets::Behind::Everything);
    const auto begun = Clock::now();
    const auto tell = [this](News news) { m_letters.post([this, news = std::move(news)] { take(news); }); };
    std::optional<game::Convergence> game;
    QString problem;
    try {
        game.emplace(m_setup.scene, m_setup.game, m_contenders, seeds, [stop] { return stop.stop_requested(); });
        double told = 0;
        while (!stop.stop_requested() && !game->finished())
            if (game->advance() && secondsSince(begun) - told >= kNewsSeconds) {
                told = secondsSince(begun);
                tell(newsOf(*game, told, reach));
            }
    } catch (const Error& error) {
        problem = errorText(error);
    }
    News last;
    if (game)
        last = newsOf(*game, secondsSince(begun), reach); // what was played stays
    last.problem = stop.stop_requested() ? QString() : problem;
    last.curves.resize(m_contenders.size());
    last.ended = true;
    tell(std::move(last));
}

void ConvergenceDialog::take(const News& news)
{
    std::vector<widgets::Band> bands;
    std::vector<widgets::NumberRow> rows;
    for (std::size_t c = 0; c < m_contenders.size(); ++c) {
        bands.push_back(bandOf(m_contenders[c], c, news.curves[c]));
        const game::Spread arrival = c < news.arrivals.size() ? news.arrivals[c] : game::Spread{NAN, NAN, NAN};
        const auto shown = [](double steps) { return std::isinf(steps) ? tr("never") : std::isnan(steps) ? QStringLiteral("–") : shownCount(std::llround(steps)); };
        rows.push_back({tr("%1: updates until within %2").arg(contenderText(m_contenders[c]), widgets::shownNumber(kReach, 1)),
                        std::isnan(arrival.median) ? shown(NAN) : tr("%1 (%2 to %3)").arg(shown(arrival.median), shown(arrival.least), shown(arrival.most)),
                        tr("Median over the seeds that have begun, the least and the most")});
    }
    m_view->setBands(std::move(bands));
    m_numbers->setRows(std::move(rows));
    m_progress->setValue(static_cast<int>(1000 * news.done / std::max<std::int64_t>(1, news.total)));
    const double left = news.done > 0 ? news.seconds * static_cast<double>(news.total - news.done) / static_cast<double>(news.done) : 0;
    if (!news.problem.isEmpty())
        m_state->setText(news.problem);
    else if (news.done == 0)
        m_state->setText(news.ended ? tr("Stopped before the first update.") : tr("%1 updates a seed.").arg(shownCount(m_setup.game.steps)));
    else if (news.done == news.total)
        m_state->setText(tr("All updates made in %1.").arg(shownDuration(news.seconds)));
    else
        m_state->setText(news.ended ? tr("Stopped after %1 of %2 updates.").arg(shownCount(news.done), shownCount(news.total))
                                    : tr("%1 of %2 updates, %3 remaining").arg(shownCount(news.done), shownCount(news.total), shownDuration(left)));
    m_export->setEnabled(news.done > 0);
    if (!news.ended)
        return;
    m_playing = false;
    m_seeds->setEnabled(true);
    m_start->setEnabled(true);
    m_start->setText(tr("Start"));
}

void ConvergenceDialog::exportFigure()
{
    ConvergenceFigure figure(*m_view, {m_setup.name, {{QStringLiteral("seed"), QString::number(m_setup.game.seed)}}});
    ExportDialog dialog(figure, QStringLiteral("convergence.pdf"), this);
    dialog.exec();
}

} // namespace realuid::studio
