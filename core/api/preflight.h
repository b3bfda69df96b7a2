// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/text.h"

#include <cstdint>
#include <string>
#include <vector>

namespace realuid
{

/// What a run would take, told before it begins: counted, estimated, and timed on a few updates that are thrown away.
struct Preflight {
    struct Network {
        std::string name; ///< "teacher", "generator", "fake"
        std::int64_t parameters = 0;
        bool trained = true;
    };
    std::vector<Network> networks;
    std::string device, dataKind, dataChecksum;
    std::int64_t records = 0;

    std::int64_t memory = 0;         ///< bytes, estimate: weights, gradients, moments, averages, activations, data
    std::int64_t memoryMeasured = 0; ///< bytes, most that the process held while it was timed; CPU only, else 0
    std::int64_t memoryTotal = 0;    ///< bytes of the device; 0 where it is not known

    std::int64_t checkpoint = 0; ///< bytes of one
    std::int64_t disk = 0;       ///< bytes at the run's end: checkpoints kept, milestones, best ones, sheets, metrics
    std::int64_t diskFree = 0;   ///< bytes where the run folder would lie

    std::int64_t timedUpdates = 0; ///< after one update of each player that is not counted; 0 where memory would not do
    double secondsPerUpdate = 0;   ///< mean over the players as they take turns
    double hours = 0;              ///< of the whole run, with sheets and measurements
    std::int64_t evaluationSamples = 0;
    double evaluationHours = 0; ///< drawing them; a feature network's own time comes on top

    std::vector<Text> warnings; ///< what would not fit
};

} // namespace realuid
