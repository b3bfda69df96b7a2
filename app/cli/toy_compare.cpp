// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/toy_compare.h"

#include "app/cli/stop_signals.h"
#include "core/io/csv.h"

#include <cmath>
#include <limits>

namespace realuid::cli
{
namespace
{
using game::LockStep;
using game::Reading;

constexpr std::int64_t kJudgeEvery = 50; // updates

/// What one contender came to over the seeds: [seed] each.
struct Record {
    std::vector<std::vector<Reading>> readings;
    std::vector<std::string> problems;
};

struct Spread {
    double median = 0, least = 0, most = 0;
};

/// The values must not be empty; infinity stands for "never".
Spread spreadOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return {values[(values.size() - 1) / 2], values.front(), values.back()};
}

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(); }

void put(Json& to, const std::string& key, const Spread& spread)
{
    to[key] = number(spread.median);
    to[key + "_least"] = number(spread.least);
    to[key + "_most"] = number(spread.most);
}

/// The median curve with its band; a seed that diverged counts as infinitely far from there on.
Json curveOf(const Record& record)
{
    std::size_t most = 0;
    for (const auto& readings : record.readings)
        most = std::max(most, readings.size());
    Json out{{"steps", Json::array()}, {"median", Json::array()}, {"least", Json::array()}, {"most", Json::array()}};
    for (std::size_t k = 0; k < most; ++k) {
        std::vector<double> at;
        std::int64_t step = 0;
        for (const auto& readings : record.readings) {
            at.push_back(k < readings.size() ? readings[k].distance : std::numeric_limits<double>::infinity());
            step = k < readings.size() ? readings[k].step : step;
        }
        const Spread spread = spreadOf(at);
        out["steps"].push_back(step);
        out["median"].push_back(number(spread.median));
        out["least"].push_back(number(spread.least));
        out["most"].push_back(number(spread.most));
    }
    return out;
}

Spread arrival(const Record& record, double distance)
{
    std::vector<double> steps;
    for (const auto& readings : record.readings) {
        const auto reached = LockStep::stepsToReach(readings, distance);
        steps.push_back(reached ? static_cast<double>(*reached) : std::numeric_limits<double>::infinity());
    }
    return spreadOf(steps);
}

Json tell(const game::Contender& contender, const Record& record, const std::vector<double>& reach)
{
    std::vector<double> before, after, modes;
    Json problems = Json::array();
    for (std::size_t i = 0; i < record.readings.size(); ++i) {
        before.push_back(record.readings[i].front().distance);
        const bool lost = !record.problems[i].empty();
        after.push_back(lost ? std::numeric_limits<double>::infinity() : record.readings[i].back().distance);
        modes.push_back(record.readings[i].back().modes);
        if (lost)
            problems.push_back(record.problems[i]);
    }
    Json out{{"name", contender.name}, {"diverged", problems}};
    put(out, "distance_before", spreadOf(before));
    put(out, "distance_after", spreadOf(after));
    put(out, "modes_covered", spreadOf(modes));
    out["steps_to_reach"] = Json::array();
    for (const double distance : reach) {
        Json row{{"distance", distance}};
        put(row, "steps", arrival(record, distance));
        out["steps_to_reach"].push_back(row);
    }
    out["curve"] = curveOf(record);
    return out;
}

void writeTables(const RunFolder& folder, std::int64_t firstSeed, const std::vector<Record>& records, const std::vector<double>& reach)
{
    CsvTable curves{{"setting", "seed", "step", "distance", "modes"}, {}};
    CsvTable arrivals{{"setting", "seed", "distance", "step"}, {}};
    for (std::size_t c = 0; c < records.size(); ++c)
        for (std::size_t i = 0; i < records[c].readings.size(); ++i) {
            const std::vector<Reading>& readings = records[c].readings[i];
            const double setting = static_cast<double>(c), seed = static_cast<double>(firstSeed) + static_cast<double>(i);
            for (const Reading& r : readings)
                curves.values.insert(curves.values.end(), {setting, seed, static_cast<double>(r.step), r.distance, static_cast<double>(r.modes)});
            for (const double distance : reach)
                if (const auto step = LockStep::stepsToReach(readings, distance))
                    arrivals.values.insert(arrivals.values.end(), {setting, seed, distance, static_cast<double>(*step)});
        }
    writeCsv(folder.root() / "compare.csv", curves, false);
    writeCsv(folder.root() / "convergence.csv", arrivals, false);
}

class Play
{
public:
    Play(const ToyComparison& comparison, std::int64_t steps, bool quiet)
        : m_console(quiet), m_total(steps * comparison.seeds), m_records(comparison.contenders.size())
    {
    }

    void seed(LockStep& game, std::int64_t steps)
    {
        game.judge();
        while (game.step() < steps) {
            if (StopSignals::asked())
                throw Error(ErrorKind::Stopped, {REALUID_TEXT("stopped after %1 of %2 updates"), {std::to_string(m_done), std::to_string(m_total)}});
            game.advance();
            ++m_done;
            if (game.step() % kJudgeEvery == 0 || game.step() == steps) {
                game.judge();
                progress();
            }
        }
        for (std::size_t c = 0; c < game.size(); ++c) {
            m_records[c].readings.push_back(game.readings(c));
            m_records[c].problems.push_back(game.problem(c));
        }
    }

    double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begun).count(); }
    const std::vector<Record>& records() const { return m_records; }
    void end() { m_console.finished({}); }

private:
    void progress()
    {
        const double rate = static_cast<double>(m_done) / std::max(seconds(), 1e-9);
        m_console.progressed({m_done, m_total, rate, static_cast<double>(m_total - m_done) / rate});
    }

    ConsoleProgress m_console;
    std::int64_t m_done = 0, m_total = 0;
    std::vector<Record> m_records;
    std::chrono::steady_clock::time_point m_begun = std::chrono::steady_clock::now();
};

} // namespace

Json playComparison(const ToyComparison& comparison, const Scene& scene, const game::GameSettings& settings, const RunFolder& folder,
                    bool quiet)
{
    Play play(comparison, settings.steps, quiet);
    Json seeds = Json::array();
    for (std::int64_t k = 0; k < comparison.seeds; ++k) {
        game::GameSettings own = settings;
        own.seed += k;
        seeds.push_back(own.seed);
        LockStep game(scene, own, comparison.contenders);
        play.seed(game, settings.steps);
    }
    play.end();
    writeTables(folder, settings.seed, play.records(), comparison.reach);
    Json result{{"run", folder.root().string()}, {"steps", settings.steps}, {"seeds", seeds}, {"seconds", play.seconds()}, {"settings", Json::array()}};
    for (std::size_t c = 0; c < comparison.contenders.size(); ++c)
        result["settings"].push_back(tell(comparison.contenders[c], play.records()[c], comparison.reach));
    return result;
}

} // namespace realuid::cli
