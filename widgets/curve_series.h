// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include <vector>

namespace realuid::widgets
{

/// Values over increasing steps, with least and most of blocks of 4, 16, 64, ... so that any stretch of a long series is
/// drawn from a few thousand points without losing a peak. append() is O(1) on average.
class CurveSeries
{
public:
    CurveSeries() { clear(); }
    void append(double step, double value);
    void clear();

    std::size_t size() const { return m_points.size(); }
    bool isEmpty() const { return m_points.empty(); }
    const QPointF& last() const { return m_points.back(); }
    double firstStep() const { return m_points.front().x(); }
    double least() const { return m_least; } ///< of finite values; +inf where there are none
    double most() const { return m_most; }
    double leastPositive() const { return m_leastPositive; }

    /// Points between the two steps and one beyond at each side: all of them, or least and most of blocks where
    /// that keeps at least `wanted` blocks.
    std::vector<QPointF> decimated(double from, double to, std::size_t wanted) const;

private:
    struct Block {
        double step; ///< of its first value
        double least, most;
    };
    static constexpr std::size_t kFactor = 4;

    std::vector<QPointF> m_points;
    std::vector<std::vector<Block>> m_levels; ///< level k: blocks of kFactor^(k + 1) values
    double m_least = 0, m_most = 0, m_leastPositive = 0;
};

} // namespace realuid::widgets
