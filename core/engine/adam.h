// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace realuid::engine
{

/// Adam's settings; names and defaults as in TrainingParameters.
struct AdamSettings {
    double lr = 3e-5;
    double beta1 = 0;
    double beta2 = 0.999;
    double epsilon = 1e-8;   ///< added outside the root
    double clip = 1;         ///< largest norm of all gradients together
    std::int64_t warmup = 0; ///< updates over which the rate grows from 0
    bool decoupled = false;  ///< AdamW (Loshchilov and Hutter): each update first scales the weights by 1 - rate decay
    double decay = 0;
};

/// The norm of a flat gradient as a double tensor without dimensions on the gradient's device. On the CPU it is summed
/// in chunks of fixed size, so that it does not depend on the number of threads.
at::Tensor gradientNorm(const at::Tensor& gradient);

/// A network's flat weights and both moments.
struct AdamBuffers {
    at::Tensor parameters, first, second;
};
/// The k-th update (from 1) by a gradient that is clipped already, by LibTorch's one kernel, which Adam takes on GPUs. False, and
/// nothing done, before LibTorch 2.
bool fusedAdam(const AdamBuffers& on, const at::Tensor& gradient, const AdamSettings& settings, double lr, std::int64_t k);

/// Adam on a network's flat parameter buffer (float or double, any device), as the authors run it: the gradient is
/// scaled by min(1, clip / (norm + 1e-6)), both averages are bias-corrected, and the k-th update (k = 0, 1, ...) has
/// the rate lr min(k, warmup) / warmup. The first update therefore moves the averages alone.
/// An entry whose gradient is always zero never moves. One thread calls; the loops inside take all.
class Adam
{
public:
    Adam(at::Tensor parameters, AdamSettings settings);

    /// The rate that the next update takes.
    double rate() const;

    /// One update by `gradient`, whose norm is `norm`.
    void update(const at::Tensor& gradient, double norm);

    AdamSettings& settings() { return m_settings; }
    const AdamSettings& settings() const { return m_settings; }
    std::int64_t updates() const { return m_updates; }
    const at::Tensor& firstMoment() const { return m_first; }   ///< PyTorch's exp_avg, flat
    const at::Tensor& secondMoment() const { return m_second; } ///< PyTorch's exp_avg_sq, flat

    /// Goes on from a checkpoint.
    void restore(std::int64_t updates, const at::Tensor& first, const at::Tensor& second);

private:
    at::Tensor m_parameters, m_first, m_second;
    AdamSettings m_settings;
    std::int64_t m_updates = 0;
};

} // namespace realuid::engine
