// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/train/training_session.h"

#include "app/shell/texts.h"
#include "widgets/parameter_editor.h"
#include "core/io/run_recorder.h"
#include "widgets/low_priority.h"

#include <utility>

namespace realuid::studio
{
namespace
{
constexpr int kDrainMs = 33;
} // namespace

TrainingSession::TrainingSession(EngineSource source, QObject* parent) : QObject(parent), m_source(std::move(source)),
      m_feed([this] { m_letters.post([this] { m_drain.start(); }); })
{
    m_drain.setInterval(kDrainMs);
    m_drain.setSingleShot(true);
    connect(&m_drain, &QTimer::timeout, this, &TrainingSession::drain);
}

TrainingSession::~TrainingSession()
{
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
        m_stopRequested = true;
        if (m_runner)
            m_runner->stop();
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

bool TrainingSession::busy() const
{
    return m_state == State::Starting || m_state == State::Running || m_state == State::Paused ||
           m_state == State::Stopping;
}

bool TrainingSession::ended() const
{
    return m_state == State::Finished || m_state == State::Stopped || m_state == State::Diverged ||
           m_state == State::Failed;
}

void TrainingSession::load()
{
    if (m_state != State::Unloaded)
        return;
    setState(State::Loading);
    enqueue([this] { loadOnThread(); });
}

void TrainingSession::start(const RunRequest& request)
{
    launch(request.directory, [request](Engine& engine, Observer& observer) { return engine.start(request, observer); });
}

void TrainingSession::resume(const QString& directory, const ParameterTexts& changes)
{
    const std::string folder = directory.toStdString();
    launch(folder, [folder, changes](Engine& engine, Observer& observer) { return engine.resume(folder, changes, observer); });
}

void TrainingSession::launch(const std::string& directory, Start start)
{
    if (busy() || m_state == State::NoEngine)
        return;
    load();
    m_feed.take();
    {
        const std::lock_guard lock(m_mutex);
        m_stopRequested = false;
    }
    setState(State::Starting);
    enqueue([this, directory, start = std::move(start)] { runOnThread(directory, start); });
}

void TrainingSession::post(Command command)
{
    const std::lock_guard lock(m_mutex);
    if (m_runner)
        m_runner->post(std::move(command));
}

void TrainingSession::stop()
{
    if (!busy())
        return;
    setState(State::Stopping);
    const std::lock_guard lock(m_mutex);
    m_stopRequested = true;
    if (m_runner)
        m_runner->stop();
}

void TrainingSession::enqueue(std::function<void()> job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    if (!m_thread.joinable())
        m_thread = std::thread([this] { work(); });
    m_wake.notify_one();
}

void TrainingSession::work()
{
    widgets::workBehind(widgets::Behind::Everything);
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_quit || !m_jobs.empty(); });
        if (m_quit)
            return;
        const std::function<void()> job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job();
        lock.lock();
    }
}

Engine* TrainingSession::loadOnThread()
{
    const LoadedEngine& loaded = m_source();
    EngineInfo info;
    QString problem = loaded.engine ? QString() : widgets::translated(loaded.problem);
    if (loaded.engine) {
        try {
            info = loaded.engine->info();
        } catch (const Error& error) {
            problem = errorText(error);
        }
    }
    const bool usable = problem.isEmpty();
    m_letters.post([this, info, problem, usable] {
        m_info = info;
        if (!usable)
            setState(State::NoEngine, problem);
        else if (m_state == State::Loading)
            setState(State::Idle);
    });
    return usable ? loaded.engine : nullptr;
}

void TrainingSession::runOnThread(const std::string& directory, const Start& start)
{
    try {
        const LoadedEngine& loaded = m_source();
        if (!loaded.engine)
            throw Error(ErrorKind::Other, loaded.problem);
        const std::unique_ptr<Training> training = start(*loaded.engine, m_feed);
        const RunFolder folder(directory);
        RunRecorder files(folder, training->step());
        m_feed.logTo(&files);
        Runner runner(*training, m_feed);
        {
            const std::lock_guard lock(m_mutex);
            m_runner = &runner;
            if (m_stopRequested)
                runner.stop();
        }
        m_letters.post([this] {
            if (m_state == State::Starting)
                setState(State::Running);
        });
        runner.run();
        m_feed.logTo(nullptr);
        const std::lock_guard lock(m_mutex);
        m_runner = nullptr;
    } catch (const Error& error) {
        m_feed.finished({Outcome::Kind::Failed, 0, errorText(error).toStdString(), error.kind()});
    }
}

void TrainingSession::drain()
{
    const RunNews taken = m_feed.take();
    if (taken.paused && busy() && m_state != State::Stopping)
        setState(*taken.paused ? State::Paused : State::Running);
    Q_EMIT news(taken);
    if (!taken.outcome)
        return;
    switch (taken.outcome->kind) {
    case Outcome::Kind::Finished: return setState(State::Finished);
    case Outcome::Kind::Stopped: return setState(State::Stopped);
    case Outcome::Kind::Diverged: return setState(State::Diverged, toQString(taken.outcome->reason));
    case Outcome::Kind::Failed: return setState(State::Failed, toQString(taken.outcome->reason));
    }
}

void TrainingSession::setState(State state, const QString& problem)
{
    if (m_state == state && m_problem == problem)
        return;
    m_state = state;
    m_problem = problem;
    Q_EMIT stateChanged(state);
}

} // namespace realuid::studio
