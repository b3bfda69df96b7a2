// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/train/run_feed.h"
#include "core/api/runner.h"
#include "core/io/engine_loader.h"
#include "widgets/mailbox.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <deque>
#include <functional>
#include <thread>

namespace realuid::studio
{

/// The one bridge between the engine and the window.
///
/// One thread, started below normal priority and kept for as long as the session lives, loads the engine, starts
/// runs and drives them (thread-local state of the libraries below stays on it). The GUI thread posts commands and
/// takes the news at most 30 times a second. All methods and signals: GUI thread; none waits for the engine, except the
/// destructor, which stops a run (it saves) and joins.
class TrainingSession : public QObject
{
    Q_OBJECT
public:
    enum class State { Unloaded, Loading, NoEngine, Idle, Starting, Running, Paused, Stopping, Finished, Stopped, Diverged, Failed };
    Q_ENUM(State)
    /// Called once, on the training thread.
    using EngineSource = std::function<const LoadedEngine&()>;

    explicit TrainingSession(EngineSource source = loadEngine, QObject* parent = nullptr);
    ~TrainingSession() override;

    State state() const { return m_state; }
    bool busy() const; ///< a run is being started, made, paused or stopped
    bool ended() const; ///< a run did, in whichever way
    QString problem() const { return m_problem; } ///< NoEngine, Diverged, Failed: what, where, what to do
    const EngineInfo& engineInfo() const { return m_info; } ///< empty until the engine is loaded

    void load(); ///< loads the engine where that has not happened; start() and resume() do it too
    void start(const RunRequest& request);
    void resume(const QString& directory, const ParameterTexts& changes);

    /// Meant for the run in progress; without one they do nothing.
    void post(Command command);
    void stop();

Q_SIGNALS:
    void stateChanged(realuid::studio::TrainingSession::State state);
    void news(const realuid::studio::RunNews& news);

private:
    using Start = std::function<std::unique_ptr<Training>(Engine&, Observer&)>;
    void launch(const std::string& directory, Start start);
    void enqueue(std::function<void()> job);
    void work();
    Engine* loadOnThread();
    void runOnThread(const std::string& directory, const Start& start);
    void drain();
    void setState(State state, const QString& problem = {});

    EngineSource m_source;
    State m_state = State::Unloaded;
    QString m_problem;
    EngineInfo m_info;
    QTimer m_drain;
    widgets::Mailbox m_letters;
    RunFeed m_feed; ///< its first news start m_drain

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_jobs;
    Runner* m_runner = nullptr;
    bool m_stopRequested = false;
    bool m_quit = false;
    std::thread m_thread;
};

} // namespace realuid::studio
