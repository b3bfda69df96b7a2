// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/curve_series.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace realuid::widgets
{

void CurveSeries::clear()
{
    constexpr double inf = std::numeric_limits<double>::infinity();
    m_points.clear();
    m_levels.clear();
    m_least = m_leastPositive = inf;
    m_most = -inf;
}

void CurveSeries::append(double step, double value)
{
    const std::size_t index = m_points.size();
    m_points.emplace_back(step, value);
    if (std::isfinite(value)) {
        m_least = std::min(m_least, value);
        m_most = std::max(m_most, value);
        if (value > 0)
            m_leastPositive = std::min(m_leastPositive, value);
    }
    std::size_t length = kFactor;
    for (std::size_t level = 0; length <= index + 1 || level < m_levels.size(); ++level, length *= kFactor) {
        if (level == m_levels.size()) { // first full block of this length: all that was there before
            m_levels.push_back({{firstStep(), m_least, m_most}});
            continue;
        }
        std::vector<Block>& blocks = m_levels[level];
        if (index % length == 0) {
            blocks.push_back({step, value, value});
        } else {
            blocks.back().least = std::fmin(blocks.back().least, value);
            blocks.back().most = std::fmax(blocks.back().most, value);
        }
    }
}

std::vector<QPointF> CurveSeries::decimated(double from, double to, std::size_t wanted) const
{
    const auto before = [](const auto& entry, double step) {
        if constexpr (requires { entry.step; })
            return entry.step < step;
        else
            return entry.x() < step;
    };
    const auto stretch = [&](const auto& entries) {
        auto first = std::lower_bound(entries.begin(), entries.end(), from, before);
        auto last = std::lower_bound(entries.begin(), entries.end(), to, before);
        return std::pair(first == entries.begin() ? first : first - 1, last == entries.end() ? last : last + 1);
    };
    const auto [first, last] = stretch(m_points);
    if (static_cast<std::size_t>(last - first) <= wanted * kFactor)
        return {first, last};
    std::vector<QPointF> out;
    for (auto level = m_levels.rbegin(); level != m_levels.rend(); ++level) {
        const auto [begin, end] = stretch(*level);
        if (static_cast<std::size_t>(end - begin) < wanted)
            continue;
        for (auto block = begin; block != end; ++block) {
            out.emplace_back(block->step, block->least);
            out.emplace_back(block->step, block->most);
        }
        break;
    }
    return out;
}

} // namespace realuid::widgets
