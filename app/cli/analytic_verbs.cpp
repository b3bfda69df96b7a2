// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/analytic_verbs.h"

#include "analytic/distances.h"
#include "analytic/field_grid.h"
#include "app/cli/grid.h"
#include "app/cli/scene_options.h"
#include "app/cli/tables.h"
#include "core/io/csv.h"
#include "core/io/npy.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace realuid::cli
{
namespace
{

struct FieldOptions {
    explicit FieldOptions(CLI::App& verb) : scene(verb)
    {
        verb.add_option("--quantity", quantity,
                        "density, log-density, score, velocity, drift, posterior-data, posterior-noise, target-variance, "
                        "optimal-fake, distance, log-distance, ratio, posterior-z (the noise that stochastic and bridge paths add) "
                        "or drift-variance.")
            ->required();
        verb.add_option("--of", of, "Whose: real, generated or teacher. Default real.");
        verb.add_option("--t", t, "Time in [0, 1], 0 noise, 1 data. Default: the scene's.");
        verb.add_option("--points", points, "CSV file of points: a header line, then x or x,y; a column t gives each point its own time.");
        verb.add_option("--grid", grid, "Points x0:x1:n, in two dimensions x0:x1:n,y0:y1:n; x runs fastest.");
        verb.add_option("--out", out, "Write a .csv (points and values) or .npy (values).");
    }
    SceneOptions scene;
    std::string quantity, of = "real", t, points, grid, out;
};

/// A field as asked for, ready to be computed.
struct FieldJob {
    Scene scene;
    Quantity quantity = Quantity::Density;
    Side side = Side::Real;
    std::vector<double> times; ///< one for all points, or one each
    std::vector<double> points;
};

void readOwnPoints(const FieldOptions& options, FieldJob& job)
{
    job.points = readPoints(options.points, static_cast<std::size_t>(job.scene.dimension()));
    const std::vector<double> own = readTimes(options.points);
    std::vector<Fault> faults;
    if (!own.empty() && !options.t.empty())
        faults.push_back({"t", options.t, {REALUID_TEXT("and a column t in the points' file exclude each other")}});
    requireSpread(job.scene, own, faults);
    requireSound(faults, true);
    if (!own.empty())
        job.times = own;
}

FieldJob readJob(const FieldOptions& options, const Context& context)
{
    std::vector<Fault> faults;
    FieldJob job;
    job.scene = options.scene.take(faults);
    const std::optional<Quantity> quantity = quantityNamed(options.quantity);
    if (!quantity)
        faults.push_back({"quantity", options.quantity, {REALUID_TEXT("must be one that `realuid field --help` lists")}});
    const std::optional<Side> side = sideNamed(options.of);
    if (!side)
        faults.push_back({"of", options.of, {REALUID_TEXT("must be real, generated or teacher")}});
    const std::vector<double> times =
        options.t.empty() ? std::vector<double>{job.scene.view.t} : parseTimes(options.t, "t", faults);
    requireSpread(job.scene, times, faults);
    if (times.size() > 1)
        faults.push_back({"t", options.t, {REALUID_TEXT("must be one number")}});
    if (options.points.empty() == options.grid.empty())
        faults.push_back({"points", options.points, {REALUID_TEXT("or grid must be given, and not both")}});
    if (!options.grid.empty())
        job.points = parsePointGrid(options.grid, job.scene.dimension(), "grid", faults);
    checkOut(options.out, faults);
    requireSound(faults, context.quiet);
    job.times = times;
    if (!options.points.empty())
        readOwnPoints(options, job);
    job.quantity = *quantity;
    job.side = *side;
    return job;
}

/// Points of the same time in one go: what depends on the time alone is made once.
std::vector<double> valuesOf(const FieldJob& job)
{
    if (job.times.size() == 1)
        return evaluate(job.scene, job.quantity, job.side, job.times[0], job.points);
    std::map<double, std::vector<std::size_t>> together;
    for (std::size_t i = 0; i < job.times.size(); ++i)
        together[job.times[i]].push_back(i);
    const auto d = static_cast<std::size_t>(job.scene.dimension());
    const auto numbers = static_cast<std::size_t>(width(job.quantity, job.scene.dimension()));
    std::vector<double> out(job.times.size() * numbers), points;
    for (const auto& [t, which] : together) {
        points.clear();
        for (const std::size_t i : which)
            for (std::size_t k = 0; k < d; ++k)
                points.push_back(job.points[i * d + k]);
        const std::vector<double> values = evaluate(job.scene, job.quantity, job.side, t, points);
        for (std::size_t j = 0; j < which.size(); ++j)
            std::copy_n(values.data() + j * numbers, numbers, out.data() + which[j] * numbers);
    }
    return out;
}

/// x[,y],value[s]
CsvTable fieldTable(const FieldJob& job, const std::string& name, std::span<const double> values, std::size_t width)
{
    const auto dimension = static_cast<std::size_t>(job.scene.dimension());
    CsvTable table;
    table.header = dimension == 1 ? std::vector<std::string>{"x"} : std::vector<std::string>{"x", "y"};
    if (width == 1)
        table.header.push_back(name);
    else
        table.header.insert(table.header.end(), {name + "_x", name + "_y"});
    for (std::size_t i = 0; i * dimension < job.points.size(); ++i) {
        for (std::size_t k = 0; k < dimension; ++k)
            table.values.push_back(job.points[i * dimension + k]);
        for (std::size_t k = 0; k < width; ++k)
            table.values.push_back(values[i * width + k]);
    }
    return table;
}

void runField(const FieldOptions& options, const Context& context)
{
    const FieldJob job = readJob(options, context);
    const std::vector<double> values = valuesOf(job);
    const auto dimension = static_cast<std::size_t>(job.scene.dimension());
    const auto numbers = static_cast<std::size_t>(width(job.quantity, job.scene.dimension()));
    const bool vector = info(job.quantity).vector;
    if (endsAs(options.out, ".csv"))
        writeCsv(options.out, fieldTable(job, options.quantity, values, numbers), context.overwrite);
    if (endsAs(options.out, ".npy")) {
        std::vector<std::size_t> shape{values.size() / numbers};
        if (vector)
            shape.push_back(numbers);
        writeNpy(options.out, values, shape, context.overwrite);
    }
    printResult(context, {{"quantity", options.quantity},
                          {"t", job.times.size() == 1 ? Json(job.times[0]) : Json(job.times)},
                          {"points", listed(job.points, dimension, true)},
                          {"values", listed(values, numbers, vector)}});
}

struct SurfaceOptions {
    explicit SurfaceOptions(CLI::App& verb) : scene(verb)
    {
        verb.add_option("--t", t, "Times from:to:count in [0, 1].")->required();
        verb.add_option("--x", x, "Points from:to:count.")->required();
        verb.add_option("--out", out, "Write a .csv (t,x,distance) or .npy (values[t][x]).");
    }
    SceneOptions scene;
    std::string t, x, out;
};

void writeSurface(const SurfaceOptions& options, const std::vector<double>& t, const std::vector<double>& x,
                  const std::vector<double>& values, bool overwrite)
{
    if (endsAs(options.out, ".npy"))
        return writeNpy(options.out, values, std::vector<std::size_t>{t.size(), x.size()}, overwrite);
    CsvTable table{{"t", "x", "distance"}, {}};
    for (std::size_t k = 0; k < values.size(); ++k)
        table.values.insert(table.values.end(), {t[k / x.size()], x[k % x.size()], values[k]});
    writeCsv(options.out, table, overwrite);
}

void runSurface(const SurfaceOptions& options, const Context& context)
{
    std::vector<Fault> faults;
    const Scene scene = options.scene.take(faults);
    const std::vector<double> t = parseGrid(options.t, "t", faults);
    const std::vector<double> x = parseGrid(options.x, "x", faults);
    if (std::any_of(t.begin(), t.end(), [](double at) { return at < 0 || at > 1; }))
        faults.push_back({"t", options.t, {REALUID_TEXT("must stay in [0, 1]")}});
    requireSpread(scene, t, faults);
    if (t.size() * x.size() > 50'000'000)
        faults.push_back({"x", options.x, {REALUID_TEXT("makes more than 50 million values; take a coarser grid")}});
    if (scene.dimension() != 1)
        faults.push_back({"scene", "", {REALUID_TEXT("must have one dimension; in two, use field --quantity distance")}});
    checkOut(options.out, faults);
    requireSound(faults, context.quiet);
    const std::vector<double> values = distanceSurface(scene, t, x, false);
    double most = 0;
    for (const double value : values)
        most = std::isfinite(value) ? std::max(most, value) : most;
    if (!options.out.empty())
        writeSurface(options, t, x, values, context.overwrite);
    printResult(context, {{"t", t}, {"x", x}, {"values", listed(values, x.size(), true)}, {"max", most}});
}

struct DistanceOptions {
    explicit DistanceOptions(CLI::App& verb) : scene(verb)
    {
        verb.add_option("--t", times, "Times at which the integral over x is wanted, separated by commas.");
        verb.add_option("--t-range", range, "Range from:to of the integral over t. Default 0.02:0.98, without --t.");
    }
    SceneOptions scene;
    std::string times, range;
};

void remark(const IntegratedDistance& distance, const Context& context)
{
    if (!distance.remark.empty() && !context.quiet)
        printRemark(distance.remark.english());
}

void runDistance(const DistanceOptions& options, const Context& context)
{
    std::vector<Fault> faults;
    const Scene scene = options.scene.take(faults);
    const std::vector<double> times =
        options.times.empty() ? std::vector<double>{} : parseTimes(options.times, "t", faults);
    requireSpread(scene, times, faults);
    const std::string range = options.range.empty() && times.empty() ? "0.02:0.98" : options.range;
    const TimeRange over = range.empty() ? TimeRange{} : parseTimeRange(range, "t_range", faults);
    requireSound(faults, context.quiet);
    Json result, perTime = Json::array();
    double error = 0;
    for (const double t : times) {
        const IntegratedDistance at = distanceAt(scene, t);
        remark(at, context);
        perTime.push_back({{"t", t}, {"value", at.value}, {"error", at.error}});
        error = std::max(error, at.error);
    }
    if (!range.empty()) {
        const IntegratedDistance total = distanceOver(scene, over.from, over.to);
        remark(total, context);
        result["total"] = total.value;
        error = total.error;
    }
    result["per_t"] = perTime;
    result["error"] = error;
    result["method"] = distanceMethod(scene);
    printResult(context, result);
}

} // namespace

void addField(CLI::App& program, Context& context)
{
    addVerbWith(program, context, "field", "A quantity of a scene at one time and many points, by its closed form.", runField);
}

void addSurface(CLI::App& program, Context& context)
{
    addVerbWith(program, context, "surface", "The distance surface l(t, x) of a 1-D scene.", runSurface);
}

void addDistance(CLI::App& program, Context& context)
{
    addVerbWith(program, context, "distance", "The distance of a scene, integrated over x and t.", runDistance);
}

} // namespace realuid::cli
