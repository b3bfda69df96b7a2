// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/analytic_verbs.h"
#include "app/cli/child_process.h"
#include "app/cli/stop_signals.h"
#include "core/io/atomic_file.h"
#include "core/io/csv.h"
#include "core/io/run_folder.h"
#include "core/io/run_json.h"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <tuple>

namespace realuid::cli
{
namespace
{
namespace fs = std::filesystem;

struct SweepOptions {
    std::string base = "toy", run, features = "builtin";
    std::vector<double> alphas{0.94, 0.96, 0.98, 1}, betas{0.94, 0.96, 0.98, 1};
    std::int64_t n = 5000;
    CLI::App* verb = nullptr;

    explicit SweepOptions(CLI::App& to) : verb(&to)
    {
        to.add_option("--base", base, "toy or distil: what is run in each cell. All options not listed here go to it.");
        to.add_option("--alphas", alphas, "Rows of the table. Default 0.94,0.96,0.98,1.")->delimiter(',');
        to.add_option("--betas", betas, "Columns of the table. Default 0.94,0.96,0.98,1.")->delimiter(',');
        to.add_option("--run", run, "The folder of the sweep; the same command goes on with one that was stopped.");
        to.add_option("--features", features, "distil: the feature network of the evaluation. Default builtin (a proxy).");
        to.add_option("--n", n, "distil: samples of the evaluation. Default 5000.");
        to.allow_extras();
    }
};

/// One (alpha, beta): a run folder and, once it has ended, the result beside it.
struct Cell {
    double alpha = 1, beta = 1;
    fs::path run, result;
};

/// A sweep's folder: sweep.json (what was asked for), cells/, table.csv.
class Sweep
{
public:
    explicit Sweep(const SweepOptions& options) : m_options(options), m_root(options.run)
    {
        for (const double alpha : options.alphas)
            for (const double beta : options.betas) {
                const fs::path name = "alpha" + numberText(alpha) + "-beta" + numberText(beta);
                m_cells.push_back({alpha, beta, m_root / "cells" / name, m_root / "cells" / (name.string() + ".json")});
            }
    }

    /// Makes the folder, or finds it to be of the same sweep. Error (Usage) for any other folder.
    void open() const
    {
        const Json asked{{"base", m_options.base}, {"alphas", m_options.alphas}, {"betas", m_options.betas},
                         {"features", m_options.features}, {"n", m_options.n}, {"options", m_options.verb->remaining()}};
        const fs::path file = m_root / "sweep.json";
        std::error_code failed;
        if (fs::exists(file, failed)) {
            if (readJson(file) != asked)
                throw Error(ErrorKind::Usage, {REALUID_TEXT("holds a sweep with other settings")}, file.string(),
                            {REALUID_TEXT("give the command of that sweep to go on with it, or name another folder")});
            return;
        }
        if (fs::exists(m_root, failed) && !fs::is_empty(m_root, failed))
            throw Error(ErrorKind::Usage, {REALUID_TEXT("exists and is no sweep")}, m_root.string(), {REALUID_TEXT("name another folder")});
        if (!fs::create_directories(m_root / "cells", failed) && failed)
            throw Error(ErrorKind::File, {REALUID_TEXT("the folder cannot be made: %1"), {failed.message()}}, m_root.string(),
                        {REALUID_TEXT("choose a place that you may write to")});
        writeAtomically(file, false, asked.dump(2) + "\n");
    }

    /// Takes back what open() made where no cell has begun, so that the command can be mended.
    void withdraw() const
    {
        std::error_code ignored;
        for (const Cell& cell : m_cells)
            if (ended(cell) || fs::exists(cell.run, ignored))
                return;
        for (const Cell& cell : m_cells)
            fs::remove(output(cell), ignored);
        fs::remove(m_root / "cells", ignored); // a folder that holds something stays
        fs::remove(m_root / "sweep.json", ignored);
        fs::remove(m_root, ignored);
    }

    const std::vector<Cell>& cells() const { return m_cells; }
    static bool ended(const Cell& cell)
    {
        std::error_code ignored;
        return fs::exists(cell.result, ignored);
    }

    /// False where it was stopped. Error where the program refuses what it is asked for; a refusal of the options leaves no
    /// sweep behind that has not begun.
    bool play(const Cell& cell) const
    {
        const ChildResult ran = m_options.base == "toy" ? playToy(cell) : distil(cell);
        if (StopSignals::asked() || ran.code == static_cast<int>(ErrorKind::Stopped))
            return false;
        const bool diverged = ran.code == static_cast<int>(ErrorKind::Diverged);
        if (!ran.ok && ran.code == static_cast<int>(ErrorKind::Usage))
            withdraw();
        if (!ran.ok && !diverged)
            throw Error(ran.code > 0 ? static_cast<ErrorKind>(ran.code) : ErrorKind::Other,
                        {REALUID_TEXT("the run of this cell failed: %1"), {ran.problem}}, cell.run.string(),
                        {REALUID_TEXT("mend what it said above, then give the same command again")});
        Json result = diverged ? Json::object() : readJson(output(cell));
        result["alpha"] = cell.alpha;
        result["beta"] = cell.beta;
        result["diverged"] = diverged;
        writeAtomically(cell.result, true, result.dump(2) + "\n");
        std::error_code ignored;
        fs::remove(output(cell), ignored);
        return true;
    }

    const char* metric() const { return m_options.base == "toy" ? "distance_after" : "fid"; }

    /// The cell's number; null where it diverged.
    Json value(const Json& result) const
    {
        if (m_options.base == "toy")
            return result.value(metric(), Json());
        return result.contains(metric()) ? result[metric()]["mean"] : Json();
    }

private:
    fs::path output(const Cell& cell) const { return fs::path(cell.result).replace_extension(".part"); }

    ChildResult call(std::vector<std::string> words, const Cell& cell) const
    {
        words.insert(words.end(), {"--json", "--quiet"});
        return runBesideProgram("realuid", words, {}, output(cell));
    }

    std::vector<std::string> command(const Cell& cell) const
    {
        std::vector<std::string> words{m_options.base};
        const std::vector<std::string> rest = m_options.verb->remaining();
        words.insert(words.end(), rest.begin(), rest.end());
        words.insert(words.end(), {"--alpha", numberText(cell.alpha), "--beta", numberText(cell.beta), "--run", cell.run.string()});
        return words;
    }

    /// What a cell that was stopped left behind is begun anew: the same seed leads to the same end. The table tells distances alone,
    /// so that the fake model is not taught on after the game, unless that is asked for.
    ChildResult playToy(const Cell& cell) const
    {
        std::error_code ignored;
        fs::remove_all(cell.run, ignored);
        std::vector<std::string> words = command(cell);
        if (std::ranges::none_of(words, [](const std::string& word) { return word.starts_with("--settle"); }))
            words.insert(words.end(), {"--settle", "0"});
        return call(words, cell);
    }

    ChildResult distil(const Cell& cell) const
    {
        std::error_code ignored;
        const bool resumable = fs::exists(cell.run / "checkpoints" / "latest.json", ignored);
        if (!resumable)
            fs::remove_all(cell.run, ignored);
        const ChildResult ran = call(resumable ? std::vector<std::string>{"resume", "--run", cell.run.string()} : command(cell), cell);
        if (!ran.ok)
            return ran;
        const RunFolder folder(cell.run);
        const RunRequest request = runRequestFromJson(readJson(folder.runJson()), folder.runJson().string());
        std::vector<std::string> words{"evaluate", "--checkpoint", folder.latestCheckpoint().string(), "--data", request.data, "--features",
                                       m_options.features, "--n", std::to_string(m_options.n), "--repeats", "1", "--head-channels",
                                       std::to_string(request.training.headChannels), "--device", request.training.device, "--threads",
                                       std::to_string(request.training.threads)};
        if (!request.source.empty()) // images from which the network begins
            words.insert(words.end(), {"--source", madeSource(request.source) ? request.data : request.source});
        return call(words, cell);
    }

    const SweepOptions& m_options;
    fs::path m_root;
    std::vector<Cell> m_cells;
};

void checkOptions(const SweepOptions& o)
{
    std::vector<Fault> faults;
    if (o.base != "toy" && o.base != "distil")
        faults.push_back({"base", o.base, {REALUID_TEXT("must be one of %1"), {"toy, distil"}}});
    if (o.run.empty())
        faults.push_back({"run", {}, {REALUID_TEXT("must be given")}});
    for (const auto& [field, values, most] : {std::tuple{"alphas", &o.alphas, 1.0}, std::tuple{"betas", &o.betas, 2.0}})
        for (const double value : *values)
            if (!(value > 0 && value <= most))
                faults.push_back({field, numberText(value), {REALUID_TEXT("must be above 0 and at most %1"), {numberText(most)}}});
    if (o.n < 4)
        faults.push_back({"n", std::to_string(o.n), {REALUID_TEXT("must be at least %1"), {"4"}}});
    if (anyFault(faults))
        throw Error::listing(ErrorKind::Usage, std::move(faults));
}

/// Rows alpha, columns beta, as the paper's Table 1.
Json tableOf(const SweepOptions& o, const Sweep& sweep)
{
    Json values = Json::array(), cells = Json::array();
    CsvTable table{{"alpha", "beta", sweep.metric()}, {}};
    for (std::size_t i = 0; i < sweep.cells().size(); ++i) {
        const Json result = readJson(sweep.cells()[i].result);
        const Json value = sweep.value(result);
        if (i % o.betas.size() == 0)
            values.push_back(Json::array());
        values.back().push_back(value);
        cells.push_back(result);
        table.values.insert(table.values.end(), {sweep.cells()[i].alpha, sweep.cells()[i].beta,
                                                 value.is_number() ? value.get<double>() : std::nan("")});
    }
    writeCsv(fs::path(o.run) / "table.csv", table, true);
    return {{"run", o.run}, {"metric", sweep.metric()}, {"alphas", o.alphas}, {"betas", o.betas}, {"values", values}, {"cells", cells}};
}

void printTable(const SweepOptions& o, const Json& table)
{
    const auto cell = [](std::string text) { return std::string(text.size() < 10 ? 10 - text.size() : 1, ' ') + text; };
    std::string line = cell("alpha\\beta");
    for (const double beta : o.betas)
        line += cell(numberText(beta));
    std::cout << line << '\n';
    for (std::size_t row = 0; row < o.alphas.size(); ++row) {
        line = cell(numberText(o.alphas[row]));
        for (const Json& value : table["values"][row]) {
            const std::string text = value.is_number() ? numberText(value.get<double>()) : "diverged";
            line += cell(text.substr(0, 8));
        }
        std::cout << line << '\n';
    }
}

void runSweep(const SweepOptions& o, Context& context)
{
    checkOptions(o);
    const StopSignals signals;
    const Sweep sweep(o);
    sweep.open();
    ConsoleProgress console(context.quiet);
    const auto begun = std::chrono::steady_clock::now();
    const auto total = static_cast<std::int64_t>(sweep.cells().size());
    std::int64_t done = 0, played = 0;
    for (const Cell& cell : sweep.cells()) {
        if (!Sweep::ended(cell)) {
            if (!sweep.play(cell))
                throw Error(ErrorKind::Stopped, {REALUID_TEXT("stopped after %1 of %2 cells"), {std::to_string(done), std::to_string(total)}},
                            o.run, {REALUID_TEXT("give the same command again to go on")});
            ++played;
        }
        ++done;
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
        const double rate = static_cast<double>(played) / std::max(seconds, 1e-9);
        console.progressed({done, total, rate, rate > 0 ? static_cast<double>(total - done) / rate : 0});
    }
    console.finished({});
    const Json table = tableOf(o, sweep);
    if (context.json)
        printResult(context, table);
    else
        printTable(o, table);
}

} // namespace

void addSweep(CLI::App& program, Context& context)
{
    CLI::App* verb = addVerb(program, "sweep", "A table over alpha and beta, a run a cell, resumable cell by cell.", context);
    auto options = std::make_shared<SweepOptions>(*verb);
    verb->callback([options, &context] { runSweep(*options, context); });
}

} // namespace realuid::cli
