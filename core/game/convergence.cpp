// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/game/convergence.h"

#include <algorithm>
#include <limits>

namespace realuid::game
{
namespace
{
constexpr double kNever = std::numeric_limits<double>::infinity();
}

Spread spreadOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return {values[(values.size() - 1) / 2], values.front(), values.back()};
}

Convergence::Convergence(const Scene& scene, const GameSettings& settings, std::vector<Contender> contenders, std::int64_t seeds, StopAsked stopAsked)
    : m_scene(scene), m_settings(settings), m_contenders(std::move(contenders)), m_seeds(seeds), m_stopAsked(std::move(stopAsked)),
      m_records(m_contenders.size())
{
    begin();
}

void Convergence::begin()
{
    GameSettings own = m_settings;
    own.seed = seed(m_records.front().readings.size());
    m_game = std::make_unique<LockStep>(m_scene, own, m_contenders, m_stopAsked);
    for (Record& record : m_records) {
        record.readings.emplace_back();
        record.problems.emplace_back();
    }
    m_game->judge();
    keep();
}

void Convergence::keep()
{
    for (std::size_t c = 0; c < m_records.size(); ++c) {
        m_records[c].readings.back() = m_game->readings(c);
        m_records[c].problems.back() = m_game->problem(c);
    }
}

bool Convergence::advance()
{
    if (m_game->step() == m_settings.steps)
        begin();
    m_game->advance();
    ++m_done;
    if (m_game->step() % kJudgeEvery != 0 && m_game->step() != m_settings.steps)
        return false;
    m_game->judge();
    keep();
    return true;
}

std::vector<SpreadAt> Convergence::curve(std::size_t contender) const
{
    const Record& record = m_records[contender];
    // Seeds differ in length alone: all take their readings after the same updates.
    const auto longest = std::max_element(record.readings.begin(), record.readings.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
    std::vector<SpreadAt> out;
    for (std::size_t k = 0; k < longest->size(); ++k) {
        std::vector<double> distances;
        for (std::size_t i = 0; i < record.readings.size(); ++i)
            if (k < record.readings[i].size() || !record.problems[i].empty())
                distances.push_back(k < record.readings[i].size() ? record.readings[i][k].distance : kNever);
        out.push_back({(*longest)[k].step, spreadOf(std::move(distances))});
    }
    return out;
}

std::optional<double> Convergence::arrivalOf(std::size_t contender, std::size_t seed, double distance) const
{
    const Record& record = m_records[contender];
    if (!record.problems[seed].empty())
        return kNever;
    if (const auto reached = LockStep::stepsToReach(record.readings[seed], distance))
        return static_cast<double>(*reached);
    const bool played = seed + 1 < record.readings.size() || m_game->step() == m_settings.steps;
    return played ? std::optional(kNever) : std::nullopt;
}

Spread Convergence::arrival(std::size_t contender, double distance) const
{
    std::vector<double> steps;
    for (std::size_t k = 0; k < m_records[contender].readings.size(); ++k)
        if (const auto reached = arrivalOf(contender, k, distance))
            steps.push_back(*reached);
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    return steps.empty() ? Spread{kNone, kNone, kNone} : spreadOf(std::move(steps));
}

} // namespace realuid::game
