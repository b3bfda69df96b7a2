// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/network_file.h"

#include "core/api/error.h"
#include "core/api/training.h"
#include "core/engine/checksum.h"

namespace realuid::engine
{

NetworkFile readNetwork(const std::string& reference, std::int64_t headChannels, at::Device device, Observer& observer)
{
    const LoadedState loaded = loadState(reference);
    const std::string where = loaded.file.string();
    if (const std::string bad = firstNotFinite(loaded.tensors); !bad.empty())
        throw Error(ErrorKind::File, {REALUID_TEXT("state \"%1\" holds values that are not finite, first in %2"), {loaded.state, bad}}, where,
                    {REALUID_TEXT("take another state, or a checkpoint from before its run diverged")});
    const bool guessed = !loaded.headChannels && headChannels == TrainingParameters{}.headChannels;
    const UNetGeometry geometry = geometryOf(loaded.tensors.shapes(), guessed ? 0 : loaded.headChannels.value_or(headChannels), where);
    if (std::vector<Fault> faults = check(geometry); anyFault(faults))
        throw Error::listing(ErrorKind::Usage, std::move(faults), where);
    if (!loaded.named)
        observer.noted({REALUID_TEXT("%1: takes the weights of state %2"), {where, loaded.state}});
    if (guessed)
        observer.noted({REALUID_TEXT("%1 does not tell the channels of an attention head: %2 are assumed (head_channels)"),
                        {where, std::to_string(geometry.headChannels)}});
    UNet network(geometry, at::kFloat, device);
    network.parameters().load(loaded.tensors, where);
    return {std::move(network), where, loaded.state, loaded.trainedOn};
}

Json geometryJson(const UNetGeometry& g)
{
    return {{"width", g.width},        {"multipliers", g.multipliers},      {"blocks", g.blocks},
            {"attention_levels", g.attentionLevels}, {"head_channels", g.headChannels}, {"classes", g.classes},
            {"channels", g.channels}, {"input_channels", g.inputChannels}, {"discriminator_head", g.criticWidth > 0}};
}

std::string weightsChecksum(const UNet& network)
{
    const Tensor weights = network.parameters().everything().cpu();
    return checksum(weights.data_ptr(), static_cast<std::size_t>(weights.nbytes()));
}

} // namespace realuid::engine
