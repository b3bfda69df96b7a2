// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace realuid
{

/// How samples are drawn from a checkpoint; what sample, interpolate and evaluate have in common.
struct SamplerSettings {
    std::string checkpoint; ///< F[:STATE]
    std::int64_t seed = 42; ///< sample i's noise follows from it and i, whatever the batch
    std::string label;      ///< a class number, "all", or empty: all classes evenly
    std::string solver = "one-step"; ///< one-step, euler, heun, rk4, rk45
    std::int64_t steps = 100;        ///< intervals of t; rk45 chooses its own
    std::string source;              ///< of networks that begin with images: the data they are taken (or made) from, in its order
    std::int64_t batch = 0;          ///< samples at a time; 0 = 64, or as many as half of the memory holds
    std::int64_t headChannels = 64;  ///< where the file does not tell
    std::int64_t side = 0;           ///< pixels; 0 = as a file of ours tells, else 32
    std::int64_t threads = 0;
    std::string device = "auto";
};

struct SampleRequest : SamplerSettings {
    std::int64_t n = 64;
    std::vector<std::int64_t> between; ///< seeds: in place of n samples of `seed`, those on the way from each one's first to the next's
    std::int64_t frames = 16;          ///< from a seed to the next, both included
    std::string out; ///< .png grid (a row a class with "all", a row from seed to seed), .npy, .gif, or a folder of PNG files
    bool overwrite = false;
};
struct SampleResult {
    std::int64_t n = 0;
    double seconds = 0;
    std::int64_t networkEvaluations = 0; ///< a sample; rk45: of the batch that took most
    std::int64_t batch = 0;              ///< samples at a time
    std::string state;                   ///< whose weights were taken: "0.999", "gen", "net_model"
};

} // namespace realuid
