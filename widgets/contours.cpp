// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/contours.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <unordered_map>

namespace realuid::widgets
{
namespace
{

// An edge of the grid, from a point to its right (even) or upper (odd) neighbour: where lines of two cells meet.
using Edge = std::int64_t;

struct Segment {
    Edge first, second;
};

class Tracer
{
public:
    Tracer(const Grid& grid, double level) : m_grid(grid), m_level(level)
    {
        for (int row = 0; row + 1 < grid.rows; ++row)
            for (int column = 0; column + 1 < grid.columns; ++column)
                cell(column, row);
    }

    void join(std::vector<Contour>& out)
    {
        std::unordered_map<Edge, std::array<int, 2>> ends; // the one or two segments at each edge
        ends.reserve(m_segments.size() * 2);
        for (int i = 0; i < static_cast<int>(m_segments.size()); ++i)
            for (const Edge edge : {m_segments[static_cast<std::size_t>(i)].first, m_segments[static_cast<std::size_t>(i)].second}) {
                const auto [entry, fresh] = ends.try_emplace(edge, std::array<int, 2>{i, -1});
                if (!fresh)
                    entry->second[1] = i;
            }
        std::vector<bool> used(m_segments.size(), false);
        const auto trace = [&](int start, Edge from) {
            QPolygonF line{point(from)};
            Edge at = from;
            for (int next = start; next >= 0 && !used[static_cast<std::size_t>(next)];) {
                used[static_cast<std::size_t>(next)] = true;
                const Segment& segment = m_segments[static_cast<std::size_t>(next)];
                at = segment.first == at ? segment.second : segment.first;
                line << point(at);
                const std::array<int, 2>& both = ends.at(at);
                next = both[0] == next ? both[1] : both[0];
            }
            out.push_back({m_level, std::move(line)});
        };
        for (const auto& [edge, both] : ends) // open lines first, from their loose ends
            if (both[1] < 0 && !used[static_cast<std::size_t>(both[0])])
                trace(both[0], edge);
        for (int i = 0; i < static_cast<int>(m_segments.size()); ++i)
            if (!used[static_cast<std::size_t>(i)])
                trace(i, m_segments[static_cast<std::size_t>(i)].first);
    }

private:
    Edge across(int column, int row) const { return 2 * (static_cast<Edge>(row) * m_grid.columns + column); }
    Edge upwards(int column, int row) const { return across(column, row) + 1; }

    void cell(int column, int row)
    {
        const std::array<double, 4> corner{m_grid.at(column, row), m_grid.at(column + 1, row), m_grid.at(column + 1, row + 1),
                                           m_grid.at(column, row + 1)};
        int code = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            if (!std::isfinite(corner[i]))
                return;
            code |= corner[i] > m_level ? 1 << i : 0;
        }
        if (code == 0 || code == 15)
            return;
        const Edge bottom = across(column, row), right = upwards(column + 1, row), top = across(column, row + 1),
                   left = upwards(column, row);
        const bool middleAbove = (corner[0] + corner[1] + corner[2] + corner[3]) / 4 > m_level;
        switch (code <= 7 ? code : 15 - code) { // a cell and its complement have the same lines
        case 1:
            return add(left, bottom);
        case 2:
            return add(bottom, right);
        case 3:
            return add(left, right);
        case 4:
            return add(right, top);
        case 6:
            return add(bottom, top);
        case 7:
            return add(left, top);
        default: // 5 or 10: a saddle; the corners above are joined where the middle is above
            if ((code == 5) == middleAbove) {
                add(left, top);
                add(bottom, right);
            } else {
                add(left, bottom);
                add(right, top);
            }
        }
    }

    void add(Edge first, Edge second) { m_segments.push_back({first, second}); }

    QPointF point(Edge edge) const
    {
        const auto index = edge / 2;
        const int column = static_cast<int>(index % m_grid.columns), row = static_cast<int>(index / m_grid.columns);
        const bool up = edge % 2 != 0;
        const double a = m_grid.at(column, row), b = up ? m_grid.at(column, row + 1) : m_grid.at(column + 1, row);
        const double part = (m_level - a) / (b - a);
        const double dx = (m_grid.x1 - m_grid.x0) / (m_grid.columns - 1), dy = (m_grid.y1 - m_grid.y0) / (m_grid.rows - 1);
        return {m_grid.x0 + dx * (column + (up ? 0 : part)), m_grid.y0 + dy * (row + (up ? part : 0))};
    }

    const Grid& m_grid;
    double m_level;
    std::vector<Segment> m_segments;
};

} // namespace

double Grid::valueAt(double x, double y) const
{
    const double u = (x - x0) / (x1 - x0) * (columns - 1), v = (y - y0) / (y1 - y0) * (rows - 1);
    if (isEmpty() || !(u >= 0 && u <= columns - 1 && v >= 0 && v <= rows - 1))
        return std::numeric_limits<double>::quiet_NaN();
    const int i = std::min(static_cast<int>(u), std::max(0, columns - 2)), j = std::min(static_cast<int>(v), std::max(0, rows - 2));
    const int right = std::min(i + 1, columns - 1), above = std::min(j + 1, rows - 1);
    const double a = u - i, b = v - j;
    return (1 - b) * ((1 - a) * at(i, j) + a * at(right, j)) + b * ((1 - a) * at(i, above) + a * at(right, above));
}

std::vector<Contour> contours(const Grid& grid, std::span<const double> levels)
{
    std::vector<Contour> out;
    if (grid.columns < 2 || grid.rows < 2)
        return out;
    for (const double level : levels)
        Tracer(grid, level).join(out);
    return out;
}

std::vector<double> contourLevels(double least, double most, int count, bool logarithmic)
{
    std::vector<double> levels;
    if (!(most > least) || count < 1 || (logarithmic && least <= 0))
        return levels;
    if (logarithmic) {
        const int first = static_cast<int>(std::ceil(std::log10(least))), last = static_cast<int>(std::floor(std::log10(most)));
        const int stride = std::max(1, (last - first + 1) / count);
        for (int power = first; power <= last; power += stride)
            levels.push_back(std::pow(10.0, power));
        return levels;
    }
    const double raw = (most - least) / (count + 1), power = std::pow(10.0, std::floor(std::log10(raw)));
    double step = 10 * power;
    for (const double round : {5.0, 2.5, 2.0, 1.0})
        if (round * power >= raw * 0.999)
            step = round * power;
    for (double k = std::floor(least / step) + 1; k * step < most; ++k)
        levels.push_back(k * step);
    return levels;
}

} // namespace realuid::widgets
