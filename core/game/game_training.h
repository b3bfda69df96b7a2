// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/engine.h"
#include "core/game/plane_game.h"

namespace realuid::game
{

/// A game as a Training, so that a Runner drives it as it drives the engine's runs: pause, single steps, changes of alpha,
/// beta, lr and fake_steps (each noted to the observer), stop. It writes no files: a game follows from scene, settings and
/// events alone, and its states are values. The game must outlive it.
class GameTraining final : public Training
{
public:
    explicit GameTraining(PlaneGame<float>& game) : m_game(&game) {}

    UpdateRecord advance(Observer& observer) override;
    UpdateRecord advanceAs(Player player, Observer& observer) override;
    std::int64_t step() const override { return m_game->step(); }
    std::int64_t steps() const override { return m_game->settings().steps; }
    int batch() const override { return static_cast<int>(m_game->settings().batch); }
    void sample(Observer&) override {}
    std::string save(Observer&) override { return {}; }
    void change(const Loss& loss, const TrainingParameters& training) override;

private:
    void tellEvents(Observer& observer);

    PlaneGame<float>* m_game;
    std::size_t m_told = 0;
};

} // namespace realuid::game
