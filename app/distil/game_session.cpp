// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/distil/game_session.h"
#include "widgets/low_priority.h"


#include <algorithm>

namespace realuid::studio
{
namespace
{
using Clock = std::chrono::steady_clock;
constexpr std::chrono::microseconds kPiece{8000};
constexpr std::chrono::milliseconds kNewsEvery{1000 / GameSession::kNewsPerSecond + 1};
constexpr std::chrono::milliseconds kFieldEvery{400};

template <class T>
void append(std::vector<T>& to, std::vector<T>& from)
{
    to.insert(to.end(), from.begin(), from.end());
}

/// What `next` tells on top of what stands in `all`.
void merge(GameNews& all, GameNews next)
{
    if (next.fresh) {
        all = std::move(next);
        return;
    }
    if (next.truncated) {
        const std::int64_t step = *next.truncated;
        std::erase_if(all.updates, [step](const UpdateRecord& u) { return u.step > step; });
        std::erase_if(all.judgements, [step](const Judgement& j) { return j.step > step; });
        all.truncated = std::min(step, all.truncated.value_or(step));
    }
    append(all.updates, next.updates);
    append(all.judgements, next.judgements);
    if (next.samples)
        all.samples = std::move(next.samples);
    if (next.field)
        all.field = std::move(next.field);
    all.standing = std::move(next.standing);
}
} // namespace

GameSession::GameSession(QObject* parent) : QObject(parent), m_thread([this] { work(); }) {}

GameSession::~GameSession()
{
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
        m_beginning.request_stop();
    }
    m_wake.notify_one();
    m_thread.join();
}

void GameSession::begin(const Scene& scene, const game::GameSettings& settings, const std::vector<game::Contender>& rivals)
{
    std::stop_token stop;
    {
        const std::lock_guard lock(m_mutex);
        m_beginning.request_stop();
        m_beginning = std::stop_source();
        stop = m_beginning.get_token();
    }
    post([scene, settings, rivals, stop](GamePlayer& player) { player.begin(scene, settings, rivals, [stop] { return stop.stop_requested(); }); });
}

void GameSession::run()
{
    post([](GamePlayer& player) { player.run(); });
}

void GameSession::pause()
{
    post([](GamePlayer& player) { player.pause(); });
}

void GameSession::step(Player who)
{
    post([who](GamePlayer& player) { player.step(who); });
}

void GameSession::change(const Loss& loss, const game::GameSettings& settings)
{
    post([loss, settings](GamePlayer& player) { player.change(loss, settings); });
}

void GameSession::rewind(int moment)
{
    post([moment](GamePlayer& player) { player.rewind(moment); });
}

void GameSession::goBack()
{
    post([](GamePlayer& player) { player.goBack(); });
}

void GameSession::setTime(double t)
{
    post([t](GamePlayer& player) { player.setTime(t); });
}

void GameSession::setView(SampleView view)
{
    post([view](GamePlayer& player) { player.setView(view); });
}

void GameSession::setPace(double updatesPerSecond)
{
    const std::lock_guard lock(m_mutex);
    m_pace = updatesPerSecond;
}

bool GameSession::settled() const
{
    const std::lock_guard lock(m_mutex);
    return m_seen == m_posted;
}

void GameSession::post(Command command)
{
    {
        const std::lock_guard lock(m_mutex);
        m_commands.push_back(std::move(command));
        ++m_posted;
    }
    m_wake.notify_one();
}

void GameSession::work()
{
    widgets::workBehind(widgets::Behind::Hand);
    GamePlayer player;
    std::unique_lock lock(m_mutex);
    while (!m_quit) {
        if (m_commands.empty() && !player.running()) {
            m_wake.wait(lock);
            continue;
        }
        turn(player, lock);
    }
}

void GameSession::turn(GamePlayer& player, std::unique_lock<std::mutex>& lock)
{
    const std::vector<Command> commands = std::exchange(m_commands, {});
    const double pace = m_pace;
    lock.unlock();
    for (const Command& command : commands)
        command(player);
    if (player.running())
        player.work(kPiece, pace > 0);
    const bool rest = !commands.empty() || !player.running();
    if (player.begun() && (rest || Clock::now() - m_lastNews >= kNewsEvery))
        publish(player, rest);
    lock.lock();
    m_done += commands.size();
    if (pace > 0 && player.running())
        m_wake.wait_for(lock, std::chrono::duration<double>(1 / pace), [this] { return m_quit || !m_commands.empty(); });
}

void GameSession::publish(GamePlayer& player, bool rest)
{
    m_lastNews = Clock::now();
    player.showSamples();
    if (rest || m_lastNews - m_lastField >= kFieldEvery) {
        player.showField();
        m_lastField = Clock::now();
    }
    GameNews news = player.take();
    const std::lock_guard lock(m_mutex);
    const bool waits = m_pending.has_value();
    if (waits)
        merge(*m_pending, std::move(news));
    else
        m_pending = std::move(news);
    if (!waits)
        m_letters.post([this] { deliver(); });
}

void GameSession::deliver()
{
    std::optional<GameNews> latest;
    {
        const std::lock_guard lock(m_mutex);
        latest = std::exchange(m_pending, {});
        m_seen = m_done;
    }
    if (!latest)
        return;
    merge(m_log, *latest);
    Q_EMIT news(*latest);
}

} // namespace realuid::studio
