// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reference_statistics.h"

#include "core/api/error.h"
#include "core/engine/checksum.h"
#include "core/engine/safetensors.h"
#include "core/io/cache_folder.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace realuid::engine
{
namespace fs = std::filesystem;
namespace
{
constexpr std::int64_t kBatch = 256;

std::string checksumOf(const FeatureStatistics& s)
{
    const Tensor all = at::cat({s.mean.flatten(), s.root.flatten()}).contiguous();
    return checksum(all.data_ptr(), static_cast<std::size_t>(all.nbytes()));
}

std::map<std::string, std::string> about(const FeatureNetwork& network, const std::string& data, const FeatureStatistics& s)
{
    return {{"features", network.checksum()}, {"data", data}, {"n", std::to_string(s.n)}, {"checksum", checksumOf(s)}};
}

FeatureStatistics read(const fs::path& file, const FeatureNetwork& network, const std::string& data)
{
    const SafetensorsReader reader(file);
    const auto told = reader.metadata();
    double n = 0;
    const bool whole = told.contains("n") && parseNumber(told.at("n"), n) && reader.has("mean") && reader.has("root");
    const FeatureStatistics s = whole ? FeatureStatistics{reader.read("mean"), reader.read("root"), static_cast<std::int64_t>(n)} : FeatureStatistics{};
    if (!whole || told != about(network, data, s))
        throw Error(ErrorKind::File, {REALUID_TEXT("does not hold the statistics that its name tells")}, file.string());
    return s;
}

} // namespace

Tensor pictures(const CifarData& data, std::int64_t first, std::int64_t n)
{
    const Tensor out = at::empty({n, 3, data.side(), data.side()}, at::kByte);
    for (std::int64_t i = 0; i < n; ++i)
        std::copy_n(data.record(first + i) + 1, data.pixels(), out.data_ptr<std::uint8_t>() + i * data.pixels());
    return out;
}

StatisticsCache::StatisticsCache(const std::string& folder) : m_folder(folder == "none" ? fs::path() : folder.empty() ? cacheFolder() : fs::path(folder)) {}

fs::path StatisticsCache::file(const FeatureNetwork& network, const std::string& data) const
{
    const std::string both = network.checksum() + " " + data;
    return m_folder / ("statistics-" + checksum(both.data(), both.size()).substr(7, 24) + ".safetensors");
}

std::optional<FeatureStatistics> StatisticsCache::find(const FeatureNetwork& network, const std::string& data, Observer& observer) const
{
    std::error_code absent;
    if (m_folder.empty() || !fs::exists(file(network, data), absent))
        return std::nullopt;
    try {
        return read(file(network, data), network, data);
    } catch (const Error& error) {
        observer.noted({REALUID_TEXT("%1: the statistics are made anew"), {error.what()}});
        return std::nullopt;
    }
}

void StatisticsCache::keep(const FeatureNetwork& network, const std::string& data, const FeatureStatistics& statistics, Observer& observer) const
{
    if (m_folder.empty())
        return;
    try {
        std::error_code ignored; // the file that cannot be written tells it
        fs::create_directories(m_folder, ignored);
        StateDict state;
        state.add("mean", statistics.mean);
        state.add("root", statistics.root);
        writeSafetensors(file(network, data), state, about(network, data, statistics), true);
    } catch (const Error& error) {
        observer.noted({REALUID_TEXT("%1: the statistics of the real images are not kept"), {error.what()}});
    }
}

FeatureStatistics referenceStatistics(FeatureNetwork& network, const CifarData& data, const StatisticsCache& cache, Observer& observer)
{
    const std::string checksum = data.checksum();
    if (std::optional<FeatureStatistics> kept = cache.find(network, checksum, observer))
        return std::move(*kept);
    std::vector<Tensor> features;
    for (std::int64_t first = 0; first < data.size(); first += kBatch)
        features.push_back(network.features(pictures(data, first, std::min(kBatch, data.size() - first))));
    FeatureStatistics made = statisticsOf(at::cat(features));
    cache.keep(network, checksum, made, observer);
    return made;
}

} // namespace realuid::engine
