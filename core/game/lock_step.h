// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/game/plane_game.h"

namespace realuid::game
{

/// One of the objectives that are held against each other.
struct Contender {
    std::string name; ///< "realuid 0.94 0.96"
    Loss loss;
    bool gan = false; ///< with the GAN baseline's terms
    bool operator==(const Contender&) const = default;

    /// `shared` with this one's weights of the GAN baseline: the shared ones where there are any, else the recipes' 0.3 and 1.
    GameSettings settings(GameSettings shared) const;
};

/// "uid", "realuid:0.94:0.96", "uid+gan": kind, alpha, beta, set apart by colons; what is left out is Loss{}'s.
/// `faults` gets what cannot be read and what check() finds, under the field "compare".
Contender readContender(std::string_view text, std::vector<Fault>& faults);

/// How far a contender is after `step` updates.
struct Reading {
    std::int64_t step = 0;
    double distance = 0; ///< sliced 2-Wasserstein of its average's samples to real ones
    int modes = 0;       ///< covered by them
    bool operator==(const Reading&) const = default;
};

/// Games of several objectives from the same seed in lock step: equal networks at the start, the same noise, times and real
/// samples in each update, the same player's turn. One that diverges stays where it was; the others go on. One thread calls.
class LockStep
{
public:
    /// Errors as PlaneGame has them. The scene's own objective is ignored.
    LockStep(const Scene& scene, const GameSettings& settings, std::vector<Contender> contenders, const StopAsked& stopAsked = {});

    /// One update of each contender that has not diverged.
    void advance();
    std::int64_t step() const { return m_step; }

    /// Measures all that have not diverged, and keeps it in readings(). 2,000 samples.
    void judge();

    std::size_t size() const { return m_entries.size(); }
    const Contender& contender(std::size_t i) const { return m_entries[i].contender; }
    const PlaneGame<float>& game(std::size_t i) const { return *m_entries[i].game; }
    const std::vector<Reading>& readings(std::size_t i) const { return m_entries[i].readings; }
    const std::string& problem(std::size_t i) const { return m_entries[i].problem; } ///< of one that diverged

    /// The first reading at or below `distance` from which on half of the later readings are, too; none where it is never
    /// reached. Readings jitter: one lucky sample is no arrival.
    static std::optional<std::int64_t> stepsToReach(const std::vector<Reading>& readings, double distance);

private:
    struct Entry {
        Contender contender;
        std::unique_ptr<PlaneGame<float>> game;
        std::vector<Reading> readings;
        std::string problem;
    };
    std::vector<Entry> m_entries;
    std::vector<Point> m_noise, m_real;
    std::int64_t m_step = 0;
};

} // namespace realuid::game
