// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/engine.h"
#include "core/engine/cifar_data.h"
#include "core/engine/matching_path.h"
#include "core/engine/network_file.h"

#include <span>

namespace realuid::engine
{

/// Draws samples of a checkpoint's network, some at a time. Sample i of a seed sees the stream (seed, Purpose::Sample, 0, i),
/// so it does not depend on the batch (rk45: but for its intervals, which suit the batch).
class CheckpointSampler
{
public:
    /// Error (Usage) lists what is wrong with the settings, (File) what is wrong with the checkpoint.
    CheckpointSampler(const SamplerSettings& settings, Observer& observer);

    /// Samples first ... first + n - 1, [n, 3, side, side] in [-1, 1] or a little beyond, on the CPU. Where no class was
    /// chosen, sample i has class i modulo their number.
    Tensor draw(std::int64_t seed, std::int64_t first, std::int64_t n);

    /// Samples first ... first + n - 1 of the way from seed to seed: the noise of sample 0 of each, and between two of them points of the great
    /// circle through both, which are as likely as they are. All of the class chosen, else of class 0.
    Tensor drawBetween(std::span<const std::int64_t> seeds, std::int64_t frames, std::int64_t first, std::int64_t n);

    std::int64_t classes() const { return m_read.network.geometry().classes; }
    std::int64_t side() const { return m_side; } ///< of the samples, in pixels
    std::int64_t batch() const { return m_batch; } ///< samples at a time: as asked for, or what the memory holds
    const std::string& state() const { return m_read.state; }
    std::int64_t evaluations() const { return m_evaluations; } ///< of the network, a sample; the most of any draw so far

private:
    Tensor noise(std::int64_t seed, std::int64_t first, std::int64_t n, std::uint32_t step = 0) const;
    Tensor sources(std::int64_t first, std::int64_t n) const;
    /// From the noise of the samples and their x0; the latter undefined where they begin with noise alone.
    Tensor solved(const Tensor& noise, const Tensor& x0, const Tensor& labels, const MatchingPath::StepNoise& steps);
    Tensor labels(std::int64_t first, std::int64_t n) const;

    at::Device m_device;
    Solver m_solver;
    NetworkFile m_read;
    std::int64_t m_side, m_batch;
    TrainedOn m_trained;
    MatchingPath m_path;
    std::optional<CifarData> m_source;
    std::optional<std::int64_t> m_class;
    std::int64_t m_evaluations = 0;
};

/// Engine::sample: samples of a checkpoint, or of the way between seeds, into what SampleOutput writes.
SampleResult sampleCheckpoint(const SampleRequest& request, Observer& observer, const StopAsked& stop);

} // namespace realuid::engine
