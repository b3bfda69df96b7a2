// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/parallel_rows.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace realuid
{

bool parallelRows(int rows, int threads, const std::function<void(int from, int to)>& work, std::stop_token stop)
{
    const int available = threads > 0 ? threads : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    const int used = std::clamp(available, 1, std::max(1, rows));
    const int chunk = std::max(1, rows / (8 * used));
    std::atomic<int> next = 0;
    std::atomic<bool> leftOut = false;
    const auto loop = [&] {
        for (int from = next.fetch_add(chunk); from < rows; from = next.fetch_add(chunk)) {
            if (stop.stop_requested()) {
                leftOut = true;
                return;
            }
            work(from, std::min(rows, from + chunk));
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (int i = 1; i < used; ++i)
            helpers.emplace_back(loop);
        loop();
    }
    return !leftOut;
}

} // namespace realuid
