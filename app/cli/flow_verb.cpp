// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/analytic_verbs.h"

#include "analytic/flow.h"
#include "app/cli/grid.h"
#include "app/cli/scene_options.h"
#include "app/cli/tables.h"
#include "core/io/csv.h"

#include <algorithm>
#include <cmath>

namespace realuid::cli
{
namespace
{

constexpr double kMostSteps = 1e6;

struct FlowVerbOptions {
    explicit FlowVerbOptions(CLI::App& verb) : scene(verb)
    {
        verb.add_option("--steps", steps, "Number of steps. Default 200.");
        verb.add_option("--rate", rate, "Flow time of a step. Default 0.05.");
        verb.add_option("--parameters", parameters,
                        "What moves, separated by commas, such as generated.mean[0],generated.sd[0]. Default: mean and sd of "
                        "every component.");
        verb.add_option("--t-range", range, "Range from:to of the integral over t. Default 0.02:0.98.");
        verb.add_option("--out", out, "Write a .csv (step, parameters, distance).");
    }
    SceneOptions scene;
    std::string steps = "200", rate = "0.05", parameters, range = "0.02:0.98", out;
};

std::vector<GeneratorParameter> readParameters(const std::string& text, const Scene& scene, std::vector<Fault>& faults)
{
    if (text.empty())
        return GeneratorParameter::usual(scene);
    std::vector<GeneratorParameter> out;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find(',', from), text.size());
        if (const auto one = GeneratorParameter::named(text.substr(from, end - from), scene, "parameters", faults))
            out.push_back(*one);
        from = end + 1;
    }
    return out;
}

double positive(const std::string& text, const char* field, double most, bool whole, std::vector<Fault>& faults)
{
    double value = 0;
    if (!parseNumber(text, value) || !(value > 0 && value <= most) || (whole && value != std::floor(value)))
        faults.push_back({field, text,
                          {whole ? REALUID_TEXT("must be a whole number from 1 to %1") : REALUID_TEXT("must be a number above 0, at most %1"),
                           {numberText(most)}}});
    return value;
}

CsvTable table(const Flow& found, const std::vector<GeneratorParameter>& parameters)
{
    CsvTable out{{"step"}, {}};
    for (const GeneratorParameter& parameter : parameters)
        out.header.push_back(parameter.path());
    out.header.emplace_back("distance");
    for (const FlowStep& step : found.steps) {
        out.values.push_back(static_cast<double>(step.step));
        out.values.insert(out.values.end(), step.parameters.begin(), step.parameters.end());
        out.values.push_back(step.distance);
    }
    return out;
}

void runFlow(const FlowVerbOptions& options, const Context& context)
{
    std::vector<Fault> faults;
    const Scene scene = options.scene.take(faults);
    FlowOptions how;
    how.steps = static_cast<std::int64_t>(positive(options.steps, "steps", kMostSteps, true, faults));
    how.rate = positive(options.rate, "rate", 1e6, false, faults);
    const std::vector<GeneratorParameter> parameters = readParameters(options.parameters, scene, faults);
    const TimeRange over = parseTimeRange(options.range, "t_range", faults);
    if (!options.out.empty() && !endsAs(options.out, ".csv"))
        faults.push_back({"out", options.out, {REALUID_TEXT("must end in .csv")}});
    requireSound(faults, context.quiet);
    how.from = over.from;
    how.to = over.to;
    const Flow found = flow(scene, parameters, how);
    if (!found.remark.empty() && !context.quiet)
        printRemark(found.remark.english());
    if (!options.out.empty())
        writeCsv(options.out, table(found, parameters), context.overwrite);
    Json steps = Json::array();
    for (const FlowStep& step : found.steps) {
        Json at;
        for (std::size_t i = 0; i < parameters.size(); ++i)
            at[parameters[i].path()] = step.parameters[i];
        steps.push_back({{"step", step.step}, {"parameters", std::move(at)}, {"distance", step.distance}});
    }
    printResult(context, {{"steps", std::move(steps)}});
}

} // namespace

void addFlow(CLI::App& program, Context& context)
{
    addVerbWith(program, context, "flow", "The gradient flow of the generator's parameters, the fake model always optimal.",
                runFlow);
}

} // namespace realuid::cli
