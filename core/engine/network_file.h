// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/observer.h"
#include "core/engine/checkpoint.h"
#include "core/engine/unet.h"
#include "core/io/json.h"

namespace realuid::engine
{

/// A network read from F[:STATE].
struct NetworkFile {
    UNet network;
    std::string file, state;
    std::optional<TrainedOn> trainedOn; ///< where a file of ours tells it
};

/// Builds the network that the state's tensors describe and loads it to `device`. Where the file does not tell the
/// channels of an attention head, `headChannels` are taken, cut to what the network allows. The choice of the state and
/// of the head is told to `observer` where nobody named it. Error (File), or (Usage) for head channels that do not fit.
NetworkFile readNetwork(const std::string& reference, std::int64_t headChannels, at::Device device, Observer& observer);

/// For run.json: width, multipliers, blocks, ... of a network.
Json geometryJson(const UNetGeometry& geometry);

/// "sha256:..." of all weights: whether a file still holds the network that a run began with.
std::string weightsChecksum(const UNet& network);

} // namespace realuid::engine
