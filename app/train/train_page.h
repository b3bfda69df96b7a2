// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/page.h"
#include "app/train/training_session.h"

#include <QPointer>
#include <QUndoStack>

#include <map>

class QListWidget;
class QProgressBar;
class QTabBar;
class QLabel;
class QMessageBox;

namespace realuid::widgets
{
class Card;
class CurveView;
class ImageGrid;
class Notice;
class NumberTable;
}

namespace realuid::studio
{

class RunForm;

/// One chooses teacher, data and parameters, starts a run in a worker thread and watches losses and samples.
class TrainPage : public Page
{
    Q_OBJECT
public:
    explicit TrainPage(TrainingSession::EngineSource engine = loadEngine, QWidget* parent = nullptr);

    QString documentName() const override;
    QUndoStack* undoStack() override { return &m_undo; }
    void entered() override; ///< loads the engine
    bool mayClose() override; ///< asks where a run goes on

    TrainingSession& session() { return m_session; }
    RunForm& form() { return *m_form; }

public Q_SLOTS:
    void start();
    void pauseOrResume();
    void copyCommand();

private:
    void buildMiddle();
    void buildMeaning();
    void buildActions();
    void buildStepMenu();
    void buildBottom();
    void checkForm();
    void showState();
    void showNotice();
    void showNumbers();
    void take(const RunNews& news);
    void showSheet();
    void prepareCurves();
    void changeLive();
    void ended(); ///< a run did
    void log(const QString& text);

    QUndoStack m_undo;
    TrainingSession m_session;
    RunForm* m_form = nullptr;
    widgets::CurveView* m_curves = nullptr;
    widgets::Card* m_samplesCard = nullptr;
    widgets::ImageGrid* m_samples = nullptr;
    QTabBar* m_tabs = nullptr;
    widgets::Notice* m_notice = nullptr;
    widgets::NumberTable* m_numbers = nullptr;
    QListWidget* m_events = nullptr;
    QProgressBar* m_progressBar = nullptr;
    QLabel* m_saved = nullptr;
    QAction* m_start = nullptr;
    QAction* m_pause = nullptr;
    QAction* m_step = nullptr;
    QAction* m_sample = nullptr;
    QAction* m_save = nullptr;
    QAction* m_stop = nullptr;
    RunRequest m_run; ///< the run in progress, or the last one
    Loss m_liveLoss;
    TrainingParameters m_liveTraining;
    std::map<std::string, ImageSheet> m_sheets;
    Progress m_progress;
    std::map<Player, int> m_series;
    QPointer<QMessageBox> m_question; ///< shown while it is asked whether to close
    bool m_closeWhenDone = false;
};

} // namespace realuid::studio
