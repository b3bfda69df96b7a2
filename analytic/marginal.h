// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/schedule.h"
#include "core/api/scene.h"

#include <array>
#include <span>
#include <vector>

namespace realuid
{

/// A point or field value in one or two dimensions; in one, the second entry is 0.
using Vector = std::array<double, 2>;
/// 2 x 2, row-major; in one dimension all but the first entry are 0.
using Matrix = std::array<double, 4>;

/// Whose distribution. The teacher is the scene's own, or else the real one.
enum class Side { Real, Generated, Teacher };

/// The distribution of x_t = a x1 + b x0 + g z in closed form, for (x0, x1) ~ a mixture of Gaussians, joint or independent,
/// and z ~ N(0, I). With the blocks S11, S10, S01, S00 of component k's covariance, p_t is the mixture of N(c, V),
///     c = a m1 + b m0,   V = a^2 S11 + a b (S10 + S01) + b^2 S00 + g^2 I,
/// and every expectation given x_t is the mean over the responsibilities of
///     E_k[A x1 + B x0 + C z | x] = A m1 + B m0 + K V^{-1} (x - c),   K = A a S11 + A b S10 + B a S01 + B b S00 + C g I.
/// Use it for one time and many points. Exact at t = 0 and t = 1 and in the far tails, because responsibilities come from
/// logarithms. A constant object; any thread may read it.
class Marginal
{
public:
    /// One Gaussian of p_t on the axes of its covariance: z = axes^T (x - center), log p = logWeight - sum z^2 / 2v.
    struct Term {
        double logWeight = 0; ///< log of w_k / sum w and of the Gaussian's constant
        Vector center{};      ///< of x_t
        Vector axes0{1, 0}, axes1{0, 1};
        Vector variance{1, 1};       ///< eigenvalues of V_k
        Vector data{}, source{};     ///< means of x1 and x0
        Matrix dataCovariance{}, sourceCovariance{}, cross{}; ///< S11, S00, S10 = Cov(x1, x0)
    };

    /// `scene` must have passed check(), t lies in [0, 1].
    Marginal(const Scene& scene, Side of, double t);

    int dimension() const { return m_dimension; }
    const Schedule& schedule() const { return m_schedule; }
    std::span<const Term> terms() const { return m_terms; }

    /// A term's field: offset + y_0 slope0 + y_1 slope1, y_i = z_i / sqrt(v_i).
    struct Line {
        Vector offset{}, slope0{}, slope1{};
    };
    /// One a term.
    std::vector<Line> lines(const Target& target) const;

    struct Value {
        double logDensity = 0;
        Vector field{};
    };
    /// log p_t and the field of these lines at x.
    Value at(const Vector& x, std::span<const Line> lines) const;
    /// log p_t alone; the field is 0.
    Value at(const Vector& x) const;

    /// Trace of each term's covariance of the target given x_t, which does not depend on x; infinite where a coefficient is.
    std::vector<double> spreads(const Target& target) const;
    /// Trace of the covariance of a target given x_t = x from its lines and spreads, by the law of total variance.
    double variance(const Vector& x, std::span<const Line> lines, std::span<const double> spreads) const;

private:
    int m_dimension = 1;
    Schedule m_schedule;
    std::vector<Term> m_terms;
};

} // namespace realuid
