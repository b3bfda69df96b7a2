// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/card_layout.h"

#include "core/api/text.h"

#include <algorithm>
#include <cmath>

namespace realuid::widgets
{
namespace
{

struct Place {
    std::size_t row = 0, column = 0;
};

std::optional<Place> find(const CardLayout& layout, const QString& id)
{
    for (std::size_t row = 0; row < layout.rows.size(); ++row)
        for (std::size_t column = 0; column < layout.rows[row].cells.size(); ++column)
            if (layout.rows[row].cells[column].id == id)
                return Place{row, column};
    return std::nullopt;
}

template <class List>
auto at(List& list, std::size_t index)
{
    return list.begin() + static_cast<std::ptrdiff_t>(index);
}

double share(double value) { return std::isfinite(value) ? std::clamp(value, kLeastShare, kMostShare) : 1; }

QString number(double value) { return QString::fromStdString(numberText(std::round(value * 1e3) / 1e3)); }

double readShare(const QString& text)
{
    double value = 1;
    return parseNumber(text.toStdString(), value) ? share(value) : 1;
}

/// Ends of pieces with these shares, `margin` apart, that fill `length`.
std::vector<std::pair<int, int>> divided(const std::vector<double>& shares, int start, int length, int margin)
{
    double total = 0;
    for (const double each : shares)
        total += each;
    const double room = length - margin * (static_cast<double>(shares.size()) - 1);
    std::vector<std::pair<int, int>> out;
    double before = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const double from = before / total * room;
        before += shares[i];
        const int left = start + static_cast<int>(std::lround(from)) + static_cast<int>(i) * margin;
        out.emplace_back(left, static_cast<int>(std::lround(before / total * room)) - static_cast<int>(std::lround(from)));
    }
    return out;
}

} // namespace

bool CardLayout::contains(const QString& id) const { return find(*this, id).has_value(); }

QStringList CardLayout::ids() const
{
    QStringList out;
    for (const Row& row : rows)
        for (const Cell& cell : row.cells)
            out += cell.id;
    return out;
}

CardLayout inColumns(const QStringList& ids, int columns)
{
    CardLayout layout;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (i % columns == 0)
            layout.rows.emplace_back();
        layout.rows.back().cells.push_back({ids[i]});
    }
    return layout;
}

CardLayout with(CardLayout layout, const QString& id)
{
    if (layout.contains(id))
        return layout;
    if (layout.rows.empty() || layout.rows.back().cells.size() != 1)
        layout.rows.emplace_back();
    layout.rows.back().cells.push_back({id});
    return layout;
}

CardLayout without(CardLayout layout, const QString& id)
{
    if (const auto place = find(layout, id)) {
        auto& cells = layout.rows[place->row].cells;
        cells.erase(at(cells, place->column));
        if (cells.empty())
            layout.rows.erase(at(layout.rows, place->row));
    }
    return layout;
}

CardLayout movedTo(const CardLayout& layout, const QString& id, const QString& target, Side side)
{
    if (id == target || !layout.contains(id) || !layout.contains(target))
        return layout;
    CardLayout out = without(layout, id);
    const Place place = *find(out, target);
    if (side == Side::Left || side == Side::Right) {
        auto& cells = out.rows[place.row].cells;
        cells.insert(at(cells, place.column + (side == Side::Right ? 1 : 0)), {id});
    } else {
        out.rows.insert(at(out.rows, place.row + (side == Side::Below ? 1 : 0)), {{{id}}});
    }
    return out;
}

CardLayout movedBy(const CardLayout& layout, const QString& id, Side side)
{
    const auto place = find(layout, id);
    if (!place)
        return layout;
    CardLayout out = layout;
    auto& cells = out.rows[place->row].cells;
    if (side == Side::Left || side == Side::Right) {
        const std::size_t other = side == Side::Left ? place->column - 1 : place->column + 1;
        if (other < cells.size()) // left of the first wraps round to a number that is none
            std::swap(cells[place->column], cells[other]);
        return out;
    }
    const bool up = side == Side::Above;
    if (up ? place->row > 0 : place->row + 1 < out.rows.size()) {
        auto& next = out.rows[up ? place->row - 1 : place->row + 1].cells;
        next.insert(at(next, std::min(place->column, next.size())), {id});
        cells.erase(at(cells, place->column));
        if (cells.empty())
            out.rows.erase(at(out.rows, place->row));
    } else if (cells.size() > 1) {
        cells.erase(at(cells, place->column));
        out.rows.insert(up ? out.rows.begin() : out.rows.end(), {{{id}}});
    }
    return out;
}

CardLayout resized(CardLayout layout, const QString& id, double width, double height)
{
    if (const auto place = find(layout, id)) {
        CardLayout::Row& row = layout.rows[place->row];
        row.height = share(row.height * height);
        row.cells[place->column].width = share(row.cells[place->column].width * width);
    }
    return layout;
}

CardLayout shifted(CardLayout layout, const QString& before, const QString& after, bool inRow, double part)
{
    const auto first = find(layout, before), second = find(layout, after);
    if (!first || !second)
        return layout;
    CardLayout::Row &above = layout.rows[first->row], &below = layout.rows[second->row];
    double& one = inRow ? above.cells[first->column].width : above.height;
    double& other = inRow ? below.cells[second->column].width : below.height;
    const double both = one + other;
    one = std::clamp(part * both, kLeastShare, std::max(kLeastShare, both - kLeastShare));
    other = both - one;
    return layout;
}

std::vector<std::pair<QString, QRect>> placed(const CardLayout& layout, const QRect& area, int margin, bool oneColumn)
{
    std::vector<double> heights;
    for (const CardLayout::Row& row : layout.rows)
        heights.insert(heights.end(), oneColumn ? row.cells.size() : 1, row.height);
    const QRect inner = area.adjusted(margin, margin, -margin, -margin);
    const auto lines = divided(heights, inner.top(), inner.height(), margin);
    std::vector<std::pair<QString, QRect>> out;
    std::size_t line = 0;
    for (const CardLayout::Row& row : layout.rows) {
        std::vector<double> widths;
        for (const CardLayout::Cell& cell : row.cells)
            widths.push_back(cell.width);
        const auto columns = divided(widths, inner.left(), inner.width(), margin);
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto [left, width] = oneColumn ? std::pair(inner.left(), inner.width()) : columns[i];
            out.emplace_back(row.cells[i].id, QRect(left, lines[line].first, width, lines[line].second));
            line += oneColumn ? 1 : 0;
        }
        line += oneColumn ? 0 : 1;
    }
    return out;
}

QString toText(const CardLayout& layout)
{
    QStringList rows;
    for (const CardLayout::Row& row : layout.rows) {
        QStringList cells;
        for (const CardLayout::Cell& cell : row.cells)
            cells += cell.id + u'*' + number(cell.width);
        rows += number(row.height) + u':' + cells.join(u',');
    }
    return rows.join(u';');
}

CardLayout layoutFromText(const QString& text)
{
    CardLayout layout;
    for (const QString& rowText : text.split(u';', Qt::SkipEmptyParts)) {
        CardLayout::Row row{{}, readShare(rowText.section(u':', 0, 0))};
        for (const QString& cell : rowText.section(u':', 1).split(u',', Qt::SkipEmptyParts)) {
            const QString id = cell.section(u'*', 0, 0);
            const bool again = std::any_of(row.cells.begin(), row.cells.end(), [&](const auto& other) { return other.id == id; });
            if (!id.isEmpty() && !again && !layout.contains(id))
                row.cells.push_back({id, readShare(cell.section(u'*', 1))});
        }
        if (!row.cells.empty())
            layout.rows.push_back(row);
    }
    return layout;
}

} // namespace realuid::widgets
