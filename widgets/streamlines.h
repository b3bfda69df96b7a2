// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>

#include <vector>

namespace realuid::widgets
{

/// Vectors on a regular grid, ends included; places as in Grid.
struct VectorGrid {
    int columns = 0, rows = 0;
    double x0 = 0, x1 = 1, y0 = 0, y1 = 1;
    std::vector<QPointF> vectors; ///< row-major

    /// Bilinear; NaN outside and beside vectors that are not finite.
    QPointF at(QPointF point) const;
};

/// Lines along the vectors, in data coordinates and in their direction, evenly spread: `cells` x `cells` cells over the grid, at most one
/// line in each (a line ends before a cell that another one has). Any thread; 64 x 64 vectors and 30 cells take about a millisecond.
std::vector<QPolygonF> streamlines(const VectorGrid& grid, int cells);

} // namespace realuid::widgets
