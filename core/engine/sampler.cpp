// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/sampler.h"

#include "core/api/error.h"
#include "core/engine/checkpoint.h"
#include "core/engine/device.h"
#include "core/engine/game.h"
#include "core/engine/random_fill.h"
#include "core/engine/sample_output.h"
#include "core/engine/source_images.h"
#include "core/engine/unet_work.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <filesystem>

namespace realuid::engine
{
namespace
{
constexpr std::int64_t kMostSide = 1024;

void atLeast(std::int64_t least, std::int64_t value, const char* field, std::vector<Fault>& faults)
{
    if (value < least)
        faults.push_back({field, std::to_string(value), {REALUID_TEXT("must be at least %1"), {std::to_string(least)}}});
}

constexpr std::int64_t kMost = 10'000'000;

/// Of the way from seed to seed.
void wayFaults(const SampleRequest& r, std::vector<Fault>& faults)
{
    constexpr std::int64_t kMostFrames = 10'000;
    if (r.between.size() < 2)
        faults.push_back({"seeds", {}, {REALUID_TEXT("must be at least two, such as 1,2")}});
    if (r.frames < 2 || r.frames > kMostFrames)
        faults.push_back({"frames", std::to_string(r.frames), {REALUID_TEXT("must be a whole number from 2 to %1"), {std::to_string(kMostFrames)}}});
    if (r.label == "all")
        faults.push_back({"class", r.label, {REALUID_TEXT("must be one class: the way from seed to seed keeps it")}});
}

std::vector<Fault> outputFaults(const SampleRequest& r)
{
    std::vector<Fault> faults;
    atLeast(1, r.n, "n", faults);
    if (r.n > kMost)
        faults.push_back({"n", std::to_string(r.n), {REALUID_TEXT("must be at most %1"), {std::to_string(kMost)}}});
    for (const std::int64_t seed : r.between)
        atLeast(0, seed, "seeds", faults);
    if (!r.between.empty())
        wayFaults(r, faults);
    std::error_code ignored;
    static constexpr std::array kNotWritten{".jpg", ".jpeg", ".bmp", ".webp", ".tif", ".tiff", ".svg", ".pdf"};
    if (r.out.empty() || r.out == "-" || std::ranges::count(kNotWritten, std::filesystem::path(r.out).extension().string()) > 0)
        faults.push_back({"out", r.out, {REALUID_TEXT("must name a .png, .gif or .npy file or a folder")}});
    else if (const auto folder = std::filesystem::absolute(r.out).parent_path(); !std::filesystem::is_directory(folder, ignored))
        faults.push_back({"out", r.out, {REALUID_TEXT("must lie in a folder that exists")}});
    return faults;
}

std::vector<Fault> samplerFaults(const SamplerSettings& r)
{
    std::vector<Fault> faults;
    atLeast(0, r.batch, "batch", faults);
    atLeast(0, r.seed, "seed", faults);
    atLeast(1, r.steps, "steps", faults);
    atLeast(1, r.headChannels, "head_channels", faults);
    checkThreads(r.threads, faults);
    if (r.side < 0 || r.side > kMostSide)
        faults.push_back({"side", std::to_string(r.side), {REALUID_TEXT("must be %1"), {"in [0, 1024]"}}});
    if (std::ranges::find(solverNames(), r.solver) == solverNames().end())
        faults.push_back({"solver", r.solver, {REALUID_TEXT("must be one of %1"), {"one-step, euler, heun, rk4, rk45"}}});
    if (r.checkpoint.empty())
        faults.push_back({"checkpoint", {}, {REALUID_TEXT("must be given")}});
    return faults;
}

at::Device checkedDevice(const SamplerSettings& r)
{
    std::vector<Fault> faults = samplerFaults(r);
    const at::Device device = deviceFor(r.device, faults);
    if (anyFault(faults))
        throw Error::listing(ErrorKind::Usage, std::move(faults));
    useThreads(threadsFor(r.threads));
    usePrecision("float32");
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

/// A point of the great circle, with lengths going over from one's to the other's.
Tensor betweenOnArc(const Tensor& from, const Tensor& to, double share)
{
    const double cosine = (from * to).sum().item<double>() / (from.norm().item<double>() * to.norm().item<double>());
    const double angle = std::acos(std::clamp(cosine, -1.0, 1.0));
    if (angle < 1e-6)
        return from;
    return from * (std::sin((1 - share) * angle) / std::sin(angle)) + to * (std::sin(share * angle) / std::sin(angle));
}

/// A grid's rows: from each seed to the next, or one of each class; else as they come.
SampleOutput::Rows rowsOf(const SampleRequest& r, std::int64_t classes, const Tensor& images)
{
    if (!r.between.empty()) {
        std::vector<Tensor> rows;
        for (std::int64_t leg = 0; leg + 1 < static_cast<std::int64_t>(r.between.size()); ++leg)
            rows.push_back(images.narrow(0, leg * (r.frames - 1), r.frames));
        return {at::cat(rows), static_cast<int>(r.frames)};
    }
    if (r.label != "all" || classes == 0)
        return {};
    const std::int64_t columns = (images.size(0) + classes - 1) / classes; // sample i is of class i modulo their number
    const Tensor all = at::full({columns * classes, 3, images.size(2), images.size(3)}, -1, images.options());
    all.narrow(0, 0, images.size(0)).copy_(images);
    return {all.view({columns, classes, 3, images.size(2), images.size(3)}).transpose(0, 1).reshape(all.sizes()), static_cast<int>(columns)};
}

/// 64, or fewer where half of the memory would not hold as many: the same on a machine whenever it is asked for, so that
/// samples come out equal.
std::int64_t batchFor(const UNetGeometry& geometry, std::int64_t side, at::Device device)
{
    constexpr double kUsual = 64, kBytes = 4;
    const auto memory = static_cast<double>(memoryOf(device));
    const double fits = memory > 0 ? memory / 2 / (kBytes * keptNumbers(geometry, side)) : kUsual; // nothing is kept that long
    return static_cast<std::int64_t>(std::clamp(fits, 1.0, kUsual));
}

void requireSide(const UNetGeometry& geometry, std::int64_t side)
{
    if (!fitsSide(geometry, side))
        throw Error::listing(ErrorKind::Usage,
                             {{"side", std::to_string(side),
                               {REALUID_TEXT("must be halved evenly %1 times, once between two levels"), {std::to_string(geometry.multipliers.size() - 1)}}}});
}

/// A source where the network begins with images, and a solver that its path has.
void requireBeginning(const SamplerSettings& r, const NetworkFile& read)
{
    const TrainedOn trained = read.trainedOn.value_or(TrainedOn{});
    const UNetGeometry& g = read.network.geometry();
    if (g.inputChannels != g.channels && !trained.condition)
        throw Error(ErrorKind::File, {REALUID_TEXT("holds a network of %1 input channels, but not what they are"), {std::to_string(g.inputChannels)}}, read.file,
                    {REALUID_TEXT("weights alone do not tell where x0 comes from: take the checkpoint of the run")});
    std::vector<Fault> faults;
    if (trained.source.empty() != r.source.empty())
        faults.push_back({"source", r.source,
                          trained.source.empty() ? Text{REALUID_TEXT("must be left out: the network begins with noise")}
                                                 : Text{REALUID_TEXT("must be given: the network begins with images (%1)"), {trained.source}}});
    if (trained.path == "bridge" && r.solver != "one-step" && r.solver != "euler")
        faults.push_back({"solver", r.solver, {REALUID_TEXT("must be one of %1"), {"one-step, euler"}}});
    if (!faults.empty())
        throw Error::listing(ErrorKind::Usage, std::move(faults));
}

} // namespace

CheckpointSampler::CheckpointSampler(const SamplerSettings& r, Observer& observer)
    : m_device(checkedDevice(r)), m_solver{r.solver, r.steps}, m_read(readNetwork(r.checkpoint, r.headChannels, m_device, observer)),
      m_side(r.side > 0 ? r.side : m_read.trainedOn.value_or(TrainedOn{}).side),
      m_batch(r.batch > 0 ? r.batch : batchFor(m_read.network.geometry(), m_side, m_device)),
      m_trained(m_read.trainedOn.value_or(TrainedOn{})), m_path(m_trained.path, m_trained.target, m_trained.bridgeNoise)
{
    m_read.network.parameters().freeze();
    requireBeginning(r, m_read);
    if (!m_trained.source.empty())
        m_source = CifarData::read(r.source, m_side);
    requireSide(m_read.network.geometry(), m_side);
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

Tensor CheckpointSampler::noise(std::int64_t seed, std::int64_t first, std::int64_t n, std::uint32_t step) const
{
    const Tensor z = at::empty({n, 3, m_side, m_side}, at::TensorOptions(at::kFloat).device(m_device));
    fillNormal({static_cast<std::uint64_t>(seed), Purpose::Sample, step, static_cast<std::uint64_t>(first)}, z);
    return z;
}

/// The data's images in their order, over again where there are fewer.
Tensor CheckpointSampler::sources(std::int64_t first, std::int64_t n) const
{
    if (!m_source)
        return {};
    return sourceOf(m_trained.source, m_source->images(first, n)).to(m_device);
}

Tensor CheckpointSampler::solved(const Tensor& noise, const Tensor& x0, const Tensor& labels, const MatchingPath::StepNoise& steps)
{
    const Tensor condition = m_trained.condition ? x0 : Tensor();
    const Field field = [&](const Tensor& x, const Tensor& t, const Tensor& y) { return m_read.network.forward(seen(x, condition), t, y); };
    const Solved found = m_path.solve(m_solver, field, x0.defined() ? x0 + m_trained.sourceNoise * noise : noise, labels, steps);
    m_evaluations = std::max(m_evaluations, found.evaluations);
    return found.x.cpu();
}

Tensor CheckpointSampler::draw(std::int64_t seed, std::int64_t first, std::int64_t n)
{
    return solved(noise(seed, first, n), sources(first, n), labels(first, n),
                  [&](std::int64_t k) { return noise(seed, first, n, static_cast<std::uint32_t>(k + 1)); });
}

Tensor CheckpointSampler::drawBetween(std::span<const std::int64_t> seeds, std::int64_t frames, std::int64_t first, std::int64_t n)
{
    std::vector<Tensor> z;
    for (std::int64_t k = first; k < first + n; ++k) {
        const std::int64_t leg = std::min(k / (frames - 1), static_cast<std::int64_t>(seeds.size()) - 2);
        const double share = static_cast<double>(k - leg * (frames - 1)) / static_cast<double>(frames - 1);
        const Tensor from = noise(seeds[static_cast<std::size_t>(leg)], 0, 1), to = noise(seeds[static_cast<std::size_t>(leg) + 1], 0, 1);
        z.push_back(betweenOnArc(from, to, share));
    }
    const Tensor y = classes() > 0 ? at::full({n}, m_class.value_or(0), at::TensorOptions(at::kLong).device(m_device)) : Tensor();
    const Tensor x0 = m_source ? sources(0, 1).expand({n, 3, m_side, m_side}) : Tensor();
    return solved(at::cat(z), x0, y, {}); // a bridge's mean, without jumps from frame to frame
}

SampleResult sampleCheckpoint(const SampleRequest& r, Observer& observer, const StopAsked& stop)
{
    std::vector<Fault> faults = outputFaults(r);
    const std::vector<Fault> more = samplerFaults(r);
    faults.insert(faults.end(), more.begin(), more.end());
    if (anyFault(faults)) {
        deviceFor(r.device, faults);
        throw Error::listing(ErrorKind::Usage, std::move(faults));
    }
    const SampleOutput output(r.out, r.overwrite);
    CheckpointSampler sampler(r, observer);
    const std::int64_t all = r.between.empty() ? r.n : static_cast<std::int64_t>(r.between.size() - 1) * (r.frames - 1) + 1;

    const auto begun = std::chrono::steady_clock::now();
    const auto seconds = [&] { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count(); };
    const Tensor images = at::empty({all, 3, sampler.side(), sampler.side()}, at::kFloat);
    for (std::int64_t first = 0; first < all; first += sampler.batch()) {
        if (stop && stop())
            throw Error(ErrorKind::Stopped, {REALUID_TEXT("stopped; nothing was written")}, r.out);
        const std::int64_t n = std::min(sampler.batch(), all - first);
        images.narrow(0, first, n).copy_(r.between.empty() ? sampler.draw(r.seed, first, n) : sampler.drawBetween(r.between, r.frames, first, n));
        const double rate = static_cast<double>(first + n) / std::max(seconds(), 1e-9);
        observer.progressed({first + n, all, rate, static_cast<double>(all - first - n) / rate});
    }
    const SampleResult result{all, seconds(), sampler.evaluations(), sampler.batch(), sampler.state()};
    output.write(images, sampler.state(), rowsOf(r, sampler.classes(), images));
    return result;
}

} // namespace realuid::engine
