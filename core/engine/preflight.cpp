// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/preflight.h"

#include "core/api/error.h"
#include "core/engine/device.h"
#include "core/engine/run_start.h"
#include "core/engine/unet_work.h"

#include <chrono>
#include <cmath>
#include <filesystem>

namespace realuid::engine
{
namespace
{
constexpr std::int64_t kTimed = 3;            ///< updates of each player
constexpr double kLongest = 60;               ///< seconds of timing, about
constexpr double kProgram = 300e6;            ///< bytes that LibTorch takes by itself
constexpr double kMetricsLine = 600;          ///< bytes of an update in metrics.jsonl and TensorBoard's events
constexpr std::int64_t kEvaluated = 3 * 50000; ///< samples of the field's FID, three repeats
constexpr double kTeachersSteps = 100;        ///< in which a teacher's are drawn for it

double secondsOf(const std::function<void()>& work)
{
    const auto begun = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

/// Weights of all; gradients and two moments of what is trained; the copy that shows averages, and these.
double memoryNeeded(const ImageTraining& training, const RunRequest& request)
{
    double numbers = 0, largest = 0;
    for (const Preflight::Network& network : training.networkSizes()) {
        const auto count = static_cast<double>(network.parameters);
        numbers += network.trained ? 4 * count : count;
        largest = count;
    }
    const auto averages = static_cast<double>(request.training.emaDecays.size());
    // A generator's update goes back through both fields and the generator.
    const double passes = request.kind == RunKind::Distil ? 3 : 1;
    const TrainingParameters& p = request.training;
    const std::int64_t own = p.batch / training.processes(), atOnce = p.microBatch > 0 ? std::min(own, p.microBatch) : own;
    const double half = p.precision == "bf16" ? 0.5 : 1;
    const double activations = passes * half * static_cast<double>(atOnce) * keptNumbers(training.geometry(), p.side, p.recompute);
    const CifarData& data = training.data();
    return kProgram + 4 * (numbers + (averages + 1) * largest + activations) + static_cast<double>(data.size() * (1 + data.pixels()));
}

double diskOf(const ImageTraining& training, const TrainingParameters& p)
{
    const auto times = [&](std::int64_t every) { return every > 0 ? static_cast<double>(p.steps / every) : 0.0; };
    const auto checkpoint = static_cast<double>(training.checkpointBytes());
    const double best = p.trackEvery > 0 && p.steps >= p.trackEvery ? static_cast<double>(p.emaDecays.size()) * static_cast<double>(training.bestBytes()) : 0;
    double checkpoints = (static_cast<double>(p.keep) + times(p.milestoneEvery)) * checkpoint + best;
    if (p.diskBudget > 0)
        checkpoints = std::min(checkpoints, std::max(p.diskBudget * 1024 * 1024 * 1024, checkpoint + best));
    const double sheet = 3.0 * static_cast<double>(p.samples * p.side * p.side); // at most: noise does not shrink in a PNG
    const double sheets = (times(p.sampleEvery) + 1) * static_cast<double>(4 + p.emaDecays.size()) * sheet * 2; // once more for TensorBoard
    return checkpoints + checkpoint /* while the next is written */ + sheets + static_cast<double>(p.steps) * kMetricsLine;
}

/// Mean seconds of an update as the players take turns.
double timeUpdates(ImageTraining& training, const RunRequest& request, Observer& observer, const StopAsked& stop, std::int64_t& timed)
{
    struct Timed {
        Player player;
        double share;
        double seconds = 0;
    };
    const double turn = static_cast<double>(request.training.fakeSteps) + 1;
    std::vector<Timed> players{{Player::Teacher, 1}};
    if (request.kind == RunKind::Distil)
        players = {{Player::Fake, 1 - 1 / turn}, {Player::Generator, 1 / turn}};
    for (const Timed& one : players)
        training.advanceAs(one.player, observer); // memory and kernels are taken once
    double spent = 0, mean = 0;
    for (Timed& one : players) {
        std::int64_t made = 0;
        for (; made < kTimed && !training.anyProcess(made > 0 && spent >= kLongest); ++made) {
            if (training.anyProcess(stop && stop()))
                throw Error(ErrorKind::Stopped, {REALUID_TEXT("stopped before the timing was complete")});
            const double seconds = secondsOf([&] { training.advanceAs(one.player, observer); });
            one.seconds += seconds;
            spent += seconds;
        }
        timed += made;
        mean += one.share * one.seconds / static_cast<double>(made);
    }
    return mean;
}

double timeSample(ImageTraining& training, const TrainingParameters& p)
{
    const std::int64_t drawn = std::min(p.batch, p.samples);
    training.drawSamples(1);
    return secondsOf([&] { training.drawSamples(drawn); }) / static_cast<double>(drawn);
}

std::int64_t freeDisk(const std::string& directory)
{
    std::error_code failed;
    std::filesystem::path at = std::filesystem::absolute(directory.empty() ? "." : directory, failed);
    while (!std::filesystem::exists(at, failed) && at.has_relative_path())
        at = at.parent_path();
    const std::filesystem::space_info space = std::filesystem::space(at, failed);
    return failed ? 0 : static_cast<std::int64_t>(space.available);
}

void warnings(Preflight& told)
{
    const auto gib = [](std::int64_t bytes) { return numberText(std::round(static_cast<double>(bytes) / (1 << 20)) / 1024); };
    if (told.memoryTotal > 0 && told.memory > told.memoryTotal)
        told.warnings.push_back({REALUID_TEXT("the run needs about %1 GiB of memory, the device has %2 GiB: take smaller passes (micro_batch), recompute or a smaller batch"), {gib(told.memory), gib(told.memoryTotal)}});
    if (told.diskFree > 0 && told.disk > told.diskFree)
        told.warnings.push_back({REALUID_TEXT("the run needs about %1 GiB of disk, %2 GiB are free: keep fewer checkpoints or set a disk_budget"), {gib(told.disk), gib(told.diskFree)}});
}

} // namespace

Preflight preflightOf(const RunRequest& request, Observer& observer, const StopAsked& stop)
{
    std::unique_ptr<ImageTraining> training;
    Processes::all().together([&] { training = startInMemory(request, observer); });
    const TrainingParameters& p = request.training;
    Preflight told;
    told.networks = training->networkSizes();
    told.device = training->device().str();
    told.dataKind = training->data().kind();
    told.dataChecksum = training->data().checksum();
    told.records = training->data().size();
    told.memory = static_cast<std::int64_t>(memoryNeeded(*training, request));
    told.memoryTotal = memoryOf(training->device());
    told.checkpoint = training->checkpointBytes();
    told.disk = static_cast<std::int64_t>(diskOf(*training, p));
    told.diskFree = freeDisk(request.directory);
    told.evaluationSamples = kEvaluated;
    warnings(told);
    if (told.memoryTotal > 0 && told.memory > told.memoryTotal)
        return told; // to time it would bring the machine down
    double perSample = 0;
    Processes::all().alone([&] {
        told.secondsPerUpdate = timeUpdates(*training, request, observer, stop, told.timedUpdates);
        perSample = timeSample(*training, p);
    });
    const auto times = [&](std::int64_t every) { return every > 0 ? static_cast<double>(p.steps / every) : 0.0; };
    const double shown = static_cast<double>(1 + p.emaDecays.size()) * static_cast<double>(p.samples);
    const double measured = static_cast<double>(p.emaDecays.size()) * static_cast<double>(p.trackSamples);
    told.hours = (static_cast<double>(p.steps) * told.secondsPerUpdate + perSample * (times(p.sampleEvery) * shown + times(p.trackEvery) * measured)) / 3600;
    const double dearer = request.kind == RunKind::Teacher ? kTeachersSteps / static_cast<double>(training->evaluationsOfPictures()) : 1;
    told.evaluationHours = perSample * dearer * static_cast<double>(kEvaluated) / 3600;
    told.memoryMeasured = mostHeld(training->device());
    return told;
}

} // namespace realuid::engine
