// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/bench.h"

#include "core/api/error.h"
#include "core/engine/checkpoint.h"
#include "core/engine/cifar_data.h"
#include "core/engine/device.h"
#include "core/engine/game.h"
#include "core/engine/plane_game.h"
#include "core/engine/random_fill.h"
#include "core/engine/shapes_data.h"
#include "core/engine/unet.h"
#include "core/engine/unet_work.h"

#include <ATen/ATen.h>
#include <ATen/detail/CUDAHooksInterface.h>

#include <algorithm>
#include <chrono>
#include <filesystem>

namespace realuid::engine
{
namespace fs = std::filesystem;
namespace
{
constexpr std::int64_t kSide = 32;
/// Forward-pass equivalents an image: the generator forward and the fake model three times on both halves; the
/// generator three times and two networks forward and back to their input.
constexpr double kFakePasses = 7, kGeneratorPasses = 7;

/// What every row needs.
struct Settings {
    BenchRequest request;
    at::Device device;
    StopAsked stop;

    void wait() const
    {
        if (device.is_cuda())
            at::detail::getCUDAHooks().deviceSynchronize(device.index());
    }
};

template <class Work>
BenchRow timed(const Settings& s, std::string name, Work work)
{
    return timedRow(std::move(name), s.request.repeats, [&] {
        if (s.stop && s.stop())
            throw Error(ErrorKind::Stopped, {REALUID_TEXT("stopped")});
        work();
        s.wait();
    });
}

/// A row that timed `units` at once, as one of them.
BenchRow perUnit(BenchRow row, double units)
{
    for (double* ms : {&row.medianMs, &row.minMs, &row.maxMs})
        *ms /= units;
    return row;
}

UNetGeometry geometryFor(std::int64_t width)
{
    UNetGeometry g;
    g.width = width;
    return g;
}

/// Weights of every layer away from zero: a network that returns zero would hide work.
UNet randomNetwork(const Settings& s, std::int64_t width, std::uint64_t seed)
{
    UNet net(geometryFor(width), at::kFloat, s.device);
    net.initialise(seed);
    const bool half = s.request.precision == "bf16";
    net.computes({half ? at::kBFloat16 : at::kFloat, half && s.device.is_cuda()});
    const NoGrad guard;
    for (std::size_t i = 0; i < net.parameters().size(); ++i) {
        const Tensor noise = at::empty(net.parameters().get(i).sizes(), at::TensorOptions(at::kFloat).device(s.device));
        fillNormal({seed, Purpose::Weights, 1, i << 20}, noise);
        net.parameters().part(net.parameters().everything(), i).add_(noise, 0.01);
    }
    return net;
}

std::int64_t batchFor(const Settings& s, std::int64_t width)
{
    return s.request.batch > 0 ? s.request.batch : s.device.is_cuda() ? 256 : width > 64 ? 4 : 32;
}

Draw randomDraw(const Settings& s, std::int64_t n)
{
    const auto images = [&](Purpose purpose) {
        const Tensor out = at::empty({n, 3, kSide, kSide}, at::TensorOptions(at::kFloat).device(s.device));
        fillNormal({1, purpose, 0, 0}, out);
        return out;
    };
    const Tensor t = at::empty({n}, at::TensorOptions(at::kFloat).device(s.device));
    fillUniform({1, Purpose::Time, 0, 0}, t);
    return {images(Purpose::Real).clamp(-1, 1), images(Purpose::Noise), t, images(Purpose::Latent), {}};
}

Field fieldOf(const UNet& net)
{
    return [&net](const Tensor& x, const Tensor& t, const Tensor& y) { return net.forward(x, t, y); };
}

void networkRows(const Settings& s, std::int64_t width, std::vector<BenchRow>& rows)
{
    UNet teacher = randomNetwork(s, width, 1), generator = randomNetwork(s, width, 2), fake = randomNetwork(s, width, 3);
    teacher.parameters().freeze();
    const std::int64_t n = batchFor(s, width);
    const std::string suffix = " width " + std::to_string(width) + " batch " + std::to_string(n) + (s.request.precision == "float32" ? "" : " " + s.request.precision);
    const double forward = 2 * forwardMacs(teacher.geometry(), kSide) * static_cast<double>(n) / 1e12;
    const Draw random = randomDraw(s, n);
    const auto wanted = [&](const char* group) { return s.request.only.empty() || s.request.only == group; };
    const auto add = [&](BenchRow row, double passes) {
        row.updatesPerSecond = passes > 1 ? 1000 / row.medianMs : 0;
        row.tflopPerUpdate = passes * forward;
        rows.push_back(std::move(row));
    };
    if (wanted("unet")) {
        add(timed(s, "unet forward" + suffix, [&] {
                const NoGrad guard;
                teacher.forward(random.z, random.t);
            }), 1);
    }
    if (!wanted("step"))
        return;
    Learner fakeLearner(Player::Fake, fieldOf(fake), fake.parameters(), {});
    Learner generatorLearner(Player::Generator, fieldOf(generator), generator.parameters(), {});
    Ema averages(generator.parameters().everything(), TrainingParameters{}.emaDecays);
    Game game(fieldOf(teacher), fakeLearner, generatorLearner, averages);
    const LossForm form = lossForm(Loss{});
    add(timed(s, "fake update" + suffix, [&] { game.fakeUpdate(random, form, 1); }), kFakePasses);
    add(timed(s, "generator update" + suffix, [&] { game.generatorUpdate(random, form, 1); }), kGeneratorPasses);
}

BenchRow planeRow(const Settings& s)
{
    PlaneRequest request;
    request.real = gaussian({1, 0}, {0.2, 0, 0, 0.2});
    request.steps = 60;
    request.samples = 1;
    request.threads = s.request.threads;
    Observer nobody;
    BenchRow row = perUnit(timed(s, "2-D update with LibTorch, batch 256, mean of 60", [&] { distilPlane(request, nobody, s.stop); }),
                           static_cast<double>(request.steps));
    row.updatesPerSecond = 1000 / row.medianMs;
    return row;
}

/// A folder for the time of a row.
struct Scratch {
    fs::path folder;
    Scratch() : folder(fs::temp_directory_path() / ("realuid-bench-" + std::to_string(std::chrono::steady_clock::now().time_since_epoch().count())))
    {
        fs::create_directories(folder);
    }
    ~Scratch()
    {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
};

BenchRow dataRow(const Settings& s)
{
    const Scratch scratch;
    writeShapes(scratch.folder / "shapes.bin", 1024, 1);
    const CifarData data = CifarData::read(scratch.folder / "shapes.bin");
    constexpr int kBatches = 20;
    std::int64_t step = 0;
    const auto work = [&] {
        for (int k = 0; k < kBatches; ++k)
            data.batch(1, step++, 256, true);
    };
    return perUnit(timed(s, "data batch 256, mean of 20", work), kBatches);
}

void checkpointRows(const Settings& s, std::vector<BenchRow>& rows)
{
    const Scratch scratch;
    const std::int64_t width = s.request.widths.back();
    const UNet net = randomNetwork(s, width, 1);
    CheckpointContent content;
    content.networks = {{"gen", net.parameters().stateDict()}, {"u", net.parameters().stateDict()}};
    const fs::path file = scratch.folder / "bench.pt";
    const std::string suffix = ", two networks of width " + std::to_string(width);
    rows.push_back(timed(s, "checkpoint write" + suffix, [&] { writeCheckpoint(file, content, true); }));
    rows.push_back(timed(s, "checkpoint read" + suffix, [&] {
        const CheckpointReader reader(file);
        reader.read("gen");
        reader.read("u");
    }));
}

std::vector<Fault> check(const BenchRequest& r)
{
    std::vector<Fault> faults;
    const std::vector<std::string> groups{"", "unet", "step", "toy", "data", "checkpoint"};
    if (std::find(groups.begin(), groups.end(), r.only) == groups.end())
        faults.push_back({"only", r.only, {REALUID_TEXT("must be one of %1"), {"analytic, unet, step, toy, data, checkpoint"}}});
    const auto precision = std::ranges::find(trainingParameters(), "precision", [](const auto& row) { return row.info.id; });
    if (std::ranges::find(precision->info.choices, r.precision) == precision->info.choices.end())
        faults.push_back({"precision", r.precision, {REALUID_TEXT("must be one of %1"), {"float32, tf32, bf16"}}});
    if (r.widths.empty())
        faults.push_back({"width", {}, {REALUID_TEXT("must hold at least one number")}});
    for (const std::int64_t width : r.widths)
        for (Fault fault : engine::check(geometryFor(width)))
            faults.push_back(std::move(fault));
    if (r.repeats < 1)
        faults.push_back({"repeats", std::to_string(r.repeats), {REALUID_TEXT("must be at least 1")}});
    if (r.batch < 0)
        faults.push_back({"batch", std::to_string(r.batch), {REALUID_TEXT("must be at least 0")}});
    checkThreads(r.threads, faults);
    return faults;
}

/// The rate of a matrix product in the precision asked for: what the networks' rows are held against.
BenchRow peakRow(const Settings& s)
{
    const std::int64_t n = s.device.is_cuda() ? 8192 : 1024;
    const at::ScalarType type = s.request.precision == "bf16" ? at::kBFloat16 : at::kFloat;
    const Tensor a = at::ones({n, n}, at::TensorOptions(type).device(s.device)), b = at::ones_like(a);
    BenchRow row = timed(s, "matrix product, " + std::to_string(n) + " x " + std::to_string(n), [&] { at::mm(a, b); });
    row.tflopPerUpdate = 2e-12 * static_cast<double>(n) * static_cast<double>(n) * static_cast<double>(n);
    return row;
}

} // namespace

std::vector<BenchRow> runBench(const BenchRequest& request, const StopAsked& stop)
{
    std::vector<Fault> faults = check(request);
    const Settings s{request, deviceFor(request.device, faults), stop};
    if (anyFault(faults))
        throw Error::listing(ErrorKind::Usage, std::move(faults));
    useThreads(threadsFor(request.threads));
    usePrecision(request.precision);
    const auto wanted = [&](const char* group) { return request.only.empty() || request.only == group; };
    std::vector<BenchRow> rows;
    if (wanted("unet") || wanted("step")) {
        const BenchRow peak = peakRow(s);
        rows.push_back(peak);
        for (const std::int64_t width : request.widths)
            networkRows(s, width, rows);
        for (BenchRow& row : rows)
            row.peakFraction = row.tflopPerUpdate / row.medianMs * peak.medianMs / peak.tflopPerUpdate;
    }
    if (wanted("toy"))
        rows.push_back(planeRow(s));
    if (wanted("data"))
        rows.push_back(dataRow(s));
    if (wanted("checkpoint"))
        checkpointRows(s, rows);
    return rows;
}

} // namespace realuid::engine
