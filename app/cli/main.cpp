// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/analytic_verbs.h"
#include "app/cli/engine_verbs.h"

#include "core/api/error.h"
#include "core/io/engine_loader.h"
#include "core/io/launched_process.h"

#include <algorithm>
#include <array>
#include <iostream>

namespace realuid::cli
{

CLI::App* addVerb(CLI::App& program, const std::string& name, const std::string& description, Context& context)
{
    CLI::App* verb = program.add_subcommand(name, description);
    verb->add_flag("--json", context.json, "Print exactly one JSON object.");
    verb->add_flag("--quiet", context.quiet, "No progress and no remarks.");
    verb->add_flag("--overwrite", context.overwrite, "Replace existing files.");
    return verb;
}

namespace
{

void addVersion(CLI::App& program, Context& context)
{
    CLI::App* verb = addVerb(program, "version", "Versions of the program and of its engine.", context);
    verb->callback([&context] {
        const LoadedEngine& loaded = loadEngine();
        Json result{{"version", REALUID_VERSION}};
        if (loaded.engine) {
            const EngineInfo info = loaded.engine->info();
            result.update(Json{{"engine", loaded.path}, {"torch", info.torchVersion}, {"devices", info.devices},
                               {"instruction_set", info.instructionSet}, {"threads", info.threads}});
        } else {
            result["engine"] = "none: " + loaded.problem.english();
        }
        printResult(context, result);
    });
}

void requireKnownVerb(const CLI::App& program, const std::vector<std::string>& command)
{
    if (command.size() < 2 || command[1].starts_with("-"))
        return;
    const auto verbs = program.get_subcommands([&](const CLI::App* verb) { return verb->get_name() == command[1]; });
    if (verbs.empty())
        throw Error(ErrorKind::Usage, {REALUID_TEXT("unknown verb %1"), {command[1]}}, {},
                    {REALUID_TEXT("`realuid help` lists the verbs")});
}

/// Several processes share a run; any other verb each of them would do by itself, over the others' files.
void requireShared(const std::vector<std::string>& command)
{
    static constexpr std::array<std::string_view, 3> shared{"teacher", "distil", "resume"};
    if (!launchedProcess().together || command.size() < 2 || command[1].starts_with("-"))
        return;
    if (std::ranges::find(shared, command[1]) == shared.end())
        throw Error(ErrorKind::Usage, {REALUID_TEXT("%1 is work for one process: only teacher, distil and resume are shared by several"), {command[1]}},
                    {}, {REALUID_TEXT("start it without mpirun")});
}

/// Of processes that share a run the first tells what all of them would tell.
bool speaks(const Error& error)
{
    return launchedProcess().first() || (error.kind() != ErrorKind::Usage && error.kind() != ErrorKind::File && error.kind() != ErrorKind::Stopped);
}

int run(int argc, char** argv)
{
    Context context;
    context.command.assign(argv, argv + argc);
    context.quiet = !launchedProcess().first();
    CLI::App program("RealUID: one-step distillation of matching models with real data.", "realuid");
    program.require_subcommand(1);
    program.set_help_all_flag("--help-all", "Help of all verbs.");
    CLI::App* help = program.add_subcommand("help", "This help.");
    addDemo(program, context);
    addField(program, context);
    addSurface(program, context);
    addDistance(program, context);
    addLandscape(program, context);
    addFlow(program, context);
    addTrajectories(program, context);
    addToy(program, context);
    addSweep(program, context);
    addParams(program, context);
    addVersion(program, context);
    addEngineVerbs(program, context);
    try {
        requireKnownVerb(program, context.command);
        requireShared(context.command);
        program.parse(argc, argv);
        if (help->parsed())
            std::cout << program.get_formatter()->make_help(&program, "realuid", CLI::AppFormatMode::Normal);
        return context.exitCode;
    } catch (const CLI::Success& done) {
        return launchedProcess().first() ? program.exit(done) : 0;
    } catch (const CLI::ParseError& error) {
        if (launchedProcess().first())
            printRemark(std::string("error: ") + error.what() + "; `realuid VERB --help` lists the options");
        return static_cast<int>(ErrorKind::Usage);
    } catch (const Error& error) {
        if (speaks(error))
            printError(error);
        return static_cast<int>(error.kind());
    } catch (const std::bad_alloc&) {
        printRemark("error: not enough memory; take a smaller batch or grid");
    } catch (const std::exception& error) {
        printRemark(std::string("error: ") + error.what());
    }
    return static_cast<int>(ErrorKind::Other);
}

} // namespace
} // namespace realuid::cli

int main(int argc, char** argv) { return realuid::cli::run(argc, argv); }
