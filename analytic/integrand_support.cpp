// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/integrand_support.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace realuid
{
namespace
{

constexpr double kNear = 1e-12;      ///< relative difference that counts as none
constexpr int kDirections = 720;     ///< in which a plane's tails are compared

Eigen::Vector2d toEigen(const Vector& v) { return {v[0], v[1]}; }

/// Inverse covariance; in one dimension the idle second axis has variance 1.
Eigen::Matrix2d precision(const Marginal::Term& term)
{
    const Eigen::Vector2d first = toEigen(term.axes0), second = toEigen(term.axes1);
    return first * first.transpose() / term.variance[0] + second * second.transpose() / term.variance[1];
}

Blob blobOf(const Eigen::Vector2d& center, const Eigen::Matrix2d& covariance, double finest)
{
    return {{center[0], center[1]}, {std::sqrt(covariance(0, 0)), std::sqrt(covariance(1, 1))}, finest};
}

/// A component's finest scale; the idle axis of one dimension does not count.
double finestOf(const Marginal::Term& term, int dimension)
{
    return std::sqrt(dimension == 2 ? std::min(term.variance[0], term.variance[1]) : term.variance[0]);
}

/// Where Q_k^2 / P lies: below Q_k^2 / P_j for every j, so the nearest of those that are Gaussian bounds it.
void addQuotient(const Marginal::Term& real, const Marginal& generated, std::vector<Blob>& out)
{
    const Eigen::Matrix2d q = precision(real);
    double nearest = std::numeric_limits<double>::infinity();
    Blob best;
    for (const Marginal::Term& term : generated.terms()) {
        const Eigen::Matrix2d p = precision(term);
        const Eigen::Matrix2d m = 2 * q - p;
        if (!(m(0, 0) > 0 && m.determinant() > 0))
            continue;
        const Eigen::Matrix2d w = m.inverse();
        const Eigen::Vector2d center = w * (2 * q * toEigen(real.center) - p * toEigen(term.center));
        const double reach = (center - toEigen(real.center)).norm() + 9 * std::sqrt(w.trace());
        if (reach < nearest) {
            nearest = reach;
            best = blobOf(center, w, finestOf(real, generated.dimension()) / std::numbers::sqrt2);
        }
    }
    if (std::isfinite(nearest))
        out.push_back(best);
}

/// The slowest fall of a mixture along a direction: -log p ~ quadratic r^2 / 2 - linear r.
struct Tail {
    double quadratic = std::numeric_limits<double>::infinity();
    double linear = 0;
};

Tail tail(const Marginal& marginal, const Eigen::Vector2d& direction)
{
    Tail slowest;
    for (const Marginal::Term& term : marginal.terms()) {
        const Eigen::Matrix2d p = precision(term);
        const double quadratic = direction.dot(p * direction);
        const double linear = direction.dot(p * toEigen(term.center));
        const bool tie = std::abs(quadratic - slowest.quadratic) <= kNear * quadratic;
        if (tie ? linear > slowest.linear : quadratic < slowest.quadratic)
            slowest = {quadratic, linear};
    }
    return slowest;
}

bool divergesAlong(const MarginalPair& pair, const Eigen::Vector2d& direction)
{
    const Tail p = tail(pair.generated, direction), q = tail(pair.real, direction);
    const double quadratic = 2 * q.quadratic - p.quadratic;
    if (std::abs(quadratic) > kNear * p.quadratic)
        return quadratic < 0;
    return 2 * q.linear - p.linear >= 0;
}

} // namespace

void appendBlobs(const Marginal& marginal, std::vector<Blob>& out)
{
    for (const Marginal::Term& term : marginal.terms())
        out.push_back(blobOf(toEigen(term.center), precision(term).inverse(), finestOf(term, marginal.dimension())));
}

std::vector<Blob> blobs(const MarginalPair& pair, const InnerMaximum& maximum)
{
    std::vector<Blob> out;
    for (const Marginal* marginal : {&pair.generated, &pair.real, pair.teacher ? &*pair.teacher : &pair.real})
        appendBlobs(*marginal, out);
    if (maximum.unstable(pair.wrongTeacher()))
        for (const Marginal::Term& term : pair.real.terms())
            addQuotient(term, pair.generated, out);
    return out;
}

bool diverges(const MarginalPair& pair, const InnerMaximum& maximum)
{
    if (!maximum.unstable(pair.wrongTeacher()))
        return false;
    if (pair.real.dimension() == 1)
        return divergesAlong(pair, {1, 0}) || divergesAlong(pair, {-1, 0});
    for (int i = 0; i < kDirections; ++i) {
        const double angle = 2 * std::numbers::pi * i / kDirections;
        if (divergesAlong(pair, {std::cos(angle), std::sin(angle)}))
            return true;
    }
    return false;
}

} // namespace realuid
