// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/toy_compare.h"

#include "app/cli/stop_signals.h"
#include "core/game/convergence.h"
#include "core/io/atomic_file.h"
#include "core/io/csv.h"

#include <cmath>
#include <limits>

namespace realuid::cli
{
namespace
{
using game::Convergence;
using game::Reading;
using game::Spread;

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(); }

void put(Json& to, const std::string& key, const Spread& spread)
{
    to[key] = number(spread.median);
    to[key + "_least"] = number(spread.least);
    to[key + "_most"] = number(spread.most);
}

Json curveOf(const Convergence& played, std::size_t contender)
{
    Json out{{"steps", Json::array()}, {"median", Json::array()}, {"least", Json::array()}, {"most", Json::array()}};
    for (const game::SpreadAt& at : played.curve(contender)) {
        out["steps"].push_back(at.step);
        out["median"].push_back(number(at.distance.median));
        out["least"].push_back(number(at.distance.least));
        out["most"].push_back(number(at.distance.most));
    }
    return out;
}

Json tell(const Convergence& played, std::size_t contender, const std::vector<double>& reach)
{
    std::vector<double> before, after, modes;
    Json problems = Json::array();
    for (std::size_t k = 0; k < played.readings(contender).size(); ++k) {
        const std::vector<Reading>& readings = played.readings(contender)[k];
        const std::string& problem = played.problems(contender)[k];
        before.push_back(readings.front().distance);
        after.push_back(problem.empty() ? readings.back().distance : std::numeric_limits<double>::infinity());
        modes.push_back(readings.back().modes);
        if (!problem.empty())
            problems.push_back(problem);
    }
    const game::Contender& setting = played.contenders()[contender];
    const Coefficients c = coefficients(setting.loss);
    Json out{{"name", setting.name}, {"kind", setting.loss.kind}, {"alpha", c.alpha}, {"beta", c.beta}, {"gan", setting.gan}, {"diverged", problems}};
    put(out, "distance_before", game::spreadOf(before));
    put(out, "distance_after", game::spreadOf(after));
    put(out, "modes_covered", game::spreadOf(modes));
    out["steps_to_reach"] = Json::array();
    for (const double distance : reach) {
        Json row{{"distance", distance}};
        put(row, "steps", played.arrival(contender, distance));
        out["steps_to_reach"].push_back(row);
    }
    out["curve"] = curveOf(played, contender);
    return out;
}

void writeTables(const RunFolder& folder, const Convergence& played, const std::vector<double>& reach)
{
    CsvTable curves{{"setting", "seed", "step", "distance", "modes"}, {}};
    CsvTable arrivals{{"setting", "seed", "distance", "step"}, {}};
    for (std::size_t c = 0; c < played.contenders().size(); ++c)
        for (std::size_t k = 0; k < played.readings(c).size(); ++k) {
            const std::vector<Reading>& readings = played.readings(c)[k];
            const double setting = static_cast<double>(c), seed = static_cast<double>(played.seed(k));
            for (const Reading& r : readings)
                curves.values.insert(curves.values.end(), {setting, seed, static_cast<double>(r.step), r.distance, static_cast<double>(r.modes)});
            for (const double distance : reach)
                if (const auto step = played.arrivalOf(c, k, distance); step && std::isfinite(*step))
                    arrivals.values.insert(arrivals.values.end(), {setting, seed, distance, *step});
        }
    writeCsv(folder.root() / "compare.csv", curves, false);
    writeCsv(folder.root() / "convergence.csv", arrivals, false);
}

/// Plays to the end. Seconds that it took.
double play(Convergence& game, bool quiet)
{
    ConsoleProgress console(quiet);
    const auto begun = std::chrono::steady_clock::now();
    const auto seconds = [&] { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count(); };
    while (!game.finished()) {
        if (StopSignals::asked())
            throw Error(ErrorKind::Stopped, {REALUID_TEXT("stopped after %1 of %2 updates"), {std::to_string(game.done()), std::to_string(game.total())}});
        if (!game.advance())
            continue;
        const double rate = static_cast<double>(game.done()) / std::max(seconds(), 1e-9);
        console.progressed({game.done(), game.total(), rate, static_cast<double>(game.total() - game.done()) / rate});
    }
    console.finished({});
    return seconds();
}

} // namespace

Json playComparison(const ToyComparison& comparison, const Scene& scene, const game::GameSettings& settings, const RunFolder& folder,
                    bool quiet)
{
    Convergence game(scene, settings, comparison.contenders, comparison.seeds, StopSignals::asked);
    double seconds = 0;
    try {
        seconds = play(game, quiet);
    } catch (const Error&) { // what was played is not lost
        writeTables(folder, game, comparison.reach);
        throw;
    }
    writeTables(folder, game, comparison.reach);
    Json seeds = Json::array();
    for (std::int64_t k = 0; k < comparison.seeds; ++k)
        seeds.push_back(game.seed(static_cast<std::size_t>(k)));
    Json result{{"run", folder.root().string()}, {"steps", settings.steps}, {"seeds", seeds}, {"seconds", seconds}, {"settings", Json::array()}};
    for (std::size_t c = 0; c < comparison.contenders.size(); ++c)
        result["settings"].push_back(tell(game, c, comparison.reach));
    writeAtomically(folder.root() / "compare.json", false, result.dump(2) + "\n");
    return result;
}

} // namespace realuid::cli
