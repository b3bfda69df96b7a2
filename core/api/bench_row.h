// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace realuid
{

/// One line of `realuid bench`.
struct BenchRow {
    std::string name;
    double medianMs = 0, minMs = 0, maxMs = 0;
    double updatesPerSecond = 0; ///< 0 where it makes no sense
    double tflopPerUpdate = 0;   ///< 0 where it makes no sense
    double peakFraction = 0;     ///< of the rate of a large matrix product, measured in the same run; likewise
};

/// Times `work` `repeats` times after one run that warms up. Each time is the mean over as many runs as 20 ms hold,
/// because clocks of virtual machines tick in milliseconds. `work` waits for its device before it returns.
template <class Work>
BenchRow timedRow(std::string name, std::int64_t repeats, Work work)
{
    constexpr double kLeastMs = 20;
    std::vector<double> means;
    for (std::int64_t k = 0; k <= std::max<std::int64_t>(repeats, 1); ++k) {
        const auto begun = std::chrono::steady_clock::now();
        double passed = 0;
        int runs = 0;
        do {
            work();
            ++runs;
            passed = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
        } while (k > 0 && passed < kLeastMs);
        if (k > 0)
            means.push_back(passed / runs);
    }
    std::sort(means.begin(), means.end());
    return {std::move(name), means[means.size() / 2], means.front(), means.back()};
}

} // namespace realuid
