// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/distil/distil_form.h"

#include "app/distil/experiments.h"
#include "app/explore/wrong_teacher.h"
#include "app/shell/page.h"
#include "app/shell/texts.h"
#include "core/api/named_distribution.h"
#include "widgets/parameter_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace realuid::studio
{
namespace
{
using Kind = TeacherChoice::Kind;

bool isLive(const std::string_view id)
{
    constexpr std::array<std::string_view, 8> ids{"alpha", "beta", "gamma", "lr", "lr_generator", "lr_end", "fake_steps", "steps"};
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// `setup` with what a running game takes over from `from`.
DistilSetup withLive(DistilSetup setup, const Loss& loss, const game::GameSettings& settings)
{
    const auto copy = [](auto table, auto& to, const auto& from) {
        for (const auto& row : table)
            if (isLive(row.info.id))
                row.set(to, row.get(from));
    };
    copy(lossParameters(), setup.scene.loss, loss);
    copy(game::gameParameters(), setup.game, settings);
    return setup;
}

/// Shapes in the plane first, then the scenes of Explore.
std::vector<DistilSetup> presets()
{
    std::vector<DistilSetup> all;
    for (const NamedDistribution& named : namedDistributions()) {
        DistilSetup setup;
        setup.scene.real = named.distribution;
        setup.scene.generated = gaussian({0, 0}, {1, 0, 0, 1});
        setup.name = widgets::translated(named.title);
        all.push_back(setup);
    }
    for (const ScenePreset& preset : scenePresets())
        all.push_back({preset.scene, widgets::translated(preset.title), {}, {}});
    return all;
}

QComboBox* combo(const QString& name, const QString& accessible)
{
    auto* box = new QComboBox;
    box->setObjectName(name);
    box->setAccessibleName(accessible);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}
} // namespace

DistilSetup usualSetup()
{
    DistilSetup setup;
    setup.game.batch = 256; // quick rather than exact
    for (const NamedDistribution& named : namedDistributions())
        if (named.id == "8-gaussians") {
            setup.scene.real = named.distribution;
            setup.scene.generated = gaussian({0, 0}, {1, 0, 0, 1});
            setup.name = widgets::translated(named.title);
        }
    return setup;
}

std::vector<Fault> check(const DistilSetup& setup)
{
    std::vector<Fault> faults = check(setup.scene), more = game::check(setup.game);
    if (!anyFault(faults))
        for (Fault& fault : game::checkPlayable(setup.scene))
            faults.push_back(std::move(fault));
    faults.insert(faults.end(), more.begin(), more.end());
    for (Fault& fault : faults) // as the editors are named
        if (fault.field.starts_with("loss."))
            fault.field = fault.field == "loss.kind" ? "loss" : fault.field.substr(5);
    return faults;
}

bool needsRestart(const DistilSetup& begun, const DistilSetup& wanted)
{
    return !(withLive(begun, wanted.scene.loss, wanted.game) == wanted);
}

class DistilCommand : public QUndoCommand
{
public:
    DistilCommand(DistilForm& form, DistilSetup after, const QString& what)
        : QUndoCommand(what), m_form(form), m_before(form.m_setup), m_after(std::move(after))
    {
    }
    void undo() override { m_form.apply(m_before); }
    void redo() override { m_form.apply(m_after); }

private:
    DistilForm& m_form;
    DistilSetup m_before, m_after;
};

DistilForm::DistilForm(QUndoStack& undo, QWidget* parent) : QWidget(parent), m_undo(undo)
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    buildExperiments(*rows);
    buildScene(*rows);
    buildPanels(*rows);
    show();
}

void DistilForm::buildExperiments(QVBoxLayout& rows)
{
    rows.addWidget(Page::heading(tr("Experiment")));
    m_experiment = combo(QStringLiteral("distilExperiment"), tr("Experiment"));
    for (const Experiment& each : experiments()) {
        m_experiment->addItem(each.name, each.id);
        m_experiment->setItemData(m_experiment->count() - 1, each.look, Qt::ToolTipRole);
    }
    connect(m_experiment, &QComboBox::activated, this, [this](int index) {
        const Experiment chosen = experiments()[static_cast<std::size_t>(index)];
        edit(chosen.setup, tr("Choose %1").arg(chosen.name));
    });
    rows.addWidget(m_experiment);
}

void DistilForm::buildScene(QVBoxLayout& rows)
{
    rows.addWidget(Page::heading(tr("Real data")));
    m_scene = combo(QStringLiteral("distilScene"), tr("Real data"));
    for (const DistilSetup& preset : presets())
        m_scene->addItem(preset.name);
    connect(m_scene, &QComboBox::activated, this, &DistilForm::chooseScene);
    rows.addWidget(m_scene);
    m_take = new QPushButton(tr("Take Explore's scene"));
    m_take->setObjectName(QStringLiteral("takeScene"));
    connect(m_take, &QPushButton::clicked, this, &DistilForm::exploreSceneRequested);
    rows.addWidget(m_take);
    rows.addWidget(Page::heading(tr("Teacher")));
    m_teacher = combo(QStringLiteral("distilTeacher"), tr("Teacher"));
    for (const auto& [kind, title] : std::initializer_list<std::pair<Kind, QString>>{{Kind::Exact, tr("Exact")},
                                                                                     {Kind::Shifted, tr("Shifted")},
                                                                                     {Kind::Widened, tr("Widened")},
                                                                                     {Kind::Narrowed, tr("Narrowed")},
                                                                                     {Kind::MissingMode, tr("Missing a mode")},
                                                                                     {Kind::FewSamples, tr("Trained on few samples")},
                                                                                     {Kind::Own, tr("From the scene")}})
        m_teacher->addItem(title, static_cast<int>(kind));
    connect(m_teacher, &QComboBox::activated, this, &DistilForm::chooseTeacher);
    rows.addWidget(m_teacher);
}

void DistilForm::buildPanels(QVBoxLayout& rows)
{
    m_loss = new widgets::ParameterPanel(widgets::parameterEntries(lossParameters(), Loss{}));
    m_game = new widgets::ParameterPanel(widgets::parameterEntries(game::gameParameters(), game::GameSettings{}));
    const auto title = [](const auto& table, const QString& id) {
        for (const auto& row : table)
            if (toQString(row.info.id) == id)
                return widgets::translated(row.info.title);
        return id;
    };
    connect(m_loss, &widgets::ParameterPanel::valueChanged, this, [this, title](const QString& id, const Value& value) {
        DistilSetup next = m_setup;
        widgets::assign(lossParameters(), next.scene.loss, id.toStdString(), value);
        edit(next, tr("Change %1").arg(title(lossParameters(), id)));
    });
    connect(m_game, &widgets::ParameterPanel::valueChanged, this, [this, title](const QString& id, const Value& value) {
        DistilSetup next = m_setup;
        widgets::assign(game::gameParameters(), next.game, id.toStdString(), value);
        edit(next, tr("Change %1").arg(title(game::gameParameters(), id)));
    });
    rows.addWidget(Page::heading(tr("Objective")));
    rows.addWidget(m_loss);
    rows.addWidget(Page::heading(tr("Game")));
    rows.addWidget(m_game);
    auto* expert = new QCheckBox(tr("Expert settings"));
    rows.addWidget(expert);
    const auto fold = [this](bool on) {
        m_loss->setTier(on ? Tier::Expert : Tier::Lesson);
        m_game->setTier(on ? Tier::Expert : Tier::Lesson);
        show();
    };
    connect(expert, &QCheckBox::toggled, this, fold);
    m_loss->setTier(Tier::Lesson);
    m_game->setTier(Tier::Lesson);
}

void DistilForm::chooseScene(int index)
{
    const std::vector<DistilSetup> all = presets();
    if (index < 0 || index >= static_cast<int>(all.size()))
        return;
    DistilSetup next = m_setup;
    next.scene = all[static_cast<std::size_t>(index)].scene;
    next.scene.loss = m_setup.scene.loss;
    next.name = all[static_cast<std::size_t>(index)].name;
    edit(next, tr("Choose %1").arg(next.name));
}

void DistilForm::chooseTeacher(int index)
{
    DistilSetup next = m_setup;
    next.scene = withTeacher(m_setup.scene, usualChoice(static_cast<Kind>(m_teacher->itemData(index).toInt())));
    edit(next, tr("Change teacher"));
}

void DistilForm::edit(const DistilSetup& next, const QString& what)
{
    if (next == m_setup)
        show();
    else
        m_undo.push(new DistilCommand(*this, next, what));
}

void DistilForm::follow(const Loss& loss, const game::GameSettings& settings)
{
    m_setup = withLive(m_setup, loss, settings);
    show();
}

void DistilForm::apply(const DistilSetup& setup)
{
    m_setup = setup;
    show();
    Q_EMIT changed();
}

void DistilForm::show()
{
    int experiment = -1;
    for (const Experiment& each : experiments())
        if (withLive(each.setup, m_setup.scene.loss, m_setup.game) == m_setup && (experiment < 0 || each.setup == m_setup))
            experiment = m_experiment->findData(each.id);
    m_experiment->setPlaceholderText(tr("as set below"));
    m_experiment->setCurrentIndex(experiment);
    const int known = m_scene->findText(m_setup.name);
    m_scene->setCurrentIndex(known);
    m_scene->setPlaceholderText(m_setup.name);
    m_teacher->setCurrentIndex(m_teacher->findData(static_cast<int>(teacherChoice(m_setup.scene).kind)));
    m_loss->setValues(lossParameters(), m_setup.scene.loss);
    m_game->setValues(game::gameParameters(), m_setup.game);
    const std::string& kind = m_setup.scene.loss.kind;
    for (const char* id : {"alpha", "beta"})
        m_loss->setEditorVisible(id, kind != "uid");
    for (const char* id : {"gamma", "parametrisation"})
        m_loss->setEditorVisible(id, kind == "general");
    m_loss->setEditorVisible("alpha_sid", kind == "sid");
}

void DistilForm::setRunning(bool running)
{
    for (QWidget* each : {static_cast<QWidget*>(m_experiment), static_cast<QWidget*>(m_scene), static_cast<QWidget*>(m_teacher), static_cast<QWidget*>(m_take)})
        each->setEnabled(!running);
    const auto set = [running](widgets::ParameterPanel* panel, const auto& table) {
        for (const auto& row : table)
            panel->editor(row.info.id)->setEnabled(!running || isLive(row.info.id));
    };
    set(m_loss, lossParameters());
    set(m_game, game::gameParameters());
}

void DistilForm::setFaults(const std::vector<Fault>& faults)
{
    m_loss->setFaults(faults);
    m_game->setFaults(faults);
}

} // namespace realuid::studio
