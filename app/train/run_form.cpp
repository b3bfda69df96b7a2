// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/train/run_form.h"

#include "app/shell/page.h"
#include "app/shell/texts.h"
#include "app/train/run_setup.h"
#include "widgets/parameter_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>

namespace realuid::studio
{
namespace
{
const QStringList kLive{QStringLiteral("alpha"), QStringLiteral("beta"), QStringLiteral("lr"), QStringLiteral("fake_steps")};
}

/// One entry of the history: the request before and after.
class RunCommand : public QUndoCommand
{
public:
    RunCommand(RunForm& form, RunRequest after, const QString& what)
        : QUndoCommand(what), m_form(form), m_before(form.m_request), m_after(std::move(after))
    {
    }
    void undo() override { m_form.apply(m_before); }
    void redo() override { m_form.apply(m_after); }

private:
    RunForm& m_form;
    RunRequest m_before, m_after;
};

RunForm::RunForm(QUndoStack& undo, QWidget* parent) : QWidget(parent), m_undo(undo)
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    m_request.directory = defaultRunFolder(m_request, QDate::currentDate()).toStdString();
    buildFiles(*rows);
    buildPanels(*rows);
    rows->addStretch(1);
    show();
}

void RunForm::buildFiles(QVBoxLayout& rows)
{
    rows.addWidget(Page::heading(tr("Run")));
    m_kind = new QComboBox;
    m_kind->setObjectName(QStringLiteral("runKind"));
    m_kind->setAccessibleName(tr("Kind of run"));
    m_kind->addItem(tr("Distil a generator"));
    m_kind->addItem(tr("Train a teacher"));
    connect(m_kind, &QComboBox::activated, this, &RunForm::chooseKind);
    rows.addWidget(m_kind);
    m_teacher = fileRow(rows, tr("Teacher"), QStringLiteral("teacher"), false, &RunRequest::teacher);
    m_data = fileRow(rows, tr("Data"), QStringLiteral("data"), true, &RunRequest::data);
    m_source = fileRow(rows, tr("Source"), QStringLiteral("source"), true, &RunRequest::source);
    m_source.entry->setPlaceholderText(tr("noise"));
    m_source.row->setToolTip(tr("What x0 is: noise where this is empty; grey or low:K, made from the data; or a folder with an image for each of the data's."));
    m_folder = fileRow(rows, tr("Run folder"), QStringLiteral("run"), true, &RunRequest::directory);
}

RunForm::FileRow RunForm::fileRow(QVBoxLayout& rows, const QString& title, const QString& name, bool folder,
                                  std::string RunRequest::*member)
{
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    auto* label = new QLabel(title);
    label->setMinimumWidth(70);
    auto* entry = new QLineEdit;
    entry->setObjectName(name);
    entry->setAccessibleName(title);
    label->setBuddy(entry);
    auto* browse = new QPushButton(QStringLiteral("…"));
    browse->setFixedWidth(28);
    browse->setAccessibleName(tr("Choose %1").arg(title));
    browse->setToolTip(tr("Choose %1").arg(title));
    line->addWidget(label);
    line->addWidget(entry, 1);
    line->addWidget(browse);
    rows.addWidget(row);
    const auto take = [this, member, title](const QString& path) {
        RunRequest next = m_request;
        next.*member = path.toStdString();
        edit(next, tr("Change %1").arg(title));
    };
    connect(entry, &QLineEdit::editingFinished, this, [entry, take] { take(entry->text().trimmed()); });
    connect(browse, &QPushButton::clicked, this, [this, entry, take, folder, title] {
        const QString chosen = folder ? QFileDialog::getExistingDirectory(this, title, entry->text())
                                      : QFileDialog::getOpenFileName(this, title, entry->text(), tr("Checkpoints (*.pt *.safetensors)"));
        if (!chosen.isEmpty())
            take(chosen);
    });
    return {row, entry};
}

void RunForm::buildPanels(QVBoxLayout& rows)
{
    rows.addWidget(Page::heading(tr("Parameters")));
    m_loss = new widgets::ParameterPanel(widgets::parameterEntries(lossParameters(), Loss{}));
    m_training = new widgets::ParameterPanel(widgets::parameterEntries(trainingParameters(), TrainingParameters{}));
    rows.addWidget(m_loss);
    rows.addWidget(m_training);
    m_expert = new QCheckBox(tr("Expert settings"));
    m_expert->setObjectName(QStringLiteral("expert"));
    rows.addWidget(m_expert);
    const auto fold = [this] {
        const Tier tier = m_expert->isChecked() ? Tier::Expert : Tier::Lesson;
        m_loss->setTier(tier);
        m_training->setTier(tier);
        show();
    };
    connect(m_expert, &QCheckBox::toggled, this, fold);
    m_loss->setTier(Tier::Lesson);
    m_training->setTier(Tier::Lesson);
    for (widgets::ParameterPanel* panel : {m_loss, m_training})
        connect(panel, &widgets::ParameterPanel::valueChanged, this, &RunForm::editParameter);
}

void RunForm::editParameter(const QString& id, const Value& value)
{
    RunRequest next = m_request;
    widgets::assign(lossParameters(), next.loss, id.toStdString(), value);
    widgets::assign(trainingParameters(), next.training, id.toStdString(), value);
    edit(next, tr("Change %1").arg(id));
}

void RunForm::edit(RunRequest next, const QString& what)
{
    if (!m_running && next.directory == m_request.directory && isDefaultRunFolder(next.directory))
        next.directory = defaultRunFolder(next, QDate::currentDate()).toStdString();
    const bool same = next.kind == m_request.kind && next.teacher == m_request.teacher && next.data == m_request.data && next.source == m_request.source &&
                      next.directory == m_request.directory && next.loss == m_request.loss &&
                      next.training == m_request.training;
    if (!same)
        m_undo.push(new RunCommand(*this, std::move(next), what));
}

void RunForm::apply(const RunRequest& request)
{
    const bool live = m_running && (request.loss != m_request.loss || request.training != m_request.training);
    m_request = request;
    show();
    Q_EMIT changed();
    if (live)
        Q_EMIT liveChanged();
}

void RunForm::setRequest(const RunRequest& request)
{
    m_undo.clear();
    apply(request);
}

void RunForm::refreshFolder()
{
    if (isDefaultRunFolder(m_request.directory))
        m_request.directory = defaultRunFolder(m_request, QDate::currentDate()).toStdString();
    show();
    Q_EMIT changed();
}

void RunForm::show()
{
    const bool distil = m_request.kind == RunKind::Distil;
    m_kind->setCurrentIndex(distil ? 0 : 1);
    m_teacher.row->setVisible(distil);
    m_loss->setVisible(distil);
    m_teacher.entry->setText(toQString(m_request.teacher));
    m_data.entry->setText(toQString(m_request.data));
    m_source.entry->setText(toQString(m_request.source));
    m_folder.entry->setText(toQString(m_request.directory));
    m_loss->setValues(lossParameters(), m_request.loss);
    m_training->setValues(trainingParameters(), m_request.training);
    const bool expert = m_expert->isChecked();
    m_source.row->setVisible(expert || !m_request.source.empty());
    for (const char* id : {"alpha", "beta"})
        m_loss->setEditorVisible(id, m_request.loss.kind != "uid");
    for (const char* id : {"gamma", "parametrisation"})
        m_loss->setEditorVisible(id, m_request.loss.kind == "general" && expert);
    m_loss->setEditorVisible("alpha_sid", m_request.loss.kind == "sid");
    m_training->setEditorVisible("fake_steps", distil);
    m_training->setEditorVisible("bridge_noise", expert && m_request.training.path == "bridge");
    for (const char* id : {"condition", "source_noise"})
        m_training->setEditorVisible(id, expert && !m_request.source.empty());
}

void RunForm::chooseKind(int index)
{
    RunRequest next = m_request;
    next.kind = index == 0 ? RunKind::Distil : RunKind::Teacher;
    next.training = index == 0 ? TrainingParameters{} : teacherDefaults();
    edit(next, tr("Change kind of run"));
}

void RunForm::setRunning(bool running)
{
    m_running = running;
    for (QWidget* widget : {static_cast<QWidget*>(m_kind), m_teacher.row, m_data.row, m_source.row, m_folder.row})
        widget->setEnabled(!running);
    const auto enable = [&](auto table, widgets::ParameterPanel* panel) {
        for (const auto& row : table)
            if (widgets::ParameterEditor* editor = panel->editor(row.info.id))
                editor->setEnabled(!running || kLive.contains(toQString(row.info.id)));
    };
    enable(lossParameters(), m_loss);
    enable(trainingParameters(), m_training);
}

void RunForm::setFaults(const std::vector<Fault>& faults)
{
    m_loss->setFaults(faults);
    m_training->setFaults(faults);
    for (const FileRow& row : {m_teacher, m_data, m_source, m_folder}) {
        const auto found = std::find_if(faults.begin(), faults.end(),
                                        [&](const Fault& f) { return toQString(f.field) == row.entry->objectName(); });
        row.entry->setToolTip(found == faults.end() ? QString() : faultText(*found));
    }
}

} // namespace realuid::studio
