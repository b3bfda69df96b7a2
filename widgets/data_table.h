// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/contours.h"
#include "widgets/theme.h"

#include <QString>

#include <span>
#include <vector>

namespace realuid::widgets
{

/// A column of numbers under a name of lower-case letters, digits and underscores.
struct DataColumn {
    QString name;
    std::vector<double> values;
};

/// What a view plots, as numbers: columns of one length. `name` tells a view's tables apart; empty where it has one.
struct DataTable {
    QString name;
    std::vector<DataColumn> columns;

    std::size_t rows() const { return columns.empty() ? 0 : columns.front().values.size(); }
    /// Adds a column; a name that is there already gets _2, _3 ...
    void add(const QString& column, std::vector<double> values);
};

/// "real", "generator", "teacher", "fake", "noise".
QString roleId(Role role);

/// x, y, value of each grid point, x fastest.
DataTable gridTable(const QString& name, const Grid& grid);
/// path (its number from 0), x, y of each corner.
DataTable pathTable(const QString& name, std::span<const QPolygonF> paths);
/// x, y of each point.
DataTable pointTable(const QString& name, std::span<const QPointF> points);
/// level, line (its number from 0), x, y of each corner.
DataTable contourTable(const QString& name, std::span<const Contour> lines);

/// Gives tables of one name _2, _3 ... from the second on.
void numberEqualNames(std::vector<DataTable>& tables);

} // namespace realuid::widgets
