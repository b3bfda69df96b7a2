// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/engine_verbs.h"
#include "core/io/engine_loader.h"
#include "core/io/metrics.h"
#include "core/io/run_json.h"
#include "core/io/scene_json.h"

#include <filesystem>
#include <memory>

namespace realuid::cli
{
namespace
{
namespace fs = std::filesystem;

Json inspectScene(const std::string& file)
{
    const Scene scene = sceneFromJson(readJson(file), file);
    Json result{{"kind", "scene"}, {"tensors", 0}, {"parameters", 0}, {"step", nullptr}, {"emas", Json::array()}};
    result["dimension"] = scene.dimension();
    result["components"] = {scene.real.components.size(), scene.generated.components.size()};
    result["loss"] = scene.loss.kind;
    Json problems = Json::array();
    for (const Fault& fault : check(scene))
        problems.push_back(fault.english());
    result["problems"] = problems;
    return result;
}

Json toJson(const Inspection& found)
{
    Json result{{"kind", found.kind}, {"tensors", found.tensors}, {"parameters", found.parameters}};
    result["step"] = found.step ? Json(*found.step) : Json(nullptr);
    result["emas"] = found.emas;
    result["states"] = found.states;
    if (found.records > 0)
        result["records"] = found.records;
    for (const auto& [key, value] : found.geometry)
        result["geometry"][key] = value;
    result["problems"] = Json::array();
    for (const Text& problem : found.problems)
        result["problems"].push_back(problem.english());
    return result;
}

/// What the newest checkpoint holds, and how far the run's metrics go.
Json inspectRun(const std::string& directory)
{
    const RunFolder folder(directory);
    const RunRequest request = runRequestFromJson(readJson(folder.runJson()), folder.runJson().string());
    const fs::path checkpoint = folder.latestCheckpoint();
    Json result = toJson(requireEngine().inspect(checkpoint.string()));
    result["kind"] = "run";
    result["checkpoint"] = checkpoint.string();
    result["steps"] = request.training.steps;
    result["metrics"] = fs::exists(folder.metrics()) ? readMetrics(folder.metrics()).size() : 0;
    return result;
}

/// Scenes are told by their name's end: everything else, damaged or not, is the engine's to judge.
Json inspect(const std::string& file)
{
    std::error_code ignored;
    if (!fs::exists(file, ignored))
        throw Error(ErrorKind::File, {REALUID_TEXT("does not exist")}, file, {REALUID_TEXT("check the path")});
    if (fs::exists(fs::path(file) / "run.json", ignored))
        return inspectRun(file);
    if (fs::path(file).extension() == ".json")
        return inspectScene(file);
    return toJson(requireEngine().inspect(file));
}

void addShapes(CLI::App& data, Context& context)
{
    struct Options {
        std::string out;
        std::int64_t n = 5000, seed = 42;
    };
    CLI::App* verb = addVerb(data, "shapes", "Draw a data set of ten shapes in CIFAR-10's binary format.", context);
    auto o = std::make_shared<Options>();
    verb->add_option("out", o->out, "A folder, or a file that ends in .bin.")->required();
    verb->add_option("--n", o->n, "Pictures. Default 5000.");
    verb->add_option("--seed", o->seed, "Pictures follow from it. Default 42.");
    verb->callback([&context, o] {
        requireEngine().drawShapes(o->out, o->n, o->seed, context.overwrite);
        printResult(context, {{"out", o->out}, {"records", o->n}, {"seed", o->seed}});
    });
}

void addDescribe(CLI::App& data, Context& context)
{
    CLI::App* verb = addVerb(data, "describe", "What a data set holds.", context);
    auto source = std::make_shared<std::string>();
    verb->add_option("data", *source, "Folder with CIFAR-10's data_batch_*.bin, or one .bin file.")->required();
    verb->callback([&context, source] { printResult(context, toJson(requireEngine().inspect(*source))); });
}

} // namespace

void addInspect(CLI::App& program, Context& context)
{
    CLI::App* verb = addVerb(program, "inspect", "What a checkpoint, data file, run folder or scene holds.", context);
    auto file = std::make_shared<std::string>();
    verb->add_option("file", *file, "The file or folder.")->required();
    verb->callback([&context, file] { printResult(context, inspect(*file)); });
}

void addData(CLI::App& program, Context& context)
{
    CLI::App* verb = program.add_subcommand("data", "Describe or draw data sets.");
    verb->require_subcommand(1);
    addDescribe(*verb, context);
    addShapes(*verb, context);
}

} // namespace realuid::cli
