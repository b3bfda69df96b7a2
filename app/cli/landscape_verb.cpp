// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/analytic_verbs.h"

#include "analytic/landscape.h"
#include "app/cli/grid.h"
#include "app/cli/scene_options.h"
#include "app/cli/tables.h"
#include "core/io/csv.h"
#include "core/io/npy.h"

#include <algorithm>
#include <optional>

namespace realuid::cli
{
namespace
{

constexpr std::size_t kMostValues = 1'000'000;

struct LandscapeRequest {
    explicit LandscapeRequest(CLI::App& verb) : scene(verb)
    {
        verb.add_option("--x", x, "Parameter of the generator or the loss and its values, such as generated.mean[0]=-2:2:41 or alpha=0.5:1:41.")->required();
        verb.add_option("--y", y, "The same for the other axis, such as generated.sd[0]=0.1:2:41.")->required();
        verb.add_option("--t-range", range, "Range from:to of the integral over t. Default 0.02:0.98.");
        verb.add_option("--tolerance", tolerance, "Relative error to aim at. Default 1e-8 in one dimension, 1e-4 in two.")
            ->check(CLI::Range(1e-10, 0.1));
        verb.add_option("--out", out, "Write a .csv (x,y,distance) or .npy (values[y][x]).");
    }
    SceneOptions scene;
    std::string x, y, range = "0.02:0.98", out;
    double tolerance = 0;
};

struct Axis {
    std::optional<SceneParameter> parameter;
    std::vector<double> values;
};

/// "generated.mean[0]=a:b:n", "alpha=a:b:n"
Axis readAxis(const std::string& text, const Scene& scene, const std::string& field, std::vector<Fault>& faults)
{
    const std::size_t sign = text.find('=');
    if (sign == std::string::npos) {
        faults.push_back({field, text, {REALUID_TEXT("must be a parameter and its values, such as generated.mean[0]=-2:2:41")}});
        return {};
    }
    Axis axis{SceneParameter::named(text.substr(0, sign), scene, field, faults),
              parseGrid(text.substr(sign + 1), field, faults)};
    const Range range = axis.parameter ? axis.parameter->range() : Range{};
    if (!std::all_of(axis.values.begin(), axis.values.end(), [&](double value) { return range.contains(value); }))
        faults.push_back({field, text, {REALUID_TEXT("must stay %1"), {range.text()}}});
    return axis;
}

void writeLandscape(const std::string& out, const Axis& x, const Axis& y, const std::vector<double>& values, bool overwrite)
{
    if (endsAs(out, ".npy"))
        return writeNpy(out, values, std::vector<std::size_t>{y.values.size(), x.values.size()}, overwrite);
    CsvTable table{{std::string(x.parameter->path()), std::string(y.parameter->path()), "distance"}, {}};
    for (std::size_t i = 0; i < values.size(); ++i)
        table.values.insert(table.values.end(), {x.values[i % x.values.size()], y.values[i / x.values.size()], values[i]});
    writeCsv(out, table, overwrite);
}

void runLandscape(const LandscapeRequest& options, const Context& context)
{
    std::vector<Fault> faults;
    const Scene scene = options.scene.take(faults);
    const Axis x = readAxis(options.x, scene, "x", faults), y = readAxis(options.y, scene, "y", faults);
    if (x.parameter && y.parameter && x.parameter->path() == y.parameter->path())
        faults.push_back({"y", options.y, {REALUID_TEXT("must be another parameter than that of x")}});
    for (const auto* axis : {&x, &y})
        if (axis->parameter)
            refuseWeights(scene, axis->parameter->path(), axis == &x ? "x" : "y", faults);
    if (x.values.size() * y.values.size() > kMostValues)
        faults.push_back({"x", options.x, {REALUID_TEXT("makes more than %1 values; take a coarser grid"), {std::to_string(kMostValues)}}});
    const TimeRange over = parseTimeRange(options.range, "t_range", faults);
    checkOut(options.out, faults);
    requireSound(faults, context.quiet);
    const Landscape found = landscape(scene, {*x.parameter, x.values}, {*y.parameter, y.values},
                                      {.from = over.from, .to = over.to, .tolerance = options.tolerance});
    if (!options.out.empty())
        writeLandscape(options.out, x, y, found.values, context.overwrite);
    printResult(context, {{"x", x.values},
                          {"y", y.values},
                          {"values", listed(found.values, x.values.size(), true)},
                          {"minimum",
                           {{"x", x.values[found.lowest % x.values.size()]},
                            {"y", y.values[found.lowest / x.values.size()]},
                            {"value", found.values[found.lowest]}}}});
}

} // namespace

void addLandscape(CLI::App& program, Context& context)
{
    addVerbWith(program, context, "landscape", "The distance over two parameters of generator or loss, and where it is least.",
                runLandscape);
}

} // namespace realuid::cli
