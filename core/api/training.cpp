// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/training.h"

#include <algorithm>
#include <array>

namespace realuid
{
namespace
{
constexpr double kUnbounded = std::numeric_limits<double>::infinity();

bool knownDevice(const std::string& device)
{
    if (device == "auto" || device == "cpu" || device == "cuda")
        return true;
    return device.starts_with("cuda:") && device.size() > 5 && device.size() < 9 &&
           std::all_of(device.begin() + 5, device.end(), [](char c) { return c >= '0' && c <= '9'; });
}
} // namespace

TrainingParameters teacherDefaults()
{
    TrainingParameters p;
    p.lr = 2e-4;
    p.warmup = 5000;
    p.beta1 = 0.9;
    p.dropout = 0.1;
    return p;
}

std::span<const Parameter<TrainingParameters>> trainingParameters()
{
    static const std::array<Parameter<TrainingParameters>, 24> table{{
        {{.id = "steps",
          .symbol = "",
          .title = REALUID_TEXT("updates"),
          .meaning = REALUID_TEXT("Updates of either player to make in all."),
          .unit = "",
          .range = {1, kUnbounded},
          .step = 100,
          .tier = Tier::Lesson},
         &TrainingParameters::steps},
        {{.id = "fake_steps",
          .symbol = "",
          .title = REALUID_TEXT("fake updates in a row"),
          .meaning = REALUID_TEXT("Fake updates before each generator update; 5 makes the authors' 5 : 1."),
          .unit = "",
          .range = {1, 1000},
          .slider = {1, 20},
          .step = 1,
          .tier = Tier::Lesson},
         &TrainingParameters::fakeSteps},
        {{.id = "batch",
          .symbol = "",
          .title = REALUID_TEXT("batch"),
          .meaning = REALUID_TEXT("Samples in an update."),
          .unit = "",
          .range = {1, 65536},
          .slider = {4, 512},
          .scale = Scale::Logarithmic,
          .step = 1,
          .tier = Tier::Lesson},
         &TrainingParameters::batch},
        {{.id = "lr",
          .symbol = "",
          .title = REALUID_TEXT("learning rate"),
          .meaning = REALUID_TEXT("Adam's rate after the warm-up."),
          .unit = "",
          .range = {0, 1},
          .recommended = {1e-5, 2e-4},
          .slider = {1e-6, 1e-2},
          .scale = Scale::Logarithmic,
          .step = 1e-6,
          .tier = Tier::Lesson},
         &TrainingParameters::lr},
        {{.id = "warmup",
          .symbol = "",
          .title = REALUID_TEXT("warm-up"),
          .meaning = REALUID_TEXT("Updates over which each optimiser's rate grows from 0."),
          .unit = REALUID_TEXT("updates"),
          .range = {0, kUnbounded},
          .step = 10,
          .tier = Tier::Expert},
         &TrainingParameters::warmup},
        {{.id = "beta1",
          .symbol = "\\beta_1",
          .title = REALUID_TEXT("first moment's decay"),
          .meaning = REALUID_TEXT("Adam's memory of gradients; the authors distil with 0."),
          .unit = "",
          .range = {0, 1, false, true},
          .step = 0.01,
          .tier = Tier::Expert},
         &TrainingParameters::beta1},
        {{.id = "beta2",
          .symbol = "\\beta_2",
          .title = REALUID_TEXT("second moment's decay"),
          .meaning = REALUID_TEXT("Adam's memory of squared gradients."),
          .unit = "",
          .range = {0, 1, false, true},
          .step = 0.001,
          .tier = Tier::Expert},
         &TrainingParameters::beta2},
        {{.id = "clip",
          .symbol = "",
          .title = REALUID_TEXT("gradient clip"),
          .meaning = REALUID_TEXT("Largest norm of all gradients together; larger ones are scaled down to it."),
          .unit = "",
          .range = {0, kUnbounded, true, false},
          .step = 0.1,
          .tier = Tier::Expert},
         &TrainingParameters::clip},
        {{.id = "ema_decays",
          .symbol = "",
          .title = REALUID_TEXT("EMA decays"),
          .meaning = REALUID_TEXT("Moving averages of the generator, one for each decay."),
          .unit = "",
          .range = {0, 1, false, true},
          .step = 0.0001,
          .tier = Tier::Expert},
         &TrainingParameters::emaDecays},
        {{.id = "width",
          .symbol = "",
          .title = REALUID_TEXT("network width"),
          .meaning = REALUID_TEXT("Channels of the first level."),
          .unit = REALUID_TEXT("channels"),
          .range = {32, 1024},
          .step = 32,
          .tier = Tier::Expert},
         &TrainingParameters::width},
        {{.id = "multipliers",
          .symbol = "",
          .title = REALUID_TEXT("level multipliers"),
          .meaning = REALUID_TEXT("Width of each level as a multiple of the network's."),
          .unit = "",
          .range = {1, 64},
          .step = 1,
          .tier = Tier::Expert},
         &TrainingParameters::multipliers},
        {{.id = "blocks",
          .symbol = "",
          .title = REALUID_TEXT("blocks a level"),
          .meaning = REALUID_TEXT("Residual blocks in each level of the encoder."),
          .unit = "",
          .range = {1, 16},
          .step = 1,
          .tier = Tier::Expert},
         &TrainingParameters::blocks},
        {{.id = "attention",
          .symbol = "",
          .title = REALUID_TEXT("attention sides"),
          .meaning = REALUID_TEXT("Sides of the levels that have attention."),
          .unit = REALUID_TEXT("pixels"),
          .range = {1, 1024},
          .step = 1,
          .tier = Tier::Expert},
         &TrainingParameters::attention},
        {{.id = "head_channels",
          .symbol = "",
          .title = REALUID_TEXT("channels a head"),
          .meaning = REALUID_TEXT("Channels of each attention head; checkpoints of others do not tell it."),
          .unit = REALUID_TEXT("channels"),
          .range = {1, 1024},
          .step = 16,
          .tier = Tier::Expert},
         &TrainingParameters::headChannels},
        {{.id = "classes",
          .symbol = "",
          .title = REALUID_TEXT("classes"),
          .meaning = REALUID_TEXT("Labels the network is conditioned on; 0 is unconditional."),
          .unit = "",
          .range = {0, 100000},
          .step = 1,
          .tier = Tier::Expert},
         &TrainingParameters::classes},
        {{.id = "dropout",
          .symbol = "",
          .title = REALUID_TEXT("dropout"),
          .meaning = REALUID_TEXT("Share of activations that residual blocks drop while training."),
          .unit = "",
          .range = {0, 1, false, true},
          .step = 0.05,
          .tier = Tier::Expert},
         &TrainingParameters::dropout},
        {{.id = "flips",
          .symbol = "",
          .title = REALUID_TEXT("horizontal flips"),
          .meaning = REALUID_TEXT("Mirror real images at random."),
          .unit = "",
          .step = 1,
          .tier = Tier::Expert},
         &TrainingParameters::flips},
        {{.id = "save_every",
          .symbol = "",
          .title = REALUID_TEXT("save every"),
          .meaning = REALUID_TEXT("Updates between two checkpoints; one is written at the end in any case."),
          .unit = REALUID_TEXT("updates"),
          .range = {1, kUnbounded},
          .step = 100,
          .tier = Tier::Expert},
         &TrainingParameters::saveEvery},
        {{.id = "keep",
          .symbol = "",
          .title = REALUID_TEXT("checkpoints kept"),
          .meaning = REALUID_TEXT("The newest so many stay; older ones are deleted."),
          .unit = "",
          .range = {1, 10000},
          .step = 1,
          .tier = Tier::Expert},
         &TrainingParameters::keep},
        {{.id = "sample_every",
          .symbol = "",
          .title = REALUID_TEXT("sample every"),
          .meaning = REALUID_TEXT("Updates between two sample grids on the same noise."),
          .unit = REALUID_TEXT("updates"),
          .range = {1, kUnbounded},
          .step = 100,
          .tier = Tier::Expert},
         &TrainingParameters::sampleEvery},
        {{.id = "samples",
          .symbol = "",
          .title = REALUID_TEXT("samples in a grid"),
          .meaning = REALUID_TEXT("Pictures in each sample grid."),
          .unit = "",
          .range = {1, 4096},
          .step = 8,
          .tier = Tier::Expert},
         &TrainingParameters::samples},
        {{.id = "seed",
          .symbol = "",
          .title = REALUID_TEXT("seed"),
          .meaning = REALUID_TEXT("Every random number of the run follows from it."),
          .unit = "",
          .range = {0, kUnbounded},
          .step = 1,
          .tier = Tier::Lesson},
         &TrainingParameters::seed},
        {{.id = "threads",
          .symbol = "",
          .title = REALUID_TEXT("threads"),
          .meaning = REALUID_TEXT("Processor threads; 0 takes all. Bit-equal results need the same number."),
          .unit = "",
          .range = {0, 1024},
          .step = 1,
          .tier = Tier::Expert},
         &TrainingParameters::threads},
        {{.id = "device",
          .symbol = "",
          .title = REALUID_TEXT("device"),
          .meaning = REALUID_TEXT("auto takes a GPU where the engine finds one."),
          .unit = "",
          .step = 1,
          .tier = Tier::Expert},
         &TrainingParameters::device},
    }};
    return table;
}

bool changeableInRun(std::string_view id)
{
    static constexpr std::array<std::string_view, 11> ids{"steps", "fake_steps", "lr",           "clip",    "save_every", "keep",
                                                          "sample_every", "threads", "device", "alpha", "beta"};
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::vector<Fault> check(const TrainingParameters& p)
{
    std::vector<Fault> faults;
    checkTable(trainingParameters(), p, faults);
    if (!knownDevice(p.device))
        faults.push_back({"device", p.device, {REALUID_TEXT("must be auto, cpu, cuda or cuda:K")}});
    if (p.width % 32 != 0)
        faults.push_back({"width", std::to_string(p.width), {REALUID_TEXT("must be a multiple of 32, the groups of a norm")}});
    if (p.multipliers.empty())
        faults.push_back({"multipliers", {}, {REALUID_TEXT("must hold at least one number")}});
    if (p.emaDecays.empty())
        faults.push_back({"ema_decays", {}, {REALUID_TEXT("must hold at least one number")}});
    const auto uneven = std::find_if(p.multipliers.begin(), p.multipliers.end(), [&p](std::int64_t multiplier) {
        const std::int64_t channels = multiplier * p.width;
        return p.headChannels > 0 && channels > p.headChannels && channels % p.headChannels != 0;
    });
    if (uneven != p.multipliers.end())
        faults.push_back({"head_channels", std::to_string(p.headChannels),
                          {REALUID_TEXT("must divide the channels of each level, here %1"),
                           {std::to_string(*uneven * p.width)}}});
    return faults;
}

} // namespace realuid
