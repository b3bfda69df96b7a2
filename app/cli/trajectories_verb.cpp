// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/analytic_verbs.h"

#include "analytic/quantity.h"
#include "analytic/source_arc.h"
#include "analytic/trajectories.h"
#include "app/cli/scene_options.h"
#include "app/cli/tables.h"
#include "core/io/csv.h"
#include "core/io/npy.h"

#include <algorithm>
#include <cmath>

namespace realuid::cli
{
namespace
{

constexpr double kMostSteps = 1e5, kMostPaths = 1e6, kMostNumbers = 5e7, kMostSeed = 9e15, kMostFrames = 1e5;

struct TrajectoryVerbOptions {
    explicit TrajectoryVerbOptions(CLI::App& verb) : scene(verb)
    {
        verb.add_option("--method", method, "exact, euler, midpoint, heun, rk4, rk45 or sde. Default heun.");
        verb.add_option("--steps", steps, "Steps from t = 0 to t = 1. Default 100.");
        verb.add_option("--of", of, "Whose velocity: real, generated or teacher. Default teacher.");
        verb.add_option("--points", points, "CSV file of starting points: a header line, then x or x,y.");
        verb.add_option("--n", count, "Draw this many starting points instead.");
        verb.add_option("--between", between, "Seeds A:B[:C...]: go from the start that one draws to that of the next.");
        verb.add_option("--frames", frames,
                        "Starting points of each way, both ends counted, along x = c + cos(phi) (A - c) + sin(phi) (B - c), phi from 0 "
                        "to 90 degrees, which keeps to the source's law. With --points too. Default 9 with --between.");
        verb.add_option("--noise", noise, "sde: e of dx = (v + e^2/2 s) dt + e dW. Default 1.");
        verb.add_option("--seed", seed, "Of starting points and noise. Default: the scene's.");
        verb.add_option("--out", out, "Write a .csv (path,t,x[,y]) or .npy (paths[n][step][d]).");
    }
    SceneOptions scene;
    std::string method = "heun", steps = "100", of = "teacher", points, count, between, frames, noise = "1", seed, out;
};

double number(const std::string& text, const char* field, double least, double most, bool whole, std::vector<Fault>& faults)
{
    double value = 0;
    if (!parseNumber(text, value) || !(value >= least && value <= most) || (whole && value != std::floor(value)))
        faults.push_back({field, text,
                          {whole ? REALUID_TEXT("must be a whole number from %1 to %2") : REALUID_TEXT("must be a number from %1 to %2"),
                           {numberText(least), numberText(most)}}});
    return value;
}

/// The seeds of --between.
std::vector<double> seedsOf(const std::string& text, std::vector<Fault>& faults)
{
    std::vector<double> out;
    for (std::size_t from = 0; !text.empty() && from <= text.size();) {
        const std::size_t end = std::min(text.find(':', from), text.size());
        out.push_back(number(text.substr(from, end - from), "between", 0, kMostSeed, true, faults));
        from = end + 1;
    }
    if (out.size() == 1)
        faults.push_back({"between", text, {REALUID_TEXT("must be two seeds or more, such as 1:2")}});
    return out;
}

/// Trajectories as asked for, ready to be computed.
struct Job {
    Scene scene;
    Side of = Side::Teacher;
    TrajectoryOptions how;
    std::vector<double> starts;
};

Job readJob(const TrajectoryVerbOptions& options, const Context& context)
{
    std::vector<Fault> faults;
    Job job{options.scene.take(faults), {}, {}, {}};
    const auto method = methodNamed(options.method);
    const auto side = sideNamed(options.of);
    if (!method)
        faults.push_back({"method", options.method, {REALUID_TEXT("must be one of %1"), {"exact, euler, midpoint, heun, rk4, rk45, sde"}}});
    if (!side)
        faults.push_back({"of", options.of, {REALUID_TEXT("must be real, generated or teacher")}});
    job.how.steps = static_cast<int>(number(options.steps, "steps", 1, kMostSteps, true, faults));
    job.how.noise = number(options.noise, "noise", 0, 1e3, false, faults);
    job.how.seed = options.seed.empty() ? job.scene.seed
                                        : static_cast<std::int64_t>(number(options.seed, "seed", 0, kMostSeed, true, faults));
    if (options.points.empty() + options.count.empty() + options.between.empty() != 2)
        faults.push_back({"points", options.points, {REALUID_TEXT("or n or between must be given, and one of them only")}});
    if (!options.frames.empty() && !options.count.empty())
        faults.push_back({"frames", options.frames, {REALUID_TEXT("needs points or between")}});
    const std::vector<double> seeds = seedsOf(options.between, faults);
    const std::string frames = options.frames.empty() ? "9" : options.frames;
    const int perWay = static_cast<int>(number(frames, "frames", 2, kMostFrames, true, faults));
    const double n = options.count.empty() ? 0 : number(options.count, "n", 1, kMostPaths, true, faults);
    if (method == Method::Exact && side && !hasExactMap(job.scene, *side))
        faults.push_back({"method", options.method,
                          {REALUID_TEXT("is only for a single Gaussian whose covariances of noise and data commute; take rk45")}});
    checkOut(options.out, faults);
    requireSound(faults, context.quiet);
    job.how.method = *method;
    job.of = *side;
    job.starts = options.points.empty() ? startingPoints(job.scene, job.of, static_cast<std::size_t>(n), job.how.seed)
                                        : readPoints(options.points, static_cast<std::size_t>(job.scene.dimension()));
    for (const double seed : seeds) {
        const std::vector<double> one = startingPoints(job.scene, job.of, 1, static_cast<std::int64_t>(seed));
        job.starts.insert(job.starts.end(), one.begin(), one.end());
    }
    if (!seeds.empty() || (!options.frames.empty() && !job.starts.empty()))
        job.starts = sourceArc(job.scene, job.of, job.starts, perWay);
    if (static_cast<double>(job.starts.size()) * (job.how.steps + 1) > kMostNumbers)
        requireSound({{"steps", options.steps, {REALUID_TEXT("makes more than 50 million numbers; take fewer steps or points")}}}, context.quiet);
    return job;
}

void writePaths(const std::string& out, const std::vector<double>& paths, std::size_t points, std::size_t d, bool overwrite)
{
    const std::size_t n = paths.size() / (points * d);
    if (endsAs(out, ".npy"))
        return writeNpy(out, paths, std::vector<std::size_t>{n, points, d}, overwrite);
    CsvTable table{d == 2 ? std::vector<std::string>{"path", "t", "x", "y"} : std::vector<std::string>{"path", "t", "x"}, {}};
    for (std::size_t i = 0; i < n * points; ++i) {
        table.values.push_back(static_cast<double>(i / points));
        table.values.push_back(static_cast<double>(i % points) / static_cast<double>(points - 1));
        table.values.insert(table.values.end(), paths.begin() + static_cast<std::ptrdiff_t>(i * d),
                            paths.begin() + static_cast<std::ptrdiff_t>((i + 1) * d));
    }
    writeCsv(out, table, overwrite);
}

void runTrajectories(const TrajectoryVerbOptions& options, const Context& context)
{
    const Job job = readJob(options, context);
    const Trajectories found = trajectories(job.scene, job.of, job.starts, job.how);
    const auto d = static_cast<std::size_t>(job.scene.dimension()), points = static_cast<std::size_t>(job.how.steps + 1);
    if (!options.out.empty())
        writePaths(options.out, found.paths, points, d, context.overwrite);
    Json paths = Json::array();
    for (std::size_t i = 0; i + points * d <= found.paths.size(); i += points * d)
        paths.push_back(listed(std::span(found.paths).subspan(i, points * d), d, true));
    Json result{{"paths", std::move(paths)}, {"evaluations", found.evaluations}};
    if (found.errorVsExact)
        result["error_vs_exact"] = *found.errorVsExact;
    printResult(context, result);
}

} // namespace

void addTrajectories(CLI::App& program, Context& context)
{
    addVerbWith(program, context, "trajectories", "Points carried from noise to data along a velocity field.", runTrajectories);
}

} // namespace realuid::cli
