// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/bench_row.h"

namespace realuid::cli
{

/// How long the closed forms take: surfaces, and unless `surfacesOnly` fields, trajectories and landscapes. The scenes are
/// those of tests/bench/numpy_surface.py. `threads` = 0 takes all.
std::vector<BenchRow> analyticRows(std::int64_t repeats, int threads, bool surfacesOnly);

} // namespace realuid::cli
