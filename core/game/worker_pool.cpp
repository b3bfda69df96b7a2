// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/game/worker_pool.h"

#include <algorithm>

namespace realuid::game
{
namespace
{
/// About 20 microseconds: longer than the serial part between two rounds, far shorter than anything a person sees.
constexpr int kLooks = 2000;
constexpr std::uint64_t kClosed = 0x7fffffff; ///< a piece beyond every count

void rest()
{
#if defined(__x86_64__) || defined(__i386__)
    __builtin_ia32_pause();
#endif
}

std::uint32_t roundOf(std::uint64_t ticket) { return static_cast<std::uint32_t>(ticket >> 32); }
int pieceOf(std::uint64_t ticket) { return static_cast<int>(ticket & 0xffffffffu); }
} // namespace

WorkerPool::WorkerPool(int threads)
{
    const int wanted = threads > 0 ? threads : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    for (int i = 1; i < wanted; ++i)
        m_workers.emplace_back([this, i] { loop(i); });
}

WorkerPool::~WorkerPool()
{
    m_over = true;
    m_round.fetch_add(1);
    m_round.notify_all();
    for (std::thread& worker : m_workers)
        worker.join();
}

void WorkerPool::run(int count, const Work& work)
{
    // First a ticket that takes nothing: a worker that comes late must not take from the last round by the new count.
    const std::uint32_t round = m_round.load() + 1;
    const std::uint64_t open = std::uint64_t{round} << 32;
    m_ticket = open | kClosed;
    m_work = &work;
    m_count = count;
    m_done = 0;
    m_ticket = open;
    m_round = round;
    if (!m_workers.empty() && count > 1)
        m_round.notify_all();
    take(open, 0);
    for (int looks = 0; m_done.load() < count; ++looks) {
        if (looks < kLooks)
            rest();
        else
            std::this_thread::yield();
    }
}

void WorkerPool::take(std::uint64_t ticket, int thread)
{
    const std::uint32_t round = roundOf(ticket);
    while (roundOf(ticket) == round) {
        const Work* work = m_work;
        const int piece = pieceOf(ticket);
        if (piece >= m_count)
            return;
        // A ticket that is still the same was there all the while, and so were the work and the count read above.
        if (!m_ticket.compare_exchange_weak(ticket, ticket + 1))
            continue;
        (*work)(piece, thread);
        ++m_done;
        ticket = m_ticket;
    }
}

void WorkerPool::loop(int thread)
{
    std::uint32_t seen = 0;
    while (true) {
        for (int looks = 0; m_round.load() == seen && looks < kLooks; ++looks)
            rest();
        m_round.wait(seen);
        if (m_over)
            return;
        seen = m_round;
        take(m_ticket, thread);
    }
}

} // namespace realuid::game
