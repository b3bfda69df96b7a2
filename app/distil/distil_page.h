// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/distil/distil_form.h"
#include "app/distil/game_session.h"
#include "app/shell/page.h"

#include <QUndoStack>

class QComboBox;
class QLabel;
class QSlider;

namespace realuid::widgets
{
class Notice;
class NumberTable;
}

namespace realuid::studio
{

class DistilViews;

/// Generator and fake model play in one or two dimensions, live, around an exact teacher: one starts, steps, changes, goes
/// back and branches off.
class DistilPage : public Page
{
    Q_OBJECT
public:
    explicit DistilPage(QWidget* parent = nullptr);

    QString documentName() const override { return m_form->setup().name; }
    QUndoStack* undoStack() override { return &m_undo; }
    void entered() override; ///< the first time, sets a game up

    GameSession& session() { return m_session; }
    DistilForm& form() { return *m_form; }

    /// Real data, teacher and objective of a scene of Explore.
    void takeScene(const Scene& scene, const QString& name);

public Q_SLOTS:
    void runOrPause();
    void restart();

Q_SIGNALS:
    void exploreSceneRequested();

private:
    void buildMeaning();
    void buildActions();
    void buildBottom();
    void settingsChanged();
    void begin();
    void take(const GameNews& latest);
    void showStanding();
    void showNotice();
    void showNumbers();
    void showHistory();
    QString experimentLook() const;
    QAction* stepAction(const QString& text, const QString& toolTip, const QString& keys, Player player);

    QUndoStack m_undo;
    GameSession m_session;
    DistilForm* m_form = nullptr;
    DistilViews* m_views = nullptr;
    widgets::Notice* m_notice = nullptr;
    widgets::Notice* m_regime = nullptr;
    QLabel* m_look = nullptr;
    widgets::NumberTable* m_numbers = nullptr;
    QComboBox* m_pace = nullptr;
    QSlider* m_history = nullptr;
    QLabel* m_where = nullptr;
    QAction* m_run = nullptr;
    QAction* m_restart = nullptr;
    QAction* m_convergence = nullptr;
    QAction* m_stepFake = nullptr;
    QAction* m_stepGenerator = nullptr;
    DistilSetup m_begun; ///< what the game was begun with
    bool m_hasGame = false;
};

} // namespace realuid::studio
