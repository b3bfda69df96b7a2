// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/run_changes.h"

#include "core/api/error.h"
#include "core/engine/device.h"
#include "core/io/run_json.h"

#include <algorithm>

namespace realuid::engine
{
namespace
{

template <class S>
void compare(std::span<const Parameter<S>> table, const S& before, const S& after, std::vector<ChangedParameter>& out)
{
    for (const Parameter<S>& row : table)
        if (row.get(before) != row.get(after))
            out.push_back({std::string(row.info.id), valueText(row.get(before)), valueText(row.get(after))});
}

/// False where the table does not know the parameter.
template <class S>
bool take(std::span<const Parameter<S>> table, const std::string& id, const std::string& text, S& values, std::vector<Fault>& faults)
{
    const auto row = std::find_if(table.begin(), table.end(), [&](const Parameter<S>& r) { return r.info.id == id; });
    if (row == table.end())
        return false;
    Value value;
    if (!changeableInRun(id))
        faults.push_back({id, text, {REALUID_TEXT("cannot change while a run goes on; start a new run for it")}});
    else if (parseValue(text, row->info, row->get(values), value, faults))
        row->set(values, value);
    return true;
}

} // namespace

std::string parameterText(const RunRequest& request)
{
    Json parameters;
    writeTable(lossParameters(), request.loss, parameters);
    writeTable(trainingParameters(), request.training, parameters);
    return parameters.dump();
}

void notOurs(const CheckpointReader& reader)
{
    throw Error(ErrorKind::File, {REALUID_TEXT("does not hold what exact resumption needs (key realuid_studio)")},
                reader.file().string(), {REALUID_TEXT("resume from a checkpoint that RealUID Studio wrote")});
}

RunRequest requestAt(const CheckpointReader& reader, RunRequest request)
{
    const PickleValue* text = reader.studio() ? reader.studio()->find("parameters") : nullptr;
    if (!text || !text->text() || !reader.step())
        notOurs(reader);
    std::vector<Fault> faults;
    readParameters(parseJson(*text->text(), reader.file().string()), request.loss, request.training, faults);
    if (!faults.empty())
        throw Error::listing(ErrorKind::File, std::move(faults), reader.file().string());
    return request;
}

std::vector<ChangedParameter> apply(const ParameterTexts& changes, std::int64_t step, RunRequest& request)
{
    RunRequest asked = request;
    std::vector<Fault> faults;
    for (const auto& [id, text] : changes) {
        const bool ofLoss = request.kind == RunKind::Distil && take(lossParameters(), id, text, asked.loss, faults);
        if (!ofLoss && !take(trainingParameters(), id, text, asked.training, faults))
            faults.push_back({id, text, {REALUID_TEXT("is no parameter of this run")}});
    }
    if (changes.contains("threads") && asked.training.threads == 0)
        asked.training.threads = threadsFor(0); // all of this machine's, from now on
    if (changes.contains("steps") && asked.training.steps >= 1 && asked.training.steps < step)
        faults.push_back({"steps", std::to_string(asked.training.steps),
                          {REALUID_TEXT("must be at least %1, the updates already made"), {std::to_string(step)}}});
    const auto append = [&](const std::vector<Fault>& more) { faults.insert(faults.end(), more.begin(), more.end()); };
    append(realuid::check(asked.training));
    if (request.kind == RunKind::Distil)
        append(realuid::check(asked.loss));
    if (anyFault(faults))
        throw Error::listing(ErrorKind::Usage, std::move(faults));
    std::vector<ChangedParameter> changed = differences(request, asked.loss, asked.training);
    request = std::move(asked);
    return changed;
}

std::vector<ChangedParameter> differences(const RunRequest& request, const Loss& loss, const TrainingParameters& training)
{
    std::vector<ChangedParameter> out;
    compare(lossParameters(), request.loss, loss, out);
    compare(trainingParameters(), request.training, training, out);
    return out;
}

std::vector<ChangedParameter> merged(std::vector<ChangedParameter> first, const std::vector<ChangedParameter>& second)
{
    for (const ChangedParameter& change : second) {
        const auto found = std::find_if(first.begin(), first.end(), [&](const auto& c) { return c.id == change.id; });
        if (found == first.end())
            first.push_back(change);
        else
            found->to = change.to;
    }
    std::erase_if(first, [](const ChangedParameter& c) { return c.from == c.to; });
    return first;
}

} // namespace realuid::engine
