// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/regime.h"

#include "app/shell/texts.h"

#include <cmath>

namespace realuid::studio
{
namespace
{

Regime covering(const Coefficients& c)
{
    const QString pull = c.beta > c.alpha
                             ? phrase("β > α: real points that the generator misses pull on it; its own errors weigh less than without data.")
                             : phrase("β < α: real points that the generator misses pull on it; its own errors weigh more than their targets.");
    return {Regime::Kind::CoversMissed, phrase("Covers missed modes."), pull};
}

/// "0.94 P", "P", "" for 0; with a sign where something stands before it.
QString term(double factor, const QString& symbol, bool first)
{
    if (factor == 0)
        return {};
    const double size = std::abs(factor);
    const QString number = std::abs(size - 1) < 1e-12 ? QString() : QString::number(size, 'g', 4) + QStringLiteral("\\,");
    const QString sign = factor < 0 ? QStringLiteral(" - ") : first ? QString() : QStringLiteral(" + ");
    return sign + number + symbol;
}

QString sum(double p, double q)
{
    const double tidyQ = std::abs(q) < 1e-12 ? 0 : q;
    const QString left = term(p, QStringLiteral("P"), true);
    const QString out = left + term(tidyQ, QStringLiteral("Q"), left.isEmpty());
    return out.isEmpty() ? QStringLiteral("0") : out;
}

QString bracketed(const QString& text)
{
    return text.contains(QStringLiteral(" + ")) || text.contains(QStringLiteral(" - ")) ? u'(' + text + u')' : text;
}

} // namespace

Regime regime(const Loss& loss)
{
    const Coefficients c = coefficients(loss);
    const bool normalized = loss.kind == "normalized";
    const bool general = loss.kind == "general";
    if (c.gamma == 1 && c.beta != 1 && !normalized)
        return {Regime::Kind::Unstable, phrase("Unstable."),
                general ? phrase("γ = 1 with β ≠ 1: on real data that the generator misses the distance is divided by a density near 0 and grows without bound. Take γ below 1 or β = 1.")
                        : phrase("α = 1 with β ≠ 1: on real data that the generator misses the distance is divided by a density near 0 and grows without bound. Take α below 1 or β = 1.")};
    if (c.alpha != c.beta)
        return covering(c);
    if (c.alpha == 1 && c.gamma == 1)
        return {Regime::Kind::DataFree, phrase("Data-free."),
                phrase("Only where the generator already has samples is there anything to learn. Modes that it misses are never seen.")};
    if (c.alpha == 1)
        return {Regime::Kind::NoEffect, phrase("Real data without a pull."),
                phrase("α = β = 1: real data enter the quadratic term only. Where the generator has no mass the distance is 0: missed modes stay missed.")};
    return {Regime::Kind::NoEffect, phrase("Real data without effect on missed modes."),
            phrase("α = β < 1: real data stand in the formulas, but where the generator has no mass the distance is 0. Missed modes stay missed.")};
}

RegimeFormulas regimeFormulas(const Loss& loss)
{
    const Coefficients c = coefficients(loss);
    const bool normalized = loss.kind == "normalized";
    RegimeFormulas out;
    const QString start = QStringLiteral("N = %1 f^* - %2 f^\\theta");
    const QString twoLines = QStringLiteral("N = %1 f^* \\\\ \\quad - %2 f^\\theta");
    if (loss.kind == "uid") {
        out.numerator = QStringLiteral("N = P\\,(f^* - f^\\theta)");
        out.integrand = QStringLiteral("l = \\frac{|N|^2}{P} = P\\,|f^* - f^\\theta|^2");
        return out;
    }
    out.numerator = start.arg(QStringLiteral("(\\alpha P + (\\beta - \\alpha) Q)"), QStringLiteral("\\beta P"));
    out.numeratorNumbers = twoLines.arg(bracketed(sum(c.alpha, c.beta - c.alpha)), sum(c.beta, 0));
    const QString fraction = QStringLiteral("l = \\frac{|N|^2}{%1}");
    const QString weight = loss.kind == "general" ? QStringLiteral("\\gamma") : QStringLiteral("\\alpha");
    out.integrand = normalized ? QStringLiteral("l = |N|") : fraction.arg(weight + QStringLiteral(" P + (1 - ") + weight + QStringLiteral(") Q"));
    if (!normalized)
        out.integrandNumbers = fraction.arg(sum(c.gamma, 1 - c.gamma));
    return out;
}

} // namespace realuid::studio
