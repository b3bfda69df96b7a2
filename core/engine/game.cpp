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

Game::Game(Field teacher, Learner& fake, Learner& generator, Ema& averages, Critic critic, MatchingPath path, Spread spread)
    : m_teacher(std::move(teacher)), m_fake(&fake), m_generator(&generator), m_averages(&averages), m_critic(std::move(critic)),
      m_path(std::move(path)), m_spread(spread)
{
}

std::vector<Draw> Draw::parts(std::int64_t size) const
{
    const std::int64_t n = x0.size(0);
    if (size <= 0 || size >= n)
        return {*this};
    std::vector<Draw> out;
    for (std::int64_t begin = 0; begin < n; begin += size) {
        const auto part = [&](const Tensor& all) { return all.defined() ? all.narrow(0, begin, std::min(size, n - begin)) : all; };
        out.push_back({part(real), part(x0), part(t), part(z), part(labels), part(criticTimes), part(bridge), part(condition)});
    }
    return out;
}

Tensor seen(const Tensor& x, const Tensor& condition) { return condition.defined() ? at::cat({x, condition}, 1) : x; }

double Game::whole(const Draw& draw) const { return static_cast<double>(m_spread.whole > 0 ? m_spread.whole : draw.x0.size(0)); }

Tensor Game::pointOf(const Draw& draw, const Tensor& x1, const Tensor& t) const { return m_path.point(draw.x0, x1, t, draw.bridge); }

Tensor Game::generate(const Draw& draw) const
{
    const Field field = [&](const Tensor& x, const Tensor& t, const Tensor& y) { return (*m_generator)(seen(x, draw.condition), t, y); };
    return m_path.generate(field, draw.z, draw.labels);
}

Made Game::fakeUpdate(const Draw& draw, const LossForm& form, std::int64_t step)
{
    m_fake->learns(true);
    for (const Draw& part : draw.parts(m_spread.atOnce))
        gatherFake(part, form, whole(draw));
    return m_fake->finish(step);
}

void Game::gatherFake(const Draw& draw, const LossForm& form, double n)
{
    const bool real = form.usesReal();
    Tensor x1, points, generatedTarget, realTarget, teacher;
    const Tensor t = stacked(draw.t, real), labels = stacked(draw.labels, real), condition = stacked(draw.condition, real);
    {
        const NoGrad guard;
        x1 = generate(draw);
        points = pointOf(draw, x1, draw.t);
        generatedTarget = m_path.target(draw.x0, x1, draw.t);
        if (real) {
            points = at::cat({points, pointOf(draw, draw.real, draw.t)});
            realTarget = m_path.target(draw.x0, draw.real, draw.t);
        }
        if (form.fakeTurnUsesTeacher())
            teacher = m_teacher(seen(points, condition), t, labels);
        else if (real && form.teacherTarget) // the same, for the half that is looked at
            teacher = at::cat({at::zeros_like(generatedTarget), m_teacher(seen(points.chunk(2)[1], draw.condition), draw.t, draw.labels)});
    }
    const Tensor adversarial = teachCritic(draw, x1, n);
    const Tensor fake = (*m_fake)(seen(points, condition), t, labels);

    const NoGrad guard;
    const auto half = [&](const Tensor& both, std::int64_t which) {
        return both.defined() && real ? both.chunk(2)[static_cast<std::size_t>(which)] : both;
    };
    const Tensor values = fake.detach();
    const auto generated = fakeLossGenerated(form, half(teacher, 0), half(values, 0), generatedTarget, n);
    if (!real)
        return m_fake->gather(fake, generated.byFake, generated.value + adversarial);
    const auto sampled = fakeLossReal(form, half(teacher, 1), half(values, 1), realTarget, n);
    m_fake->gather(fake, at::cat({generated.byFake, sampled.byFake}), generated.value + sampled.value + adversarial);
}

Made Game::generatorUpdate(const Draw& draw, const LossForm& form, std::int64_t step)
{
    m_generator->learns(true);
    m_fake->learns(false);
    for (const Draw& part : draw.parts(m_spread.atOnce))
        gatherGenerator(part, form, whole(draw));
    const Made made = m_generator->finish(step);
    const NoGrad guard;
    m_averages->update(m_generator->parameters().everything());
    return made;
}

void Game::gatherGenerator(const Draw& draw, const LossForm& form, double n)
{
    const Tensor x1 = generate(draw);
    const bool divergence = form.kind == LossForm::Kind::Divergence;
    const Pull pull = divergence ? followDivergence(draw, form, x1.detach(), n) : descendDistance(draw, form, x1.detach(), n);
    const Pull fooled = foolCritic(draw, x1.detach(), n);
    m_generator->gather(x1, pull.byX1 + fooled.byX1, pull.value + fooled.value);
}

Game::Pull Game::descendDistance(const Draw& draw, const LossForm& form, const Tensor& x1, double n)
{
    const Tensor points = pointOf(draw, x1, draw.t).requires_grad_();
    const Tensor looked = seen(points, draw.condition);
    const Tensor teacher = m_teacher(looked, draw.t, draw.labels), fake = (*m_fake)(looked, draw.t, draw.labels);
    LossTerm<Tensor> term;
    {
        const NoGrad guard;
        term = generatorLoss(form, teacher.detach(), fake.detach(), m_path.target(draw.x0, x1, draw.t), n);
    }
    torch::autograd::backward({teacher, fake}, {term.byTeacher, term.byFake});
    const NoGrad guard;
    return {term.value, m_path.byData(points.grad(), term.byTarget, draw.t)};
}

Game::Pull Game::followDivergence(const Draw& draw, const LossForm& form, const Tensor& x1, double n)
{
    const NoGrad guard;
    const Tensor points = pointOf(draw, x1, draw.t), weights = m_path.divergenceWeights(draw.t);
    const auto term = divergenceTerm(form, m_teacher(points, draw.t, draw.labels), (*m_fake)(points, draw.t, draw.labels), weights, n);
    return {term.value, m_path.byData(term.byPoint, {}, draw.t)};
}

Tensor Game::teachCritic(const Draw& draw, const Tensor& x1, double n) const
{
    if (m_critic.form.critic == 0)
        return at::zeros({}, at::TensorOptions(at::kDouble).device(x1.device()));
    const Tensor points = at::cat({pointOf(draw, x1, draw.criticTimes), pointOf(draw, draw.real, draw.criticTimes)});
    const Tensor logits = m_critic.logits(seen(points, stacked(draw.condition, true)), stacked(draw.criticTimes, true), stacked(draw.labels, true));
    const std::vector<Tensor> halves = logits.chunk(2);
    const double weight = m_critic.form.critic * static_cast<double>(draw.x0.size(0)) / n;
    const LogitTerm generated = softplusMean(halves[0], 1, weight), real = softplusMean(halves[1], -1, weight);
    torch::autograd::backward({logits}, {at::cat({generated.byLogits, real.byLogits})});
    return generated.value + real.value;
}

Game::Pull Game::foolCritic(const Draw& draw, const Tensor& x1, double n) const
{
    if (m_critic.form.generator == 0)
        return {at::zeros({}, at::TensorOptions(at::kDouble).device(x1.device())), at::zeros_like(x1)};
    const Tensor points = pointOf(draw, x1, draw.criticTimes).requires_grad_();
    const Tensor logits = m_critic.logits(seen(points, draw.condition), draw.criticTimes, draw.labels);
    const LogitTerm term = softplusMean(logits, -1, m_critic.form.generator * static_cast<double>(draw.x0.size(0)) / n);
    torch::autograd::backward({logits}, {term.byLogits});
    const NoGrad guard;
    return {term.value, m_path.byData(points.grad(), {}, draw.criticTimes)};
}

} // namespace realuid::engine
