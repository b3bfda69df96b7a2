// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/analytic_verbs.h"
#include "app/cli/run_session.h"
#include "app/cli/scene_options.h"
#include "app/cli/stop_signals.h"
#include "core/api/observers.h"
#include "core/game/fake_optimum.h"
#include "core/game/game_training.h"
#include "core/game/measures.h"
#include "core/io/atomic_file.h"
#include "core/io/csv.h"
#include "core/io/metrics.h"
#include "core/io/run_folder.h"
#include "core/io/run_log.h"
#include "core/io/scene_json.h"

namespace realuid::cli
{
namespace
{
using game::Point;

constexpr std::int64_t kSamples = 10000;

struct ToyOptions {
    explicit ToyOptions(CLI::App& verb) : scene(verb)
    {
        parameters.add(verb, game::gameParameters(), game::GameSettings{});
        verb.add_option("--settle", settle,
                        "Fake updates after the game, the generator held still, before its field is held against the closed form. "
                        "Default 4000.");
        verb.add_option("--run", run, "The run folder to make.");
    }
    SceneOptions scene;
    ParameterOptions parameters;
    std::int64_t settle = 4000;
    std::string run;
};

/// What was asked for, found to be sound.
struct ToyJob {
    Scene scene;
    game::GameSettings settings;
};

ToyJob readJob(const ToyOptions& options, const Context& context)
{
    std::vector<Fault> faults;
    ToyJob job;
    job.scene = options.scene.take(faults);
    job.settings.seed = job.scene.seed;
    options.parameters.take(game::gameParameters(), job.settings, faults);
    for (const std::vector<Fault>& more : {game::check(job.settings), game::checkPlayable(job.scene)})
        faults.insert(faults.end(), more.begin(), more.end());
    if (options.run.empty())
        faults.push_back({"run", {}, {REALUID_TEXT("must be given")}});
    if (options.settle < 0)
        faults.push_back({"settle", std::to_string(options.settle), {REALUID_TEXT("must be at least 0")}});
    requireSound(faults, context.quiet);
    return job;
}

void writeRunJson(const RunFolder& folder, const ToyJob& job, const Context& context, int threads)
{
    Json parameters;
    writeTable(lossParameters(), job.scene.loss, parameters);
    writeTable(game::gameParameters(), job.settings, parameters);
    const Json json{{"version", 1},
                    {"program", REALUID_VERSION},
                    {"kind", "toy"},
                    {"command", context.command},
                    {"scene", toJson(job.scene)},
                    {"parameters", parameters},
                    {"engine", {{"instruction_set", name(instructionSet())}, {"threads", threads}}}};
    writeAtomically(folder.runJson(), false, json.dump(2) + "\n");
}

/// The generator's and its average's distances to the same real samples.
class Judge
{
public:
    explicit Judge(const game::PlaneGame<float>& game)
        : m_game(&game), m_noise(game.noise(kSamples)), m_real(game.realSamples(kSamples))
    {
    }

    std::vector<Point> samples(game::Weights weights) const { return m_game->generate(m_noise, weights); }
    double distance(const std::vector<Point>& samples) const
    {
        return game::slicedDistance(samples, m_real, dimension(), 64, threads());
    }
    double energy(const std::vector<Point>& samples) const { return game::energyDistance(samples, m_real, dimension(), threads()); }
    int dimension() const { return m_game->shape().dimension; }

private:
    int threads() const { return static_cast<int>(m_game->settings().threads); }
    const game::PlaneGame<float>* m_game;
    std::vector<Point> m_noise, m_real;
};

void writeSamples(const RunFolder& folder, const std::vector<Point>& points, int dimension, std::int64_t step)
{
    CsvTable table{dimension == 1 ? std::vector<std::string>{"x"} : std::vector<std::string>{"x", "y"}, {}};
    for (const Point& p : points)
        table.values.insert(table.values.end(), p.begin(), p.begin() + dimension);
    writeCsv(folder.sample(step, "average").replace_extension(".csv"), table, false);
}

/// Fake updates with the generator held still, the rate falling to nothing. False where a stop was asked for.
bool settle(game::PlaneGame<float>& game, std::int64_t updates)
{
    for (std::int64_t k = 0; k < updates; ++k) {
        if (StopSignals::asked())
            return false;
        const double done = static_cast<double>(k) / static_cast<double>(updates);
        game.advanceAs(Player::Fake, game.settings().lr * (1 - done));
    }
    return true;
}

/// The last part of the result: how well the fake model knows what the generator makes.
void tellField(game::PlaneGame<float>& game, std::int64_t updates, Json& result)
{
    const game::FakeOptimum optimum(game, kSamples);
    const auto number = [](double value) { return std::isfinite(value) ? Json(value) : Json(); };
    result["field_rmse_unsettled"] = number(optimum.error(game));
    if (settle(game, updates)) {
        result["field_rmse_vs_closed_form"] = number(optimum.error(game));
        result["settle"] = updates;
    }
}

Outcome play(game::PlaneGame<float>& game, const RunFolder& folder, const Context& context, double& seconds)
{
    ConsoleProgress console(context.quiet);
    MetricsWriter metrics(folder, 0);
    RunLog log(folder, 0);
    Observers all({&metrics, &log, &console});
    game::GameTraining training(game);
    Runner runner(training, all);
    StopSignals::watch(&runner);
    const auto begun = std::chrono::steady_clock::now();
    const Outcome outcome = runner.run();
    seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    StopSignals::watch(nullptr);
    return outcome;
}

void runToy(const ToyOptions& options, Context& context)
{
    const ToyJob job = readJob(options, context);
    const StopSignals signals;
    game::PlaneGame<float> game(job.scene, job.settings);
    const RunFolder folder = RunFolder::create(options.run);
    writeRunJson(folder, job, context, game.threads());
    const Judge judge(game);
    const std::vector<Point> before = judge.samples(game::Weights::Average);
    writeSamples(folder, before, judge.dimension(), 0);
    double seconds = 0;
    const Outcome outcome = play(game, folder, context, seconds);

    const std::vector<Point> after = judge.samples(game::Weights::Average), own = judge.samples(game::Weights::Generator);
    if (outcome.step > 0)
        writeSamples(folder, after, judge.dimension(), outcome.step);
    Json result{{"run", options.run},
                {"outcome", word(outcome.kind)},
                {"steps", outcome.step},
                {"seconds", seconds},
                {"updates_per_second", static_cast<double>(outcome.step) / std::max(seconds, 1e-9)},
                {"distance_before", judge.distance(before)},
                {"distance_after", judge.distance(after)},
                {"distance_after_without_average", judge.distance(own)},
                {"energy_distance_before", judge.energy(before)},
                {"energy_distance_after", judge.energy(after)},
                {"modes", game.real().modes()},
                {"modes_covered", game.real().modesCovered(after)}};
    if (outcome.kind == Outcome::Kind::Finished)
        tellField(game, options.settle, result);
    if (!outcome.reason.empty()) {
        result["reason"] = outcome.reason;
        printRemark("error: " + outcome.reason);
    }
    printResult(context, result);
    context.exitCode = exitCode(outcome);
}

} // namespace

void addToy(CLI::App& program, Context& context)
{
    CLI::App* verb = addVerb(program, "toy", "Play the two-player game on a scene with small networks; no LibTorch needed.", context);
    auto options = std::make_shared<ToyOptions>(*verb);
    verb->callback([options, &context] { runToy(*options, context); });
}

} // namespace realuid::cli
