// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/engine.h"
#include "core/engine/field_solver.h"
#include "core/engine/network_file.h"

namespace realuid::engine
{

/// Draws samples of a checkpoint's network, some at a time. Sample i of a seed sees the stream (seed, Purpose::Sample, 0, i),
/// so it does not depend on the batch (rk45: but for its intervals, which suit the batch).
class CheckpointSampler
{
public:
    /// Takes checkpoint, label, solver, steps, headChannels, device and threads of the request. Error (Usage) lists what is
    /// wrong with them, (File) what is wrong with the checkpoint.
    CheckpointSampler(const SampleRequest& request, Observer& observer);

    /// Samples first ... first + n - 1, [n, 3, side, side] in [-1, 1] or a little beyond, on the CPU. Where no class was
    /// chosen, sample i has class i modulo their number.
    Tensor draw(std::int64_t seed, std::int64_t first, std::int64_t n);

    const std::string& state() const { return m_read.state; }
    std::int64_t evaluations() const { return m_evaluations; } ///< of the network, a sample; the most of any draw so far

private:
    Tensor labels(std::int64_t first, std::int64_t n) const;

    at::Device m_device;
    Solver m_solver;
    NetworkFile m_read;
    std::optional<std::int64_t> m_class;
    std::int64_t m_evaluations = 0;
};

/// Engine::sample: samples of a checkpoint as a PNG grid, a .npy array (float32 [n, 3, side, side] in [-1, 1]) or a folder
/// of PNG files.
SampleResult sampleCheckpoint(const SampleRequest& request, Observer& observer, const StopAsked& stop);

} // namespace realuid::engine
