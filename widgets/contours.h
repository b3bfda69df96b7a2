// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>

#include <span>
#include <vector>

namespace realuid::widgets
{

/// Values on a regular grid, ends included: column i of row j lies at
/// x = x0 + i (x1 - x0) / (columns - 1), y = y0 + j (y1 - y0) / (rows - 1), value values[j * columns + i].
struct Grid {
    int columns = 0;
    int rows = 0;
    double x0 = 0, x1 = 1;
    double y0 = 0, y1 = 1;
    std::vector<double> values;

    bool isEmpty() const { return values.empty(); }
    double at(int column, int row) const { return values[static_cast<std::size_t>(row) * columns + column]; }
    /// Bilinear between grid points; NaN outside.
    double valueAt(double x, double y) const;
};

/// One connected line of one level, in data coordinates; closed lines end where they begin.
struct Contour {
    double level = 0;
    QPolygonF line;
};

/// Marching squares with linear interpolation; saddles are decided by the mean of the four corners, segments are
/// joined to long lines. Cells with a value that is not finite are left out. Any thread; `grid` has at least two
/// rows and columns, else there is no line.
std::vector<Contour> contours(const Grid& grid, std::span<const double> levels);

/// About `count` round levels inside (least, most): 1, 2, 2.5 or 5 times powers of ten, or powers of ten where
/// logarithmic.
std::vector<double> contourLevels(double least, double most, int count, bool logarithmic = false);

} // namespace realuid::widgets
