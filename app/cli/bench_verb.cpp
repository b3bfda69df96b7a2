// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/field_grid.h"
#include "app/cli/engine_verbs.h"
#include "app/cli/stop_signals.h"
#include "core/io/engine_loader.h"

#include <algorithm>
#include <cstdio>
#include <memory>

namespace realuid::cli
{
namespace
{

Json toJson(const BenchRow& row)
{
    Json json{{"name", row.name}, {"median_ms", row.medianMs}, {"min_ms", row.minMs}, {"max_ms", row.maxMs}};
    if (row.updatesPerSecond > 0)
        json["updates_per_second"] = row.updatesPerSecond;
    if (row.tflopPerUpdate > 0)
        json["tflop"] = row.tflopPerUpdate;
    return json;
}

void printRow(const BenchRow& row)
{
    std::printf("%-52s %10.3f ms  (%.3f to %.3f)", row.name.c_str(), row.medianMs, row.minMs, row.maxMs);
    if (row.updatesPerSecond > 0)
        std::printf("  %8.2f updates/s", row.updatesPerSecond);
    if (row.tflopPerUpdate > 0)
        std::printf("  %8.1f GFLOP/s", 1e6 * row.tflopPerUpdate / row.medianMs);
    std::printf("\n");
}

std::vector<double> spread(double from, double to, std::size_t n)
{
    std::vector<double> out(n);
    for (std::size_t i = 0; i < n; ++i)
        out[i] = from + (to - from) * static_cast<double>(i) / static_cast<double>(n - 1);
    return out;
}

/// The distance surface of the default scene, as Explore draws it; the first run only warms up.
BenchRow surfaceRow(std::int64_t repeats)
{
    constexpr std::size_t kSide = 512;
    const std::vector<double> t = spread(0, 1, kSide), x = spread(-4, 4, kSide);
    return timedRow("distance surface 512 x 512", repeats, [&] { distanceSurface(Scene{}, t, x, false); });
}

/// The rows asked for. The closed forms need no engine.
std::vector<BenchRow> rowsOf(const BenchRequest& request)
{
    const bool analytic = request.only == "analytic";
    if (analytic && request.repeats < 1)
        throw Error::listing(ErrorKind::Usage, {{"repeats", std::to_string(request.repeats), {REALUID_TEXT("must be at least 1")}}});
    std::vector<BenchRow> rows;
    if (!analytic)
        rows = requireEngine().bench(request, &StopSignals::asked);
    if (analytic || request.only.empty())
        rows.insert(rows.begin(), surfaceRow(request.repeats));
    return rows;
}

} // namespace

void addBench(CLI::App& program, Context& context)
{
    CLI::App* verb = addVerb(program, "bench", "Measure how long the parts take.", context);
    auto r = std::make_shared<BenchRequest>();
    verb->add_option("--only", r->only, "analytic, unet, step, toy, data or checkpoint; default all.");
    verb->add_option("--width", r->widths, "Widths of the network. Default 32,128.")->delimiter(',');
    verb->add_option("--batch", r->batch, "Images in an update; 0 takes what suits the width.");
    verb->add_option("--repeats", r->repeats, "Runs of each row. Default 5.");
    verb->add_option("--threads", r->threads, "Processor threads; 0 takes all.");
    verb->add_option("--device", r->device, "auto, cpu, cuda or cuda:K. Default auto.");
    verb->callback([&context, r] {
        const StopSignals signals;
        const std::vector<BenchRow> rows = rowsOf(*r);
        Json all = Json::array();
        for (const BenchRow& row : rows) {
            all.push_back(toJson(row));
            if (!context.json)
                printRow(row);
        }
        if (context.json)
            printResult(context, {{"rows", all}});
    });
}

} // namespace realuid::cli
