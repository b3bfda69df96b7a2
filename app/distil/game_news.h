// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/game/lock_step.h"
#include "core/game/pushes.h"

#include <cmath>
#include <string>

/// What a game that is played tells the page: plain values, moved from thread to thread.
namespace realuid::studio
{

/// How far the samples are from the real ones after an update; both distances are sliced 2-Wasserstein.
struct Judgement {
    std::int64_t step = 0;
    double distance = 0; ///< of the generator's samples
    double average = 0;  ///< of its moving average's
    int modes = 0;       ///< covered by the generator's samples
    double energy = 0;   ///< energy distance of the generator's samples, of half as many
    std::vector<double> rivals;   ///< `distance` of each rival; NaN once it has diverged
    std::vector<int> rivalModes;
    bool operator==(const Judgement&) const = default;
};

/// What is shown with the samples.
enum class SampleView {
    Samples,
    Pushes, ///< where the generator's loss pushes them
    Grid,   ///< a square grid of noise, and what the generator makes of it
    Flow,   ///< the teacher's flow from the same noise
    Angles, ///< coloured by the direction of the noise; on a line by its place
    Modes,  ///< coloured by the real mode that each sample is nearest to
};

/// The generator's samples, each beside the noise it comes from.
struct GameSamples {
    int dimension = 2;
    std::vector<game::Point> noise, generated, real;
    std::vector<std::vector<game::Point>> rivals; ///< their samples of the same noise
    std::vector<int> modes;                       ///< SampleView::Modes: of each generated sample
    std::vector<game::Push> pushes;               ///< SampleView::Pushes
    std::vector<std::vector<game::Point>> lines;  ///< Grid: of the warped grid; Flow: the teacher's ways from the first noises
};

/// The fake model as learned and its closed-form optimum for the generator as it is, on a regular grid at one time.
struct GameField {
    std::int64_t step = 0;
    double t = 0;
    int columns = 0, rows = 0; ///< one row in 1-D
    double extent = 1;         ///< the grid spans [-extent, extent] along each axis
    std::vector<game::Point> fake, optimum; ///< row-major; `optimum` is empty where the objective has none
    double error = 0;          ///< FakeOptimum::error(), relative; NaN without an optimum
    double distance = 0;       ///< FakeOptimum::distance(); NaN without an optimum
};

enum class GameStatus { Paused, Running, Diverged, Finished };

/// Where the game stands.
struct GameStanding {
    GameStatus status = GameStatus::Paused;
    std::int64_t step = 0;
    Player turn = Player::Fake;
    double updatesPerSecond = 0; ///< of the last second in which it ran; 0 until known
    std::string problem;         ///< of one that diverged
    bool ranAway = false;        ///< it diverged by its samples, not by a loss that is not finite
    Loss loss;
    game::GameSettings settings;
    std::vector<game::GameEvent> events;
    std::vector<std::int64_t> moments; ///< steps of the recorded states, ascending
    int moment = -1;                   ///< the one that was gone back to; -1: the newest state
    int modes = 0;                     ///< of the real distribution
    std::vector<game::Contender> rivals; ///< played in lock step
    SampleView view = SampleView::Samples;
    double extent = 1;                 ///< a square or interval that holds data and noise
};

/// All since the last news.
struct GameNews {
    bool fresh = false;                    ///< a new game: what was told before is void
    std::optional<std::int64_t> truncated; ///< what was told before of later steps is void
    std::vector<UpdateRecord> updates;
    std::vector<Judgement> judgements;
    std::optional<GameSamples> samples;
    std::optional<GameField> field;
    GameStanding standing;
};

} // namespace realuid::studio
