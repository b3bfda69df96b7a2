// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/game/game_training.h"

namespace realuid::game
{

UpdateRecord GameTraining::advance(Observer& observer) { return advanceAs(m_game->turn(), observer); }

UpdateRecord GameTraining::advanceAs(Player player, Observer& observer)
{
    tellEvents(observer);
    return m_game->advanceAs(player);
}

void GameTraining::change(const Loss& loss, const TrainingParameters& training)
{
    GameSettings settings = m_game->settings();
    settings.lrGenerator *= training.lr / settings.lr; // one rate for both: their proportion stays
    settings.lr = training.lr;
    settings.fakeSteps = training.fakeSteps;
    m_game->change(loss, settings);
}

void GameTraining::tellEvents(Observer& observer)
{
    for (; m_told < m_game->events().size(); ++m_told) {
        const GameEvent& event = m_game->events()[m_told];
        observer.noted({REALUID_TEXT("after update %1: %2 from %3 to %4"),
                        {std::to_string(event.step), event.setting, numberText(event.from), numberText(event.to)}});
    }
}

} // namespace realuid::game
