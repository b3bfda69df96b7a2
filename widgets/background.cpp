// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/background.h"

#include "widgets/low_priority.h"

#include <utility>

namespace realuid::widgets
{

Background::Background(QObject* parent) : QObject(parent)
{
    m_thread = std::thread([this] { work(); });
}

Background::~Background()
{
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
        m_stop.request_stop();
    }
    m_wake.notify_one();
    m_thread.join();
}

void Background::post(Job job, Newer newer)
{
    {
        const std::lock_guard lock(m_mutex);
        m_pending = std::move(job);
        if (newer == Newer::Replaces) {
            m_stop.request_stop();
            m_dropped = m_posted;
        }
        ++m_posted;
    }
    m_wake.notify_one();
}

void Background::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_pending.reset();
    m_stop.request_stop();
    m_dropped = m_shown = m_posted;
}

bool Background::idle() const
{
    const std::lock_guard lock(m_mutex);
    return m_shown == m_posted;
}

void Background::work()
{
    workBehind(Behind::Hand);
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_quit || m_pending; });
        if (m_quit)
            return;
        const Job job = std::move(*std::exchange(m_pending, std::nullopt));
        const std::uint64_t number = m_posted;
        m_stop = std::stop_source();
        const std::stop_token token = m_stop.get_token();
        lock.unlock();
        Show show = job(token);
        lock.lock();
        if (!m_quit)
            m_shows.post([this, number, show = std::move(show)] { deliver(number, show); });
    }
}

void Background::deliver(std::uint64_t job, const Show& show)
{
    bool last = false;
    {
        const std::lock_guard lock(m_mutex);
        if (job <= m_dropped)
            return;
        m_shown = job;
        last = job == m_posted;
    }
    if (show)
        show();
    if (last)
        Q_EMIT becameIdle();
}

} // namespace realuid::widgets
