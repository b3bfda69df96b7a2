// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/bench_row.h"
#include "core/api/evaluation.h"
#include "core/api/loss.h"
#include "core/api/observer.h"
#include "core/api/preflight.h"
#include "core/api/sampling.h"
#include "core/api/scene.h"
#include "core/api/snapshot.h"
#include "core/api/training.h"

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// What the engine (LibTorch inside, a shared library loaded on demand by core/io/engine_loader.h) offers.
/// The methods throw realuid::Error and nothing else; every other exception is turned into one inside.
namespace realuid
{

struct EngineInfo {
    std::string torchVersion;           ///< "1.13.1"
    std::vector<std::string> devices;   ///< "cpu", "cuda:0 NVIDIA H200", ...
    std::string instructionSet;         ///< of the hot kernels in use
    int threads = 1;                    ///< that a run takes by default
};

enum class RunKind { Teacher, Distil };

/// All that starts a run. Paths as the user gave them; `F:STATE` names a state in a checkpoint.
struct RunRequest {
    RunKind kind = RunKind::Distil;
    std::string teacher;                  ///< F[:STATE]; Distil only
    std::string data;                     ///< CIFAR-10 as a folder, archive or .bin, a folder of images, or shapes
    std::string source;                   ///< x0: empty = noise; grey or low:K = made from the data's images; a folder of images, each
                                          ///< the x0 of the data's image of the same name
    std::string directory;                ///< the run folder; must not exist yet, or be empty
    std::string initGenerator;            ///< F[:STATE]; empty = the teacher
    std::string initFake = "random";      ///< random, teacher or F[:STATE]
    Loss loss;
    TrainingParameters training;
    std::vector<std::string> command;     ///< as typed, for run.json; empty from the window
};

/// A run in progress. Used by one thread at a time, always the same one (cuDNN caches and thread-local state live
/// there). Runner drives it; nothing here blocks longer than one update, one grid or one file.
class Training
{
public:
    virtual ~Training() = default;

    /// Makes the grids and checkpoints that fell due with the last update, whose record has been told by now, and one update
    /// of the player whose turn it is. Throws Error of kind Diverged, before weights change, where a loss or gradient is not finite.
    virtual UpdateRecord advance(Observer& observer) = 0;

    /// As advance(), but for the player named, out of turn: single-stepping. The turn order goes on from there.
    virtual UpdateRecord advanceAs(Player player, Observer& observer) = 0;

    virtual std::int64_t step() const = 0;
    virtual std::int64_t steps() const = 0;
    virtual int batch() const = 0;

    /// Sheets on the run's fixed noise, generator and EMAs, written to the run folder as well.
    virtual void sample(Observer& observer) = 0;

    /// A checkpoint that resumes exactly; atomic. Returns its path. After an update that diverged an earlier one becomes the latest, and is returned.
    virtual std::string save(Observer& observer) = 0;

    /// Changes alpha, beta, lr, fake_steps from the next update on, after check(); other members are ignored.
    virtual void change(const Loss& loss, const TrainingParameters& training) = 0;

    /// Processes that make this run together, each with its part of every batch; all of them make the same calls.
    virtual int processes() const { return 1; }
    /// Whether any of them has `here`.
    virtual bool anyProcess(bool here) { return here; }
    /// To be called where this one ends early and the others cannot know it, as they do not of an observer that failed: they are ended too.
    virtual void abandon() {}
};

struct ClassCount {
    std::string name; ///< of the sub-folder, or the label's number
    std::int64_t records = 0;
};
/// A data set as read.
struct DataFacts {
    std::string kind; ///< "cifar-10", "cifar-10-archive", "images", "shapes"
    std::int64_t records = 0;
    std::int64_t side = 32;     ///< pixels of a record's square, to which images are brought
    std::string checksum;       ///< of all records in order, whatever they were read from
    std::vector<ClassCount> classes; ///< by label
};

/// What a checkpoint or data set holds.
struct Inspection {
    std::string kind; ///< "teacher", "distilled", "torchcfm", "safetensors", or the data's
    std::optional<DataFacts> data;
    std::int64_t tensors = 0, parameters = 0, records = 0;
    std::optional<std::int64_t> step;
    std::vector<std::string> states; ///< "net_model", "gen", "u", "0.999", ...
    std::vector<std::string> emas;   ///< "0.999", ...
    std::vector<std::pair<std::string, std::string>> geometry; ///< "width" -> "128", ...
    std::vector<Text> problems;
};

/// The 2-D game for demonstrations and the bench: small networks distil an exact mixture teacher by Algorithm 1.
struct PlaneRequest {
    Distribution real;
    Loss loss;
    std::int64_t steps = 3000, batch = 256, hidden = 128, layers = 3, fakeSteps = 5, seed = 42, threads = 0;
    double lr = 1e-3;
    std::int64_t samples = 2000;
};
/// The learned fake model at one point x_t, with x_t drawn from the generator's own path.
struct FieldProbe {
    double t = 0;
    std::vector<double> x, fake;
};
struct PlaneResult {
    std::vector<std::vector<double>> before, after; ///< samples of the generator, [n][d]
    std::vector<UpdateRecord> updates;
    std::vector<FieldProbe> probes; ///< 1000 at the end, t uniform in [0.05, 0.9]; to hold against the closed form
    double seconds = 0;
    double distanceBefore = 0, distanceAfter = 0; ///< sliced 2-Wasserstein to as many real samples
    std::int64_t modesCovered = 0;
};

struct BenchRequest {
    std::string only; ///< unet, step, toy, data, checkpoint; empty = all
    std::vector<std::int64_t> widths{32, 128};
    std::int64_t batch = 0; ///< 0 = a size that suits the width
    std::int64_t threads = 0, repeats = 5;
    std::string device = "auto", precision = "float32"; ///< of unet and step, as in TrainingParameters
};

/// Parameters by their ids, each as parseValue() reads it.
using ParameterTexts = std::map<std::string, std::string, std::less<>>;

/// Asked between units of work; true ends the work early with an Error of kind Stopped.
using StopAsked = std::function<bool()>;

class Engine
{
public:
    virtual ~Engine() = default;
    virtual EngineInfo info() const = 0;

    /// Checks everything (all faults at once), reads teacher and data, creates the run folder. Nothing is written
    /// when it throws.
    virtual std::unique_ptr<Training> start(const RunRequest& request, Observer& observer) = 0;

    /// What start() would take: checks the same, makes a few updates in memory and writes nothing. The run folder need not
    /// be named.
    virtual Preflight preflight(const RunRequest& request, Observer& observer, const StopAsked& stop) = 0;

    /// Goes on exactly where the newest checkpoint of the run folder ends, or from the start where none was written.
    /// `changes` replace parameters from there on (changeableInRun()); told to the observer with the first update.
    virtual std::unique_ptr<Training> resume(const std::string& directory, const ParameterTexts& changes, Observer& observer) = 0;

    virtual SampleResult sample(const SampleRequest& request, Observer& observer, const StopAsked& stop) = 0;
    virtual Inspection inspect(const std::string& file) = 0;
    virtual PlaneResult distilPlane(const PlaneRequest& request, Observer& observer, const StopAsked& stop) = 0;
    /// Writes `n` drawn 32 x 32 pictures (ten shapes) in CIFAR-10's binary format: a data set that is always at hand.
    virtual void drawShapes(const std::string& out, std::int64_t n, std::int64_t seed, bool overwrite) = 0;
    /// Writes any data set (the folder of images above all) as one file in CIFAR-10's binary format. Error (Usage) for a
    /// `side` that the format does not hold (all but 32) or more than ten classes.
    virtual DataFacts importData(const std::string& from, const std::string& out, std::int64_t side, bool overwrite) = 0;
    virtual MetricsResult compareFeatures(const MetricsRequest& request) = 0;
    virtual EvaluationRecord evaluate(const EvaluationRequest& request, Observer& observer, const StopAsked& stop) = 0;
    /// One network's weights (F[:STATE], or `keep` naming the state) as plain weights in a .pt or .safetensors file. Returns how
    /// many tensors were written.
    virtual std::int64_t convert(const std::string& in, const std::string& out, const std::string& keep, bool overwrite,
                                 Observer& observer) = 0;
    virtual std::vector<BenchRow> bench(const BenchRequest& request, const StopAsked& stop) = 0;
};

/// Raised with every change of the classes above; an engine library of another number is refused.
constexpr unsigned kEngineInterface = 8;

} // namespace realuid

/// The engine library's only exported function. Returns the process-wide engine, never to be deleted, or null where
/// `interfaceNumber` is not its own. Never throws.
extern "C" {
using realuid_engine_function = realuid::Engine* (*)(unsigned interfaceNumber);
}
