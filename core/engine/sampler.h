// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/engine.h"

namespace realuid::engine
{

/// Engine::sample: samples of a checkpoint as a PNG grid, a .npy array (float32 [n, 3, side, side] in [-1, 1]) or a folder
/// of PNG files. Sample i sees the stream (seed, Purpose::Sample, 0, i), so it does not depend on the batch.
SampleResult sampleCheckpoint(const SampleRequest& request, Observer& observer, const StopAsked& stop);

} // namespace realuid::engine
