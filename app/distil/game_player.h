// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/distil/game_news.h"

#include <chrono>
#include <memory>

namespace realuid::studio
{

/// A game as one plays it; it has diverged where a loss or gradient is not finite, or the samples are farther from the real
/// ones than the pictures reach (GameStanding::extent). Runs in small pieces, makes single steps, remembers its states and goes back to them. Which
/// updates it makes does not depend on how they are cut into pieces. One thread at a time.
class GamePlayer
{
public:
    static constexpr std::int64_t kJudgeEvery = 50; ///< updates; states are recorded at some of the same steps

    /// A new game at rest, and its rivals: games of other objectives from the same seed, in lock step with it. Error (Usage)
    /// where scene or settings cannot be played; the game before goes on then, as where the teacher's training was asked to stop.
    /// Where that training diverges the game has the exact teacher and stands as diverged, with the reason.
    void begin(const Scene& scene, const game::GameSettings& settings, const std::vector<game::Contender>& rivals = {},
               const game::StopAsked& stopAsked = {});
    bool begun() const { return m_game != nullptr; }

    /// Runs to the settings' `steps`, or past them where they are done.
    void run();
    void pause();
    bool running() const { return m_standing.status == GameStatus::Running; }
    /// Pauses and makes one update of that player.
    void step(Player player);
    /// Updates until `budget` is spent, a second's worth of `pace` where that is not 0, or something ends the run.
    void work(std::chrono::microseconds budget, bool single);

    /// Rivals keep their objectives, and take rates and ratio over.
    void change(const Loss& loss, const game::GameSettings& settings);
    /// Back to a recorded state; the next update branches off there, and later states are forgotten.
    void rewind(int moment);
    /// Back to the last recorded state whose samples were not yet worse than twice the best.
    void goBack();

    void setTime(double t) { m_time = t; }
    void setView(SampleView view) { m_standing.view = view; }
    void showSamples();
    void showField();

    /// What is new, with the standing as it is now.
    GameNews take();

private:
    struct Rival {
        std::unique_ptr<game::PlaneGame<float>> game;
        bool lost = false; ///< it has diverged
    };
    struct Moment {
        game::GameState<float> state;
        std::vector<game::GameState<float>> rivals;
        std::vector<bool> lost;
        double distance = 0;
    };
    bool update(std::optional<Player> player);
    void advanceRivals(Player player);
    Moment moment(double distance) const;
    std::vector<std::vector<game::Point>> warpedGrid() const;
    std::vector<std::vector<game::Point>> teacherFlow() const;
    void branch();
    void judge();
    void record(double distance);
    void diverge(const std::string& problem, bool ranAway);
    void measureRate(std::int64_t updates, double seconds);

    std::unique_ptr<game::PlaneGame<float>> m_game;
    std::vector<Rival> m_rivals;
    std::vector<game::Point> m_noise, m_real; ///< for judgements and pictures
    std::vector<Moment> m_moments;
    std::size_t m_most = 2;      ///< moments that are kept
    std::int64_t m_interval = kJudgeEvery;
    std::int64_t m_end = 0;      ///< the run's last step
    double m_time = 0.7;
    Judgement m_last;
    std::int64_t m_counted = 0;
    double m_seconds = 0;
    GameStanding m_standing;
    GameNews m_news;
};

} // namespace realuid::studio
