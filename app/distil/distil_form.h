// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/scene.h"
#include "core/game/lock_step.h"

#include <QString>
#include <QWidget>

class QComboBox;
class QPushButton;
class QUndoStack;
class QVBoxLayout;

namespace realuid::widgets
{
class ParameterPanel;
}

namespace realuid::studio
{

/// What a game is begun with. A plain value.
struct DistilSetup {
    Scene scene;
    QString name; ///< of the scene, in the user's language
    game::GameSettings game;
    std::vector<game::Contender> rivals; ///< played in lock step with it
    bool operator==(const DistilSetup&) const = default;
};

/// Eight Gaussians in the plane, RealUID.
DistilSetup usualSetup();

/// All faults and warnings of scene, objective and settings.
std::vector<Fault> check(const DistilSetup& setup);

/// What `change` of a running game does not take over differs: it counts from a restart.
bool needsRestart(const DistilSetup& begun, const DistilSetup& wanted);

/// What one sets of a game; each change is a command of the undo stack.
class DistilForm : public QWidget
{
    Q_OBJECT
public:
    explicit DistilForm(QUndoStack& undo, QWidget* parent = nullptr);

    const DistilSetup& setup() const { return m_setup; }
    void edit(const DistilSetup& next, const QString& what);
    /// Shows the coefficients and rates of a state that was gone back to; no command.
    void follow(const Loss& loss, const game::GameSettings& settings);
    /// While a game runs only what it takes over at once can be set.
    void setRunning(bool running);
    void setFaults(const std::vector<Fault>& faults);

Q_SIGNALS:
    void changed();
    void exploreSceneRequested();

private:
    friend class DistilCommand;
    void buildExperiments(QVBoxLayout& rows);
    void buildScene(QVBoxLayout& rows);
    void buildPanels(QVBoxLayout& rows);
    void chooseScene(int index);
    void chooseTeacher(int index);
    void apply(const DistilSetup& setup);
    void show();

    QUndoStack& m_undo;
    DistilSetup m_setup = usualSetup();
    QComboBox* m_experiment = nullptr;
    QComboBox* m_scene = nullptr;
    QComboBox* m_teacher = nullptr;
    QPushButton* m_take = nullptr;
    widgets::ParameterPanel* m_loss = nullptr;
    widgets::ParameterPanel* m_game = nullptr;
};

} // namespace realuid::studio
