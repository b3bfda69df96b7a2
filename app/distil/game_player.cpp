// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/distil/game_player.h"

#include "core/api/error.h"
#include "core/game/fake_optimum.h"
#include "core/game/measures.h"

#include <algorithm>
#include <limits>

namespace realuid::studio
{
namespace
{
using Clock = std::chrono::steady_clock;
using game::Point;
using game::Weights;

constexpr std::int64_t kJudged = 1000;    // samples
constexpr std::size_t kShown = 250;       // samples
constexpr int kDirections = 32;
constexpr std::size_t kMemory = 96u << 20; // bytes of all moments
constexpr std::size_t kMostMoments = 120;
constexpr int kGrid = 25, kLine = 121;
constexpr std::size_t kPushed = 60, kFlows = 40;
constexpr std::int64_t kOptimumSamples = 2000, kProbes = 400;
constexpr double kRateWindow = 0.5; // seconds

std::size_t bytes(const game::GameState<float>& state)
{
    return sizeof(float) * (3 * state.fake.weights.size() + 3 * state.generator.weights.size() + 3 * state.critic.weights.size() + state.average.size());
}

/// A round half-width that holds data and noise.
double extentOf(const std::vector<Point>& real)
{
    double most = 3;
    for (const Point& p : real)
        most = std::max({most, std::abs(p[0]), std::abs(p[1])});
    return std::ceil(2 * most * 1.05) / 2;
}

std::vector<Point> first(const std::vector<Point>& points, std::size_t n)
{
    return {points.begin(), points.begin() + static_cast<std::ptrdiff_t>(std::min(n, points.size()))};
}
} // namespace

void GamePlayer::begin(const Scene& scene, const game::GameSettings& settings, const std::vector<game::Contender>& rivals, const game::StopAsked& stopAsked)
{
    std::unique_ptr<game::PlaneGame<float>> begun;
    try {
        begun = std::make_unique<game::PlaneGame<float>>(scene, settings, nullptr, stopAsked);
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::Stopped)
            return; // for another game, or for good
        if (error.kind() != ErrorKind::Diverged)
            throw;
        game::GameSettings exact = settings;
        exact.teacherUpdates = 0;
        begin(scene, exact, rivals);
        return diverge(error.what(), false);
    }
    std::vector<Rival> others;
    for (const game::Contender& rival : rivals) {
        Scene own = scene;
        own.loss = rival.loss;
        others.push_back({std::make_unique<game::PlaneGame<float>>(own, rival.settings(settings), begun->teacherNetwork()), false});
    }
    m_game = std::move(begun);
    m_rivals = std::move(others);
    m_noise = m_game->noise(kJudged);
    m_real = m_game->realSamples(kJudged);
    m_moments.clear();
    m_interval = kJudgeEvery;
    m_most = std::clamp(kMemory / (bytes(m_game->state()) * (1 + m_rivals.size())), std::size_t{4}, kMostMoments);
    m_counted = 0;
    m_seconds = 0;
    const SampleView view = m_standing.view;
    m_standing = {};
    m_standing.view = view;
    m_standing.rivals = rivals;
    m_standing.modes = m_game->real().modes();
    m_standing.extent = extentOf(m_real);
    m_news = {};
    m_news.fresh = true;
    judge();
    record(m_last.distance);
}

void GamePlayer::run()
{
    if (!m_game || running())
        return;
    const std::int64_t steps = m_game->settings().steps;
    m_end = m_game->step() < steps ? steps : std::numeric_limits<std::int64_t>::max();
    m_standing.status = GameStatus::Running;
    m_standing.problem.clear();
}

void GamePlayer::pause()
{
    if (running())
        m_standing.status = GameStatus::Paused;
}

void GamePlayer::step(Player player)
{
    if (!m_game)
        return;
    m_standing.status = GameStatus::Paused;
    m_standing.problem.clear();
    if (update(player))
        judge();
}

void GamePlayer::work(std::chrono::microseconds budget, bool single)
{
    const auto begun = Clock::now();
    std::int64_t updates = 0;
    do {
        if (!update({}))
            return;
        ++updates;
        if (m_game->step() % kJudgeEvery == 0) {
            judge();
            if (running() && m_game->step() % m_interval == 0)
                record(m_last.distance);
        }
        if (running() && m_game->step() >= m_end)
            m_standing.status = GameStatus::Finished;
    } while (running() && !single && Clock::now() - begun < budget);
    if (!single)
        measureRate(updates, std::chrono::duration<double>(Clock::now() - begun).count());
}

bool GamePlayer::update(std::optional<Player> player)
{
    branch();
    try {
        m_news.updates.push_back(player ? m_game->advanceAs(*player) : m_game->advance());
        advanceRivals(m_news.updates.back().player);
        return true;
    } catch (const Error& error) {
        diverge(error.what(), false);
        return false;
    }
}

void GamePlayer::advanceRivals(Player player)
{
    for (Rival& rival : m_rivals) {
        if (rival.lost)
            continue;
        try {
            rival.game->advanceAs(player);
        } catch (const Error&) {
            rival.lost = true; // the others play on; Judgement tells
        }
    }
}

void GamePlayer::branch()
{
    if (m_standing.moment < 0)
        return;
    const std::int64_t step = m_game->step();
    m_moments.resize(static_cast<std::size_t>(m_standing.moment) + 1);
    m_standing.moment = -1;
    std::erase_if(m_news.updates, [step](const UpdateRecord& u) { return u.step > step; });
    std::erase_if(m_news.judgements, [step](const Judgement& j) { return j.step > step; });
    m_news.truncated = std::min(step, m_news.truncated.value_or(step));
}

void GamePlayer::judge()
{
    const int dimension = m_game->shape().dimension, threads = static_cast<int>(m_game->settings().threads);
    const auto distance = [&](const std::vector<Point>& samples) {
        return game::slicedDistance(samples, m_real, dimension, kDirections, threads);
    };
    const std::vector<Point> own = m_game->generate(m_noise, Weights::Generator);
    m_last = {m_game->step(), distance(own), distance(m_game->generate(m_noise, Weights::Average)), m_game->real().modesCovered(own),
              game::energyDistance(first(own, kJudged / 2), first(m_real, kJudged / 2), dimension, threads), {}, {}};
    for (const Rival& rival : m_rivals) {
        const std::vector<Point> theirs = rival.game->generate(m_noise, Weights::Generator);
        m_last.rivals.push_back(rival.lost ? std::numeric_limits<double>::quiet_NaN() : distance(theirs));
        m_last.rivalModes.push_back(m_game->real().modesCovered(theirs));
    }
    m_news.judgements.push_back(m_last);
    if (!m_moments.empty() && !(m_last.distance <= m_standing.extent))
        diverge({}, true);
}

GamePlayer::Moment GamePlayer::moment(double distance) const
{
    Moment out{m_game->state(), {}, {}, distance};
    for (const Rival& rival : m_rivals) {
        out.rivals.push_back(rival.game->state());
        out.lost.push_back(rival.lost);
    }
    return out;
}

void GamePlayer::record(double distance)
{
    m_moments.push_back(moment(distance));
    if (m_moments.size() <= m_most)
        return;
    // Every second one goes, so that what is kept spans the whole game evenly.
    std::vector<Moment> kept;
    for (std::size_t i = 0; i < m_moments.size(); i += 2)
        kept.push_back(std::move(m_moments[i]));
    m_moments = std::move(kept);
    m_interval *= 2;
}

void GamePlayer::diverge(const std::string& problem, bool ranAway)
{
    m_standing.status = GameStatus::Diverged;
    m_standing.problem = problem;
    m_standing.ranAway = ranAway;
}

void GamePlayer::measureRate(std::int64_t updates, double seconds)
{
    m_counted += updates;
    m_seconds += seconds;
    if (m_seconds < kRateWindow)
        return;
    m_standing.updatesPerSecond = static_cast<double>(m_counted) / m_seconds;
    m_counted = 0;
    m_seconds = 0;
}

void GamePlayer::change(const Loss& loss, const game::GameSettings& settings)
{
    if (!m_game)
        return;
    m_game->change(loss, settings);
    for (Rival& rival : m_rivals)
        rival.game->change(rival.game->loss(), settings);
    if (running() && m_game->step() < m_game->settings().steps)
        m_end = m_game->settings().steps;
}

void GamePlayer::rewind(int moment)
{
    if (!m_game || moment < 0 || moment >= static_cast<int>(m_moments.size()))
        return;
    if (m_standing.moment < 0 && m_standing.status != GameStatus::Diverged && m_moments.back().state.step < m_game->step())
        m_moments.push_back(this->moment(m_last.distance)); // the way forward again
    const Moment& there = m_moments[static_cast<std::size_t>(moment)];
    m_game->restore(there.state);
    for (std::size_t i = 0; i < m_rivals.size(); ++i) {
        m_rivals[i].game->restore(there.rivals[i]);
        m_rivals[i].lost = there.lost[i];
    }
    m_standing.status = GameStatus::Paused;
    m_standing.problem.clear();
    m_standing.moment = moment;
}

void GamePlayer::goBack()
{
    double best = std::numeric_limits<double>::infinity();
    int good = 0;
    for (std::size_t i = 0; i < m_moments.size(); ++i) {
        best = std::min(best, m_moments[i].distance);
        if (m_moments[i].distance <= 2 * best)
            good = static_cast<int>(i);
    }
    rewind(good);
}

void GamePlayer::showSamples()
{
    GameSamples shown{m_game->shape().dimension, first(m_noise, kShown), {}, first(m_real, kShown), {}, {}, {}, {}};
    shown.generated = m_game->generate(shown.noise, Weights::Generator);
    for (const Rival& rival : m_rivals)
        shown.rivals.push_back(rival.game->generate(shown.noise, Weights::Generator));
    if (m_standing.view == SampleView::Pushes)
        shown.pushes = game::pushes(*m_game, first(m_noise, kPushed));
    else if (m_standing.view == SampleView::Modes)
        for (const Point& x : shown.generated)
            shown.modes.push_back(m_game->real().modeOf(x));
    else if (m_standing.view == SampleView::Grid)
        shown.lines = warpedGrid();
    else if (m_standing.view == SampleView::Flow)
        shown.lines = teacherFlow();
    m_news.samples = std::move(shown);
}

/// Lines of equal coordinates from -2.4 to 2.4; on a line there is no grid.
std::vector<std::vector<Point>> GamePlayer::warpedGrid() const
{
    constexpr int kLines = 13, kPoints = 41;
    constexpr double kEnd = 2.4;
    if (m_game->shape().dimension == 1)
        return {};
    const auto place = [](int i, int of) { return kEnd * (2.0 * i / (of - 1) - 1); };
    std::vector<Point> z;
    for (int axis = 0; axis < 2; ++axis)
        for (int line = 0; line < kLines; ++line)
            for (int i = 0; i < kPoints; ++i) {
                const double along = place(i, kPoints), across = place(line, kLines);
                z.push_back(axis == 0 ? Point{along, across} : Point{across, along});
            }
    const std::vector<Point> warped = m_game->generate(z, Weights::Generator);
    std::vector<std::vector<Point>> out;
    for (std::size_t begin = 0; begin < warped.size(); begin += kPoints)
        out.emplace_back(warped.begin() + static_cast<std::ptrdiff_t>(begin), warped.begin() + static_cast<std::ptrdiff_t>(begin + kPoints));
    return out;
}

/// By Heun's method to t = 0.99, where the data's own spread is all that is left.
std::vector<std::vector<Point>> GamePlayer::teacherFlow() const
{
    constexpr int kSteps = 40;
    constexpr double kStep = 0.99 / kSteps;
    std::vector<Point> x = first(m_noise, kFlows);
    std::vector<std::vector<Point>> out;
    for (const Point& z : x)
        out.push_back({z});
    const auto at = [&](const std::vector<Point>& points, int i) { return m_game->teacherAt(points, std::vector<double>(points.size(), i * kStep)); };
    const auto moved = [](const Point& p, double by, const Point& v) { return Point{p[0] + by * v[0], p[1] + by * v[1]}; };
    for (int i = 0; i < kSteps; ++i) {
        const std::vector<Point> v = at(x, i);
        std::vector<Point> ahead;
        for (std::size_t k = 0; k < x.size(); ++k)
            ahead.push_back(moved(x[k], kStep, v[k]));
        const std::vector<Point> w = at(ahead, i + 1);
        for (std::size_t k = 0; k < x.size(); ++k) {
            x[k] = moved(moved(x[k], kStep / 2, v[k]), kStep / 2, w[k]);
            out[k].push_back(x[k]);
        }
    }
    return out;
}

void GamePlayer::showField()
{
    const bool line = m_game->shape().dimension == 1;
    GameField field{m_game->step(), std::clamp(m_time, 0.0, 0.98), line ? kLine : kGrid, line ? 1 : kGrid, m_standing.extent, {}, {},
                    std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
    const auto place = [&](int i, int of) { return of == 1 ? 0 : field.extent * (2.0 * i / (of - 1) - 1); };
    std::vector<Point> x;
    for (int row = 0; row < field.rows; ++row)
        for (int column = 0; column < field.columns; ++column)
            x.push_back({place(column, field.columns), place(row, field.rows)});
    field.fake = m_game->fakeAt(x, std::vector<double>(x.size(), field.t));
    if (m_game->loss().kind != "normalized") {
        const game::FakeOptimum optimum(*m_game, kOptimumSamples);
        field.optimum = optimum.at(x, field.t);
        field.error = optimum.error(*m_game, kProbes);
        field.distance = optimum.distance(*m_game, kProbes);
    }
    m_news.field = std::move(field);
}

GameNews GamePlayer::take()
{
    m_standing.step = m_game->step();
    m_standing.turn = m_game->turn();
    m_standing.loss = m_game->loss();
    m_standing.settings = m_game->settings();
    m_standing.events = m_game->events();
    m_standing.moments.clear();
    for (const Moment& moment : m_moments)
        m_standing.moments.push_back(moment.state.step);
    m_news.standing = m_standing;
    return std::exchange(m_news, {});
}

} // namespace realuid::studio
