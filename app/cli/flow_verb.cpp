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
        verb.add_option("--rate", rate, "Flow time of a step; Adam's learning rate. Default 0.05.");
        verb.add_option("--optimizer", optimizer, "gradient (integrated as a flow) or adam. Default gradient.");
        verb.add_option("--beta1", beta1, "Adam's decay of gradients. Default 0.");
        verb.add_option("--beta2", beta2, "Adam's decay of their squares. Default 0.999.");
        verb.add_option("--lag", lag,
                        "Steps by which the fake model runs after the generator: it is optimal for parameters that close the "
                        "share 1 - exp(-1/lag) of their gap in a step. Default 0, always optimal.");
        verb.add_option("--parameters", parameters,
                        "What moves, separated by commas, such as generated.mean[0],generated.sd[0]. Default: mean and sd of "
                        "every component.");
        verb.add_option("--t-range", range, "Range from:to of the integral over t. Default 0.02:0.98.");
        verb.add_option("--out", out, "Write a .csv (step, parameters, distance).");
    }
    SceneOptions scene;
    std::string steps = "200", rate = "0.05", optimizer = "gradient", beta1 = "0", beta2 = "0.999", lag = "0", parameters, range = "0.02:0.98", out;
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

double within(const std::string& text, const char* field, const Range& range, std::vector<Fault>& faults)
{
    double value = 0;
    if (!parseNumber(text, value) || !range.contains(value))
        faults.push_back({field, text, {REALUID_TEXT("must be a number %1"), {range.text()}}});
    return value;
}

void readOptimizer(const FlowVerbOptions& options, FlowOptions& how, std::vector<Fault>& faults)
{
    const auto optimizer = optimizerNamed(options.optimizer);
    if (!optimizer)
        faults.push_back({"optimizer", options.optimizer, {REALUID_TEXT("must be one of %1"), {"gradient, adam"}}});
    how.optimizer = optimizer.value_or(Optimizer::Gradient);
    how.beta1 = within(options.beta1, "beta1", {0, 1, false, true}, faults);
    how.beta2 = within(options.beta2, "beta2", {0, 1, false, true}, faults);
    how.lag = within(options.lag, "lag", {0, kMostSteps}, faults);
}

/// A weight moves no sample, so that dmd's field on samples says nothing of it where it is no gradient.
void checkWeights(const Scene& scene, const std::vector<GeneratorParameter>& parameters, std::vector<Fault>& faults)
{
    const bool biased = scene.loss.kind == "dmd" && scene.loss.alpha != scene.loss.beta;
    for (const GeneratorParameter& one : parameters) {
        refuseWeights(scene, one.path(), "parameters", faults);
        if (biased && one.kind() == GeneratorParameter::Kind::Weight)
            faults.push_back({"parameters", one.path(), {REALUID_TEXT("cannot follow dmd unless alpha = beta")}});
    }
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

Json named(const std::vector<GeneratorParameter>& parameters, const std::vector<double>& values)
{
    Json out;
    for (std::size_t i = 0; i < parameters.size(); ++i)
        out[parameters[i].path()] = values[i];
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
    readOptimizer(options, how, faults);
    checkWeights(scene, parameters, faults);
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
        Json at{{"step", step.step}, {"parameters", named(parameters, step.parameters)}, {"distance", step.distance}};
        if (how.lag > 0)
            at["fake"] = named(parameters, step.fake);
        steps.push_back(std::move(at));
    }
    printResult(context, {{"steps", std::move(steps)}, {"end", found.end.english()}, {"vanished", found.vanished}});
}

} // namespace

void addFlow(CLI::App& program, Context& context)
{
    addVerbWith(program, context, "flow", "The generator's parameters as training with an optimal fake model moves them.",
                runFlow);
}

} // namespace realuid::cli
