// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/diverged_batch.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace realuid::engine
{
namespace
{
bool finite(const Tensor& values)
{
    return !values.defined() || !values.is_floating_point() || at::isfinite(values).all().item<bool>();
}
} // namespace

std::string firstNotFinite(const std::vector<NamedTensor>& tensors)
{
    const auto found = std::find_if(tensors.begin(), tensors.end(), [](const NamedTensor& t) { return !finite(t.values); });
    return found == tensors.end() ? std::string() : found->name;
}

std::vector<NamedTensor> weightsOf(const CheckpointContent& content)
{
    std::vector<NamedTensor> out;
    for (const auto* states : {&content.networks, &content.emas})
        for (const auto& [name, state] : *states)
            for (const auto& [parameter, values] : state.entries)
                out.push_back({name + "." + parameter, values});
    return out;
}

std::vector<NamedTensor> tensorsOf(const Draw& batch)
{
    return {{"z", batch.z}, {"x0", batch.x0}, {"t", batch.t}, {"real", batch.real}, {"labels", batch.labels},
            {"critic_times", batch.criticTimes}, {"bridge", batch.bridge}};
}

void writeDivergedBatch(const std::filesystem::path& file, std::int64_t step, Player player, const std::string& reason,
                        const std::vector<NamedTensor>& tensors)
{
    PickleDict root;
    root.set("step", step);
    root.set("player", std::string(name(player)));
    root.set("reason", reason);
    for (const NamedTensor& tensor : tensors)
        if (tensor.values.defined())
            root.set(tensor.name, PickleTensor::of(tensor.values.detach().cpu().contiguous()));
    writeDictionary(file, root, true);
}

} // namespace realuid::engine
