// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/ema.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

namespace realuid::engine
{
namespace
{
/// Entries that stay in the cache while every average takes them.
constexpr std::int64_t kBlock = 4096;

template <class Real>
void moveTowards(Real* mine, const Real* theirs, double decay, std::int64_t n)
{
    const auto keep = static_cast<Real>(decay), take = static_cast<Real>(1 - decay);
    for (std::int64_t i = 0; i < n; ++i)
        mine[i] = keep * mine[i] + take * theirs[i];
}
} // namespace

Ema::Ema(const at::Tensor& weights, std::vector<double> decays) : m_decays(std::move(decays))
{
    for (std::size_t i = 0; i < m_decays.size(); ++i)
        m_averages.push_back(weights.detach().clone());
}

void Ema::update(const at::Tensor& weights)
{
    if (!weights.is_cpu()) {
        for (std::size_t i = 0; i < m_decays.size(); ++i)
            m_averages[i].mul_(m_decays[i]).add_(weights, 1 - m_decays[i]);
        return;
    }
    AT_DISPATCH_FLOATING_TYPES(weights.scalar_type(), "Ema", [&] {
        const auto* theirs = weights.data_ptr<scalar_t>();
        at::parallel_for(0, weights.numel(), 16 * kBlock, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t b = begin; b < end; b += kBlock)
                for (std::size_t i = 0; i < m_decays.size(); ++i)
                    moveTowards(m_averages[i].template data_ptr<scalar_t>() + b, theirs + b, m_decays[i], std::min(kBlock, end - b));
        });
    });
}

} // namespace realuid::engine
