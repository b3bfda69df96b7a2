// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/evaluator.h"

#include <utility>

namespace realuid::studio
{

Evaluator::Evaluator(Function function, QObject* parent) : QObject(parent), m_function(std::move(function))
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, [this] { requestFull(m_latest.scene, m_latest.window); });
    m_thread = std::thread([this] { work(); });
}

Evaluator::~Evaluator()
{
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Evaluator::request(const Scene& scene, const Window& window)
{
    m_latest = {scene, window, Detail::Draft};
    post(m_latest);
    m_rest.start();
}

void Evaluator::requestFull(const Scene& scene, const Window& window)
{
    m_rest.stop();
    m_latest = {scene, window, Detail::Full};
    post(m_latest);
}

void Evaluator::post(const FrameRequest& request)
{
    {
        const std::lock_guard lock(m_mutex);
        m_pending = request;
    }
    m_wake.notify_one();
}

void Evaluator::work()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_quit || m_pending; });
        if (m_quit)
            return;
        const FrameRequest request = *std::exchange(m_pending, std::nullopt);
        lock.unlock();
        auto frame = std::make_shared<const Frame>(m_function(request));
        lock.lock();
        const bool undelivered = m_done != nullptr;
        m_done = std::move(frame);
        if (!undelivered && !m_quit)
            QMetaObject::invokeMethod(this, &Evaluator::deliver, Qt::QueuedConnection);
    }
}

void Evaluator::deliver()
{
    std::shared_ptr<const Frame> frame;
    {
        const std::lock_guard lock(m_mutex);
        frame = std::exchange(m_done, nullptr);
    }
    if (frame)
        Q_EMIT ready(frame);
}

} // namespace realuid::studio
