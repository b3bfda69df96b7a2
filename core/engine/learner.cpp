// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/learner.h"

#include "core/api/error.h"
#include "core/engine/processes.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>

#include <cmath>

namespace realuid::engine
{
namespace
{
[[noreturn]] void diverged(Player player, const char* term, double value, std::int64_t step)
{
    throw Error(ErrorKind::Diverged,
                {REALUID_TEXT("the %1 update %2 diverged: its %3 is %4"),
                 {name(player), std::to_string(step), term, numberText(value)}},
                {},
                {REALUID_TEXT("start a new run with a smaller rate, a longer warm-up or, in distillation, alpha and beta nearer "
                              "to each other; checkpoints saved so far stay")});
}
} // namespace

Learner::Learner(Player player, Field field, ParameterSet& parameters, AdamSettings settings)
    : m_player(player), m_field(std::move(field)), m_parameters(&parameters), m_adam(parameters.flat(), settings)
{
}

void Learner::learns(bool on)
{
    m_parameters->requiresGrad(on);
    if (!on)
        return;
    m_parameters->zeroGrad();
    m_loss = Tensor();
}

void Learner::gather(const Tensor& output, const Tensor& cotangent, const Tensor& loss)
{
    torch::autograd::backward({output}, {cotangent});
    const NoGrad guard;
    m_loss = m_loss.defined() ? m_loss + loss.to(at::kDouble) : loss.to(at::kDouble);
}

Made Learner::finish(std::int64_t step)
{
    const NoGrad guard;
    Processes& all = Processes::all();
    all.sum(m_parameters->flatGrad());
    all.sum(m_loss);
    const Tensor numbers = at::stack({m_loss, gradientNorm(m_parameters->flatGrad())}).cpu();
    const Made made{numbers.data_ptr<double>()[0], numbers.data_ptr<double>()[1], m_adam.rate()};
    if (!std::isfinite(made.loss))
        diverged(m_player, "loss", made.loss, step);
    if (!std::isfinite(made.gradNorm))
        diverged(m_player, "gradient", made.gradNorm, step);
    m_adam.update(m_parameters->flatGrad(), made.gradNorm);
    return made;
}

Tensor between(const Tensor& x0, const Tensor& x1, const Tensor& t)
{
    std::vector<int64_t> shape(static_cast<std::size_t>(x0.dim()), 1);
    shape[0] = t.size(0);
    return at::lerp(x0, x1, t.reshape(shape).expand_as(x0));
}

} // namespace realuid::engine
