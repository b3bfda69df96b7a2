// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace realuid::widgets
{

/// How a symbol is set: slanted or upright, with which space around it, with limits or without.
enum class SymbolClass { Variable, Ordinary, Binary, Relation, Big, Function, Space };

/// One command of formula.h's subset of TeX.
struct Symbol {
    const char* name;  ///< without the backslash; also what a screen reader says
    const char* text;  ///< UTF-8; for spaces the width in thousandths of the type size
    SymbolClass kind;
};

/// Null where the command is none of a fixed symbol.
const Symbol* findSymbol(const QString& name);
/// For single characters that need space around them or stand for another ("-", "=", "*"); null for the rest.
const Symbol* findCharacter(QChar character);
/// The letter from the Mathematical Alphanumeric Symbols, slanted; others unchanged.
QString mathItalic(const QString& text);

} // namespace realuid::widgets
