// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/checkpoint.h"
#include "core/engine/game.h"

/// What is kept of an update that diverged, so that its cause can be found.
namespace realuid::engine
{

struct NamedTensor {
    std::string name;
    Tensor values; ///< may be undefined
};

/// The first whose values are not all finite; empty where all are.
std::string firstNotFinite(const std::vector<NamedTensor>& tensors);

/// Networks and averages of a checkpoint by their names.
std::vector<NamedTensor> weightsOf(const CheckpointContent& content);

/// A batch's random tensors and real images.
std::vector<NamedTensor> tensorsOf(const Draw& batch);

/// A dictionary for torch.load(weights_only=True): `step`, `player`, `reason`, and the tensors by their names.
void writeDivergedBatch(const std::filesystem::path& file, std::int64_t step, Player player, const std::string& reason,
                        const std::vector<NamedTensor>& tensors);

} // namespace realuid::engine
