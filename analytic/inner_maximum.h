// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytic/marginal.h"

#include <optional>

namespace realuid
{

/// What the inner maximum sees at one point: log P = log p_theta,t(x), log Q = log p*_t(x), f^theta, the teacher f*,
/// f* - f^theta, which cannot be had from both without loss where they are nearly equal, and by how much the teacher
/// exceeds the field that real data have: 0 where it is theirs.
struct FieldPair {
    double logGenerated = 0, logReal = 0, logTeacher = 0; ///< the last is log Q unless the scene has a teacher of its own
    Vector generated{}, teacher{}, difference{}, excess{};
};

/// The closed form of max over fake models, at one time (math of Lemmas 1 to 3 and Appendix A.4). With
///     N(x) = P u + Q v,   u = alpha (f* - f^theta) + (alpha - beta) f^theta,   v = (beta - alpha) f* + (1 - beta) (f* - f_real),
///     D = gamma P + (1 - gamma) Q
/// the distance's integrand is |N|^2 / D (uid, realuid: gamma = alpha) or |N| (normalized), whatever the
/// parametrisation of d, because the maximum over d does not depend on how d is written in f. Everything is evaluated in
/// logarithms with max(P, Q) factored out, and a factor P that N or D has for all x (alpha = beta, gamma = 1) apart,
/// so that it is exact where P and Q underflow. A constant object; any thread may use it.
///
/// dmd is no min-max game and has no such maximum. Its fake model is that of realuid on scores; its integrand is that of
/// KL(q || T), q = alpha P + (1 - alpha) Q and T the teacher's density, in the form q log(q/T) - q + T, which is nowhere
/// negative.
class InnerMaximum
{
public:
    /// `loss` must have passed check().
    explicit InnerMaximum(const Loss& loss);

    /// log l(t, x); -inf where N = 0. +inf never occurs for finite fields.
    double logDistance(const FieldPair& at) const;
    /// l(t, x); 0 below the range of double, +inf above it.
    double distance(const FieldPair& at) const;
    /// f* - N / (s D) with s = 1, or beta in the parametrisation `beta`; for normalized the unit direction N/|N| (0
    /// where N = 0), all that its optimum determines. Not finite where gamma = 1, beta != alpha and Q/P overflows.
    Vector optimalFake(const FieldPair& at) const;
    /// N over a positive factor: its direction and, in 1-D, its sign.
    Vector direction(const FieldPair& at) const;

    /// d = f* - f_opt (times s in the parametrisation `beta`) as value x exp(logScale), which holds where d itself leaves the
    /// range of double; for normalized N/|N|.
    struct Gap {
        Vector value{};
        double logScale = 0;
    };
    Gap gap(const FieldPair& at) const;
    /// log(q / T) of dmd.
    double logMixtureRatio(const FieldPair& at) const;

    bool normalized() const { return m_normalized; }
    bool divergence() const { return m_divergence; } ///< dmd
    const Coefficients& coefficients() const { return m_coefficients; }
    /// True where D = P but N is not a multiple of P: the integrand goes as Q^2/P on uncovered real data.
    /// `wrongTeacher`: f* may differ from f_real.
    bool unstable(bool wrongTeacher = false) const;

private:
    struct Parts {
        double square = 0;    ///< |N|^2 / D (|N|^2 for normalized), over exp(logScale) (exp(2 logScale))
        double logScale = 0;
    };
    Parts parts(const FieldPair& at) const;
    Vector onGenerated(const FieldPair& at) const; ///< u
    Vector onReal(const FieldPair& at) const;      ///< v

    Coefficients m_coefficients;
    double m_parametrisation = 1; ///< s
    bool m_normalized = false, m_divergence = false;
};

/// Both marginals at one time, and the teacher's where it is not the real one, as the inner maximum wants them. The
/// field is what the scene's models learn (modelTarget()).
struct MarginalPair {
    Marginal generated, real;
    std::optional<Marginal> teacher;
    FieldSplit split;
    bool sampled = true; ///< real targets are sampled, not the teacher's
    std::vector<Marginal::Line> generatedLines, realLines, teacherLines; ///< of the split's rest
    MarginalPair(const Scene& scene, double t);
    FieldPair at(const Vector& x) const;
    /// The teacher may differ from what real data teach.
    bool wrongTeacher() const { return sampled && teacher.has_value(); }
};

/// The field that the scene's models learn.
LinearField modelField(const Scene& scene);
FieldSplit modelSplit(const Scene& scene, double t);

/// Makes the pair from log densities and the rests of the split fields; `teacher` is `real` where the real
/// distribution is the teacher.
FieldPair fieldPair(double onX, const Vector& x, const Marginal::Value& generated, const Marginal::Value& real,
                    const Marginal::Value& teacher, bool sampled);

} // namespace realuid
