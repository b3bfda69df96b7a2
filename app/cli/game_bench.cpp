// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/game_bench.h"

#include "core/api/named_distribution.h"
#include "core/game/plane_game.h"

#include <algorithm>

namespace realuid::cli
{

BenchRow gameRow(std::int64_t repeats, int threads)
{
    constexpr int kUpdates = 60;
    Scene scene;
    scene.generated = gaussian({0, 0}, {1, 0, 0, 1});
    const auto all = namedDistributions();
    scene.real = std::find_if(all.begin(), all.end(), [](const NamedDistribution& row) { return row.id == "8-gaussians"; })->distribution;
    game::GameSettings settings;
    settings.batch = 256;
    settings.width = 128;
    settings.depth = 3;
    settings.steps = 1000000;
    settings.threads = threads;
    game::PlaneGame<float> game(scene, settings);
    BenchRow row = timedRow("game in the plane, 3 x 128, batch 256, mean of 60 updates", repeats, [&] {
        for (int k = 0; k < kUpdates; ++k)
            game.advance();
    });
    for (double* ms : {&row.medianMs, &row.minMs, &row.maxMs})
        *ms /= kUpdates;
    row.updatesPerSecond = 1000 / row.medianMs;
    return row;
}

} // namespace realuid::cli
