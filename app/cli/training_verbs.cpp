// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/engine_verbs.h"
#include "app/cli/options.h"
#include "app/cli/run_session.h"
#include "app/cli/stop_signals.h"
#include "core/api/recipe.h"
#include "core/io/engine_loader.h"
#include "core/io/launched_process.h"
#include "core/io/run_json.h"

#include <memory>

namespace realuid::cli
{
namespace
{

/// What `teacher` and `distil` gather from the command line.
struct StartOptions {
    RunRequest request;
    ParameterOptions parameters;
    std::string recipe, config;
    bool dryRun = false;
};

void addFileOptions(CLI::App& verb, StartOptions& o)
{
    verb.add_option("--data", o.request.data, "CIFAR-10 as a folder with data_batch_*.bin, its .tar.gz or one .bin; a folder of images (sub-folders are classes); or shapes.");
    verb.add_option("--source", o.request.source,
                    "x0 in place of noise: grey or low:K (made from the data's images), or a folder of images with the data's names.");
    verb.add_option("--run", o.request.directory, "The run folder to make.");
    verb.add_option("--recipe", o.recipe, "A named set of parameters to start from; realuid params lists them. --config and options on the line win.");
    verb.add_option("--config", o.config, "A run.json, or a JSON object of parameters; options on the line win.");
    verb.add_flag("--dry-run", o.dryRun, "Tell what the run would take: parameters, memory, disk, hours by some timed updates. Writes nothing; needs no --run.");
}

void require(const std::string& value, const char* field, std::vector<Fault>& faults)
{
    if (value.empty())
        faults.push_back({field, {}, {REALUID_TEXT("must be given")}});
}

void append(std::vector<Fault>& faults, const std::vector<Fault>& more) { faults.insert(faults.end(), more.begin(), more.end()); }

/// Reads file and options into the request; all faults are told at once, and before the engine is loaded.
void resolve(StartOptions& o, const Context& context)
{
    RunRequest& request = o.request;
    request.command = context.command;
    std::vector<Fault> faults;
    if (!o.recipe.empty()) {
        const std::string fake = request.initFake;
        applyRecipe(o.recipe, request, faults);
        if (!fake.empty())
            request.initFake = fake;
    }
    if (request.initFake.empty())
        request.initFake = RunRequest{}.initFake;
    if (!o.config.empty())
        readParameters(readJson(o.config), request.loss, request.training, faults);
    o.parameters.take(trainingParameters(), request.training, faults);
    const bool distil = request.kind == RunKind::Distil;
    if (distil)
        o.parameters.take(lossParameters(), request.loss, faults);
    append(faults, check(request.training));
    if (distil) {
        append(faults, check(request.loss));
        require(request.teacher, "teacher", faults);
    }
    require(request.data, "data", faults);
    if (!o.dryRun)
        require(request.directory, "run", faults);
    requireSound(faults, context.quiet);
}

/// Sizes in bytes; hours and seconds as measured on this machine now.
Json toJson(const Preflight& told)
{
    Json networks = Json::object(), warnings = Json::array();
    for (const Preflight::Network& network : told.networks)
        networks[network.name] = {{"parameters", network.parameters}, {"trained", network.trained}};
    for (const Text& warning : told.warnings)
        warnings.push_back(warning.english());
    return {{"networks", networks},
            {"device", told.device},
            {"data", {{"kind", told.dataKind}, {"records", told.records}, {"checksum", told.dataChecksum}}},
            {"memory_bytes", told.memory},
            {"memory_measured_bytes", told.memoryMeasured},
            {"memory_total_bytes", told.memoryTotal},
            {"checkpoint_bytes", told.checkpoint},
            {"disk_bytes", told.disk},
            {"disk_free_bytes", told.diskFree},
            {"timed_updates", told.timedUpdates},
            {"seconds_per_update", told.secondsPerUpdate},
            {"hours", told.hours},
            {"evaluation", {{"samples", told.evaluationSamples}, {"hours", told.evaluationHours}}},
            {"warnings", warnings}};
}

void dryRun(const StartOptions& o, const Context& context)
{
    const StopSignals signals;
    ConsoleProgress console(context.quiet);
    const Preflight told = requireEngine().preflight(o.request, console, &StopSignals::asked);
    if (!launchedProcess().first())
        return;
    for (const Text& warning : told.warnings)
        console.noted(warning);
    printResult(context, toJson(told));
}

void start(StartOptions& o, Context& context)
{
    resolve(o, context);
    if (o.dryRun)
        return dryRun(o, context);
    runToEnd(context, o.request.directory,
             [&](Observer& observer) { return requireEngine().start(o.request, observer); });
}

/// All rows are understood, so that the engine can say of those that a run may not change why it refuses them; the help
/// shows the others. A default is what the run has.
template <class S>
void addChanges(CLI::App& verb, std::span<const Parameter<S>> table, ParameterOptions& options)
{
    options.add(verb, table, S{});
    for (const Parameter<S>& row : table) {
        CLI::Option* option = verb.get_option("--" + kebabCase(row.info.id));
        option->group(changeableInRun(row.info.id) ? "From here on (default: as the run has it)" : "");
        option->description(std::string(row.info.meaning));
    }
}

} // namespace

void addTeacher(CLI::App& program, Context& context)
{
    CLI::App* verb = addVerb(program, "teacher", "Train a teacher by flow matching.", context);
    auto o = std::make_shared<StartOptions>();
    o->request.kind = RunKind::Teacher;
    o->request.training = teacherDefaults();
    addFileOptions(*verb, *o);
    o->parameters.add(*verb, trainingParameters(), o->request.training);
    verb->callback([&context, o] { start(*o, context); });
}

void addDistil(CLI::App& program, Context& context)
{
    CLI::App* verb = addVerb(program, "distil", "Distil a teacher into a one-step generator with RealUID.", context);
    auto o = std::make_shared<StartOptions>();
    o->request.initFake.clear(); // as the recipe has it
    addFileOptions(*verb, *o);
    verb->add_option("--teacher", o->request.teacher, "Checkpoint F[:STATE] of the teacher.");
    verb->add_option("--init-generator", o->request.initGenerator, "Checkpoint F[:STATE] to start from; default the teacher.");
    verb->add_option("--init-fake", o->request.initFake, "random, teacher or a checkpoint F[:STATE]; default random.");
    o->parameters.add(*verb, lossParameters(), o->request.loss);
    o->parameters.add(*verb, trainingParameters(), o->request.training);
    verb->callback([&context, o] { start(*o, context); });
}

void addResume(CLI::App& program, Context& context)
{
    CLI::App* verb = addVerb(program, "resume", "Go on with a run exactly where its newest checkpoint ends.", context);
    struct Options {
        std::string directory;
        ParameterOptions changes;
    };
    auto o = std::make_shared<Options>();
    verb->add_option("--run", o->directory, "The run folder.");
    addChanges(*verb, lossParameters(), o->changes);
    addChanges(*verb, trainingParameters(), o->changes);
    verb->callback([&context, o] {
        std::vector<Fault> faults;
        require(o->directory, "run", faults);
        requireSound(faults, context.quiet);
        runToEnd(context, o->directory,
                 [&](Observer& observer) { return requireEngine().resume(o->directory, o->changes.texts(), observer); });
    });
}

void addEngineVerbs(CLI::App& program, Context& context)
{
    addTeacher(program, context);
    addDistil(program, context);
    addResume(program, context);
    addSample(program, context);
    addInterpolate(program, context);
    addEvaluate(program, context);
    addMetrics(program, context);
    addInspect(program, context);
    addConvert(program, context);
    addData(program, context);
    addBench(program, context);
}

} // namespace realuid::cli
