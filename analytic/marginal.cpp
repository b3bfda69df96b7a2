// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/marginal.h"

#include <Eigen/Eigenvalues>

#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>

namespace realuid
{
namespace
{

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor, 2, 2>;

/// x - center on the axes of the covariance.
Vector onAxes(const Marginal::Term& term, const Vector& x)
{
    const double dx = x[0] - term.center[0];
    const double dy = x[1] - term.center[1];
    return {term.axes0[0] * dx + term.axes0[1] * dy, term.axes1[0] * dx + term.axes1[1] * dy};
}

double logTerm(const Marginal::Term& term, const Vector& x)
{
    const Vector z = onAxes(term, x);
    return term.logWeight - 0.5 * (z[0] * z[0] / term.variance[0] + z[1] * z[1] / term.variance[1]);
}

double largestLogTerm(std::span<const Marginal::Term> terms, const Vector& x)
{
    double largest = -std::numeric_limits<double>::infinity();
    for (const Marginal::Term& term : terms)
        largest = std::max(largest, logTerm(term, x));
    return largest;
}

Marginal::Term makeTerm(const Component& component, double totalWeight, const Schedule& s)
{
    const auto d = static_cast<Eigen::Index>(component.mean.size());
    const Eigen::Map<const Matrix> covariance(component.covariance.data(), d, d);
    const Eigen::SelfAdjointEigenSolver<Matrix> solver(covariance);
    Marginal::Term term;
    term.logWeight = std::log(component.weight / totalWeight);
    for (Eigen::Index i = 0; i < d; ++i) {
        const auto k = static_cast<std::size_t>(i);
        // Rounding must not turn a covariance that passed check() into one without a density at t = 1.
        const double least = std::numeric_limits<double>::epsilon() * solver.eigenvalues()[d - 1];
        term.spread[k] = std::max(solver.eigenvalues()[i], least);
        term.variance[k] = s.a * s.a * term.spread[k] + s.b * s.b;
        term.mean[k] = component.mean[k];
        term.center[k] = s.a * component.mean[k];
        term.logWeight -= 0.5 * std::log(2 * std::numbers::pi * term.variance[k]);
    }
    if (d == 2) {
        term.axes0 = {solver.eigenvectors()(0, 0), solver.eigenvectors()(1, 0)};
        term.axes1 = {solver.eigenvectors()(0, 1), solver.eigenvectors()(1, 1)};
    }
    return term;
}

} // namespace

Schedule schedule(const Interpolant&, double t) { return {t, 1 - t, 1, -1}; }

VelocitySplit velocitySplit(const Schedule& s)
{
    const double determinant = s.da * s.b - s.db * s.a;
    if (s.a >= s.b)
        return {LinearField::Noise, s.da / s.a, -determinant / s.a};
    return {LinearField::Data, s.db / s.b, determinant / s.b};
}

Marginal::Marginal(const Distribution& distribution, const Interpolant& interpolant, double t)
    : m_dimension(distribution.dimension()), m_schedule(schedule(interpolant, t))
{
    assert(m_dimension == 1 || m_dimension == 2);
    double total = 0;
    for (const Component& component : distribution.components)
        total += component.weight;
    for (const Component& component : distribution.components)
        m_terms.push_back(makeTerm(component, total, m_schedule));
}

Marginal::Line Marginal::line(const Term& term, LinearField field) const
{
    const auto& [a, b, da, db] = m_schedule;
    double onData = 0, onNoise = 0; // A and B of A x1 + B x0
    switch (field) {
    case LinearField::Velocity: onData = da, onNoise = db; break;
    case LinearField::Score: return {{}, {-1 / term.variance[0], -1 / term.variance[1]}};
    case LinearField::Data: onData = 1; break;
    case LinearField::Noise: onNoise = 1; break;
    }
    Line line;
    for (std::size_t i = 0; i < 2; ++i) {
        line.offset[i] = onData * term.mean[i];
        line.slope[i] = (onData * a * term.spread[i] + onNoise * b) / term.variance[i];
    }
    return line;
}

Vector Marginal::componentField(const Term& term, LinearField field, const Vector& x) const
{
    const Line l = line(term, field);
    const Vector z = onAxes(term, x);
    return {l.offset[0] + l.slope[0] * z[0] * term.axes0[0] + l.slope[1] * z[1] * term.axes1[0],
            l.offset[1] + l.slope[0] * z[0] * term.axes0[1] + l.slope[1] * z[1] * term.axes1[1]};
}

Marginal::Value Marginal::at(const Vector& x, LinearField field) const
{
    if (m_terms.size() == 1)
        return {logTerm(m_terms[0], x), componentField(m_terms[0], field, x)};
    const double largest = largestLogTerm(m_terms, x);
    double sum = 0;
    Vector total{};
    for (const Term& term : m_terms) {
        const double share = std::exp(logTerm(term, x) - largest);
        const Vector f = componentField(term, field, x);
        sum += share;
        total[0] += share * f[0];
        total[1] += share * f[1];
    }
    return {largest + std::log(sum), {total[0] / sum, total[1] / sum}};
}

double Marginal::targetVariance(const Vector& x) const
{
    const auto& [a, b, da, db] = m_schedule;
    const double determinant = (da * b - db * a) * (da * b - db * a);
    const double largest = largestLogTerm(m_terms, x);
    const Vector mean = at(x, LinearField::Velocity).field;
    double sum = 0, total = 0;
    for (const Term& term : m_terms) {
        const double share = std::exp(logTerm(term, x) - largest);
        const Vector f = componentField(term, LinearField::Velocity, x);
        double within = determinant * term.spread[0] / term.variance[0];
        if (m_dimension == 2)
            within += determinant * term.spread[1] / term.variance[1];
        const double between = (f[0] - mean[0]) * (f[0] - mean[0]) + (f[1] - mean[1]) * (f[1] - mean[1]);
        sum += share;
        total += share * (within + between);
    }
    return total / sum;
}

} // namespace realuid
