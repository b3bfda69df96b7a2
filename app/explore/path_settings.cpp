// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/path_settings.h"

#include "app/explore/component_parameters.h"
#include "app/explore/data_coupling.h"
#include "app/explore/scene_document.h"
#include "app/shell/page.h"
#include "app/shell/texts.h"
#include "widgets/parameter_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace realuid::studio
{
namespace
{
using Kind = TeacherChoice::Kind;

QComboBox* combo(const QString& name, const QString& accessible)
{
    auto* box = new QComboBox;
    box->setObjectName(name);
    box->setAccessibleName(accessible);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

/// The rows of interpolantParameters() that are numbers; the kind has a list of its own.
std::vector<widgets::ParameterEntry> optionEntries()
{
    std::vector<widgets::ParameterEntry> entries = widgets::parameterEntries(interpolantParameters(), Interpolant{});
    std::erase_if(entries, [](const widgets::ParameterEntry& entry) { return entry.info.id == "kind"; });
    return entries;
}

/// `show` is called with true while it is dragged, false at rest.
template <class Edit>
void onValues(widgets::ParameterPanel* panel, QObject* owner, Edit edit)
{
    QObject::connect(panel, &widgets::ParameterPanel::valueChanging, owner, [edit](const QString& id, const Value& v) { edit(id, v, false); });
    QObject::connect(panel, &widgets::ParameterPanel::valueChanged, owner, [edit](const QString& id, const Value& v) { edit(id, v, true); });
}

void choose(QComboBox* box, const QVariant& data)
{
    const QSignalBlocker blocker(box);
    box->setCurrentIndex(box->findData(data));
}

} // namespace

PathSettings::PathSettings(SceneDocument& document, QWidget* parent) : QWidget(parent), m_document(document)
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    buildTeacher(*rows);
    buildPath(*rows);
    buildCoupling(*rows);
    connect(&m_document, &SceneDocument::changed, this, &PathSettings::showScene);
    showScene();
}

void PathSettings::buildPath(QVBoxLayout& rows)
{
    rows.addWidget(Page::heading(tr("Path from noise to data")));
    m_path = combo(QStringLiteral("path"), tr("Path from noise to data"));
    for (const auto& [id, title] : std::initializer_list<std::pair<const char*, QString>>{
             {"linear", tr("Linear (flow matching)")},
             {"trigonometric", tr("Trigonometric")},
             {"vp-cosine", tr("Variance preserving, cosine")},
             {"vp-linear", tr("Variance preserving, linear rate")},
             {"ve", tr("Variance exploding")},
             {"stochastic", tr("Stochastic interpolant")},
             {"bridge", tr("Brownian bridge")}})
        m_path->addItem(title, QString::fromLatin1(id));
    connect(m_path, &QComboBox::activated, this, [this](int index) {
        Scene scene = m_document.scene();
        scene.interpolant = {};
        scene.interpolant.kind = m_path->itemData(index).toString().toStdString();
        m_document.edit(scene, tr("Change path"));
    });
    rows.addWidget(m_path);
    m_options = new widgets::ParameterPanel(optionEntries());
    onValues(m_options, this, [this](const QString& id, const Value& v, bool resting) { editPath(id, v, resting); });
    rows.addWidget(m_options);
}

void PathSettings::buildCoupling(QVBoxLayout& rows)
{
    rows.addWidget(Page::heading(tr("Coupling of noise and data")));
    m_coupling = combo(QStringLiteral("coupling"), tr("Coupling of noise and data"));
    m_coupling->addItem(tr("Independent"), static_cast<int>(CouplingChoice::Kind::Independent));
    m_coupling->addItem(tr("Correlated"), static_cast<int>(CouplingChoice::Kind::Correlated));
    connect(m_coupling, &QComboBox::activated, this, [this](int index) {
        const auto kind = static_cast<CouplingChoice::Kind>(m_coupling->itemData(index).toInt());
        m_document.edit(withCoupling(m_document.scene(), {kind, CouplingValues{}.correlation}), tr("Change coupling"));
    });
    rows.addWidget(m_coupling);
    m_conditional = new QCheckBox(tr("Models receive x₀ too"));
    m_conditional->setObjectName(QStringLiteral("conditional"));
    m_conditional->setToolTip(tr("Conditional (augmented) models; both sides must have one and the same x₀"));
    connect(m_conditional, &QCheckBox::clicked, this,
            [this](bool on) { m_document.edit(withConditional(m_document.scene(), on), tr("Change coupling")); });
    rows.addWidget(m_conditional);
    m_couplingValues = new widgets::ParameterPanel(widgets::parameterEntries(couplingParameters()));
    onValues(m_couplingValues, this, [this](const QString& id, const Value& v, bool resting) { editCoupling(id, v, resting); });
    rows.addWidget(m_couplingValues);
}

void PathSettings::buildTeacher(QVBoxLayout& rows)
{
    rows.addWidget(Page::heading(tr("Teacher")));
    m_teacher = combo(QStringLiteral("teacher"), tr("Teacher"));
    m_teacher->setToolTip(tr("Whose exact field the teacher is"));
    connect(m_teacher, &QComboBox::activated, this, &PathSettings::chooseTeacher);
    rows.addWidget(m_teacher);
    m_amount = new widgets::ParameterPanel(widgets::parameterEntries(teacherParameters()));
    onValues(m_amount, this, [this](const QString& id, const Value& v, bool resting) { editTeacher(id, v, resting); });
    rows.addWidget(m_amount);
}

void PathSettings::showScene()
{
    const Scene& scene = m_document.scene();
    choose(m_path, toQString(scene.interpolant.kind));
    for (const Parameter<Interpolant>& row : interpolantParameters())
        if (row.info.id != "kind") {
            m_options->setEditorVisible(row.info.id, hasOption(scene.interpolant, row.info.id));
            m_options->setValue(row.info.id, row.get(scene.interpolant));
        }
    showCoupling();
    showTeacher();
}

void PathSettings::showCoupling()
{
    const Scene& scene = m_document.scene();
    const CouplingChoice coupling = couplingChoice(scene);
    const int own = static_cast<int>(CouplingChoice::Kind::Own);
    if (coupling.kind == CouplingChoice::Kind::Own && m_coupling->findData(own) < 0)
        m_coupling->addItem(tr("As in the file"), own);
    else if (coupling.kind != CouplingChoice::Kind::Own && m_coupling->findData(own) >= 0)
        m_coupling->removeItem(m_coupling->findData(own));
    choose(m_coupling, static_cast<int>(coupling.kind));
    m_conditional->setChecked(scene.conditional);
    m_conditional->setEnabled(scene.conditional || withConditional(scene, true).conditional);
    const std::optional<SourceChoice> source = sourceChoice(scene);
    m_couplingValues->setEditorVisible("coupling_correlation", coupling.kind == CouplingChoice::Kind::Correlated);
    for (const char* id : {"source_mean", "source_width"})
        m_couplingValues->setEditorVisible(id, source.has_value());
    m_couplingValues->setEditorVisible("held_x", scene.conditional);
    m_couplingValues->setEditorVisible("held_y", scene.conditional && scene.dimension() == 2);
    const std::vector<double> held = heldSource(scene);
    const SourceChoice shown = source.value_or(SourceChoice{});
    m_couplingValues->setValues(couplingParameters(), CouplingValues{coupling.correlation, shown.mean, shown.width, held[0], held.back()});
}

void PathSettings::showTeacher()
{
    const Scene& scene = m_document.scene();
    const TeacherChoice choice = teacherChoice(scene);
    const QSignalBlocker blocker(m_teacher);
    m_teacher->clear();
    const auto add = [this](Kind kind, const QString& title) { m_teacher->addItem(title, static_cast<int>(kind)); };
    add(Kind::Exact, tr("Exact on the real data"));
    add(Kind::Shifted, tr("Shifted"));
    add(Kind::Widened, tr("Too wide"));
    add(Kind::Narrowed, tr("Too narrow"));
    if (scene.real.components.size() > 1)
        add(Kind::MissingMode, tr("Without a mode"));
    add(Kind::FewSamples, tr("Trained on few samples"));
    if (choice.kind == Kind::Own)
        add(Kind::Own, tr("As in the file"));
    m_teacher->setCurrentIndex(m_teacher->findData(static_cast<int>(choice.kind)));
    m_amount->setEditorVisible("teacher_shift", choice.kind == Kind::Shifted);
    m_amount->setEditorVisible("teacher_factor", choice.kind == Kind::Widened || choice.kind == Kind::Narrowed);
    m_amount->setEditorVisible("teacher_mode", choice.kind == Kind::MissingMode);
    m_amount->setEditorVisible("teacher_samples", choice.kind == Kind::FewSamples);
    m_amount->setValues(teacherParameters(), TeacherValues{choice.amount, choice.amount, choice.mode + 1, choice.samples});
}

void PathSettings::chooseTeacher(int index)
{
    const auto kind = static_cast<Kind>(m_teacher->itemData(index).toInt());
    m_document.edit(withTeacher(m_document.scene(), usualChoice(kind)), tr("Change teacher"));
}

void PathSettings::editPath(const QString& id, const Value& value, bool resting)
{
    Scene scene = m_document.scene();
    widgets::assign(interpolantParameters(), scene.interpolant, id.toStdString(), value);
    const std::vector<Fault> faults = check(scene.interpolant);
    m_options->setFaults(faults);
    if (anyFault(faults))
        return;
    m_document.edit(scene, tr("Change path"), id);
    if (resting)
        m_document.endGesture();
}

TeacherChoice PathSettings::clamped(TeacherChoice choice) const
{
    choice.mode = std::clamp(choice.mode, 0, static_cast<int>(m_document.scene().real.components.size()) - 1);
    return choice;
}

void PathSettings::editTeacher(const QString& id, const Value& value, bool resting)
{
    TeacherChoice choice = teacherChoice(m_document.scene());
    if (id == QStringLiteral("teacher_mode"))
        choice.mode = static_cast<int>(std::get<std::int64_t>(value)) - 1;
    else if (id == QStringLiteral("teacher_samples"))
        choice.samples = static_cast<int>(std::get<std::int64_t>(value));
    else
        choice.amount = std::get<double>(value);
    m_document.edit(withTeacher(m_document.scene(), clamped(choice)), tr("Change teacher"), id);
    if (resting)
        m_document.endGesture();
}

void PathSettings::editCoupling(const QString& id, const Value& value, bool resting)
{
    const Scene& scene = m_document.scene();
    const double number = std::get<double>(value);
    const std::vector<double> held = heldSource(scene);
    SourceChoice source = sourceChoice(scene).value_or(SourceChoice{});
    (id == QStringLiteral("source_mean") ? source.mean : source.width) = number;
    const Scene next = id == QStringLiteral("coupling_correlation") ? withCoupling(scene, {CouplingChoice::Kind::Correlated, number})
                       : id == QStringLiteral("held_x")             ? withHeldSource(scene, number, held.back())
                       : id == QStringLiteral("held_y")             ? withHeldSource(scene, held[0], number)
                                                                    : withSource(scene, source);
    m_document.edit(next, tr("Change coupling"), id);
    if (resting)
        m_document.endGesture();
}

} // namespace realuid::studio
