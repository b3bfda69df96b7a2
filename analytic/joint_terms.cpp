// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/joint_terms.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <limits>

namespace realuid
{
namespace
{

Vector vectorAt(const Component& c, std::size_t from, std::size_t d)
{
    return {c.mean[from], d == 2 ? c.mean[from + 1] : 0};
}

/// The block of rows `row` ... and columns `column` ... of a covariance with `side` rows.
Matrix blockAt(const Component& c, std::size_t row, std::size_t column, std::size_t d, std::size_t side)
{
    const auto entry = [&](std::size_t i, std::size_t j) { return c.covariance[(row + i) * side + column + j]; };
    if (d == 1)
        return {entry(0, 0), 0, 0, 0};
    return {entry(0, 0), entry(0, 1), entry(1, 0), entry(1, 1)};
}

std::vector<JointTerm> ofJoint(const Distribution& joint, std::size_t d)
{
    std::vector<JointTerm> out;
    for (const Component& c : joint.components)
        out.push_back({c.weight, vectorAt(c, d, d), vectorAt(c, 0, d), blockAt(c, d, d, d, 2 * d),
                       blockAt(c, 0, 0, d, 2 * d), blockAt(c, d, 0, d, 2 * d)});
    return out;
}

std::vector<JointTerm> ofProduct(const Distribution& data, const Distribution& source, std::size_t d)
{
    std::vector<JointTerm> out;
    for (const Component& one : data.components) {
        const Vector mean = vectorAt(one, 0, d);
        const Matrix covariance = blockAt(one, 0, 0, d, d);
        if (source.components.empty())
            out.push_back({one.weight, mean, {}, covariance, identity(static_cast<int>(d)), {}});
        for (const Component& other : source.components)
            out.push_back({one.weight * other.weight, mean, vectorAt(other, 0, d), covariance, blockAt(other, 0, 0, d, d), {}});
    }
    return out;
}

using Dense = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// The distribution of x1 given x0; weights relative to the largest.
Distribution givenSource(const Distribution& joint, const Eigen::VectorXd& x0)
{
    const Eigen::Index d = x0.size();
    Distribution out;
    std::vector<double> logWeights;
    for (const Component& c : joint.components) {
        const Eigen::Map<const Dense> covariance(c.covariance.data(), 2 * d, 2 * d);
        const Eigen::Map<const Eigen::VectorXd> mean(c.mean.data(), 2 * d);
        const Eigen::LLT<Dense> source(covariance.topLeftCorner(d, d));
        const Eigen::VectorXd from = x0 - mean.head(d);
        const Eigen::VectorXd mean1 = mean.tail(d) + covariance.bottomLeftCorner(d, d) * source.solve(from);
        const Dense left = covariance.bottomRightCorner(d, d) -
                           covariance.bottomLeftCorner(d, d) * source.solve(Dense(covariance.topRightCorner(d, d)));
        const Dense symmetric = 0.5 * (left + left.transpose());
        logWeights.push_back(std::log(c.weight) - 0.5 * from.dot(source.solve(from)) - Dense(source.matrixL()).diagonal().array().log().sum());
        out.components.push_back({1, {mean1.begin(), mean1.end()}, {symmetric.data(), symmetric.data() + d * d}});
    }
    const double largest = *std::max_element(logWeights.begin(), logWeights.end());
    for (std::size_t k = 0; k < logWeights.size(); ++k)
        out.components[k].weight = std::max(std::exp(logWeights[k] - largest), std::numeric_limits<double>::min());
    return out;
}

} // namespace

Scene givenSource(const Scene& scene, const std::vector<double>& x0)
{
    Scene out = scene;
    out.conditional = false;
    const Eigen::VectorXd at = Eigen::Map<const Eigen::VectorXd>(x0.data(), static_cast<Eigen::Index>(x0.size()));
    if (scene.coupling.isJoint())
        out.real = givenSource(scene.coupling.joint, at);
    if (scene.generatedCoupling.isJoint())
        out.generated = givenSource(scene.generatedCoupling.joint, at);
    out.coupling = out.generatedCoupling = {"independent", gaussian(x0, std::vector<double>(x0.size() * x0.size())), {}};
    return out;
}

Matrix identity(int dimension) { return {1, 0, 0, dimension == 2 ? 1.0 : 0.0}; }

std::vector<JointTerm> jointTerms(const Scene& scene, Side of)
{
    if (scene.conditional)
        return jointTerms(givenSource(scene, heldSource(scene)), of);
    const auto d = static_cast<std::size_t>(scene.dimension());
    const Coupling& coupling = of == Side::Generated ? scene.generatedCoupling : scene.coupling;
    const Distribution& teacher = scene.teacher ? *scene.teacher : scene.real;
    const Distribution& data = of == Side::Generated ? scene.generated : of == Side::Teacher ? teacher : scene.real;
    std::vector<JointTerm> out = coupling.isJoint() ? ofJoint(coupling.joint, d) : ofProduct(data, coupling.source, d);
    double total = 0;
    for (const JointTerm& term : out)
        total += term.weight;
    for (JointTerm& term : out)
        term.weight /= total;
    return out;
}

} // namespace realuid
