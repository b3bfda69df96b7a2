// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/observer.h"
#include "core/engine/cifar_data.h"
#include "core/engine/feature_metrics.h"
#include "core/engine/feature_network.h"

#include <optional>

namespace realuid::engine
{

/// Pictures first ... first + n - 1 of a data set as bytes [n, 3, side, side].
Tensor pictures(const CifarData& data, std::int64_t first, std::int64_t n);

/// Statistics of real images' features in a folder, a file for each pair of feature network and data set, found by the checksums of
/// both. A file is checked against its own checksum when it is read.
class StatisticsCache
{
public:
    /// "none" keeps nothing; empty is the user's cache folder.
    explicit StatisticsCache(const std::string& folder);

    /// Nothing where they were never kept. A damaged file is told to `observer` and counts as none.
    std::optional<FeatureStatistics> find(const FeatureNetwork& network, const std::string& data, Observer& observer) const;

    /// A folder that cannot be written to is told to `observer`: the work goes on without.
    void keep(const FeatureNetwork& network, const std::string& data, const FeatureStatistics& statistics, Observer& observer) const;

private:
    std::filesystem::path file(const FeatureNetwork& network, const std::string& data) const;
    std::filesystem::path m_folder; ///< empty: none
};

/// The statistics of a whole data set: the cache's, or made and kept there.
FeatureStatistics referenceStatistics(FeatureNetwork& network, const CifarData& data, const StatisticsCache& cache, Observer& observer);

} // namespace realuid::engine
