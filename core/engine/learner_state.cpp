// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/learner_state.h"

#include "core/api/error.h"

#include <ATen/ATen.h>

namespace realuid::engine
{

AdamState adamStateOf(const Learner& learner)
{
    const ParameterSet& set = learner.parameters();
    const Adam& adam = learner.adam();
    AdamState state;
    state.parameters = static_cast<std::int64_t>(set.size());
    state.lr = adam.rate();
    state.initialLr = adam.settings().lr;
    state.beta1 = adam.settings().beta1;
    state.beta2 = adam.settings().beta2;
    state.eps = adam.settings().epsilon;
    state.decoupled = adam.settings().decoupled;
    state.weightDecay = adam.settings().decay;
    for (std::size_t i = 0; i < set.size() && adam.updates() > 0; ++i)
        if (set.specs()[i].trained)
            state.moments.push_back({static_cast<std::int64_t>(i), static_cast<double>(adam.updates()),
                                     set.part(adam.firstMoment(), i), set.part(adam.secondMoment(), i)});
    return state;
}

ScheduleState scheduleOf(const Learner& learner)
{
    const Adam& adam = learner.adam();
    return {adam.settings().lr, adam.rate(), adam.updates()};
}

void restore(Learner& learner, const AdamState& state, std::int64_t updates, const std::string& where)
{
    const ParameterSet& set = learner.parameters();
    const NoGrad guard;
    const Tensor first = at::zeros_like(set.flat()), second = at::zeros_like(set.flat());
    for (const AdamState::Moments& moments : state.moments) {
        const auto i = static_cast<std::size_t>(moments.index);
        const bool fits = moments.index >= 0 && i < set.size() && set.specs()[i].trained &&
                          moments.mean.sizes().equals(set.get(i).sizes()) && moments.square.sizes().equals(set.get(i).sizes());
        if (!fits)
            throw Error(ErrorKind::File, {REALUID_TEXT("the optimiser's state of parameter %1 does not fit the network"),
                                          {std::to_string(moments.index)}},
                        where, {REALUID_TEXT("resume from another checkpoint of the run")});
        set.part(first, i).copy_(moments.mean);
        set.part(second, i).copy_(moments.square);
    }
    learner.adam().restore(updates, first, second);
}

} // namespace realuid::engine
