// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <vector>

/// A verb is a function that adds a subcommand to the program: it declares the options and, in the subcommand's
/// callback, does the work. The callback throws realuid::Error for what goes wrong (its kind is the exit code), prints
/// its result with printResult() and may set `exitCode`. params_verb.cpp is the shortest example.
namespace realuid::cli
{

/// What all verbs share; lives as long as the program runs.
struct Context {
    bool json = false;      ///< exactly one JSON object on stdout
    bool quiet = false;     ///< no progress, no remarks
    bool overwrite = false; ///< may replace existing files
    std::vector<std::string> command; ///< as typed
    int exitCode = 0;
};

/// A subcommand with the options that every verb has: --json, --quiet, --overwrite.
CLI::App* addVerb(CLI::App& program, const std::string& name, const std::string& description, Context& context);

/// The same for a verb whose options are a struct that adds them in its constructor, Options(CLI::App&).
template <class Options>
void addVerbWith(CLI::App& program, Context& context, const char* name, const char* description,
                 void (*work)(const Options&, const Context&))
{
    CLI::App* verb = addVerb(program, name, description, context);
    auto options = std::make_shared<Options>(*verb);
    verb->callback([options, work, &context] { work(*options, context); });
}

void addDemo(CLI::App& program, Context& context);
void addParams(CLI::App& program, Context& context);

} // namespace realuid::cli
