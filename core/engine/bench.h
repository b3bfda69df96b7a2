// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/engine.h"

namespace realuid::engine
{

/// Engine::bench: named rows of milliseconds, each of `repeats` runs after one that is not counted. Networks have random
/// weights (also where they start at zero), data are drawn shapes; FLOP are counted as in the PyTorch baseline: two a
/// multiply-accumulate of convolutions, linear layers and attention products, backward passes one forward each for
/// activations and weights.
std::vector<BenchRow> runBench(const BenchRequest& request, const StopAsked& stop);

} // namespace realuid::engine
