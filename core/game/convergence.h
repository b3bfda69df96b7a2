// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/game/lock_step.h"

namespace realuid::game
{

/// Of a quantity over the seeds; infinity stands for "never".
struct Spread {
    double median = 0; ///< the lower one of an even number
    double least = 0, most = 0;
};

/// Distances after `step` updates, over the seeds.
struct SpreadAt {
    std::int64_t step = 0;
    Spread distance;
};

/// The paper's Figure 2 in the plane: how fast several objectives come near the data, over seeds. One seed after the other is
/// played in lock step, as LockStep does; a reading is taken before the first update, every kJudgeEvery updates and at the end.
/// One thread calls.
class Convergence
{
public:
    static constexpr std::int64_t kJudgeEvery = 50;

    /// Games of settings.steps updates with the seeds settings.seed, settings.seed + 1, ... Errors as PlaneGame has them.
    Convergence(const Scene& scene, const GameSettings& settings, std::vector<Contender> contenders, std::int64_t seeds, StopAsked stopAsked = {});

    /// One update of each contender; true where readings were taken. Not once finished(). Where the next seed cannot begin: errors as
    /// PlaneGame has them; what was played stays.
    bool advance();
    bool finished() const { return done() == total(); }
    std::int64_t done() const { return m_done; } ///< updates of each contender, over all seeds
    std::int64_t total() const { return m_seeds * m_settings.steps; }

    const std::vector<Contender>& contenders() const { return m_contenders; }
    std::int64_t seed(std::size_t k) const { return m_settings.seed + static_cast<std::int64_t>(k); }
    /// A contender's readings of each seed that has begun.
    const std::vector<std::vector<Reading>>& readings(std::size_t contender) const { return m_records[contender].readings; }
    /// What made it diverge, of each seed; empty where nothing did.
    const std::vector<std::string>& problems(std::size_t contender) const { return m_records[contender].problems; }

    /// The median curve with its band. A seed that diverged counts as infinitely far from there on; one that is still played counts
    /// as far as it has come.
    std::vector<SpreadAt> curve(std::size_t contender) const;
    /// Updates until a seed's game is within `distance` (LockStep::stepsToReach); infinity where it never is or diverged, none where it
    /// is still played and not yet there.
    std::optional<double> arrivalOf(std::size_t contender, std::size_t seed, double distance) const;
    /// The same over the seeds that have one; NaN where none has.
    Spread arrival(std::size_t contender, double distance) const;

private:
    struct Record {
        std::vector<std::vector<Reading>> readings;
        std::vector<std::string> problems;
    };
    void begin();
    void keep();

    Scene m_scene;
    GameSettings m_settings;
    std::vector<Contender> m_contenders;
    std::int64_t m_seeds = 1, m_done = 0;
    StopAsked m_stopAsked;
    std::unique_ptr<LockStep> m_game;
    std::vector<Record> m_records;
};

/// The values must not be empty.
Spread spreadOf(std::vector<double> values);

} // namespace realuid::game
