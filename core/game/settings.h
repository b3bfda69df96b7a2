// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/parameter.h"
#include "core/api/scene.h"
#include "core/game/mlp.h"

namespace realuid::game
{

/// Everything of a game on a scene but its loss; defaults were chosen on eight Gaussians, 6,000 updates.
/// A plain value; ids that `TrainingParameters` has too mean the same.
struct GameSettings {
    std::int64_t steps = 6000; ///< updates of either player
    std::int64_t fakeSteps = 5;
    std::int64_t batch = 512;
    double lr = 5e-4;
    double lrGenerator = 3e-3;
    double lrEnd = 0.02; ///< share of the rate that is left at the end; it falls over the second half of the steps
    std::int64_t warmup = 50;
    double beta1 = 0, beta2 = 0.999;
    double clip = 1;
    double emaDecay = 0.97;
    std::int64_t width = 128, depth = 3;
    std::string activation = "silu";
    std::string start = "teacher"; ///< of both players: "teacher" or "random"
    std::int64_t teacherUpdates = 0; ///< of a network that is trained to take the exact teacher's place; 0: the exact one plays
    std::string times = "uniform"; ///< of the updates: "uniform" or "late", 0.95 sqrt(u)
    double inputScale = 8; ///< of the first layer's initial weights
    double ganGenerator = 0, ganCritic = 0; ///< weights of the GAN baseline, added to any objective; 0 is without
    double ganFrom = 0.8;                   ///< earliest t of its terms
    bool hasCritic() const { return ganCritic > 0; }
    bool hasTeacherNetwork() const { return teacherUpdates > 0; }
    std::int64_t seed = 42;
    std::int64_t threads = 0;
    bool operator==(const GameSettings&) const = default;
};

std::span<const Parameter<GameSettings>> gameParameters();

/// All faults of the settings.
std::vector<Fault> check(const GameSettings& settings);

/// What a scene holds that the game does not play: couplings, paths other than the linear one, targets other than the
/// velocity (which sid and dmd play on too where the scene names none). The scene itself must have passed check().
std::vector<Fault> checkPlayable(const Scene& scene);

/// `settings` must have passed check().
MlpShape shapeOf(const GameSettings& settings, int dimension);

} // namespace realuid::game
