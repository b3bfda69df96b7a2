// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/train/train_page.h"

#include "app/export/export_dialog.h"
#include "app/export/run_figure.h"
#include "app/shell/texts.h"
#include "app/train/run_form.h"
#include "app/train/run_setup.h"
#include "app/train/state_text.h"
#include "widgets/card.h"
#include "widgets/card_grid.h"
#include "widgets/curve_view.h"
#include "widgets/image_grid.h"
#include "widgets/notice.h"
#include "widgets/number_table.h"
#include "widgets/parameter_editor.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QTabBar>
#include <QTime>
#include <QVBoxLayout>

namespace realuid::studio
{
namespace
{
using State = TrainingSession::State;
constexpr int kMostEvents = 500;
constexpr int kThousandth = 1000;
} // namespace

TrainPage::TrainPage(TrainingSession::EngineSource engine, QWidget* parent) : Page(parent), m_session(std::move(engine))
{
    m_form = new RunForm(m_undo);
    settingsLayout()->addWidget(m_form);
    buildMiddle();
    buildMeaning();
    buildActions();
    buildBottom();
    connect(m_form, &RunForm::changed, this, &TrainPage::checkForm);
    connect(m_form, &RunForm::liveChanged, this, &TrainPage::changeLive);
    connect(&m_session, &TrainingSession::stateChanged, this, &TrainPage::showState);
    connect(&m_session, &TrainingSession::stateChanged, this, &TrainPage::ended);
    connect(&m_session, &TrainingSession::news, this, &TrainPage::take);
    checkForm();
    showState();
    showNumbers();
}

QString TrainPage::documentName() const
{
    return m_session.busy() || !m_run.directory.empty() ? toQString(m_run.directory) : tr("New run");
}

void TrainPage::entered()
{
    m_session.load();
    checkForm();
}

void TrainPage::buildMiddle()
{
    auto* grid = new widgets::CardGrid;
    m_curves = new widgets::CurveView;
    m_curves->setTitle(tr("Two players"));
    m_curves->setAxisLabels(tr("update"), tr("loss"));
    m_curves->setMessage(tr("The losses of both players appear here once a run goes on."));
    auto* curves = new widgets::Card({}, m_curves);
    curves->setSubtitle(tr("need not fall"));
    grid->addCard(curves);
    m_samples = new widgets::ImageGrid;
    m_samples->setTitle(tr("Samples"));
    m_samples->setMessage(tr("The first samples appear after the first “sample every” updates, or at once with Sample now."));
    m_samplesCard = new widgets::Card({}, m_samples);
    m_tabs = new QTabBar;
    m_tabs->setAccessibleName(tr("Whose samples"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->hide();
    m_samplesCard->addRowAbove(m_tabs);
    connect(m_tabs, &QTabBar::currentChanged, this, &TrainPage::showSheet);
    grid->addCard(m_samplesCard);
    connect(grid, &widgets::CardGrid::exportRequested, this, [this, curves](widgets::Card* card) {
        LiveRunFigures figures(m_run, {{runPanelIds()[0], m_curves, card == curves}, {runPanelIds()[1], m_samples, card == m_samplesCard}});
        ExportDialog dialog(figures, fileStem(card->title()) + QStringLiteral(".pdf"), this);
        dialog.exec();
    });
    setCards(grid);
}

void TrainPage::buildMeaning()
{
    QVBoxLayout* rows = meaningLayout();
    rows->addWidget(heading(tr("State")));
    m_notice = new widgets::Notice;
    m_notice->setObjectName(QStringLiteral("trainNotice"));
    rows->addWidget(m_notice);
    rows->addWidget(heading(tr("Progress")));
    m_numbers = new widgets::NumberTable;
    m_numbers->setObjectName(QStringLiteral("trainNumbers"));
    rows->addWidget(m_numbers);
    rows->addWidget(heading(tr("Events")));
    m_events = new QListWidget;
    m_events->setObjectName(QStringLiteral("events"));
    m_events->setAccessibleName(tr("Events"));
    m_events->setFrameShape(QFrame::NoFrame);
    m_events->setWordWrap(true);
    m_events->setSelectionMode(QAbstractItemView::ContiguousSelection);
    m_events->setMinimumHeight(120);
    rows->addWidget(m_events, 1);
}

void TrainPage::buildActions()
{
    m_start = new QAction(tr("Start"), this);
    m_start->setShortcut(QKeySequence(QStringLiteral("Ctrl+Return")));
    connect(m_start, &QAction::triggered, this, &TrainPage::start);
    setPrimaryAction(m_start);
    m_pause = addBarAction(tr("Pause"));
    m_pause->setShortcut(QKeySequence(QStringLiteral("Ctrl+Space")));
    connect(m_pause, &QAction::triggered, this, &TrainPage::pauseOrResume);
    m_step = addBarAction(tr("One update"), tr("Make one update, then pause"));
    buildStepMenu();
    m_sample = addBarAction(tr("Sample now"));
    connect(m_sample, &QAction::triggered, this, [this] { m_session.post(command::Sample{}); });
    m_save = addBarAction(tr("Save now"), tr("Write a checkpoint from which the run resumes exactly"));
    connect(m_save, &QAction::triggered, this, [this] { m_session.post(command::Save{}); });
    m_stop = addBarAction(tr("Stop"), tr("Save and end the run; it can be resumed"));
    connect(m_stop, &QAction::triggered, &m_session, &TrainingSession::stop);
    QAction* copy = addBarAction(tr("Copy command"), tr("Copy the command line that makes the same run"));
    connect(copy, &QAction::triggered, this, &TrainPage::copyCommand);
}

void TrainPage::buildStepMenu()
{
    auto* menu = new QMenu(this);
    const auto add = [&](const QString& text, const QString& shortcut, std::optional<Player> player) {
        QAction* action = menu->addAction(text);
        action->setShortcut(QKeySequence(shortcut));
        connect(action, &QAction::triggered, this, [this, player] {
            m_session.post(command::Pause{});
            m_session.post(command::Step{player});
        });
        addAction(action);
    };
    add(tr("Whose turn it is"), QStringLiteral("F10"), std::nullopt);
    add(tr("Fake model"), QStringLiteral("Shift+F10"), Player::Fake);
    add(tr("Generator"), QStringLiteral("Ctrl+F10"), Player::Generator);
    m_step->setMenu(menu);
}

void TrainPage::buildBottom()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 10, 16, 10);
    m_saved = new QLabel(tr("Nothing saved yet"));
    m_progressBar = new QProgressBar;
    m_progressBar->setAccessibleName(tr("Progress of the run"));
    m_progressBar->setMaximum(kThousandth);
    m_progressBar->setTextVisible(false);
    m_progressBar->setFixedHeight(8);
    row->addWidget(m_saved);
    row->addWidget(m_progressBar, 1);
    setBottom(bar);
}

void TrainPage::checkForm()
{
    m_form->setFaults(check(m_form->request()));
    showState();
}

void TrainPage::start()
{
    const std::vector<Fault> faults = check(m_form->request());
    if (anyFault(faults) || m_session.busy())
        return;
    m_run = m_form->request();
    m_liveLoss = m_run.loss;
    m_liveTraining = m_run.training;
    m_undo.clear();
    m_sheets.clear();
    m_samples->clear();
    m_samples->setMessage(tr("Waiting for the first samples…"));
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    m_tabs->hide();
    m_saved->setText(tr("Nothing saved yet"));
    m_progress = {0, m_run.training.steps, 0, 0};
    prepareCurves();
    showNumbers();
    m_events->clear();
    log(tr("started, seed %1").arg(m_run.training.seed));
    m_session.start(m_run);
    Q_EMIT documentNameChanged();
}

void TrainPage::prepareCurves()
{
    m_curves->clear();
    m_curves->setMessage(tr("Waiting for the first update…"));
    if (m_series.empty()) {
        m_series[Player::Fake] = m_curves->addSeries(widgets::Role::Fake, tr("fake model"));
        m_series[Player::Generator] = m_curves->addSeries(widgets::Role::Generator, tr("generator"));
        m_series[Player::Teacher] = m_curves->addSeries(widgets::Role::Teacher, tr("teacher"));
    }
}

void TrainPage::pauseOrResume()
{
    if (m_session.state() == State::Paused)
        m_session.post(command::Resume{});
    else
        m_session.post(command::Pause{});
}

void TrainPage::copyCommand() { QApplication::clipboard()->setText(commandLine(m_form->request())); }

void TrainPage::changeLive()
{
    const RunRequest& wanted = m_form->request();
    if (anyFault(realuid::check(wanted.loss)) || anyFault(realuid::check(wanted.training)))
        return;
    m_session.post(command::Change{wanted.loss, wanted.training});
    const auto note = [this](const QString& name, double before, double after) {
        if (before == after)
            return;
        const QString text = name + u' ' + QString::number(before) + QStringLiteral(" → ") + QString::number(after);
        m_curves->addEvent(static_cast<double>(m_progress.step), text);
        log(tr("%1 at update %2").arg(text, shownCount(m_progress.step)));
    };
    note(QStringLiteral("α"), m_liveLoss.alpha, wanted.loss.alpha);
    note(QStringLiteral("β"), m_liveLoss.beta, wanted.loss.beta);
    note(tr("learning rate"), m_liveTraining.lr, wanted.training.lr);
    note(tr("fake updates"), static_cast<double>(m_liveTraining.fakeSteps), static_cast<double>(wanted.training.fakeSteps));
    m_liveLoss = wanted.loss;
    m_liveTraining = wanted.training;
}

void TrainPage::take(const RunNews& news)
{
    for (const UpdateRecord& update : news.updates)
        m_curves->append(m_series[update.player], static_cast<double>(update.step), update.loss);
    if (!news.updates.empty())
        m_curves->setMessage({});
    for (const auto& [label, sheet] : news.sheets) {
        if (!m_sheets.contains(label)) {
            const int tab = m_tabs->addTab(label == "gen" ? tr("Generator") : toQString(label).replace(QStringLiteral("ema"), tr("EMA ")));
            m_tabs->setTabData(tab, toQString(label));
            m_tabs->show();
        }
        m_sheets[label] = sheet;
    }
    if (!news.sheets.empty())
        showSheet();
    for (const auto& [path, step] : news.saved) {
        m_saved->setText(tr("Saved at update %1").arg(shownCount(step)));
        log(tr("saved %1").arg(toQString(path).section(u'/', -1)));
    }
    for (const Text& note : news.notes)
        log(widgets::translated(note));
    if (news.progress) {
        m_progress = *news.progress;
        showNumbers();
    }
}

void TrainPage::showSheet()
{
    const std::string label = m_tabs->tabData(m_tabs->currentIndex()).toString().toStdString();
    const auto found = m_sheets.find(label);
    if (found == m_sheets.end())
        return;
    m_samples->setMessage({});
    m_samples->setSheet(found->second);
    m_samplesCard->setSubtitle(tr("update %1 · same noise").arg(shownCount(found->second.step)));
}

void TrainPage::showNumbers()
{
    const auto known = [](double value, const QString& text) { return value > 0 ? text : QStringLiteral("–"); };
    const EngineInfo& info = m_session.engineInfo();
    m_numbers->setRows({
        {tr("updates"), shownCount(m_progress.step) + QStringLiteral(" / ") + shownCount(m_progress.steps)},
        {tr("rate"), known(m_progress.updatesPerSecond, widgets::shownSignificant(m_progress.updatesPerSecond, 3) + tr(" / s"))},
        {tr("remaining"), known(m_progress.secondsLeft, shownDuration(m_progress.secondsLeft))},
        {tr("device"), info.devices.empty() ? QStringLiteral("–") : toQString(info.devices.back())},
        {tr("LibTorch"), info.torchVersion.empty() ? QStringLiteral("–") : toQString(info.torchVersion)},
    });
    m_progressBar->setValue(m_progress.steps > 0 ? static_cast<int>(kThousandth * m_progress.step / m_progress.steps) : 0);
}

void TrainPage::showState()
{
    const State state = m_session.state();
    const bool running = state == State::Running || state == State::Paused;
    m_form->setRunning(m_session.busy());
    m_start->setEnabled(!m_session.busy() && state != State::NoEngine && !anyFault(check(m_form->request())));
    m_pause->setEnabled(running);
    m_pause->setText(state == State::Paused ? tr("Continue") : tr("Pause"));
    for (QAction* action : {m_step, m_sample, m_save})
        action->setEnabled(running);
    m_stop->setEnabled(running || state == State::Starting);
    showNotice();
    showNumbers();
    Q_EMIT documentNameChanged();
}

void TrainPage::showNotice()
{
    const StateText text = stateText(m_session, check(m_form->request()), toQString(m_run.directory));
    m_notice->setNotice(text.kind, text.heading, text.text);
}

void TrainPage::ended()
{
    if (!m_session.ended())
        return;
    log(stateText(m_session, {}, toQString(m_run.directory)).heading);
    if (m_question)
        m_question->close();
    if (m_closeWhenDone)
        Q_EMIT closeReady();
    else
        m_form->refreshFolder();
}

bool TrainPage::mayClose()
{
    if (!m_session.busy())
        return true;
    if (m_session.state() == State::Stopping || m_question) {
        m_closeWhenDone = m_session.state() == State::Stopping;
        return false;
    }
    m_question = new QMessageBox(QMessageBox::Question, tr("A run is in progress"),
                                 tr("Close the window and end the run?"), QMessageBox::NoButton, this);
    m_question->setObjectName(QStringLiteral("closeQuestion"));
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setInformativeText(tr("It is saved first and can be resumed with: realuid resume --run %1").arg(toQString(m_run.directory)));
    QPushButton* close = m_question->addButton(tr("Save and close"), QMessageBox::AcceptRole);
    QPushButton* keep = m_question->addButton(tr("Keep training"), QMessageBox::RejectRole);
    m_question->setDefaultButton(keep);
    m_question->setEscapeButton(keep);
    connect(close, &QPushButton::clicked, this, [this] {
        m_closeWhenDone = true;
        m_session.stop();
    });
    m_question->open();
    return false;
}

void TrainPage::log(const QString& text)
{
    m_events->addItem(QTime::currentTime().toString(QStringLiteral("HH:mm:ss  ")) + text);
    if (m_events->count() > kMostEvents)
        delete m_events->takeItem(0);
    m_events->scrollToBottom();
}

} // namespace realuid::studio
