// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/sampler.h"

#include "core/api/error.h"
#include "core/engine/checkpoint.h"
#include "core/engine/device.h"
#include "core/engine/random_fill.h"
#include "core/engine/sample_output.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>

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

std::vector<Fault> outputFaults(const SampleRequest& r)
{
    std::vector<Fault> faults;
    atLeast(1, r.n, "n", faults);
    if (r.n > kMost)
        faults.push_back({"n", std::to_string(r.n), {REALUID_TEXT("must be at most %1"), {std::to_string(kMost)}}});
    atLeast(1, r.batch, "batch", faults);
    atLeast(0, r.seed, "seed", faults);
    std::error_code ignored;
    if (r.out.empty())
        faults.push_back({"out", {}, {REALUID_TEXT("must name a .png or .npy file or a folder")}});
    else if (const auto folder = std::filesystem::absolute(r.out).parent_path(); !std::filesystem::is_directory(folder, ignored))
        faults.push_back({"out", r.out, {REALUID_TEXT("must lie in a folder that exists")}});
    return faults;
}

std::vector<Fault> samplerFaults(const SampleRequest& r)
{
    std::vector<Fault> faults;
    atLeast(1, r.steps, "steps", faults);
    atLeast(1, r.headChannels, "head_channels", faults);
    atLeast(0, r.threads, "threads", faults);
    if (std::ranges::find(solverNames(), r.solver) == solverNames().end())
        faults.push_back({"solver", r.solver, {REALUID_TEXT("must be one of %1"), {"one-step, euler, heun, rk4, rk45"}}});
    if (r.checkpoint.empty())
        faults.push_back({"checkpoint", {}, {REALUID_TEXT("must be given")}});
    return faults;
}

at::Device checkedDevice(const SampleRequest& r)
{
    std::vector<Fault> faults = samplerFaults(r);
    const at::Device device = deviceFor(r.device, faults);
    if (anyFault(faults))
        throw Error::listing(ErrorKind::Usage, std::move(faults));
    useThreads(threadsFor(r.threads));
    return device;
}

/// The one class asked for; none where all come evenly or the network knows none.
std::optional<std::int64_t> oneClass(const std::string& label, std::int64_t classes)
{
    double number = 0;
    const bool one = parseNumber(label, number);
    const bool fits = one ? number >= 0 && number < static_cast<double>(classes) && number == std::floor(number)
                          : label.empty() || (label == "all" && classes > 0);
    if (!fits)
        throw Error::listing(ErrorKind::Usage,
                             {{"class", label,
                               classes == 0 ? Text{REALUID_TEXT("must be left out: the network is unconditional")}
                                            : Text{REALUID_TEXT("must be all or a whole number from 0 to %1"),
                                                   {std::to_string(classes - 1)}}}});
    return one ? std::optional(static_cast<std::int64_t>(number)) : std::nullopt;
}

} // namespace

CheckpointSampler::CheckpointSampler(const SampleRequest& r, Observer& observer)
    : m_device(checkedDevice(r)), m_solver{r.solver, r.steps}, m_read(readNetwork(r.checkpoint, r.headChannels, m_device, observer))
{
    m_read.network.parameters().freeze();
    m_class = oneClass(r.label, m_read.network.geometry().classes);
    if (r.solver == "one-step" && CheckpointReader(m_read.file).kind() == CheckpointKind::Teacher)
        observer.noted({REALUID_TEXT("a teacher in one step gives blurred averages; take --solver euler --steps 100")});
}

Tensor CheckpointSampler::labels(std::int64_t first, std::int64_t n) const
{
    const std::int64_t classes = m_read.network.geometry().classes;
    if (classes == 0)
        return {};
    const Tensor all = m_class ? at::full({n}, *m_class, at::kLong) : at::arange(first, first + n, at::kLong).remainder(classes);
    return all.to(m_device);
}

Tensor CheckpointSampler::draw(std::int64_t seed, std::int64_t first, std::int64_t n)
{
    const Field field = [&](const Tensor& x, const Tensor& t, const Tensor& y) { return m_read.network.forward(x, t, y); };
    const Tensor z = at::empty({n, 3, kSide, kSide}, at::TensorOptions(at::kFloat).device(m_device));
    fillNormal({static_cast<std::uint64_t>(seed), Purpose::Sample, 0, static_cast<std::uint64_t>(first)}, z);
    const Solved solved = solve(m_solver, field, z, labels(first, n));
    m_evaluations = std::max(m_evaluations, solved.evaluations);
    return solved.x.cpu();
}

SampleResult sampleCheckpoint(const SampleRequest& r, Observer& observer, const StopAsked& stop)
{
    std::vector<Fault> faults = outputFaults(r);
    if (const auto more = samplerFaults(r); !faults.empty()) {
        faults.insert(faults.end(), more.begin(), more.end());
        throw Error::listing(ErrorKind::Usage, std::move(faults));
    }
    const SampleOutput output(r.out, r.overwrite);
    CheckpointSampler sampler(r, observer);

    const auto begun = std::chrono::steady_clock::now();
    const auto seconds = [&] { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count(); };
    std::vector<Tensor> parts;
    for (std::int64_t first = 0; first < r.n; first += r.batch) {
        if (stop && stop())
            throw Error(ErrorKind::Stopped, {REALUID_TEXT("stopped; nothing was written")}, r.out);
        const std::int64_t n = std::min(r.batch, r.n - first);
        parts.push_back(sampler.draw(r.seed, first, n));
        const double rate = static_cast<double>(first + n) / std::max(seconds(), 1e-9);
        observer.progressed({first + n, r.n, rate, static_cast<double>(r.n - first - n) / rate});
    }
    const SampleResult result{r.n, seconds(), sampler.evaluations(), sampler.state()};
    output.write(at::cat(parts), sampler.state());
    return result;
}

} // namespace realuid::engine
