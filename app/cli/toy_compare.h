// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"
#include "core/game/lock_step.h"
#include "core/io/run_folder.h"

namespace realuid::cli
{

/// `toy --compare`: several objectives in lock step, for one seed or several.
struct ToyComparison {
    std::vector<game::Contender> contenders;
    std::int64_t seeds = 1;     ///< from the settings' seed on
    std::vector<double> reach;  ///< distances of the convergence table
};

/// Plays all, writes compare.csv, convergence.csv and compare.json, the result, into the folder, and returns the result. Error (Stopped) where a signal came:
/// the tables then hold what was played.
Json playComparison(const ToyComparison& comparison, const Scene& scene, const game::GameSettings& settings, const RunFolder& folder,
                    bool quiet);

} // namespace realuid::cli
