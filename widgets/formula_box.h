// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/formula.h"

#include <vector>

namespace realuid::widgets
{

/// A node of a parsed formula; sizes come only with a font.
struct FormulaBox {
    enum class Kind {
        Row,      ///< children beside each other
        Lines,    ///< children under each other
        Glyphs,   ///< `text` in `face`
        Space,    ///< `amount` type sizes wide
        Fraction, ///< numerator, denominator
        Scripts,  ///< base, superscript, subscript; either script may be an empty row
        Limits,   ///< as Scripts, but above and below
        Root,     ///< child under a root sign
        Fence,    ///< child between `text[0]` and `text[1]`, as high as the child; '.' is none
        Accent,   ///< `text` above the child
    };
    enum class Face { Italic, Upright, Bold, Big };

    Kind kind = Kind::Row;
    QString text = {};
    QString spoken = {}; ///< in place of `text` for screen readers; empty where it is the same
    Face face = Face::Upright;
    double amount = 0;
    std::vector<FormulaBox> children = {};
};

/// Places a box with its baseline at `at` and paints it where `painter` is not null.
Formula::Size place(const FormulaBox& box, const QFont& font, QPainter* painter, QPointF at);

/// See Formula::plainText().
QString spokenText(const FormulaBox& box);

} // namespace realuid::widgets
