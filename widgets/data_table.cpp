// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/data_table.h"

#include <algorithm>

namespace realuid::widgets
{
namespace
{

template <class Items>
QString freeName(const QString& wanted, const Items& taken, std::size_t count)
{
    const auto used = [&](const QString& name) {
        return std::any_of(taken.begin(), taken.begin() + static_cast<std::ptrdiff_t>(count), [&](const auto& item) { return item.name == name; });
    };
    QString name = wanted;
    for (int i = 2; used(name); ++i)
        name = wanted + u'_' + QString::number(i);
    return name;
}

} // namespace

void DataTable::add(const QString& column, std::vector<double> values)
{
    columns.push_back({freeName(column, columns, columns.size()), std::move(values)});
}

QString roleId(Role role)
{
    switch (role) {
    case Role::Real:
        return QStringLiteral("real");
    case Role::Generator:
        return QStringLiteral("generator");
    case Role::Teacher:
        return QStringLiteral("teacher");
    case Role::Fake:
        return QStringLiteral("fake");
    case Role::Noise:
        break;
    }
    return QStringLiteral("noise");
}

DataTable gridTable(const QString& name, const Grid& grid)
{
    std::vector<double> x, y;
    const auto place = [](double first, double last, int i, int count) { return count > 1 ? first + i * (last - first) / (count - 1) : first; };
    for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column) {
            x.push_back(place(grid.x0, grid.x1, column, grid.columns));
            y.push_back(place(grid.y0, grid.y1, row, grid.rows));
        }
    return {name, {{QStringLiteral("x"), std::move(x)}, {QStringLiteral("y"), std::move(y)}, {QStringLiteral("value"), grid.values}}};
}

DataTable pointTable(const QString& name, std::span<const QPointF> points)
{
    std::vector<double> x, y;
    for (const QPointF& point : points) {
        x.push_back(point.x());
        y.push_back(point.y());
    }
    return {name, {{QStringLiteral("x"), std::move(x)}, {QStringLiteral("y"), std::move(y)}}};
}

DataTable pathTable(const QString& name, std::span<const QPolygonF> paths)
{
    std::vector<double> number, x, y;
    for (std::size_t i = 0; i < paths.size(); ++i)
        for (const QPointF& point : paths[i]) {
            number.push_back(static_cast<double>(i));
            x.push_back(point.x());
            y.push_back(point.y());
        }
    return {name, {{QStringLiteral("path"), std::move(number)}, {QStringLiteral("x"), std::move(x)}, {QStringLiteral("y"), std::move(y)}}};
}

DataTable contourTable(const QString& name, std::span<const Contour> lines)
{
    std::vector<double> level, line, x, y;
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (const QPointF& point : lines[i].line) {
            level.push_back(lines[i].level);
            line.push_back(static_cast<double>(i));
            x.push_back(point.x());
            y.push_back(point.y());
        }
    return {name,
            {{QStringLiteral("level"), std::move(level)}, {QStringLiteral("line"), std::move(line)}, {QStringLiteral("x"), std::move(x)},
             {QStringLiteral("y"), std::move(y)}}};
}

void numberEqualNames(std::vector<DataTable>& tables)
{
    for (std::size_t i = 1; i < tables.size(); ++i)
        tables[i].name = freeName(tables[i].name, tables, i);
}

} // namespace realuid::widgets
