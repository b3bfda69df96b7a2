// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/bench_row.h"

namespace realuid::cli
{

/// Updates of the game in the plane at 5 : 1, as tests/bench/torch_game.py plays it: RealUID on eight Gaussians, networks of
/// three hidden layers of 128, batch 256. `threads` = 0 takes all.
BenchRow gameRow(std::int64_t repeats, int threads);

/// An update of four objectives, each measured after 60, played one after the other and in lock step.
std::vector<BenchRow> lockStepRows(std::int64_t repeats, int threads);

} // namespace realuid::cli
