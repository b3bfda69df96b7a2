// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/scene.h"

#include <array>
#include <span>
#include <vector>

namespace realuid
{

/// A point or field value in one or two dimensions; in one, the second entry is 0.
using Vector = std::array<double, 2>;

/// a(t), b(t) of x_t = a x1 + b x0, and their derivatives, which make the velocity's target da x1 + db x0.
struct Schedule {
    double a = 0, b = 1, da = 1, db = -1;
};
Schedule schedule(const Interpolant& interpolant, double t);

/// Conditional expectations that are linear in x for each Gaussian component.
enum class LinearField {
    Velocity, ///< E[da x1 + db x0 | x_t]
    Score,    ///< grad log p_t
    Data,     ///< E[x1 | x_t]
    Noise,    ///< E[x0 | x_t]
};

/// The velocity written as onX x + onRest E, where E is the posterior mean of the noise (towards data) or of the data
/// (towards noise). Two velocities at one x differ by onRest times the difference of their E, which stays exact where
/// both tend to the same onX x, at t = 0 and t = 1.
struct VelocitySplit {
    LinearField rest = LinearField::Noise;
    double onX = 0, onRest = 0;
};
VelocitySplit velocitySplit(const Schedule& schedule);

/// The distribution of x_t = a x1 + b x0 for x1 ~ a Gaussian mixture and x0 ~ N(0, I) independent, in closed form:
/// p_t is the mixture of N(a m_k, V_k), V_k = a^2 S_k + b^2 I, and every expectation given x_t is the mean over the
/// responsibilities of
///     E_k[A x1 + B x0 | x] = A m_k + (A a S_k + B b I) V_k^{-1} (x - a m_k),
///     Cov_k[da x1 + db x0 | x] = (da b - db a)^2 S_k V_k^{-1}.
/// Use it for one time and many points. Exact at t = 0 (where p is noise) and t = 1 (where E[x0 | x_t] = 0) and in
/// the far tails, because responsibilities come from logarithms. A constant object; any thread may read it.
class Marginal
{
public:
    /// One Gaussian of p_t on the axes of its covariance: z = axes^T (x - center), log p = logWeight - sum z^2 / 2v.
    struct Term {
        double logWeight = 0; ///< log of w_k / sum w and of the Gaussian's constant
        Vector mean{};        ///< of x1
        Vector center{};      ///< of x_t
        Vector axes0{1, 0}, axes1{0, 1};
        Vector spread{1, 1};   ///< eigenvalues of S_k
        Vector variance{1, 1}; ///< eigenvalues of V_k
    };

    /// `distribution` must have passed check(), t lies in [0, 1].
    Marginal(const Distribution& distribution, const Interpolant& interpolant, double t);

    int dimension() const { return m_dimension; }
    std::span<const Term> terms() const { return m_terms; }

    struct Value {
        double logDensity = 0;
        Vector field{};
    };
    /// log p_t and one field at x.
    Value at(const Vector& x, LinearField field = LinearField::Velocity) const;

    /// Trace of the covariance of da x1 + db x0 given x_t = x, by the law of total variance.
    double targetVariance(const Vector& x) const;

    /// A term's field is offset + (sum over its axes of slope_i z_i axis_i).
    struct Line {
        Vector offset{}, slope{};
    };
    Line line(const Term& term, LinearField field) const;

private:
    Vector componentField(const Term& term, LinearField field, const Vector& x) const;

    int m_dimension = 1;
    Schedule m_schedule;
    std::vector<Term> m_terms;
};

} // namespace realuid
