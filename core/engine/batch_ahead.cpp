// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/batch_ahead.h"

#include <algorithm>

namespace realuid::engine
{
namespace
{
/// A generator's update takes no real images: the batch after it must be there as well.
constexpr std::int64_t kAhead = 2;
} // namespace

BatchAhead::BatchAhead(const CifarData& data, std::uint64_t seed, std::int64_t n, bool flips, BatchRows rows)
    : m_data(data), m_seed(seed), m_n(n), m_flips(flips), m_rows(rows)
{
}

ImageBatch BatchAhead::take(std::int64_t step)
{
    foresee(step);
    std::erase_if(m_coming, [step](const auto& batch) { return batch.first < step || batch.first > step + kAhead; });
    const auto found = std::ranges::find(m_coming, step, &std::pair<std::int64_t, std::future<ImageBatch>>::first);
    ImageBatch batch = found->second.get();
    m_coming.erase(found);
    for (std::int64_t later = step + 1; later <= step + kAhead; ++later)
        foresee(later);
    return batch;
}

void BatchAhead::foresee(std::int64_t step)
{
    if (std::ranges::none_of(m_coming, [step](const auto& batch) { return batch.first == step; }))
        m_coming.emplace_back(step, std::async(std::launch::async, [this, step] { return make(step, m_rows); }));
}

ImageBatch BatchAhead::make(std::int64_t step, BatchRows rows)
{
    const std::lock_guard one(m_mutex);
    return m_data.samples(m_seed, step * m_n + rows.first, rows.n, m_flips);
}

} // namespace realuid::engine
