// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <thread>
#include <vector>

namespace realuid::game
{

/// Threads that stay, for work that is cut into pieces thousands of times a second: a worker looks for the next work
/// for some microseconds and then sleeps, so that a pause costs nothing. The caller works too, and takes over what a
/// worker that was not given a processor has not begun. One caller at a time.
class WorkerPool
{
public:
    /// `threads` in all, the caller's included; 0 takes as many as there are processors.
    explicit WorkerPool(int threads);
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    int threads() const { return static_cast<int>(m_workers.size()) + 1; }

    /// Calls work(piece, thread) for all pieces in [0, count) and returns when all are done; `thread` in [0, threads())
    /// names the room that the piece may use. `work` must not throw.
    void run(int count, const std::function<void(int piece, int thread)>& work);

private:
    using Work = std::function<void(int, int)>;
    void loop(int thread);
    /// Takes pieces of the round that `ticket` is of until none is left.
    void take(std::uint64_t ticket, int thread);

    std::vector<std::thread> m_workers;
    std::atomic<std::uint64_t> m_ticket = 0; ///< round << 32 | next piece
    std::atomic<std::uint32_t> m_round = 0;  ///< what sleepers wait on
    std::atomic<int> m_count = 0, m_done = 0;
    std::atomic<const Work*> m_work = nullptr;
    std::atomic<bool> m_over = false;
};

} // namespace realuid::game
