// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/distil/game_player.h"
#include "widgets/mailbox.h"

#include <QObject>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace realuid::studio
{

/// A game on a thread of its own, and all that it has told. The GUI thread posts what is to be done and never waits: it is
/// done between two small pieces of the run, and news comes at most kNewsPerSecond times a second, joined where the GUI is
/// slower. Lives on the GUI thread; the destructor ends the run and joins.
class GameSession : public QObject
{
    Q_OBJECT
public:
    static constexpr int kNewsPerSecond = 30;

    explicit GameSession(QObject* parent = nullptr);
    ~GameSession() override;

    /// Scene and settings must have passed check() and checkPlayable().
    void begin(const Scene& scene, const game::GameSettings& settings, const std::vector<game::Contender>& rivals = {});
    void run();
    void pause();
    void step(Player player);
    void change(const Loss& loss, const game::GameSettings& settings);
    void rewind(int moment);
    void goBack();
    void setTime(double t);
    void setView(SampleView view);
    /// Updates a second in slow motion; 0 is full speed.
    void setPace(double updatesPerSecond);

    /// All that was told of the game, the void left out.
    const GameNews& log() const { return m_log; }
    const GameStanding& standing() const { return m_log.standing; }
    /// Nothing that was posted is still to be done.
    bool settled() const;

Q_SIGNALS:
    /// `latest` holds what is new alone; log() all.
    void news(const realuid::studio::GameNews& latest);

private:
    using Command = std::function<void(GamePlayer&)>;
    void post(Command command);
    void work();
    void turn(GamePlayer& player, std::unique_lock<std::mutex>& lock);
    void publish(GamePlayer& player, bool rest);
    void deliver();

    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_wake;
    std::vector<Command> m_commands;
    std::stop_source m_beginning; ///< of the newest begin(), whose teacher may be in training
    double m_pace = 0;
    std::optional<GameNews> m_pending; ///< told by the worker, not yet taken
    std::uint64_t m_posted = 0, m_done = 0;
    bool m_quit = false;

    std::chrono::steady_clock::time_point m_lastNews, m_lastField; ///< the worker's
    GameNews m_log;                                                ///< the GUI thread's
    std::uint64_t m_seen = 0;
    widgets::Mailbox m_letters;
    std::thread m_thread;
};

} // namespace realuid::studio
