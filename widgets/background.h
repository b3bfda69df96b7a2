// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/mailbox.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace realuid::widgets
{

/// A thread for one panel's computations: the newest job wins. A job that waits is replaced; the one that runs is asked
/// to stop (its token) and what it would have shown is dropped, unless the newer job `follows`, as the frames of a drag do.
///
/// A job runs on the worker and returns what is to be done with its result; that runs on the GUI thread. Jobs must own what
/// they use. Lives on the GUI thread; the destructor asks the job that runs to stop and joins.
class Background : public QObject
{
    Q_OBJECT
public:
    using Show = std::function<void()>;
    using Job = std::function<Show(std::stop_token)>;
    enum class Newer { Replaces, Follows }; ///< what the new job does to the one that runs

    explicit Background(QObject* parent = nullptr);
    ~Background() override;

    void post(Job job, Newer newer = Newer::Replaces);
    void cancel();           ///< whatever waits or runs
    bool idle() const;       ///< nothing waits, runs or is yet to be shown

Q_SIGNALS:
    void becameIdle();

private:
    void work();
    void deliver(std::uint64_t job, const Show& show);

    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_wake;
    std::optional<Job> m_pending;
    std::stop_source m_stop; ///< of the job that runs
    std::uint64_t m_posted = 0, m_shown = 0, m_dropped = 0;
    bool m_quit = false;
    Mailbox m_shows;
    std::thread m_thread;
};

} // namespace realuid::widgets
