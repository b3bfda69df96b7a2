// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/run_start.h"

#include <filesystem>

/// The smallest run whose network has every kind of layer, on drawn pictures; two processor threads.
inline realuid::RunRequest smallRun(const std::filesystem::path& folder, const std::string& name, std::int64_t side)
{
    realuid::RunRequest r;
    r.data = "shapes";
    r.directory = (folder / name).string();
    realuid::TrainingParameters& t = r.training;
    t.side = side;
    t.steps = 9;
    t.batch = 4;
    t.fakeSteps = 2;
    t.lr = 1e-3;
    t.warmup = 3;
    t.width = 32;
    t.multipliers = {1, 2};
    t.blocks = 1;
    t.attention = {side / 2};
    t.headChannels = 32;
    t.samples = 4;
    t.emaDecays = {0.9};
    t.threads = 2;
    t.device = "cpu";
    t.dropout = 0.1;
    return r;
}

/// From images to images: a bridge whose network sees x0 too.
inline void onBridge(realuid::RunRequest& r, const std::string& source)
{
    r.source = source;
    r.training.path = "bridge";
    r.training.target = "data";
    r.training.condition = true;
}
