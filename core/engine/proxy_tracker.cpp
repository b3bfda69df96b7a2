// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/proxy_tracker.h"

#include "core/engine/image_sheet.h"

#include <ATen/ATen.h>

namespace realuid::engine
{

double ProxyTracker::distance(std::int64_t n, std::int64_t batch, const std::function<Tensor(std::int64_t first, std::int64_t n)>& draw, Observer& observer)
{
    if (!m_network) {
        m_network = builtInFeatures(m_device);
        m_real = referenceStatistics(*m_network, m_data, StatisticsCache({}), observer);
    }
    std::vector<Tensor> features;
    for (std::int64_t first = 0; first < n; first += batch)
        features.push_back(m_network->features(toBytes(draw(first, std::min(batch, n - first)))));
    return frechetDistance(m_real, statisticsOf(at::cat(features)));
}

} // namespace realuid::engine
