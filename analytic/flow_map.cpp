// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/flow_map.h"

#include "analytic/joint_terms.h"
#include "analytic/trajectories.h"
#include "core/api/philox.h"

#include <Eigen/Dense>

#include <cmath>

namespace realuid
{
namespace
{

using Matrix2 = Eigen::Matrix<double, 2, 2, Eigen::RowMajor>;

constexpr double kSame = 1e-12; ///< relative

Eigen::Map<const Matrix2> map(const Matrix& m) { return Eigen::Map<const Matrix2>(m.data()); }

/// V^{power}, from its axes.
Matrix2 powerOf(const Marginal::Term& term, double power)
{
    const Eigen::Vector2d first(term.axes0[0], term.axes0[1]), second(term.axes1[0], term.axes1[1]);
    return std::pow(term.variance[0], power) * first * first.transpose() +
           std::pow(term.variance[1], power) * second * second.transpose();
}

bool commute(const Matrix2& a, const Matrix2& b) { return (a * b - b * a).norm() <= kSame * a.norm() * b.norm(); }

} // namespace

bool hasExactMap(const Scene& scene, Side of)
{
    const std::vector<JointTerm> terms = jointTerms(scene, of);
    if (terms.size() != 1)
        return false;
    const Matrix2 data = map(terms[0].dataCovariance), source = map(terms[0].sourceCovariance), cross = map(terms[0].cross);
    const bool symmetric = (cross - cross.transpose()).norm() <= kSame * cross.norm();
    return symmetric && commute(data, source) && commute(data, cross) && commute(source, cross);
}

FlowMap::FlowMap(const Scene& scene, Side of, double from, double to)
{
    const Marginal before(scene, of, from), after(scene, of, to);
    m_from = before.terms()[0].center;
    m_to = after.terms()[0].center;
    Eigen::Map<Matrix2>(m_matrix.data()) = powerOf(after.terms()[0], 0.5) * powerOf(before.terms()[0], -0.5);
}

Vector FlowMap::at(const Vector& x) const
{
    const double dx = x[0] - m_from[0], dy = x[1] - m_from[1];
    return {m_to[0] + m_matrix[0] * dx + m_matrix[1] * dy, m_to[1] + m_matrix[2] * dx + m_matrix[3] * dy};
}

std::vector<double> startingPoints(const Scene& scene, Side of, std::size_t n, std::int64_t seed)
{
    const Marginal marginal(scene, of, 0);
    const std::vector<JointTerm> terms = jointTerms(scene, of);
    const int d = scene.dimension();
    std::vector<double> out;
    for (std::size_t i = 0; i < n; ++i) {
        const RandomStream stream{static_cast<std::uint64_t>(seed), Purpose::Latent, 0, i};
        double z[2];
        fillNormal(stream, z, 2);
        double share = uniform(stream.block(1)[0]);
        std::size_t k = 0;
        while (k + 1 < terms.size() && share >= terms[k].weight)
            share -= terms[k++].weight;
        const Marginal::Term& term = marginal.terms()[k];
        const double y0 = std::sqrt(term.variance[0]) * z[0], y1 = std::sqrt(term.variance[1]) * z[1];
        out.push_back(term.center[0] + y0 * term.axes0[0] + (d == 2 ? y1 * term.axes1[0] : 0));
        if (d == 2)
            out.push_back(term.center[1] + y0 * term.axes0[1] + y1 * term.axes1[1]);
    }
    return out;
}

} // namespace realuid
