// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/source_average.h"

#include <Eigen/Dense>

#include <cmath>

namespace realuid
{
namespace
{

/// Nodes and weights for means over N(0, 1), by Golub and Welsch: eigenvalues of the Jacobi matrix of Hermite's polynomials and the
/// squares of its eigenvectors' first entries.
struct HermiteRule {
    Eigen::VectorXd points, weights;
    explicit HermiteRule(int order)
    {
        Eigen::MatrixXd jacobi = Eigen::MatrixXd::Zero(order, order);
        for (int i = 1; i < order; ++i)
            jacobi(i, i - 1) = jacobi(i - 1, i) = std::sqrt(i);
        const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(jacobi);
        points = solver.eigenvalues();
        weights = solver.eigenvectors().row(0).array().square().matrix().transpose();
    }
};

} // namespace

SourceOrders sourceOrders(int dimension) { return dimension == 1 ? SourceOrders{40, 30} : SourceOrders{8, 6}; }

std::vector<SourceNode> sourceNodes(const Scene& scene, int order)
{
    const HermiteRule rule(order);
    const Distribution source = sourceOf(scene.coupling, scene.dimension());
    const Eigen::Index d = scene.dimension();
    double total = 0;
    for (const Component& c : source.components)
        total += c.weight;
    std::vector<SourceNode> out;
    for (const Component& c : source.components) {
        const Eigen::MatrixXd root = Eigen::Map<const Eigen::MatrixXd>(c.covariance.data(), d, d).llt().matrixL();
        const auto mean = Eigen::Map<const Eigen::VectorXd>(c.mean.data(), d);
        for (int i = 0; i < order; ++i)
            for (int j = 0; j < (d == 2 ? order : 1); ++j) {
                Eigen::VectorXd z(d);
                z[0] = rule.points[i];
                if (d == 2)
                    z[1] = rule.points[j];
                const Eigen::VectorXd at = mean + root * z;
                out.push_back({{at.begin(), at.end()}, c.weight / total * rule.weights[i] * (d == 2 ? rule.weights[j] : 1)});
            }
    }
    return out;
}

} // namespace realuid
