// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/game_bench.h"

#include "core/api/named_distribution.h"
#include "core/game/lock_step.h"

#include <algorithm>

namespace realuid::cli
{

namespace
{
constexpr int kUpdates = 60;

Scene eightGaussians()
{
    Scene scene;
    scene.generated = gaussian({0, 0}, {1, 0, 0, 1});
    const auto all = namedDistributions();
    scene.real = std::find_if(all.begin(), all.end(), [](const NamedDistribution& row) { return row.id == "8-gaussians"; })->distribution;
    return scene;
}

game::GameSettings settingsFor(int threads)
{
    game::GameSettings settings;
    settings.batch = 256;
    settings.width = 128;
    settings.depth = 3;
    settings.steps = 1000000;
    settings.threads = threads;
    return settings;
}

/// As a row of one update.
BenchRow perUpdate(BenchRow row)
{
    for (double* ms : {&row.medianMs, &row.minMs, &row.maxMs})
        *ms /= kUpdates;
    row.updatesPerSecond = 1000 / row.medianMs;
    return row;
}
} // namespace

BenchRow gameRow(std::int64_t repeats, int threads)
{
    game::GameSettings settings = settingsFor(threads);
    settings.start = "random"; // as tests/bench/torch_game.py
    game::PlaneGame<float> game(eightGaussians(), settings);
    return perUpdate(timedRow("game in the plane, 3 x 128, batch 256, mean of 60 updates", repeats, [&] {
        for (int k = 0; k < kUpdates; ++k)
            game.advance();
    }));
}

std::vector<BenchRow> lockStepRows(std::int64_t repeats, int threads)
{
    std::vector<Fault> faults;
    std::vector<game::Contender> four;
    for (const char* each : {"uid", "realuid:0.94:0.96", "realuid:1:0.96", "sid:0.94:0.96"})
        four.push_back(game::readContender(each, faults));
    const Scene scene = eightGaussians();
    const game::GameSettings settings = settingsFor(threads);
    std::vector<std::unique_ptr<game::LockStep>> alone;
    for (const game::Contender& each : four)
        alone.push_back(std::make_unique<game::LockStep>(scene, settings, std::vector{each}));
    game::LockStep together(scene, settings, four);
    const auto play = [](game::LockStep& game) {
        for (int k = 0; k < kUpdates; ++k)
            game.advance();
        game.judge();
    };
    return {perUpdate(timedRow("four objectives, one after the other", repeats, [&] {
                for (const auto& each : alone)
                    play(*each);
            })),
            perUpdate(timedRow("four objectives in lock step", repeats, [&] { play(together); }))};
}

} // namespace realuid::cli
