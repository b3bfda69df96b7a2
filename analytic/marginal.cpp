// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/marginal.h"

#include "analytic/joint_terms.h"

#include <Eigen/Dense>

#include <cmath>
#include <limits>
#include <numbers>

namespace realuid
{
namespace
{

constexpr double kLeastVariance = 1e-280; ///< where x_t is certain: t = 0 given x0

using Matrix2 = Eigen::Matrix<double, 2, 2, Eigen::RowMajor>;

Eigen::Map<const Matrix2> map(const Matrix& m) { return Eigen::Map<const Matrix2>(m.data()); }

Eigen::Vector2d toEigen(const Vector& v) { return {v[0], v[1]}; }

Vector toVector(const Eigen::Vector2d& v) { return {v[0], v[1]}; }

/// An infinite coefficient does not act on what is 0.
template <class M>
M scaled(double factor, const M& m)
{
    return m.unaryExpr([factor](double entry) { return entry == 0 ? 0.0 : factor * entry; });
}

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

/// Eigenvalues and axes of V; rounding must not turn a covariance that passed check() into one without a density.
void setAxes(Marginal::Term& term, const Matrix2& v, int dimension)
{
    if (dimension == 1) {
        term.variance[0] = std::max(v(0, 0), kLeastVariance);
        return;
    }
    const Eigen::SelfAdjointEigenSolver<Matrix2> solver(v);
    const double most = std::max(solver.eigenvalues()[1], kLeastVariance);
    term.variance = {std::max(solver.eigenvalues()[0], std::numeric_limits<double>::epsilon() * most), most};
    term.axes0 = toVector(solver.eigenvectors().col(0));
    term.axes1 = toVector(solver.eigenvectors().col(1));
}

Marginal::Term makeTerm(const JointTerm& joint, const Schedule& s, int dimension)
{
    Marginal::Term term;
    term.data = joint.data;
    term.source = joint.source;
    term.dataCovariance = joint.dataCovariance;
    term.sourceCovariance = joint.sourceCovariance;
    term.cross = joint.cross;
    term.center = toVector(s.a * toEigen(joint.data) + s.b * toEigen(joint.source));
    const auto cross = map(joint.cross);
    const Matrix2 v = s.a * s.a * map(joint.dataCovariance) + s.a * s.b * (cross + cross.transpose()) +
                      s.b * s.b * map(joint.sourceCovariance) + s.g * s.g * map(identity(dimension));
    setAxes(term, v, dimension);
    term.logWeight = std::log(joint.weight);
    for (std::size_t i = 0; i < static_cast<std::size_t>(dimension); ++i)
        term.logWeight -= 0.5 * std::log(2 * std::numbers::pi * term.variance[i]);
    return term;
}

/// Covariance of the target with x_t: K of the class's comment; for the score -I, which makes the field -V^{-1} (x - c).
Matrix2 withPoint(const Marginal::Term& term, const Target& target, const Schedule& s, int dimension)
{
    const Matrix2 one = map(identity(dimension));
    if (target.score)
        return -one;
    const auto cross = map(term.cross);
    return target.onData * (s.a * map(term.dataCovariance) + s.b * cross) +
           scaled(target.onSource, Matrix2(s.a * cross.transpose())) + target.sourceProduct * map(term.sourceCovariance) +
           target.noiseProduct * one;
}

Marginal::Line lineOf(const Marginal::Term& term, const Target& target, const Schedule& s, int dimension)
{
    const Matrix2 k = withPoint(term, target, s, dimension);
    const Eigen::Vector2d offset = target.onData * toEigen(term.data) + scaled(target.onSource, toEigen(term.source));
    return {toVector(offset), toVector(k * toEigen(term.axes0) / std::sqrt(term.variance[0])),
            toVector(k * toEigen(term.axes1) / std::sqrt(term.variance[1]))};
}

/// Trace of the covariance of what x_t leaves open, A x1 + B x0 + C z - K V^{-1} x_t: a sum of squares, so that nothing cancels.
double spreadOf(const Marginal::Term& term, const Target& target, const Schedule& s, int dimension)
{
    if (!std::isfinite(target.onSource) || !std::isfinite(target.onNoise))
        return std::numeric_limits<double>::infinity();
    const Matrix2 one = map(identity(dimension));
    const Eigen::Vector2d first = toEigen(term.axes0), second = toEigen(term.axes1);
    const Matrix2 gain = withPoint(term, target, s, dimension) *
                         (first * first.transpose() / term.variance[0] + second * second.transpose() / term.variance[1]);
    const Matrix2 onData = target.onData * one - s.a * gain;
    const Matrix2 onSource = target.onSource * one - s.b * gain;
    const Matrix2 onNoise = target.onNoise * one - s.g * gain;
    return (onData * map(term.dataCovariance) * onData.transpose() +
            2 * onData * map(term.cross) * onSource.transpose() +
            onSource * map(term.sourceCovariance) * onSource.transpose() + onNoise * onNoise.transpose())
        .trace();
}

Vector fieldOf(const Marginal::Term& term, const Marginal::Line& line, const Vector& x)
{
    const Vector z = onAxes(term, x);
    const double y0 = z[0] / std::sqrt(term.variance[0]), y1 = z[1] / std::sqrt(term.variance[1]);
    return {line.offset[0] + y0 * line.slope0[0] + y1 * line.slope1[0],
            line.offset[1] + y0 * line.slope0[1] + y1 * line.slope1[1]};
}

} // namespace

Marginal::Marginal(const Scene& scene, Side of, double t)
    : m_dimension(scene.dimension()), m_schedule(realuid::schedule(scene.interpolant, t))
{
    for (const JointTerm& joint : jointTerms(scene, of))
        m_terms.push_back(makeTerm(joint, m_schedule, m_dimension));
}

std::vector<Marginal::Line> Marginal::lines(const Target& target) const
{
    std::vector<Line> out;
    for (const Term& term : m_terms)
        out.push_back(lineOf(term, target, m_schedule, m_dimension));
    return out;
}

Marginal::Value Marginal::at(const Vector& x, std::span<const Line> lines) const
{
    if (m_terms.size() == 1)
        return {logTerm(m_terms[0], x), fieldOf(m_terms[0], lines[0], x)};
    const double largest = largestLogTerm(m_terms, x);
    double sum = 0;
    Vector total{};
    for (std::size_t k = 0; k < m_terms.size(); ++k) {
        const double share = std::exp(logTerm(m_terms[k], x) - largest);
        const Vector f = fieldOf(m_terms[k], lines[k], x);
        sum += share;
        total[0] += share * f[0];
        total[1] += share * f[1];
    }
    return {largest + std::log(sum), {total[0] / sum, total[1] / sum}};
}

Marginal::Value Marginal::at(const Vector& x) const
{
    const double largest = largestLogTerm(m_terms, x);
    double sum = 0;
    for (const Term& term : m_terms)
        sum += std::exp(logTerm(term, x) - largest);
    return {largest + std::log(sum), {}};
}

std::vector<double> Marginal::spreads(const Target& target) const
{
    std::vector<double> out;
    for (const Term& term : m_terms)
        out.push_back(spreadOf(term, target, m_schedule, m_dimension));
    return out;
}

double Marginal::variance(const Vector& x, std::span<const Line> lines, std::span<const double> spreads) const
{
    const double largest = largestLogTerm(m_terms, x);
    const Vector mean = at(x, lines).field;
    double sum = 0, total = 0;
    for (std::size_t k = 0; k < m_terms.size(); ++k) {
        const double share = std::exp(logTerm(m_terms[k], x) - largest);
        const Vector f = fieldOf(m_terms[k], lines[k], x);
        const double between = (f[0] - mean[0]) * (f[0] - mean[0]) + (f[1] - mean[1]) * (f[1] - mean[1]);
        sum += share;
        total += share * (spreads[k] + between);
    }
    return total / sum;
}

} // namespace realuid
