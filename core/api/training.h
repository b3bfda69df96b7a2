// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/loss.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace realuid
{

/// Everything of a run but its loss and its files; the defaults are the authors' for distillation on CIFAR-10.
/// A plain value; every member has a row in trainingParameters() and stands in run.json.
struct TrainingParameters {
    // the game
    std::int64_t steps = 400000; ///< updates of either player
    std::int64_t fakeSteps = 5;  ///< fake updates before each generator update
    std::int64_t batch = 256;
    // the optimisers
    double lr = 3e-5;
    std::int64_t warmup = 500; ///< updates of each optimiser; its first has rate 0, as in the authors' code
    double beta1 = 0;
    double beta2 = 0.999;
    double clip = 1;
    std::string optimizer = "adam";
    double weightDecay = 0.01; ///< adamw only
    std::vector<double> emaDecays{0.999, 0.9996, 0.9999};
    // the network, where no checkpoint tells it
    std::int64_t width = 128;
    std::vector<std::int64_t> multipliers{1, 2, 2, 2};
    std::int64_t blocks = 2;
    std::vector<std::int64_t> attention{16};
    std::int64_t headChannels = 64;
    std::int64_t classes = 0;
    double dropout = 0;
    bool discriminatorHead = false;
    // what is matched
    std::string path = "linear";
    std::string target = "velocity";
    double bridgeNoise = 0.5; ///< epsilon of the path `bridge`
    // where x0 is an image (RunRequest::source)
    bool condition = false;  ///< the networks see x0 beside x_t
    double sourceNoise = 0;  ///< standard deviation of what is added to x0 where the generator begins: z of G(x0, z)
    // the GAN baseline, off while both weights are 0
    double ganGenerator = 0;
    double ganCritic = 0;
    double ganFrom = 0.8; ///< earliest t of its samples
    // the data
    std::int64_t side = 32; ///< pixels
    bool flips = true;
    // what is kept
    std::int64_t saveEvery = 5000;
    std::int64_t keep = 3;
    std::int64_t milestoneEvery = 0; ///< updates; 0: none
    double diskBudget = 0;           ///< GiB of checkpoints; 0: no limit
    std::int64_t trackEvery = 5000;  ///< updates; 0: never
    std::int64_t trackSamples = 1000;
    std::int64_t sampleEvery = 500;
    std::int64_t samples = 64;
    // where it runs
    std::int64_t seed = 42;
    std::int64_t threads = 0;
    std::string device = "auto";
    std::string precision = "float32"; ///< of convolutions and matrix products; weights, norms and losses are float32 in any
    std::int64_t microBatch = 0;       ///< samples of a batch in one pass, in each process; 0: all
    bool recompute = false;            ///< blocks' insides are computed again in the backward pass instead of being kept

    bool operator==(const TrainingParameters&) const = default;
};

/// The authors' settings for the teacher: rate 2e-4, warm-up 5000, beta1 0.9, dropout 0.1.
TrainingParameters teacherDefaults();

std::span<const Parameter<TrainingParameters>> trainingParameters();

/// Whether a run that goes on may take another value for this parameter, of the loss or the training, than it began with.
bool changeableInRun(std::string_view id);

/// All faults of one set of parameters, cross rules included.
std::vector<Fault> check(const TrainingParameters& parameters);

} // namespace realuid
