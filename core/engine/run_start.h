// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/image_training.h"

#include <memory>

/// Engine::start and Engine::resume (core/api/engine.h says what they promise).
namespace realuid::engine
{

std::unique_ptr<Training> startRun(const RunRequest& request, Observer& observer);
std::unique_ptr<Training> resumeRun(const std::string& directory, const ParameterTexts& changes, Observer& observer);

/// What startRun() would start, without a run folder: its updates make no sheets and no checkpoints.
std::unique_ptr<ImageTraining> startInMemory(RunRequest request, Observer& observer);

} // namespace realuid::engine
