// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/streamlines.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace realuid::widgets
{
namespace
{

constexpr double kStep = 0.15;      ///< of a cell
constexpr double kShortest = 1.5;   ///< cells; shorter lines are left out
constexpr int kMostSteps = 2000;    ///< each way

bool finite(QPointF p) { return std::isfinite(p.x()) && std::isfinite(p.y()); }

/// Lines are followed in the unit square, where cells are squares.
class Tracer
{
public:
    Tracer(const VectorGrid& grid, int cells)
        : m_grid(grid), m_cells(cells), m_taken(static_cast<std::size_t>(cells) * static_cast<std::size_t>(cells), false)
    {
    }

    void seed(int column, int row)
    {
        if (m_taken[index(column, row)])
            return;
        const QPointF start((column + 0.5) / m_cells, (row + 0.5) / m_cells);
        if (!finite(direction(start)))
            return;
        m_mine = {index(column, row)};
        m_taken[m_mine.front()] = true;
        const std::vector<QPointF> back = follow(start, -1), on = follow(start, 1);
        if (static_cast<double>(back.size() + on.size()) * kStep < kShortest) {
            for (const std::size_t cell : m_mine)
                m_taken[cell] = false;
            return;
        }
        QPolygonF line;
        for (std::size_t i = back.size(); i-- > 0;)
            line << data(back[i]);
        line << data(start);
        for (const QPointF& point : on)
            line << data(point);
        m_lines.push_back(std::move(line));
    }

    std::vector<QPolygonF> take() { return std::move(m_lines); }

private:
    std::size_t index(int column, int row) const { return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_cells) + static_cast<std::size_t>(column); }
    QPointF data(QPointF unit) const
    {
        return {m_grid.x0 + unit.x() * (m_grid.x1 - m_grid.x0), m_grid.y0 + unit.y() * (m_grid.y1 - m_grid.y0)};
    }

    /// Of length 1 in the unit square; NaN where there is none.
    QPointF direction(QPointF unit) const
    {
        const QPointF v = m_grid.at(data(unit));
        const QPointF scaled(v.x() / (m_grid.x1 - m_grid.x0), v.y() / (m_grid.y1 - m_grid.y0));
        return scaled / std::hypot(scaled.x(), scaled.y());
    }

    /// True where the line may go on to this point; takes its cell.
    bool enter(QPointF unit)
    {
        if (!(unit.x() >= 0 && unit.x() < 1 && unit.y() >= 0 && unit.y() < 1))
            return false;
        const std::size_t cell = index(static_cast<int>(unit.x() * m_cells), static_cast<int>(unit.y() * m_cells));
        if (cell == m_current)
            return true;
        if (m_taken[cell])
            return false;
        m_taken[cell] = true;
        m_mine.push_back(cell);
        m_current = cell;
        return true;
    }

    std::vector<QPointF> follow(QPointF at, double way)
    {
        const double step = way * kStep / m_cells;
        std::vector<QPointF> out;
        m_current = m_mine.front();
        for (int k = 0; k < kMostSteps; ++k) {
            const QPointF first = direction(at), middle = direction(at + step / 2 * first);
            if (!finite(middle) || QPointF::dotProduct(first, middle) < 0.2) // a point where the field vanishes
                break;
            at += step * middle;
            if (!enter(at))
                break;
            out.push_back(at);
        }
        return out;
    }

    const VectorGrid& m_grid;
    int m_cells;
    std::vector<bool> m_taken;
    std::vector<std::size_t> m_mine; ///< cells of the line in hand
    std::size_t m_current = 0;
    std::vector<QPolygonF> m_lines;
};

} // namespace

QPointF VectorGrid::at(QPointF point) const
{
    const double across = (point.x() - x0) / (x1 - x0) * (columns - 1), up = (point.y() - y0) / (y1 - y0) * (rows - 1);
    if (!(across >= 0 && across <= columns - 1 && up >= 0 && up <= rows - 1)) {
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        return {nan, nan};
    }
    const int i = std::min(static_cast<int>(across), columns - 2), j = std::min(static_cast<int>(up), rows - 2);
    const double u = across - i, v = up - j;
    const auto at = [&](int column, int row) { return vectors[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column)]; };
    return (1 - v) * ((1 - u) * at(i, j) + u * at(i + 1, j)) + v * ((1 - u) * at(i, j + 1) + u * at(i + 1, j + 1));
}

std::vector<QPolygonF> streamlines(const VectorGrid& grid, int cells)
{
    if (grid.columns < 2 || grid.rows < 2 || cells < 1)
        return {};
    Tracer tracer(grid, cells);
    // From the rim inwards: lines that cross the picture come first.
    for (int ring = 0; 2 * ring < cells; ++ring) {
        const int last = cells - 1 - ring;
        for (int k = ring; k <= last; ++k) {
            tracer.seed(k, ring);
            tracer.seed(k, last);
            tracer.seed(ring, k);
            tracer.seed(last, k);
        }
    }
    return tracer.take();
}

} // namespace realuid::widgets
