// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/formula_symbols.h"

#include <QList>

#include <algorithm>
#include <array>

namespace realuid::widgets
{
namespace
{

using enum SymbolClass;

constexpr Symbol kSymbols[] = {
    {"alpha", "α", Variable},     {"beta", "β", Variable},      {"gamma", "γ", Variable},
    {"delta", "δ", Variable},     {"epsilon", "ϵ", Variable},   {"varepsilon", "ε", Variable},
    {"zeta", "ζ", Variable},      {"eta", "η", Variable},       {"theta", "θ", Variable},
    {"vartheta", "ϑ", Variable},  {"iota", "ι", Variable},      {"kappa", "κ", Variable},
    {"lambda", "λ", Variable},    {"mu", "μ", Variable},        {"nu", "ν", Variable},
    {"xi", "ξ", Variable},        {"pi", "π", Variable},        {"rho", "ρ", Variable},
    {"sigma", "σ", Variable},     {"tau", "τ", Variable},       {"upsilon", "υ", Variable},
    {"phi", "ϕ", Variable},       {"varphi", "φ", Variable},    {"chi", "χ", Variable},
    {"psi", "ψ", Variable},       {"omega", "ω", Variable},     {"ell", "ℓ", Ordinary},
    {"Gamma", "Γ", Ordinary},     {"Delta", "Δ", Ordinary},     {"Theta", "Θ", Ordinary},
    {"Lambda", "Λ", Ordinary},    {"Xi", "Ξ", Ordinary},        {"Pi", "Π", Ordinary},
    {"Sigma", "Σ", Ordinary},     {"Phi", "Φ", Ordinary},       {"Psi", "Ψ", Ordinary},
    {"Omega", "Ω", Ordinary},     {"partial", "∂", Ordinary},   {"nabla", "∇", Ordinary},
    {"infty", "∞", Ordinary},     {"ldots", "…", Ordinary},     {"cdots", "⋯", Ordinary},
    {"prime", "′", Ordinary},     {"|", "‖", Ordinary},         {"{", "{", Ordinary},
    {"}", "}", Ordinary},         {"%", "%", Ordinary},         {"lVert", "‖", Ordinary},
    {"rVert", "‖", Ordinary},     {"langle", "⟨", Ordinary},    {"rangle", "⟩", Ordinary},
    {"cdot", "⋅", Binary},        {"times", "×", Binary},       {"pm", "±", Binary},
    {"circ", "∘", Binary},        {"cup", "∪", Binary},         {"cap", "∩", Binary},
    {"le", "≤", Relation},        {"leq", "≤", Relation},       {"ge", "≥", Relation},
    {"geq", "≥", Relation},       {"ne", "≠", Relation},        {"neq", "≠", Relation},
    {"approx", "≈", Relation},    {"sim", "∼", Relation},       {"propto", "∝", Relation},
    {"to", "→", Relation},        {"mapsto", "↦", Relation},    {"in", "∈", Relation},
    {"equiv", "≡", Relation},     {"ll", "≪", Relation},        {"gg", "≫", Relation},
    {"mid", "|", Relation},       {"Rightarrow", "⇒", Relation}, {"sum", "∑", Big},
    {"prod", "∏", Big},           {"int", "∫", Big},            {"log", "log", Function},
    {"ln", "ln", Function},       {"exp", "exp", Function},     {"min", "min", Function},
    {"max", "max", Function},     {"sup", "sup", Function},     {"inf", "inf", Function},
    {"sin", "sin", Function},     {"cos", "cos", Function},     {"det", "det", Function},
    {"argmin", "arg min", Function}, {"argmax", "arg max", Function}, {",", "170", Space},
    {":", "220", Space},          {";", "280", Space},          {" ", "280", Space},
    {"quad", "1000", Space},      {"qquad", "2000", Space},     {"!", "-170", Space},
};

constexpr Symbol kCharacters[] = {
    {"+", "+", Binary},   {"−", "−", Binary},   {"*", "∗", Ordinary}, {"=", "=", Relation}, {"<", "<", Relation},
    {">", ">", Relation}, {"/", "/", Ordinary}, {"′", "′", Ordinary},
};

char32_t slanted(char32_t c)
{
    if (c == U'h')
        return 0x210E; // the one that Unicode had already
    if (c >= U'a' && c <= U'z')
        return 0x1D44E + (c - U'a');
    if (c >= U'A' && c <= U'Z')
        return 0x1D434 + (c - U'A');
    if (c >= U'α' && c <= U'ω')
        return 0x1D6FC + (c - U'α');
    if (c == U'ϵ')
        return 0x1D716;
    if (c == U'ϑ')
        return 0x1D717;
    if (c == U'ϕ')
        return 0x1D719;
    return c;
}

} // namespace

const Symbol* findSymbol(const QString& name)
{
    const auto* found = std::find_if(std::begin(kSymbols), std::end(kSymbols),
                                     [&](const Symbol& s) { return name == QLatin1String(s.name); });
    return found == std::end(kSymbols) ? nullptr : found;
}

const Symbol* findCharacter(QChar character)
{
    const QChar wanted = character == QLatin1Char('-') ? QChar(0x2212) : character == QLatin1Char('\'') ? QChar(0x2032) : character;
    const auto* found = std::find_if(std::begin(kCharacters), std::end(kCharacters),
                                     [&](const Symbol& s) { return QString(wanted) == QString::fromUtf8(s.name); });
    return found == std::end(kCharacters) ? nullptr : found;
}

QString mathItalic(const QString& text)
{
    QString out;
    for (const char32_t c : text.toUcs4()) {
        const char32_t mapped = slanted(c);
        out += QString::fromUcs4(&mapped, 1);
    }
    return out;
}

} // namespace realuid::widgets
