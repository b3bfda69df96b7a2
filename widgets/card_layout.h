// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace realuid::widgets
{

/// Where cards lie: rows of cells, each with a share of the height or width. A plain value; nothing refers to widgets.
struct CardLayout {
    struct Cell {
        QString id;
        double width = 1; ///< share of its row, relative to the others
        bool operator==(const Cell&) const = default;
    };
    struct Row {
        std::vector<Cell> cells; ///< never empty
        double height = 1;       ///< share, relative to the other rows
        bool operator==(const Row&) const = default;
    };
    std::vector<Row> rows;

    bool contains(const QString& id) const;
    QStringList ids() const; ///< row by row
    bool operator==(const CardLayout&) const = default;
};

enum class Side { Left, Right, Above, Below };

/// Equal cells, `columns` a row; what is left over shares the last row.
CardLayout inColumns(const QStringList& ids, int columns);

/// With one more card: in the last row while that has but one cell, else in a row of its own. Unchanged where it is there.
CardLayout with(CardLayout layout, const QString& id);
CardLayout without(CardLayout layout, const QString& id);

/// `id` taken out and put beside `target` in its row, or into a row of its own above or below that row. Unchanged where
/// both are the same or one is missing.
CardLayout movedTo(const CardLayout& layout, const QString& id, const QString& target, Side side);

/// One step by keyboard: changes places within the row, or goes to the row above or below; from the first or last row into
/// a new one. Unchanged where there is nowhere to go.
CardLayout movedBy(const CardLayout& layout, const QString& id, Side side);

/// Shares changed by these factors, kept between kLeastShare and kMostShare.
CardLayout resized(CardLayout layout, const QString& id, double width, double height);
inline constexpr double kLeastShare = 0.25, kMostShare = 4;

/// The border between two neighbours (of a row, or else of two rows) put where `before` has this part of what both have.
CardLayout shifted(CardLayout layout, const QString& before, const QString& after, bool inRow, double part);

/// Where each card is in `area` with `margin` around and between, in the order of ids(); one column where `oneColumn`.
std::vector<std::pair<QString, QRect>> placed(const CardLayout& layout, const QRect& area, int margin, bool oneColumn);

/// For settings: "1:densities*1,distance*1.5;0.8:landscape*1". fromText() drops what it cannot read.
QString toText(const CardLayout& layout);
CardLayout layoutFromText(const QString& text);

} // namespace realuid::widgets
