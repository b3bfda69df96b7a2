// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/game/lock_step.h"

#include "core/api/error.h"
#include "core/api/recipe.h"
#include "core/game/measures.h"

#include <algorithm>

namespace realuid::game
{
namespace
{
constexpr std::int64_t kJudged = 2000;
constexpr std::string_view kWithGan = "+gan";

std::vector<std::string> parts(std::string_view text)
{
    std::vector<std::string> out(1);
    for (const char c : text) {
        if (c == ':')
            out.emplace_back();
        else
            out.back() += c;
    }
    return out;
}
} // namespace

GameSettings Contender::settings(GameSettings shared) const
{
    if (!gan)
        shared.ganGenerator = shared.ganCritic = 0;
    else if (!shared.hasCritic()) {
        shared.ganGenerator = kGanGeneratorWeight;
        shared.ganCritic = kGanCriticWeight;
    }
    return shared;
}

Contender readContender(std::string_view text, std::vector<Fault>& faults)
{
    Contender out;
    const std::string_view objective = text.substr(0, text.size() - (text.ends_with(kWithGan) ? kWithGan.size() : 0));
    out.gan = objective.size() != text.size();
    const std::vector<std::string> words = parts(objective);
    out.loss.kind = words[0];
    bool readable = words.size() <= 3;
    const auto take = [&](std::size_t at, double& to) {
        if (at >= words.size())
            return;
        readable = parseNumber(words[at], to) && readable;
    };
    take(1, out.loss.alpha);
    take(2, out.loss.beta);
    if (!readable)
        faults.push_back({"compare", std::string(text), {REALUID_TEXT("must be an objective's kind, alpha and beta, set apart by colons, with +gan behind where it has a GAN")}});
    for (Fault& fault : check(out.loss)) {
        fault.field = "compare." + fault.field;
        faults.push_back(std::move(fault));
    }
    out.name = out.loss.kind == "uid" ? "uid" : out.loss.kind + ' ' + numberText(out.loss.alpha) + ' ' + numberText(out.loss.beta);
    if (out.gan)
        out.name += " + gan";
    return out;
}

LockStep::LockStep(const Scene& scene, const GameSettings& settings, std::vector<Contender> contenders, const StopAsked& stopAsked)
{
    Scene own = scene;
    for (Contender& contender : contenders) {
        own.loss = contender.loss;
        auto next = std::make_unique<PlaneGame<float>>(own, contender.settings(settings), m_entries.empty() ? nullptr : game(0).teacherNetwork(), stopAsked);
        m_entries.push_back({std::move(contender), std::move(next), {}, {}});
    }
    m_noise = game(0).noise(kJudged);
    m_real = game(0).realSamples(kJudged);
}

void LockStep::advance()
{
    ++m_step;
    for (Entry& entry : m_entries) {
        if (!entry.problem.empty())
            continue;
        try {
            entry.game->advance();
        } catch (const Error& error) {
            entry.problem = error.what();
        }
    }
}

void LockStep::judge()
{
    for (Entry& entry : m_entries) {
        if (!entry.problem.empty())
            continue;
        const PlaneGame<float>& game = *entry.game;
        const std::vector<Point> samples = game.generate(m_noise, Weights::Average);
        entry.readings.push_back({m_step,
                                  slicedDistance(samples, m_real, game.shape().dimension, 32, static_cast<int>(game.settings().threads)),
                                  game.real().modesCovered(samples)});
    }
}

std::optional<std::int64_t> LockStep::stepsToReach(const std::vector<Reading>& readings, double distance)
{
    const auto reached = [distance](const Reading& r) { return r.distance <= distance; };
    for (auto it = readings.begin(); it != readings.end(); ++it)
        if (reached(*it) && 2 * std::count_if(it, readings.end(), reached) >= readings.end() - it)
            return it->step;
    return {};
}

} // namespace realuid::game
