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

void tell(const DataFacts& data, Json& result)
{
    result["kind"] = data.kind;
    result["records"] = data.records;
    result["size"] = {data.side, data.side};
    result["checksum"] = data.checksum;
    result["classes"] = Json::object();
    for (const ClassCount& one : data.classes)
        result["classes"][one.name] = one.records;
}

Json toJson(const Inspection& found)
{
    Json result{{"kind", found.kind}, {"tensors", found.tensors}, {"parameters", found.parameters}};
    result["step"] = found.step ? Json(*found.step) : Json(nullptr);
    result["emas"] = found.emas;
    result["states"] = found.states;
    if (found.data)
        tell(*found.data, result);
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
    verb->add_option("data", *source, "CIFAR-10 as a folder, .tar.gz or .bin file, a folder of images, or shapes.")->required();
    verb->callback([&context, source] { printResult(context, toJson(requireEngine().inspect(*source))); });
}

void addImport(CLI::App& data, Context& context)
{
    struct Options {
        std::string from, out;
        std::int64_t side = 32;
    };
    CLI::App* verb = addVerb(data, "import", "Bring a folder of PNG or JPEG images (sub-folders are classes) into CIFAR-10's format.", context);
    auto o = std::make_shared<Options>();
    verb->add_option("folder", o->from, "The images, or any other data set.")->required();
    verb->add_option("out", o->out, "The .bin file to write.")->required();
    verb->add_option("--size", o->side, "Side in pixels: 32, the only one that the format holds.");
    verb->callback([&context, o] {
        Json result{{"out", o->out}};
        tell(requireEngine().importData(o->from, o->out, o->side, context.overwrite), result);
        printResult(context, result);
    });
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
    CLI::App* verb = program.add_subcommand("data", "Describe, import or draw data sets.");
    verb->require_subcommand(1);
    addDescribe(*verb, context);
    addImport(*verb, context);
    addShapes(*verb, context);
}

} // namespace realuid::cli
