// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/distribution.h"
#include "core/api/philox.h"

namespace realuid::game
{

/// A point or field value in one or two dimensions; in one, the second entry is 0.
using Point = std::array<double, 2>;

/// A mixture of Gaussians under the linear path x_t = t x1 + (1 - t) x0, x0 ~ N(0, I): the exact teacher of the game, and
/// the source of its real samples. For one point at its own time; `realuid_analytic` has the same for many points of one
/// time. With S_k = U_k diag(l_k) U_k^T component k's part of the velocity is (math.md section 2)
///   f_k(x) = m_k + U_k diag((t l_k - (1 - t)) / v_k) U_k^T (x - t m_k),   v_k = t^2 l_k + (1 - t)^2,
/// and the parts are mixed by the responsibilities r_k of N(t m_k, U_k diag(v_k) U_k^T). t lies in [0, 1). Constant.
class MixtureField
{
public:
    /// `distribution` must have passed check().
    explicit MixtureField(const Distribution& distribution);

    int dimension() const { return m_dimension; }

    struct Value {
        Point field{};         ///< v(t, x)
        double logDensity = 0; ///< log p_t(x)
    };
    Value at(const Point& x, double t) const;
    /// v at points, each at its own time.
    std::vector<Point> fieldAt(const std::vector<Point>& x, const std::vector<double>& t) const;

    /// J^T g, J the Jacobian of v(t, .) at x: with s_k the score of component k,
    ///   J^T g = sum_k r_k { K_k g + <f_k - v, g> s_k },   K_k = U_k diag((t l_k - (1 - t)) / v_k) U_k^T.
    Point pullBack(const Point& x, double t, const Point& g) const;

    Point mean() const;

    /// The sample of one stream: its normals, and a pick far up in the same stream's sample index.
    Point sample(const RandomStream& stream) const;

    /// How many of the components at least a fifth of their fair share of `points` lies within three standard deviations
    /// of, as the component's ellipse measures them.
    int modesCovered(const std::vector<Point>& points) const;
    /// The component that has the largest density at a sample, counted from 0.
    int modeOf(const Point& x) const;
    int modes() const { return static_cast<int>(m_terms.size()); }

private:
    struct Term {
        double share = 1; ///< of the mixture
        double logShare = 0;
        double edge = 1;  ///< sum of the shares up to this one
        Point mean{}, spread{1, 1}, axis0{1, 0}, axis1{0, 1};
    };
    struct Part {
        double logDensity;
        Point slope, field, score; ///< slope of the field on the axes
    };
    Part part(const Term& term, const Point& x, double t) const;

    int m_dimension = 1;
    std::vector<Term> m_terms;
};

} // namespace realuid::game
