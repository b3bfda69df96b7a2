// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/cifar_data.h"

#include <deque>
#include <future>
#include <mutex>

namespace realuid::engine
{

/// The samples of a batch that one process takes.
struct BatchRows {
    std::int64_t first = 0;
    std::int64_t n = 0;
};

/// A run's batches, made on other threads while the updates before them are under way. The batch of a step is the same
/// however it was made: CifarData::batch() is a pure function of (seed, step). One thread asks.
class BatchAhead
{
public:
    /// Of batches of `n`, all or those `rows` that lie in this process. `data` must outlive this.
    BatchAhead(const CifarData& data, std::uint64_t seed, std::int64_t n, bool flips) : BatchAhead(data, seed, n, flips, {0, n}) {}
    BatchAhead(const CifarData& data, std::uint64_t seed, std::int64_t n, bool flips, BatchRows rows);
    ~BatchAhead() = default; // futures of std::async wait for their work

    /// The batch of `step`; waits only where it was not foreseen, that is, where steps do not follow each other.
    ImageBatch take(std::int64_t step);

    /// Any rows of the batch of `step`, made now.
    ImageBatch make(std::int64_t step, BatchRows rows);

private:
    void foresee(std::int64_t step);

    const CifarData& m_data;
    std::uint64_t m_seed;
    std::int64_t m_n;
    bool m_flips;
    BatchRows m_rows;
    std::mutex m_mutex; ///< CifarData keeps the epoch's order: one batch at a time
    std::deque<std::pair<std::int64_t, std::future<ImageBatch>>> m_coming;
};

} // namespace realuid::engine
