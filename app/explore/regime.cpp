// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/regime.h"

#include "app/shell/texts.h"

#include <array>
#include <cmath>

namespace realuid::studio
{
namespace
{

bool normalized(const Loss& loss) { return loss.kind == "normalized"; }

/// The teacher is not the real data's, and the samples of real data say so.
bool contradicted(const Scene& scene)
{
    return scene.teacher && *scene.teacher != scene.real && scene.loss.realTarget == "sampled";
}

/// v = 0 for all x.
bool blind(const Scene& scene)
{
    const Coefficients c = coefficients(scene.loss);
    return c.alpha == c.beta && (c.beta == 1 || !contradicted(scene));
}

Regime unstable(const Scene& scene)
{
    const QString start = scene.loss.kind == "general" ? phrase("γ = 1, and real data enter N.") : phrase("α = 1, and real data enter N because β ≠ 1.");
    return {Regime::Kind::Unstable, phrase("Unstable."),
            start + u' ' + phrase("On real data that the generator misses, the distance is divided by its density, which is near 0 there: it grows without bound.") +
                u' ' + (scene.loss.kind == "general" ? phrase("Take γ below 1.") : phrase("Take α below 1, or β = 1."))};
}

Regime dataFree(const Scene& scene)
{
    const bool wrong = scene.teacher && *scene.teacher != scene.real;
    const QString text = phrase("Only where the generator already has samples is there anything to learn. Modes that it misses are never seen.");
    return {Regime::Kind::DataFree, phrase("Data-free."),
            wrong ? text + u' ' + phrase("The generator inherits what is wrong with this teacher.") : text};
}

Regime noEffect(const Loss& loss)
{
    if (loss.alpha == 1)
        return {Regime::Kind::NoEffect, phrase("Real data without effect on missed modes."),
                phrase("α = β = 1: real data enter the quadratic term only. Where the generator has no mass the distance is 0: missed modes stay missed.")};
    if (normalized(loss))
        return {Regime::Kind::NoEffect, phrase("Real data without effect."),
                phrase("α = β < 1: real data stand in the formula, but cancel in N. Modes that the generator misses stay missed.")};
    return {Regime::Kind::NoEffect, phrase("Real data without effect on missed modes."),
            phrase("α = β < 1: real data stand in the formula, but only below the line. Where the generator has no mass the distance is 0: missed modes stay missed.")};
}

Regime overCorrects()
{
    return {Regime::Kind::OverCorrects, phrase("Over-corrects the teacher."),
            phrase("α = β < 1 with a teacher that the real data contradict: the mixture of generated and real data takes on the teacher's field, so the generator moves away from the real data, beyond the teacher.")};
}

Regime covers(const Scene& scene)
{
    const Coefficients c = coefficients(scene.loss);
    QString text = phrase("Real data that the generator misses keep a distance above 0 and pull on it.");
    text += u' ' + (c.beta > c.alpha ? phrase("β > α: where the generator is alone, its field is compared enlarged by β/α.")
                                     : phrase("β < α: where the generator is alone, its field is compared reduced by β/α."));
    if (contradicted(scene))
        text += u' ' + phrase("The real data contradict this teacher: the least distance is not at the real data.");
    return {Regime::Kind::CoversMissed, phrase("Covers missed modes."), text};
}

/// DMD is no min-max game: the generator follows KL(q || p*), q = alpha P + (1 - alpha) Q.
Regime ofDivergence(const Coefficients& c)
{
    if (c.alpha != c.beta)
        return {Regime::Kind::Unstable, phrase("Biased."),
                phrase("DMD with α ≠ β: the fake model is not the score of a mixture of both densities, so the generator follows no gradient. Take β = α.")};
    if (c.alpha == 1)
        return {Regime::Kind::DataFree, phrase("Data-free."),
                phrase("The generator follows KL(p_θ ‖ p*), which is felt where it has samples only. Modes that it misses are never seen.")};
    return {Regime::Kind::NoEffect, phrase("Real data without effect on missed modes."),
            phrase("α = β < 1: real data soften the divergence where both are, but samples of the generator are all that moves. Missed modes stay missed.")};
}

double tidy(double value) { return std::abs(value) < 1e-12 ? 0 : value; }

QString number(double value) { return QString::number(tidy(value), 'g', 4); }

/// "0.94 P", "P", "" for 0; with a sign where something stands before it.
QString term(double factor, const QString& symbol, bool first)
{
    if (tidy(factor) == 0)
        return {};
    const double size = std::abs(factor);
    const QString text = std::abs(size - 1) < 1e-12 ? QString() : number(size) + QStringLiteral("\\,");
    const QString sign = factor < 0 ? QStringLiteral(" - ") : first ? QString() : QStringLiteral(" + ");
    return sign + text + symbol;
}

QString sum(double p, const QString& first, double q, const QString& second)
{
    const QString left = term(p, first, true);
    const QString out = left + term(q, second, left.isEmpty());
    return out.isEmpty() ? QStringLiteral("0") : out;
}

QString ofDensities(double p, double q) { return sum(p, QStringLiteral("P"), q, QStringLiteral("Q")); }

QString bracketed(const QString& text)
{
    return text.contains(QStringLiteral(" + ")) || text.contains(QStringLiteral(" - ")) ? u'(' + text + u')' : text;
}

/// The letter of the quadratic weight.
QString weight(const Loss& loss) { return loss.kind == "general" ? QStringLiteral("\\gamma") : QStringLiteral("\\alpha"); }

void numerators(const Scene& scene, RegimeFormulas& out)
{
    const Coefficients c = coefficients(scene.loss);
    if (contradicted(scene)) {
        out.numerator = QStringLiteral("N = (\\alpha P + (1 - \\alpha) Q) f^* - \\beta P f^\\theta \\\\ \\quad - (1 - \\beta) Q f^{\\mathrm{real}}");
        out.numeratorNumbers = QStringLiteral("N = %1 f^* - %2 f^\\theta").arg(bracketed(ofDensities(c.alpha, 1 - c.alpha)), ofDensities(c.beta, 0)) +
                               QStringLiteral(" \\\\ \\quad") + (c.beta == 1 ? QStringLiteral(" - 0") : term(c.beta - 1, QStringLiteral("Q f^{\\mathrm{real}}"), false));
        return;
    }
    out.numerator = QStringLiteral("N = (\\alpha P + (\\beta - \\alpha) Q) f^* - \\beta P f^\\theta");
    out.numeratorNumbers = QStringLiteral("N = %1 f^* \\\\ \\quad - %2 f^\\theta")
                               .arg(bracketed(ofDensities(c.alpha, c.beta - c.alpha)), ofDensities(c.beta, 0));
}

/// |v|, with letters and with numbers; without the bars' square.
std::array<QString, 2> seenOnReal(const Scene& scene)
{
    const Coefficients c = coefficients(scene.loss);
    const QString teacher = QStringLiteral("f^*"), real = QStringLiteral("f^{\\mathrm{real}}");
    if (contradicted(scene))
        return {QStringLiteral("|(1 - \\alpha) f^* - (1 - \\beta) f^{\\mathrm{real}}|"),
                u'|' + sum(1 - c.alpha, teacher, c.beta - 1, real) + u'|'};
    return {QStringLiteral("|(\\beta - \\alpha) f^*|"), u'|' + sum(std::abs(c.beta - c.alpha), teacher, 0, real) + u'|'};
}

void limits(const Scene& scene, RegimeFormulas& out)
{
    const Coefficients c = coefficients(scene.loss);
    const auto [letters, numbers] = seenOnReal(scene);
    const QString goes = QStringLiteral("P \\to 0: \\; l \\to ");
    const QString square = QStringLiteral("^2");
    if (normalized(scene.loss))
        out.limit = goes + QStringLiteral("Q\\,") + letters;
    else if (c.gamma == 1)
        out.limit = goes + QStringLiteral("\\frac{Q^2}{P} ") + letters + square;
    else
        out.limit = goes + QStringLiteral("\\frac{Q}{1 - %1} ").arg(weight(scene.loss)) + letters + square;
    if (blind(scene))
        out.limitNumbers = QStringLiteral("l \\to 0");
    else if (normalized(scene.loss))
        out.limitNumbers = QStringLiteral("l \\to Q\\,") + numbers;
    else if (c.gamma == 1)
        out.limitNumbers = QStringLiteral("l \\to \\frac{Q^2}{P} ") + numbers + square + QStringLiteral(" \\to \\infty");
    else
        out.limitNumbers = QStringLiteral("l \\to \\frac{Q}{%1} ").arg(number(1 - c.gamma)) + numbers + square;
}

Regime choose(const Scene& scene)
{
    const Coefficients c = coefficients(scene.loss);
    if (scene.loss.kind == "dmd")
        return ofDivergence(c);
    if (blind(scene))
        return c.alpha == 1 && (c.gamma == 1 || normalized(scene.loss)) ? dataFree(scene) : noEffect(scene.loss);
    if (c.gamma == 1 && !normalized(scene.loss))
        return unstable(scene);
    return c.alpha == c.beta ? overCorrects() : covers(scene);
}

} // namespace

Regime regime(const Scene& scene)
{
    Regime out = choose(scene);
    for (const QChar sign : {u'=', u'<', u'>', u'≠'}) // relations stay on one line
        out.text.replace(QStringLiteral(" %1 ").arg(sign), QStringLiteral("\u00a0%1\u00a0").arg(sign));
    return out;
}

RegimeFormulas regimeFormulas(const Scene& scene)
{
    const Coefficients c = coefficients(scene.loss);
    RegimeFormulas out;
    if (scene.loss.kind == "dmd") {
        out.numerator = QStringLiteral("q = \\alpha P + (1 - \\alpha) Q");
        out.numeratorNumbers = QStringLiteral("q = %1").arg(ofDensities(c.alpha, 1 - c.alpha));
        out.integrand = QStringLiteral("l = q \\log \\frac{q}{Q} - q + Q");
        return out;
    }
    if (scene.loss.kind == "uid") {
        out.numerator = QStringLiteral("N = P\\,(f^* - f^\\theta)");
        out.integrand = QStringLiteral("l = \\frac{|N|^2}{P} = P\\,|f^* - f^\\theta|^2");
        out.limit = QStringLiteral("P \\to 0: \\; l \\to 0");
        return out;
    }
    numerators(scene, out);
    limits(scene, out);
    if (normalized(scene.loss)) {
        out.integrand = QStringLiteral("l = |N|");
        return out;
    }
    const QString fraction = QStringLiteral("l = \\frac{|N|^2}{%1}");
    out.integrand = fraction.arg(QStringLiteral("%1 P + (1 - %1) Q").arg(weight(scene.loss)));
    out.integrandNumbers = fraction.arg(ofDensities(c.gamma, 1 - c.gamma));
    return out;
}

} // namespace realuid::studio
