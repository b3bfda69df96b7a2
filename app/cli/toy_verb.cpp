// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/analytic_verbs.h"
#include "app/cli/run_session.h"
#include "app/cli/scene_options.h"
#include "app/cli/stop_signals.h"
#include "app/cli/toy_compare.h"
#include "app/cli/toy_state.h"
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

constexpr std::int64_t kSamples = 10000, kOptimumSamples = 40000;
constexpr double kSettleRate = 2e-3;

struct ToyOptions {
    explicit ToyOptions(CLI::App& verb) : scene(verb)
    {
        source = verb.get_option("--scene")->required(false); // not for --resume
        parameters.add(verb, game::gameParameters(), game::GameSettings{});
        verb.add_option("--settle", settle,
                        "Fake updates after the game, the generator held still, before its field is held against the closed form. "
                        "Default 12000.");
        verb.add_option("--run", run, "The run folder to make.");
        verb.add_option("--resume", resume, "Go on with the run in this folder, which was stopped; scene and settings are its own.");
        verb.add_option("--compare", compare,
                        "Objectives to play in lock step from the same seed and data, as uid,realuid:0.94:0.96,uid+gan.")
            ->delimiter(',');
        verb.add_option("--seeds", seeds, "--compare: games of each objective, from the seed on. Default 1.");
        verb.add_option("--reach", reach, "--compare: distances whose updates until reached are told. Default 0.3,0.2,0.15.")->delimiter(',');
    }
    SceneOptions scene;
    CLI::Option* source = nullptr;
    ParameterOptions parameters;
    std::int64_t settle = 12000;
    std::string run, resume;
    std::vector<std::string> compare;
    std::int64_t seeds = 1;
    std::vector<double> reach{0.3, 0.2, 0.15};
};

/// What was asked for, found to be sound.
struct ToyJob {
    Scene scene;
    game::GameSettings settings;
    ToyComparison comparison;
};

/// The scene and settings of a run that was stopped.
ToyJob readStoppedJob(const RunFolder& folder)
{
    const std::string where = folder.runJson().string();
    const Json json = readJson(folder.runJson());
    ToyJob job;
    std::vector<std::string> known;
    std::vector<Fault> faults;
    if (json.value("kind", "") != "toy" || !json.contains("scene") || !json.contains("parameters"))
        throw Error(ErrorKind::Usage, {REALUID_TEXT("is not the folder of a toy run")}, folder.root().string(),
                    {REALUID_TEXT("name the folder of a toy run that was stopped")});
    job.scene = sceneFromJson(json.at("scene"), where);
    readTable(game::gameParameters(), json.at("parameters"), "parameters", job.settings, known, faults);
    for (Fault& fault : game::check(job.settings))
        faults.push_back(std::move(fault));
    if (anyFault(faults))
        throw Error::listing(ErrorKind::File, std::move(faults), where);
    return job;
}

void readComparison(const ToyOptions& options, ToyComparison& comparison, std::vector<Fault>& faults)
{
    for (const std::string& text : options.compare)
        comparison.contenders.push_back(game::readContender(text, faults));
    comparison.seeds = options.seeds;
    comparison.reach = options.reach;
    if (options.seeds < 1 || options.seeds > 1000)
        faults.push_back({"seeds", std::to_string(options.seeds), {REALUID_TEXT("must be in %1"), {"[1, 1000]"}}});
    for (const double distance : options.reach)
        if (!(distance > 0))
            faults.push_back({"reach", numberText(distance), {REALUID_TEXT("must be above 0")}});
}

ToyJob readJob(const ToyOptions& options, const Context& context)
{
    if (options.source->count() == 0)
        throw Error::listing(ErrorKind::Usage, {{"scene", {}, {REALUID_TEXT("must be given")}}});
    std::vector<Fault> faults;
    ToyJob job;
    job.scene = options.scene.take(faults);
    job.settings.seed = job.scene.seed;
    options.parameters.take(game::gameParameters(), job.settings, faults);
    for (const std::vector<Fault>& more : {game::check(job.settings), game::checkPlayable(job.scene)})
        faults.insert(faults.end(), more.begin(), more.end());
    readComparison(options, job.comparison, faults);
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

/// The game with its fake model after `updates` of its own, the generator held still, the rate falling to nothing. Times are
/// drawn late, where most is left to learn. Null where a stop was asked for.
std::unique_ptr<game::PlaneGame<float>> settled(const game::PlaneGame<float>& from, const Scene& scene, std::int64_t updates)
{
    game::GameSettings settings = from.settings();
    settings.times = "late";
    settings.ganGenerator = settings.ganCritic = 0; // the fake model alone learns on
    auto still = std::make_unique<game::PlaneGame<float>>(scene, settings, from.teacherNetwork());
    game::GameState<float> state = from.state();
    state.settings = settings;
    state.critic = {};
    still->restore(state);
    for (std::int64_t k = 0; k < updates; ++k) {
        if (StopSignals::asked())
            return nullptr;
        const double done = static_cast<double>(k) / static_cast<double>(updates);
        still->advanceAs(Player::Fake, kSettleRate * (1 - done));
    }
    return still;
}

/// The last part of the result: how well the fake model knows what the generator makes.
void tellField(const game::PlaneGame<float>& game, const ToyJob& job, std::int64_t updates, Json& result)
{
    const game::FakeOptimum optimum(game, kOptimumSamples);
    const auto number = [](double value) { return std::isfinite(value) ? Json(value) : Json(); };
    result["field_rmse_unsettled"] = number(optimum.error(game));
    if (const auto still = settled(game, job.scene, updates)) {
        result["field_rmse_vs_closed_form"] = number(optimum.error(*still));
        result["settle"] = updates;
    }
}

Outcome play(game::PlaneGame<float>& game, const RunFolder& folder, const Context& context, double& seconds)
{
    ConsoleProgress console(context.quiet);
    MetricsWriter metrics(folder, game.step());
    RunLog log(folder, game.step());
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

void runComparison(const ToyJob& job, const RunFolder& folder, Context& context)
{
    printResult(context, playComparison(job.comparison, job.scene, job.settings, folder, context.quiet));
}

Json resultOf(const std::string& run, const Outcome& outcome, double seconds, std::int64_t updates)
{
    Json result{{"run", run},
                {"outcome", word(outcome.kind)},
                {"steps", outcome.step},
                {"seconds", seconds},
                {"updates_per_second", static_cast<double>(updates) / std::max(seconds, 1e-9)}};
    if (!outcome.reason.empty()) {
        result["reason"] = outcome.reason;
        printRemark("error: " + outcome.reason);
    }
    return result;
}

void tellDistances(const Judge& judge, const game::PlaneGame<float>& game, const std::vector<Point>& before,
                   const std::vector<Point>& after, Json& result)
{
    result["distance_before"] = judge.distance(before);
    result["distance_after"] = judge.distance(after);
    result["distance_after_without_average"] = judge.distance(judge.samples(game::Weights::Generator));
    result["energy_distance_before"] = judge.energy(before);
    result["energy_distance_after"] = judge.energy(after);
    result["modes"] = game.real().modes();
    result["modes_covered"] = game.real().modesCovered(after);
}

void runToy(const ToyOptions& options, Context& context)
{
    const bool resumed = !options.resume.empty();
    const ToyJob job = resumed ? readStoppedJob(RunFolder(options.resume)) : readJob(options, context);
    const std::string run = resumed ? options.resume : options.run;
    const StopSignals signals;
    const RunFolder folder = resumed ? RunFolder(run) : RunFolder::create(run);
    if (resumed)
        requireStopped(folder);
    else
        writeRunJson(folder, job, context, game::WorkerPool(static_cast<int>(job.settings.threads)).threads());
    if (!job.comparison.contenders.empty())
        return runComparison(job, folder, context);
    game::PlaneGame<float> game(job.scene, job.settings, nullptr, StopSignals::asked);
    const Judge judge(game);
    const std::vector<Point> before = judge.samples(game::Weights::Average);
    if (resumed) {
        game::GameState<float> state = game.state();
        readStopped(folder, state);
        game.restore(state);
    } else {
        writeSamples(folder, before, judge.dimension(), 0);
    }
    const std::int64_t from = game.step();
    double seconds = 0;
    const Outcome outcome = play(game, folder, context, seconds);
    if (outcome.kind == Outcome::Kind::Stopped)
        writeStopped(folder, game.state());
    else
        forgetStopped(folder);

    const std::vector<Point> after = judge.samples(game::Weights::Average);
    if (outcome.step > from)
        writeSamples(folder, after, judge.dimension(), outcome.step);
    Json result = resultOf(run, outcome, seconds, outcome.step - from);
    tellDistances(judge, game, before, after, result);
    if (outcome.kind == Outcome::Kind::Finished)
        tellField(game, job, options.settle, result);
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
