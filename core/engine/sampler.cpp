// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/sampler.h"

#include "core/api/error.h"
#include "core/engine/checkpoint.h"
#include "core/engine/device.h"
#include "core/engine/field_solver.h"
#include "core/engine/network_file.h"
#include "core/engine/random_fill.h"
#include "core/engine/sample_output.h"

#include <ATen/ATen.h>

#include <chrono>
#include <filesystem>
#include <cmath>

namespace realuid::engine
{
namespace
{
constexpr std::int64_t kSide = 32;

void atLeast(std::int64_t least, std::int64_t value, const char* field, std::vector<Fault>& faults)
{
    if (value < least)
        faults.push_back({field, std::to_string(value), {REALUID_TEXT("must be at least %1"), {std::to_string(least)}}});
}

constexpr std::int64_t kMost = 10'000'000;

at::Device checkedDevice(const SampleRequest& r)
{
    std::vector<Fault> faults;
    atLeast(1, r.n, "n", faults);
    if (r.n > kMost)
        faults.push_back({"n", std::to_string(r.n), {REALUID_TEXT("must be at most %1"), {std::to_string(kMost)}}});
    if (const auto folder = std::filesystem::absolute(r.out).parent_path(); !std::filesystem::is_directory(folder))
        faults.push_back({"out", r.out, {REALUID_TEXT("must lie in a folder that exists")}});
    atLeast(1, r.steps, "steps", faults);
    atLeast(1, r.batch, "batch", faults);
    atLeast(1, r.headChannels, "head_channels", faults);
    atLeast(0, r.seed, "seed", faults);
    atLeast(0, r.threads, "threads", faults);
    if (r.solver != "one-step" && r.solver != "euler" && r.solver != "heun")
        faults.push_back({"solver", r.solver, {REALUID_TEXT("must be one of %1"), {"one-step, euler, heun"}}});
    if (r.checkpoint.empty())
        faults.push_back({"checkpoint", {}, {REALUID_TEXT("must be given")}});
    if (r.out.empty())
        faults.push_back({"out", {}, {REALUID_TEXT("must name a .png or .npy file or a folder")}});
    const at::Device device = deviceFor(r.device, faults);
    if (anyFault(faults))
        throw Error::listing(ErrorKind::Usage, std::move(faults));
    return device;
}

/// Labels of all samples; undefined for an unconditional network. Without a choice all classes come evenly.
Tensor labelsFor(const SampleRequest& r, std::int64_t classes)
{
    double number = 0;
    const bool one = parseNumber(r.label, number);
    const bool fits = one ? number >= 0 && number < static_cast<double>(classes) && number == std::floor(number)
                          : r.label.empty() || (r.label == "all" && classes > 0);
    if (!fits)
        throw Error::listing(ErrorKind::Usage,
                             {{"class", r.label,
                               classes == 0 ? Text{REALUID_TEXT("must be left out: the network is unconditional")}
                                            : Text{REALUID_TEXT("must be all or a whole number from 0 to %1"),
                                                   {std::to_string(classes - 1)}}}});
    if (classes == 0)
        return {};
    return one ? at::full({r.n}, static_cast<std::int64_t>(number), at::kLong)
               : at::arange(r.n, at::kLong).remainder(classes);
}

} // namespace

SampleResult sampleCheckpoint(const SampleRequest& r, Observer& observer, const StopAsked& stop)
{
    const at::Device device = checkedDevice(r);
    const SampleOutput output(r.out, r.overwrite);
    useThreads(threadsFor(r.threads));
    NetworkFile read = readNetwork(r.checkpoint, r.headChannels, device, observer);
    read.network.parameters().freeze();
    const Tensor labels = labelsFor(r, read.network.geometry().classes);
    if (r.solver == "one-step" && CheckpointReader(read.file).kind() == CheckpointKind::Teacher)
        observer.noted({REALUID_TEXT("a teacher in one step gives blurred averages; take --solver euler --steps 100")});
    const Solver solver{r.solver, r.steps};
    const Field field = [&](const Tensor& x, const Tensor& t, const Tensor& y) { return read.network.forward(x, t, y); };

    const auto begun = std::chrono::steady_clock::now();
    const auto seconds = [&] { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count(); };
    std::vector<Tensor> parts;
    for (std::int64_t first = 0; first < r.n; first += r.batch) {
        if (stop && stop())
            throw Error(ErrorKind::Stopped, {REALUID_TEXT("stopped; nothing was written")}, r.out);
        const std::int64_t n = std::min(r.batch, r.n - first);
        const Tensor z = at::empty({n, 3, kSide, kSide}, at::TensorOptions(at::kFloat).device(device));
        fillNormal({static_cast<std::uint64_t>(r.seed), Purpose::Sample, 0, static_cast<std::uint64_t>(first)}, z);
        const Tensor y = labels.defined() ? labels.narrow(0, first, n).to(device) : labels;
        parts.push_back(solve(solver, field, z, y).cpu());
        const double rate = static_cast<double>(first + n) / std::max(seconds(), 1e-9);
        observer.progressed({first + n, r.n, rate, static_cast<double>(r.n - first - n) / rate});
    }
    const SampleResult result{r.n, seconds(), solver.evaluations(), read.state};
    output.write(at::cat(parts), read.state);
    return result;
}

} // namespace realuid::engine
