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

/// log(e^r (r - 1) + 1), what q log(q/T) - q + T is over T at r = log(q/T).
double logBregman(double r)
{
    if (r > 1)
        return r + std::log(r - 1 + std::exp(-r));
    if (r < -700)
        return 0;
    if (std::abs(r) > 0.5)
        return std::log(std::exp(r) * (r - 1) + 1);
    double sum = 0, power = 0.5; // Taylor's series: r^k (k - 1) / k!
    for (int k = 2; k < 18; ++k, power *= r / k)
        sum += power * (k - 1);
    return 2 * std::log(std::abs(r)) + std::log(sum);
}

} // namespace

InnerMaximum::InnerMaximum(const Loss& loss)
    : m_coefficients(realuid::coefficients(loss)), m_normalized(loss.kind == "normalized"), m_divergence(loss.kind == "dmd")
{
    if (loss.kind == "general" && loss.parametrisation == "beta")
        m_parametrisation = m_coefficients.beta;
}

bool InnerMaximum::unstable(bool wrongTeacher) const
{
    const bool seesReal = m_coefficients.alpha != m_coefficients.beta || (wrongTeacher && m_coefficients.beta != 1);
    return !m_normalized && !m_divergence && m_coefficients.gamma == 1 && seesReal;
}

Vector InnerMaximum::onGenerated(const FieldPair& at) const
{
    return combine(m_coefficients.alpha, at.difference, m_coefficients.alpha - m_coefficients.beta, at.generated);
}

Vector InnerMaximum::onReal(const FieldPair& at) const
{
    return combine(m_coefficients.beta - m_coefficients.alpha, at.teacher, 1 - m_coefficients.beta, at.excess);
}

InnerMaximum::Parts InnerMaximum::parts(const FieldPair& at) const
{
    const auto& [alpha, beta, gamma] = m_coefficients;
    const Vector u = onGenerated(at);
    const Vector v = onReal(at);
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

double InnerMaximum::logMixtureRatio(const FieldPair& at) const
{
    const double alpha = m_coefficients.alpha;
    if (alpha == 1)
        return at.logGenerated - at.logTeacher;
    const double ratio = at.logGenerated - at.logReal;
    const double mixture =
        ratio > 0.5 ? ratio + std::log(alpha + (1 - alpha) * std::exp(-ratio)) : std::log1p(alpha * std::expm1(ratio));
    return at.logReal - at.logTeacher + mixture;
}

InnerMaximum::Gap InnerMaximum::gap(const FieldPair& at) const
{
    const Vector u = onGenerated(at);
    const Vector v = onReal(at);
    const Shares share = shares(at);
    const bool multipleOfP = zero(v);
    const Vector n = multipleOfP ? u : combine(share.generated, u, share.real, v);
    if (m_normalized) {
        const double length = std::hypot(n[0], n[1]);
        return {length > 0 ? Vector{n[0] / length, n[1] / length} : Vector{}, 0};
    }
    const double gamma = m_coefficients.gamma;
    const double logN = multipleOfP ? at.logGenerated : share.logLarger;
    if (gamma == 1)
        return {n, logN - at.logGenerated};
    const double d = gamma * share.generated + (1 - gamma) * share.real;
    return {{n[0] / d, n[1] / d}, logN - share.logLarger};
}

double InnerMaximum::logDistance(const FieldPair& at) const
{
    if (m_divergence)
        return at.logTeacher + logBregman(logMixtureRatio(at));
    const Parts p = parts(at);
    return (m_normalized ? 0.5 : 1) * std::log(p.square) + p.logScale;
}

double InnerMaximum::distance(const FieldPair& at) const
{
    if (m_divergence)
        return std::exp(logDistance(at));
    const Parts p = parts(at);
    if (p.square == 0)
        return 0;
    return (m_normalized ? std::sqrt(p.square) : p.square) * std::exp(p.logScale);
}

Vector InnerMaximum::direction(const FieldPair& at) const
{
    const Vector u = onGenerated(at);
    const Vector v = onReal(at);
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
    // f* - N / (s D), with P, Q and D over a common factor
    const auto fake = [&, b = beta](double p, double q, double d) {
        const Vector own = combine((onP * p + onQ * q) / d, at.teacher, b * p / d, at.generated);
        return zero(at.excess) ? own : combine(1, own, -(1 - b) * q / d, at.excess);
    };
    if (gamma == 1) {
        const bool seesReal = onQ != 0 || !zero(at.excess);
        return fake(1, seesReal ? std::exp(at.logReal - at.logGenerated) : 0, s);
    }
    const Shares share = shares(at);
    return fake(share.generated, share.real, s * (gamma * share.generated + (1 - gamma) * share.real));
}

LinearField modelField(const Scene& scene)
{
    const std::string_view target = modelTarget(scene);
    if (target == "score")
        return LinearField::Score;
    if (target == "data")
        return LinearField::Data;
    if (target == "noise")
        return LinearField::Noise;
    return target == "drift" ? LinearField::Drift : LinearField::Velocity;
}

FieldSplit modelSplit(const Scene& scene, double t)
{
    return split(targetOf(modelField(scene), scene.interpolant, t), schedule(scene.interpolant, t));
}

MarginalPair::MarginalPair(const Scene& scene, double t)
    : generated(scene, Side::Generated, t), real(scene, Side::Real, t), split(modelSplit(scene, t)),
      sampled(scene.loss.realTarget == "sampled"), generatedLines(generated.lines(split.rest)), realLines(real.lines(split.rest))
{
    if (scene.teacher) {
        teacher.emplace(scene, Side::Teacher, t);
        teacherLines = teacher->lines(split.rest);
    }
}

FieldPair MarginalPair::at(const Vector& x) const
{
    const Marginal::Value atReal = real.at(x, realLines);
    return fieldPair(split.onX, x, generated.at(x, generatedLines), atReal,
                     teacher ? teacher->at(x, teacherLines) : atReal, sampled);
}

FieldPair fieldPair(double onX, const Vector& x, const Marginal::Value& generated, const Marginal::Value& real,
                    const Marginal::Value& teacher, bool sampled)
{
    return {generated.logDensity,
            real.logDensity,
            teacher.logDensity,
            combine(onX, x, 1, generated.field),
            combine(onX, x, 1, teacher.field),
            combine(1, teacher.field, -1, generated.field),
            sampled ? combine(1, teacher.field, -1, real.field) : Vector{}};
}

} // namespace realuid
