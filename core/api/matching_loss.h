// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/loss.h"

#include <utility>

/// The losses of the min-max game, once for every array type. The game's value is (math.md section 3)
///   V = E_generated { -gamma |d|^2 + 2 <d, alpha f* - beta u> }
///     + E_real      { -(1-gamma) |d|^2 + 2 <d, (1-alpha) f* - (1-beta) u> },   d = f* - f,   u = x1 - x0,
/// which the generator minimises and the fake model f maximises; f* is the teacher. Losses here are what an update
/// MINIMISES: sums over pixels, means over the batch. They come with their cotangents, the derivatives by the values of
/// the fields and by u; autograd, or a small network's own backward pass, takes them on to weights.
namespace realuid
{

/// What an array type A [batch, pixels...] must offer besides + - and multiplication by a double:
///   dot(a, b)          the sum over all entries of a b, in double precision where it can be
///   rowDot(a, b)       the same for each sample
///   scaleRows(a, rows) each sample times its number
///   inverseRoot(rows)  1 / sqrt(r), and 0 where r is 0
template <class A>
struct ArrayOps;

/// Which formulas a Loss means.
struct LossForm {
    enum class Kind {
        Distance,   ///< uid, realuid, sid: squared distances to scaled targets; the fake model's turn needs no teacher
        Explicit,   ///< general: V as it stands above
        Normalized, ///< A.4: d is the unit direction, and V has neither the quadratic term nor the factor 2
        Divergence  ///< dmd (A.5): the fake model's turn is that of Distance, the generator's divergenceTerm()
    };
    Kind kind = Kind::Distance;
    Coefficients c;
    double scale = 1;           ///< d = scale (f* - f): beta in the parametrisation of that name
    double quadratic = 1;       ///< of the generator's turn on generated data: 2 alpha_sid for sid (A.3)
    bool teacherTarget = false; ///< under real data, f* takes the place of u

    /// Whether the fake model's turn looks at real points at all: not where all their weights are zero.
    bool usesReal() const
    {
        return c.alpha != 1 || c.beta != 1 || (kind == Kind::Explicit && c.gamma != 1);
    }
    /// Whether the fake model's turn needs the teacher's values at generated and at real points.
    bool fakeTurnUsesTeacher() const { return kind == Kind::Explicit || kind == Kind::Normalized; }
    bool fakeTurnUsesTeacherOnReal() const { return fakeTurnUsesTeacher() || teacherTarget; }
};

inline LossForm lossForm(const Loss& loss)
{
    using Kind = LossForm::Kind;
    LossForm form;
    form.kind = loss.kind == "general"      ? Kind::Explicit
                : loss.kind == "normalized" ? Kind::Normalized
                : loss.kind == "dmd"        ? Kind::Divergence
                                            : Kind::Distance;
    form.c = coefficients(loss);
    form.quadratic = generatorQuadratic(loss);
    form.scale = loss.kind == "general" && loss.parametrisation == "beta" ? loss.beta : 1;
    form.teacherTarget = loss.realTarget == "teacher";
    return form;
}

/// One expectation's part of a loss, already divided by the batch, with its cotangents.
template <class A>
struct LossTerm {
    decltype(ArrayOps<A>::dot(std::declval<A>(), std::declval<A>())) value;
    A byTeacher, byFake, byTarget;
};

/// Factors of |d|^2, f* and u in one expectation of V.
struct TermWeights {
    double quadratic, teacher, target;
};

/// { -q |d|^2 + 2 <d, a f* - b u> } / batch with d = scale (f* - f).
template <class A>
LossTerm<A> explicitTerm(TermWeights w, double scale, const A& teacher, const A& fake, const A& target, double batch)
{
    const A d = scale * (teacher - fake);
    const A pull = w.teacher * teacher - w.target * target;
    const A byD = (2 / batch) * (pull - w.quadratic * d);
    return {(ArrayOps<A>::dot(d, pull) * 2.0 - ArrayOps<A>::dot(d, d) * w.quadratic) * (1 / batch),
            scale * byD + (2 * w.teacher / batch) * d, -scale * byD, (-2 * w.target / batch) * d};
}

/// { <d, a f* - b u> } / batch with d = (f* - f) / |f* - f|, the norm taken for each sample.
template <class A>
LossTerm<A> normalizedTerm(TermWeights w, const A& teacher, const A& fake, const A& target, double batch)
{
    using Ops = ArrayOps<A>;
    const A difference = teacher - fake;
    const A pull = w.teacher * teacher - w.target * target;
    const auto inverse = Ops::inverseRoot(Ops::rowDot(difference, difference));
    const A d = Ops::scaleRows(difference, inverse);
    const A across = pull - Ops::scaleRows(d, Ops::rowDot(d, pull));
    const A byDifference = (1 / batch) * Ops::scaleRows(across, inverse);
    return {Ops::dot(d, pull) * (1 / batch), byDifference + (w.teacher / batch) * d, -1.0 * byDifference,
            (-w.target / batch) * d};
}

/// q |f - (b/q) u|^2 / batch, and for q = 0 the part of its limit that depends on f, -2 b <f, u> / batch.
template <class A>
LossTerm<A> distanceTerm(double q, double b, const A& fake, const A& target, double batch)
{
    if (q == 0)
        return {ArrayOps<A>::dot(fake, target) * (-2 * b / batch), {}, (-2 * b / batch) * target, {}};
    const A rest = fake - (b / q) * target;
    return {ArrayOps<A>::dot(rest, rest) * (q / batch), {}, (2 * q / batch) * rest, {}};
}

/// What dmd's generator follows in place of a loss (A.5): alpha w (f - f*) / batch as the cotangent of x_t, both fields held
/// still. `weights`: for each sample omega_t times the factor that takes a difference of fields to one of scores.
template <class A>
struct PointTerm {
    decltype(ArrayOps<A>::dot(std::declval<A>(), std::declval<A>())) value; ///< alpha w |f - f*|^2 / batch: no loss, but 0 at the end
    A byPoint;
};
template <class A, class Rows>
PointTerm<A> divergenceTerm(const LossForm& form, const A& teacher, const A& fake, const Rows& weights, double batch)
{
    const A difference = fake - teacher;
    const A byPoint = (form.c.alpha / batch) * ArrayOps<A>::scaleRows(difference, weights);
    return {ArrayOps<A>::dot(byPoint, difference), byPoint};
}

/// Those weights at t for velocities on the linear path, whose scores are (t v - x) / (1 - t). omega is 1 up to t = 0.98 and 0
/// beyond: the last stretch would give what networks do not know of the score's difference there all the weight.
inline constexpr double kDivergenceEnd = 0.98;
inline double divergenceWeight(double t) { return t <= kDivergenceEnd ? t / (1 - t) : 0; }

/// The generator's loss, its part of V: every field at the generated points, u = x1 - x0 of the generated samples. Not for
/// Divergence.
template <class A>
LossTerm<A> generatorLoss(const LossForm& form, const A& teacher, const A& fake, const A& target, double batch)
{
    const Coefficients& c = form.c;
    if (form.kind == LossForm::Kind::Normalized)
        return normalizedTerm({0, c.alpha, c.beta}, teacher, fake, target, batch);
    return explicitTerm({form.quadratic * c.gamma, c.alpha, c.beta}, form.scale, teacher, fake, target, batch);
}

/// The fake model's loss on generated points. Only `byFake` counts; `teacher` may be empty where fakeTurnUsesTeacher() is
/// false (on real points fakeTurnUsesTeacherOnReal()).
template <class A>
LossTerm<A> fakeLossGenerated(const LossForm& form, const A& teacher, const A& fake, const A& target, double batch)
{
    if (!form.fakeTurnUsesTeacher())
        return distanceTerm(form.c.alpha, form.c.beta, fake, target, batch);
    LossTerm<A> term = generatorLoss(form, teacher, fake, target, batch);
    return {term.value * -1.0, {}, -1.0 * term.byFake, {}};
}

/// The same on real points.
template <class A>
LossTerm<A> fakeLossReal(const LossForm& form, const A& teacher, const A& fake, const A& sampled, double batch)
{
    const Coefficients& c = form.c;
    const A& target = form.teacherTarget ? teacher : sampled;
    if (!form.fakeTurnUsesTeacher())
        return distanceTerm(1 - c.alpha, 1 - c.beta, fake, target, batch);
    const TermWeights w{1 - c.gamma, 1 - c.alpha, 1 - c.beta};
    LossTerm<A> term = form.kind == LossForm::Kind::Normalized
                           ? normalizedTerm(w, teacher, fake, target, batch)
                           : explicitTerm(w, form.scale, teacher, fake, target, batch);
    return {term.value * -1.0, {}, -1.0 * term.byFake, {}};
}

} // namespace realuid
