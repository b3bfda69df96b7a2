// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/adam_state.h"

#include "core/engine/random_file.h"

#include <ATen/ops/full.h>

namespace realuid::engine
{
namespace
{

const PickleDict& dictionary(const PickleValue* value, const std::string& key, const std::string& where)
{
    if (value == nullptr || value->dict() == nullptr)
        throw damaged(where, {REALUID_TEXT("\"%1\" is missing or no dictionary"), {key}});
    return *value->dict();
}

double number(const PickleValue* value, const std::string& key, const std::string& where)
{
    const std::optional<double> out = value != nullptr ? value->number() : std::nullopt;
    if (!out)
        throw damaged(where, {REALUID_TEXT("\"%1\" is missing or no number"), {key}});
    return *out;
}

const PickleList& list(const PickleValue* value, const std::string& key, std::size_t least, const std::string& where)
{
    if (value == nullptr || value->list() == nullptr || value->list()->size() < least)
        throw damaged(where, {REALUID_TEXT("\"%1\" is missing or no list"), {key}});
    return *value->list();
}

Tensor tensor(const PickleDict& from, const std::string& key, const std::string& where)
{
    const PickleValue* value = from.find(key);
    if (value == nullptr || value->tensor() == nullptr)
        throw damaged(where, {REALUID_TEXT("\"%1\" is missing or no tensor"), {key}});
    return value->tensor()->read();
}

PickleList oneNumber(double value) { return PickleList{PickleValue(value)}; }

} // namespace

PickleValue toValue(const AdamState& state)
{
    PickleDict moments;
    for (const AdamState::Moments& m : state.moments) {
        PickleDict entry;
        entry.set("step", PickleTensor::of(at::full({}, m.step, at::kFloat)));
        entry.set("exp_avg", PickleTensor::of(m.mean));
        entry.set("exp_avg_sq", PickleTensor::of(m.square));
        moments.set(m.index, std::move(entry));
    }
    PickleDict group;
    group.set("lr", state.lr);
    group.set("betas", PickleTuple{{PickleValue(state.beta1), PickleValue(state.beta2)}});
    group.set("eps", state.eps);
    if (state.decoupled)
        group.set("weight_decay", state.weightDecay);
    else
        group.set("weight_decay", std::int64_t{0});
    group.set("amsgrad", false);
    group.set("maximize", state.maximize);
    group.set("foreach", PickleValue());
    group.set("capturable", false);
    group.set("differentiable", false);
    group.set("fused", PickleValue());
    group.set("decoupled_weight_decay", state.decoupled);
    group.set("initial_lr", state.initialLr);
    PickleList indices;
    for (std::int64_t i = 0; i < state.parameters; ++i)
        indices.emplace_back(i);
    group.set("params", std::move(indices));
    PickleDict out;
    out.set("state", std::move(moments));
    out.set("param_groups", PickleList{PickleValue(std::move(group))});
    return out;
}

PickleValue toValue(const ScheduleState& state)
{
    PickleDict out;
    out.set("base_lrs", oneNumber(state.baseLr));
    out.set("last_epoch", state.lastEpoch);
    out.set("_step_count", state.lastEpoch + 1);
    out.set("_is_initial", false);
    out.set("_get_lr_called_within_step", false);
    out.set("_last_lr", oneNumber(state.lastLr));
    out.set("lr_lambdas", PickleList{PickleValue()}); // a function, which PyTorch does not save either
    return out;
}

AdamState adamState(const PickleValue& value, const std::string& where)
{
    const PickleDict& root = dictionary(&value, "optim", where);
    const PickleDict& group = dictionary(&list(root.find("param_groups"), "param_groups", 1, where).front(), "param_groups", where);
    AdamState out;
    out.lr = number(group.find("lr"), "lr", where);
    out.initialLr = group.find("initial_lr") != nullptr ? number(group.find("initial_lr"), "initial_lr", where) : out.lr;
    const PickleList& betas = list(group.find("betas"), "betas", 2, where);
    out.beta1 = number(&betas[0], "betas", where);
    out.beta2 = number(&betas[1], "betas", where);
    out.eps = number(group.find("eps"), "eps", where);
    out.maximize = group.find("maximize") != nullptr && number(group.find("maximize"), "maximize", where) != 0;
    if (const PickleValue* decay = group.find("weight_decay"))
        out.weightDecay = number(decay, "weight_decay", where);
    if (const PickleValue* decoupled = group.find("decoupled_weight_decay"))
        out.decoupled = number(decoupled, "decoupled_weight_decay", where) != 0;
    out.parameters = static_cast<std::int64_t>(list(group.find("params"), "params", 0, where).size());
    for (const PickleItem& item : dictionary(root.find("state"), "state", where).items) {
        const std::optional<std::int64_t> index = item.key.integer();
        if (!index || *index < 0 || *index >= out.parameters)
            throw damaged(where, {REALUID_TEXT("an optimiser state belongs to no parameter")});
        const PickleDict& entry = dictionary(&item.value, std::to_string(*index), where);
        out.moments.push_back({*index, number(entry.find("step"), "step", where), tensor(entry, "exp_avg", where),
                               tensor(entry, "exp_avg_sq", where)});
        if (out.moments.back().mean.sizes() != out.moments.back().square.sizes())
            throw damaged(where, {REALUID_TEXT("the two moments of parameter %1 differ in shape"), {std::to_string(*index)}});
    }
    return out;
}

ScheduleState scheduleState(const PickleValue& value, const std::string& where)
{
    const PickleDict& root = dictionary(&value, "sched", where);
    ScheduleState out;
    out.baseLr = number(&list(root.find("base_lrs"), "base_lrs", 1, where).front(), "base_lrs", where);
    out.lastLr = number(&list(root.find("_last_lr"), "_last_lr", 1, where).front(), "_last_lr", where);
    out.lastEpoch = static_cast<std::int64_t>(number(root.find("last_epoch"), "last_epoch", where));
    return out;
}

} // namespace realuid::engine
