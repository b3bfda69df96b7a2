// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/analytic_bench.h"
#include "app/cli/engine_verbs.h"
#include "app/cli/game_bench.h"
#include "app/cli/stop_signals.h"
#include "core/io/engine_loader.h"

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
    if (row.peakFraction > 0)
        json["peak_fraction"] = row.peakFraction;
    return json;
}

void printRow(const BenchRow& row)
{
    std::printf("%-52s %10.3f ms  (%.3f to %.3f)", row.name.c_str(), row.medianMs, row.minMs, row.maxMs);
    if (row.updatesPerSecond > 0)
        std::printf("  %8.2f updates/s", row.updatesPerSecond);
    if (row.tflopPerUpdate > 0)
        std::printf("  %8.1f GFLOP/s", 1e6 * row.tflopPerUpdate / row.medianMs);
    if (row.peakFraction > 0)
        std::printf("  %3.0f %% of the peak", 100 * row.peakFraction);
    std::printf("\n");
}

/// The rows asked for. Closed forms and the game in the plane need no engine.
std::vector<BenchRow> rowsOf(const BenchRequest& request)
{
    const bool surfaces = request.only == "surface", analytic = surfaces || request.only == "analytic";
    const bool toy = request.only == "toy";
    if ((analytic || toy) && request.repeats < 1)
        throw Error::listing(ErrorKind::Usage, {{"repeats", std::to_string(request.repeats), {REALUID_TEXT("must be at least 1")}}});
    const auto closedForms = [&] { return analyticRows(request.repeats, static_cast<int>(request.threads), surfaces); };
    if (analytic)
        return closedForms();
    std::vector<BenchRow> rows;
    if (toy || request.only.empty()) {
        rows = lockStepRows(request.repeats, static_cast<int>(request.threads));
        rows.insert(rows.begin(), gameRow(request.repeats, static_cast<int>(request.threads)));
    }
    if (toy && !loadEngine().engine)
        return rows;
    const std::vector<BenchRow> others = requireEngine().bench(request, &StopSignals::asked);
    rows.insert(rows.end(), others.begin(), others.end());
    if (request.only.empty()) {
        const std::vector<BenchRow> first = closedForms();
        rows.insert(rows.begin(), first.begin(), first.end());
    }
    return rows;
}

} // namespace

void addBench(CLI::App& program, Context& context)
{
    CLI::App* verb = addVerb(program, "bench", "Measure how long the parts take.", context);
    auto r = std::make_shared<BenchRequest>();
    verb->add_option("--only", r->only, "analytic, surface, unet, step, toy, data or checkpoint; default all.");
    verb->add_option("--width", r->widths, "Widths of the network. Default 32,128.")->delimiter(',');
    verb->add_option("--batch", r->batch, "Images in an update; 0 takes what suits the width.");
    verb->add_option("--repeats", r->repeats, "Runs of each row. Default 5.");
    verb->add_option("--threads", r->threads, "Processor threads; 0 takes all.");
    verb->add_option("--device", r->device, "auto, cpu, cuda or cuda:K. Default auto.");
    verb->add_option("--precision,--dtype", r->precision, "Of the network's passes: float32, tf32 or bf16. Default float32.");
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
