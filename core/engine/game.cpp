// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/game.h"

#include "core/engine/tensor_ops.h"

#include <torch/csrc/autograd/autograd.h>

namespace realuid::engine
{
namespace
{
/// A tensor, and the same again below it where `twice`.
Tensor stacked(const Tensor& a, bool twice) { return twice && a.defined() ? at::cat({a, a}) : a; }
} // namespace

Game::Game(Field teacher, Learner& fake, Learner& generator, Ema& averages)
    : m_teacher(std::move(teacher)), m_fake(&fake), m_generator(&generator), m_averages(&averages)
{
}

Tensor Game::generate(const Draw& draw) const
{
    return draw.z + (*m_generator)(draw.z, at::zeros_like(draw.t), draw.labels);
}

Made Game::fakeUpdate(const Draw& draw, const LossForm& form, std::int64_t step)
{
    const bool real = form.usesReal();
    const auto n = static_cast<double>(draw.x0.size(0));
    Tensor points, generatedTarget, realTarget, teacher;
    const Tensor t = stacked(draw.t, real), labels = stacked(draw.labels, real);
    {
        const NoGrad guard;
        const Tensor x1 = generate(draw);
        points = between(draw.x0, x1, draw.t);
        generatedTarget = x1 - draw.x0;
        if (real) {
            points = at::cat({points, between(draw.x0, draw.real, draw.t)});
            realTarget = draw.real - draw.x0;
        }
        if (form.fakeTurnUsesTeacher())
            teacher = m_teacher(points, t, labels);
        else if (real && form.teacherTarget) // the same, for the half that is looked at
            teacher = at::cat({at::zeros_like(generatedTarget), m_teacher(points.chunk(2)[1], draw.t, draw.labels)});
    }
    m_fake->learns(true);
    const Tensor fake = (*m_fake)(points, t, labels);

    const NoGrad guard;
    const auto half = [&](const Tensor& both, std::int64_t which) {
        return both.defined() && real ? both.chunk(2)[static_cast<std::size_t>(which)] : both;
    };
    const Tensor values = fake.detach();
    const auto generated = fakeLossGenerated(form, half(teacher, 0), half(values, 0), generatedTarget, n);
    if (!real)
        return m_fake->pull(fake, generated.byFake, generated.value, step);
    const auto sampled = fakeLossReal(form, half(teacher, 1), half(values, 1), realTarget, n);
    return m_fake->pull(fake, at::cat({generated.byFake, sampled.byFake}), generated.value + sampled.value, step);
}

Made Game::generatorUpdate(const Draw& draw, const LossForm& form, std::int64_t step)
{
    m_generator->learns(true);
    m_fake->learns(false);
    const Tensor x1 = generate(draw);
    const bool divergence = form.kind == LossForm::Kind::Divergence;
    const Pull pull = divergence ? followDivergence(draw, form, x1.detach()) : descendDistance(draw, form, x1.detach());
    const Made made = m_generator->pull(x1, pull.byX1, pull.value, step);
    const NoGrad guard;
    m_averages->update(m_generator->parameters().everything());
    return made;
}

Game::Pull Game::descendDistance(const Draw& draw, const LossForm& form, const Tensor& x1)
{
    const Tensor points = between(draw.x0, x1, draw.t).requires_grad_();
    const Tensor teacher = m_teacher(points, draw.t, draw.labels);
    const Tensor fake = (*m_fake)(points, draw.t, draw.labels);
    LossTerm<Tensor> term;
    {
        const NoGrad guard;
        const auto n = static_cast<double>(draw.x0.size(0));
        term = generatorLoss(form, teacher.detach(), fake.detach(), x1 - draw.x0, n);
    }
    torch::autograd::backward({teacher, fake}, {term.byTeacher, term.byFake});
    // x_t = t x1 + (1 - t) x0 and u = x1 - x0.
    const NoGrad guard;
    return {term.value, between(at::zeros_like(draw.x0), points.grad(), draw.t) + term.byTarget};
}

Game::Pull Game::followDivergence(const Draw& draw, const LossForm& form, const Tensor& x1)
{
    const NoGrad guard;
    const Tensor points = between(draw.x0, x1, draw.t);
    const Tensor weights = at::where(draw.t <= kDivergenceEnd, draw.t / (1 - draw.t), at::zeros_like(draw.t));
    const auto term = divergenceTerm(form, m_teacher(points, draw.t, draw.labels), (*m_fake)(points, draw.t, draw.labels), weights,
                                     static_cast<double>(draw.x0.size(0)));
    return {term.value, between(at::zeros_like(draw.x0), term.byPoint, draw.t)};
}

} // namespace realuid::engine
