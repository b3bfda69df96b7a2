// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/frame.h"

#include <QObject>
#include <QTimer>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace realuid::studio
{

/// Computes frames off the GUI thread. One pending slot: a newer request replaces one that waits, a job that runs is
/// short and ends. Each request is answered by a draft at once; once none has come for kRestMs, by the full frame.
///
/// Lives on the GUI thread; the function runs on a thread of its own and must not touch anything shared.
class Evaluator : public QObject
{
    Q_OBJECT
public:
    using Function = std::function<Frame(const FrameRequest&)>;
    static constexpr int kRestMs = 80;

    explicit Evaluator(Function function = evaluateFrame, QObject* parent = nullptr);
    ~Evaluator() override;

    /// A draft now, the full frame at rest.
    void request(const Scene& scene, const Window& window);

    /// The full frame as soon as possible, without a draft.
    void requestFull(const Scene& scene, const Window& window);

Q_SIGNALS:
    /// On the GUI thread. Where it is slower than the worker, frames in between are skipped.
    void ready(std::shared_ptr<const realuid::studio::Frame> frame);

private:
    void post(const FrameRequest& request);
    void work();
    void deliver();

    Function m_function;
    FrameRequest m_latest;
    QTimer m_rest;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::optional<FrameRequest> m_pending;
    std::shared_ptr<const Frame> m_done; ///< not yet delivered
    bool m_quit = false;
    std::thread m_thread;
};

} // namespace realuid::studio
