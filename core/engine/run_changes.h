// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/engine.h"
#include "core/engine/checkpoint.h"

/// Parameters that become others while a run goes on: from the window, or when it is resumed.
namespace realuid::engine
{

/// Loss and parameters as one JSON text: what a checkpoint keeps of them, because they may have moved away from run.json's.
std::string parameterText(const RunRequest& request);

/// `request` with the loss and parameters that the checkpoint was written under. Error (File) where it is not one of ours.
RunRequest requestAt(const CheckpointReader& reader, RunRequest request);

/// Error (File): the checkpoint lacks what exact resumption needs.
[[noreturn]] void notOurs(const CheckpointReader& reader);

/// Takes `changes` over, `step` updates into the run; returns those that are changes. Error (Usage) lists what is no parameter,
/// may not change in a run or has no sound value; `request` is as it was then.
std::vector<ChangedParameter> apply(const ParameterTexts& changes, std::int64_t step, RunRequest& request);

/// What differs between the request and these.
std::vector<ChangedParameter> differences(const RunRequest& request, const Loss& loss, const TrainingParameters& training);

/// `first`, then `second`: one entry a parameter.
std::vector<ChangedParameter> merged(std::vector<ChangedParameter> first, const std::vector<ChangedParameter>& second);

} // namespace realuid::engine
