// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/distil/distil_page.h"

#include "app/distil/convergence_dialog.h"
#include "app/distil/distil_views.h"
#include "app/distil/experiments.h"
#include "app/explore/explore_parameters.h"
#include "app/explore/regime.h"
#include "app/export/convergence_figure.h"
#include "app/export/export_dialog.h"
#include "app/export/figure_source.h"
#include "app/shell/texts.h"
#include "widgets/card.h"
#include "widgets/card_grid.h"
#include "widgets/notice.h"
#include "widgets/number_table.h"
#include "widgets/parameter_panel.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

namespace realuid::studio
{
namespace
{
/// The cards as they are; the one whose button was pressed is chosen.
class GameFigures : public FigureSource
{
public:
    GameFigures(const widgets::CardGrid& grid, const widgets::Card& chosen, const DistilSetup& setup)
        : m_note{setup.name, {{QStringLiteral("objective"), toQString(setup.scene.loss.kind)},
                              {QStringLiteral("seed"), QString::number(setup.game.seed)}}}
    {
        for (const widgets::Card* card : grid.cards())
            if (grid.isCardShown(card))
                m_panels.push_back({fileStem(card->title()), card->plotView(), card == &chosen});
    }

    std::vector<FigurePanel> panels() const override { return m_panels; }
    widgets::FigureNote note() const override { return m_note; }

private:
    widgets::FigureNote m_note;
    std::vector<FigurePanel> m_panels;
};
} // namespace

DistilPage::DistilPage(QWidget* parent) : Page(parent)
{
    m_form = new DistilForm(m_undo);
    settingsLayout()->addWidget(m_form);
    settingsLayout()->addWidget(heading(tr("Time of the fields")));
    auto* time = new widgets::ParameterPanel(widgets::parameterEntries(timeParameters()));
    settingsLayout()->addWidget(time);
    settingsLayout()->addStretch(1);
    for (const auto signal : {&widgets::ParameterPanel::valueChanging, &widgets::ParameterPanel::valueChanged})
        connect(time, signal, this, [this](const QString&, const Value& t) { m_session.setTime(std::get<double>(t)); });
    m_views = new DistilViews(this);
    connect(m_views, &DistilViews::viewChosen, &m_session, &GameSession::setView);
    connect(m_views->grid(), &widgets::CardGrid::exportRequested, this, [this](widgets::Card* card) {
        GameFigures figures(*m_views->grid(), *card, m_form->setup());
        ExportDialog dialog(figures, fileStem(card->title()) + QStringLiteral(".pdf"), this);
        dialog.exec();
    });
    setCards(m_views->grid());
    buildMeaning();
    buildActions();
    buildBottom();
    connect(m_form, &DistilForm::changed, this, &DistilPage::settingsChanged);
    connect(m_form, &DistilForm::exploreSceneRequested, this, &DistilPage::exploreSceneRequested);
    connect(&m_session, &GameSession::news, this, &DistilPage::take);
    showStanding();
}

void DistilPage::buildMeaning()
{
    QVBoxLayout* rows = meaningLayout();
    rows->addWidget(heading(tr("State")));
    m_notice = new widgets::Notice;
    m_notice->setObjectName(QStringLiteral("distilNotice"));
    connect(m_notice, &widgets::Notice::actionTriggered, this, [this] {
        if (m_session.standing().status == GameStatus::Diverged)
            m_session.goBack();
        else
            restart();
    });
    rows->addWidget(m_notice);
    m_look = new QLabel;
    m_look->setObjectName(QStringLiteral("experimentLook"));
    m_look->setWordWrap(true);
    rows->addWidget(m_look);
    rows->addWidget(heading(tr("Progress")));
    m_numbers = new widgets::NumberTable;
    m_numbers->setObjectName(QStringLiteral("distilNumbers"));
    rows->addWidget(m_numbers);
    rows->addWidget(heading(tr("Regime")));
    m_regime = new widgets::Notice;
    rows->addWidget(m_regime);
    rows->addStretch(1);
}

QAction* DistilPage::stepAction(const QString& text, const QString& toolTip, const QString& keys, Player player)
{
    QAction* action = addBarAction(text, toolTip);
    action->setShortcut(QKeySequence(keys));
    connect(action, &QAction::triggered, this, [this, player] { m_session.step(player); });
    return action;
}

void DistilPage::buildActions()
{
    m_run = new QAction(tr("Start"), this);
    m_run->setShortcut(QKeySequence(QStringLiteral("Ctrl+Return")));
    connect(m_run, &QAction::triggered, this, &DistilPage::runOrPause);
    setPrimaryAction(m_run);
    m_stepFake = stepAction(tr("Step fake"), tr("One update of the fake model alone"), QStringLiteral("Shift+F10"), Player::Fake);
    m_stepGenerator = stepAction(tr("Step generator"), tr("One update of the generator alone"), QStringLiteral("Ctrl+F10"), Player::Generator);
    m_convergence = addBarAction(tr("Convergence…"), tr("Play several objectives over several seeds, and see how fast each comes near the data"));
    connect(m_convergence, &QAction::triggered, this, [this] {
        m_session.pause();
        ConvergenceDialog(m_form->setup(), this).exec();
    });
    m_restart = addBarAction(tr("Restart"), tr("Begin again from the seed, with the settings as they are now"));
    m_restart->setShortcut(QKeySequence(QStringLiteral("Ctrl+R")));
    connect(m_restart, &QAction::triggered, this, &DistilPage::restart);
}

void DistilPage::buildBottom()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 8, 16, 8);
    m_where = new QLabel;
    m_where->setObjectName(QStringLiteral("where"));
    m_history = new QSlider(Qt::Horizontal);
    m_history->setObjectName(QStringLiteral("history"));
    m_history->setAccessibleName(tr("Recorded states"));
    m_history->setToolTip(tr("Go back to a recorded state; from there the game branches off"));
    connect(m_history, &QSlider::valueChanged, this, [this](int moment) { m_session.rewind(moment); });
    m_pace = new QComboBox;
    m_pace->setObjectName(QStringLiteral("pace"));
    m_pace->setAccessibleName(tr("Speed"));
    m_pace->addItem(tr("full speed"), 0.0);
    for (const int pace : {60, 12, 2})
        m_pace->addItem(tr("%1 updates / s").arg(pace), static_cast<double>(pace));
    connect(m_pace, &QComboBox::currentIndexChanged, this, [this] { m_session.setPace(m_pace->currentData().toDouble()); });
    row->addWidget(m_where);
    row->addWidget(m_history, 1);
    row->addWidget(m_pace);
    setBottom(bar);
}

void DistilPage::entered()
{
    if (!m_hasGame)
        begin();
}

void DistilPage::takeScene(const Scene& scene, const QString& name)
{
    DistilSetup next = m_form->setup();
    next.scene = scene;
    next.name = name;
    m_form->edit(next, tr("Take %1").arg(name));
}

void DistilPage::begin()
{
    if (anyFault(check(m_form->setup())))
        return;
    m_hasGame = true;
    m_begun = m_form->setup();
    m_session.begin(m_begun.scene, m_begun.game, m_begun.rivals);
}

void DistilPage::restart()
{
    begin();
    showStanding();
}

void DistilPage::runOrPause()
{
    if (m_session.standing().status == GameStatus::Running)
        m_session.pause();
    else
        m_session.run();
}

void DistilPage::settingsChanged()
{
    const DistilSetup& wanted = m_form->setup();
    const bool sound = !anyFault(check(wanted));
    if (sound && m_hasGame && needsRestart(m_begun, wanted) && m_session.standing().step == 0 &&
        m_session.standing().status != GameStatus::Running)
        begin(); // nothing is lost
    else if (sound && m_hasGame)
        m_session.change(wanted.scene.loss, wanted.game);
    else if (sound)
        begin();
    showStanding();
    Q_EMIT documentNameChanged();
}

void DistilPage::take(const GameNews& latest)
{
    m_views->show(latest, m_session.log());
    const GameStanding& standing = m_session.standing();
    if (standing.moment >= 0 && m_session.settled())
        m_form->follow(standing.loss, standing.settings);
    showStanding();
}

void DistilPage::showStanding()
{
    const GameStatus status = m_session.standing().status;
    const bool running = m_hasGame && status == GameStatus::Running;
    const std::vector<Fault> faults = check(m_form->setup());
    m_form->setFaults(faults);
    m_form->setRunning(running);
    m_run->setText(running ? tr("Pause") : m_session.standing().step > 0 ? tr("Continue") : tr("Start"));
    m_run->setEnabled(m_hasGame && status != GameStatus::Diverged);
    m_stepFake->setEnabled(m_run->isEnabled());
    m_stepGenerator->setEnabled(m_run->isEnabled());
    m_restart->setEnabled(!anyFault(faults));
    m_convergence->setEnabled(!anyFault(faults));
    showNotice();
    showNumbers();
    showHistory();
    const Regime words = regime(m_form->setup().scene);
    m_look->setText(experimentLook());
    m_look->setVisible(!m_look->text().isEmpty());
    m_regime->setNotice(words.kind == Regime::Kind::Unstable ? widgets::Notice::Kind::Warning : widgets::Notice::Kind::Meaning, words.heading, words.text);
}

void DistilPage::showNotice()
{
    using Kind = widgets::Notice::Kind;
    const GameStanding& now = m_session.standing();
    const std::vector<Fault> faults = check(m_form->setup());
    QStringList lines;
    for (const Fault& fault : faults)
        if (fault.severity == Severity::Fault)
            lines += faultText(fault);
    QString verb;
    if (!lines.isEmpty()) {
        m_notice->setNotice(Kind::Fault, tr("This cannot be played"), lines.join(u'\n'));
    } else if (m_hasGame && now.status == GameStatus::Diverged) {
        const QString what = now.ranAway ? tr("The samples have run away from the real data.") : tr("A loss or gradient is no longer a finite number.");
        m_notice->setNotice(Kind::Fault, tr("Diverged after update %1").arg(shownCount(now.step)),
                            what + u' ' + tr("Go back, then take a smaller learning rate, more fake updates in a row, or α below 1 with β other than α."));
        verb = tr("Go back to before it");
    } else if (m_hasGame && needsRestart(m_begun, m_form->setup())) {
        m_notice->setNotice(Kind::Warning, tr("Changed settings wait"), tr("They count from a restart; the game goes on as it was begun."));
        verb = tr("Restart now");
    } else if (m_hasGame && now.status == GameStatus::Running) {
        m_notice->setNotice(Kind::Good, tr("Playing"), tr("Coefficients, rates and the ratio can be changed while it runs; each change is marked on the curves."));
    } else if (m_hasGame && now.moment >= 0) {
        m_notice->setNotice(Kind::Meaning, tr("Back at update %1").arg(shownCount(now.step)), tr("The next update branches off here; the states after it are then forgotten."));
    } else if (now.status == GameStatus::Finished) {
        m_notice->setNotice(Kind::Good, tr("All updates made"), tr("Continue plays on, at the last learning rate."));
    } else {
        m_notice->setNotice(Kind::Meaning, now.step > 0 ? tr("Paused") : tr("Ready"), tr("Start the game, or step one player alone and watch what it changes."));
    }
    m_notice->setAction(verb);
}

QString DistilPage::experimentLook() const
{
    for (const Experiment& each : experiments())
        if (each.id != QStringLiteral("plain") && each.setup == m_form->setup())
            return each.look;
    return {};
}

void DistilPage::showNumbers()
{
    const GameNews& log = m_session.log();
    const GameStanding& now = log.standing;
    const QString none = QStringLiteral("–");
    std::vector<widgets::NumberRow> rows{
        {tr("updates"), shownCount(now.step) + QStringLiteral(" / ") + shownCount(now.settings.steps)},
        {tr("speed"), now.updatesPerSecond > 0 ? widgets::shownSignificant(now.updatesPerSecond, 3) + tr(" / s") : none},
        {tr("next"), now.turn == Player::Fake ? tr("fake model") : tr("generator")}};
    if (!log.judgements.empty()) {
        const Judgement& last = log.judgements.back();
        rows.push_back({tr("distance"), widgets::shownSignificant(last.distance, 3), tr("Sliced 2-Wasserstein distance of the generator's samples to real ones")});
        rows.push_back({tr("of its average"), widgets::shownSignificant(last.average, 3)});
        rows.push_back({tr("at the start"), widgets::shownSignificant(log.judgements.front().distance, 3)});
        rows.push_back({tr("modes covered"), shownCount(last.modes) + QStringLiteral(" / ") + shownCount(now.modes)});
        for (std::size_t i = 0; i < std::min(last.rivals.size(), now.rivals.size()); ++i)
            rows.push_back({contenderText(now.rivals[i]),
                            std::isfinite(last.rivals[i]) ? widgets::shownSignificant(last.rivals[i], 3) + tr(", %1 modes").arg(last.rivalModes[i])
                                                          : tr("diverged")});
    }
    if (log.field && !log.field->optimum.empty()) {
        rows.push_back({tr("objective's distance"), widgets::shownSignificant(log.field->distance, 2),
                        tr("What both players play for: the game's value with the fake model at its optimum")});
        rows.push_back({tr("fake from optimum"), widgets::shownSignificant(100 * log.field->error, 2) + QStringLiteral(" %"),
                        tr("Relative root-mean-square error of the learned fake field, where the generator's paths are")});
    }
    m_numbers->setRows(rows);
}

void DistilPage::showHistory()
{
    const GameStanding& now = m_session.standing();
    const QSignalBlocker blocker(m_history);
    const int last = std::max(0, static_cast<int>(now.moments.size()) - 1);
    m_history->setMaximum(last);
    m_history->setEnabled(m_hasGame && last > 0);
    if (!m_history->isSliderDown())
        m_history->setValue(now.moment < 0 ? last : now.moment);
    const std::int64_t newest = now.moments.empty() ? now.step : std::max(now.step, now.moments.back());
    m_where->setText(now.moment < 0 ? tr("update %1").arg(shownCount(now.step)) : tr("update %1 of %2").arg(shownCount(now.step), shownCount(newest)));
}

} // namespace realuid::studio
