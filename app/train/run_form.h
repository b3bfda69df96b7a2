// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/engine.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QUndoStack;
class QVBoxLayout;

namespace realuid::widgets
{
class ParameterPanel;
}

namespace realuid::studio
{

/// The left column of Train: what a run starts from and its parameters. Holds the RunRequest; each change is a command
/// of the undo stack. While a run goes on only alpha, beta, learning rate and fake updates can be set.
class RunForm : public QWidget
{
    Q_OBJECT
public:
    explicit RunForm(QUndoStack& undo, QWidget* parent = nullptr);

    const RunRequest& request() const { return m_request; }
    void setRequest(const RunRequest& request); ///< forgets the history
    void setRunning(bool running);
    void setFaults(const std::vector<Fault>& faults);
    /// A fresh name where the folder has a default one; after a run has taken it.
    void refreshFolder();

Q_SIGNALS:
    void changed();
    /// Of the four that may change while a run goes on, at rest.
    void liveChanged();

private:
    friend class RunCommand;
    struct FileRow {
        QWidget* row = nullptr;
        QLineEdit* entry = nullptr;
    };
    void buildFiles(QVBoxLayout& rows);
    void buildPanels(QVBoxLayout& rows);
    FileRow fileRow(QVBoxLayout& rows, const QString& title, const QString& name, bool folder, std::string RunRequest::*member);
    void editParameter(const QString& id, const Value& value);
    void edit(RunRequest next, const QString& what);
    void apply(const RunRequest& request);
    void show();
    void chooseKind(int index);

    QUndoStack& m_undo;
    RunRequest m_request;
    bool m_running = false;
    QComboBox* m_kind = nullptr;
    FileRow m_teacher, m_data, m_source, m_folder;
    widgets::ParameterPanel* m_loss = nullptr;
    widgets::ParameterPanel* m_training = nullptr;
    QCheckBox* m_expert = nullptr;
};

} // namespace realuid::studio
