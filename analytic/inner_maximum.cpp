// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/inner_maximum.h"

#include <algorithm>
#include <cmath>

namespace realuid
{
namespace
{

/// P and Q over the larger of both.
struct Shares {
    double generated, real, logLarger;
};

Shares shares(const FieldPair& at)
{
    const double larger = std::max(at.logGenerated, at.logReal);
    return {std::exp(at.logGenerated - larger), std::exp(at.logReal - larger), larger};
}

Vector combine(double p, const Vector& f, double q, const Vector& g)
{
    return {p * f[0] + q * g[0], p * f[1] + q * g[1]};
}

bool zero(const Vector& f) { return f[0] == 0 && f[1] == 0; }

} // namespace

InnerMaximum::InnerMaximum(const Loss& loss)
    : m_coefficients(realuid::coefficients(loss)), m_normalized(loss.kind == "normalized")
{
    if (loss.kind == "general" && loss.parametrisation == "beta")
        m_parametrisation = m_coefficients.beta;
}

bool InnerMaximum::unstable() const
{
    return !m_normalized && m_coefficients.gamma == 1 && m_coefficients.alpha != m_coefficients.beta;
}

Vector InnerMaximum::onGenerated(const FieldPair& at) const
{
    return combine(m_coefficients.alpha, at.difference, m_coefficients.alpha - m_coefficients.beta, at.generated);
}

InnerMaximum::Parts InnerMaximum::parts(const FieldPair& at) const
{
    const auto& [alpha, beta, gamma] = m_coefficients;
    const Vector u = onGenerated(at);
    const Vector v = combine(beta - alpha, at.teacher, 0, {});
    const Shares share = shares(at);
    const bool multipleOfP = zero(v);
    const Vector n = multipleOfP ? u : combine(share.generated, u, share.real, v);
    const double logN = multipleOfP ? at.logGenerated : share.logLarger;
    const double square = n[0] * n[0] + n[1] * n[1];
    if (m_normalized)
        return {square, logN};
    if (gamma == 1)
        return {square, 2 * logN - at.logGenerated};
    return {square / (gamma * share.generated + (1 - gamma) * share.real), 2 * logN - share.logLarger};
}

double InnerMaximum::logDistance(const FieldPair& at) const
{
    const Parts p = parts(at);
    return (m_normalized ? 0.5 : 1) * std::log(p.square) + p.logScale;
}

double InnerMaximum::distance(const FieldPair& at) const
{
    const Parts p = parts(at);
    if (p.square == 0)
        return 0;
    return (m_normalized ? std::sqrt(p.square) : p.square) * std::exp(p.logScale);
}

Vector InnerMaximum::direction(const FieldPair& at) const
{
    const Vector u = onGenerated(at);
    const Vector v = combine(m_coefficients.beta - m_coefficients.alpha, at.teacher, 0, {});
    const Shares share = shares(at);
    return zero(v) ? u : combine(share.generated, u, share.real, v);
}

Vector InnerMaximum::optimalFake(const FieldPair& at) const
{
    if (m_normalized) {
        const Vector n = direction(at);
        const double length = std::hypot(n[0], n[1]);
        return length > 0 ? Vector{n[0] / length, n[1] / length} : Vector{};
    }
    const auto& [alpha, beta, gamma] = m_coefficients;
    const double s = m_parametrisation;
    const double onP = s * gamma - alpha;
    const double onQ = s * (1 - gamma) - (beta - alpha);
    if (gamma == 1) {
        const double ratio = onQ == 0 ? 0 : std::exp(at.logReal - at.logGenerated);
        const double onTeacher = onQ == 0 ? onP : onP + onQ * ratio;
        return combine(onTeacher / s, at.teacher, beta / s, at.generated);
    }
    const Shares share = shares(at);
    const double denominator = s * (gamma * share.generated + (1 - gamma) * share.real);
    return combine((onP * share.generated + onQ * share.real) / denominator, at.teacher,
                   beta * share.generated / denominator, at.generated);
}

MarginalPair::MarginalPair(const Scene& scene, double t)
    : generated(scene.generated, scene.interpolant, t), real(scene.real, scene.interpolant, t),
      split(velocitySplit(schedule(scene.interpolant, t)))
{
}

FieldPair MarginalPair::at(const Vector& x) const
{
    return fieldPair(split, x, generated.at(x, split.rest), real.at(x, split.rest));
}

FieldPair fieldPair(const VelocitySplit& split, const Vector& x, const Marginal::Value& generated,
                    const Marginal::Value& real)
{
    return {generated.logDensity, real.logDensity, combine(split.onX, x, split.onRest, generated.field),
            combine(split.onX, x, split.onRest, real.field),
            combine(split.onRest, real.field, -split.onRest, generated.field)};
}

} // namespace realuid
