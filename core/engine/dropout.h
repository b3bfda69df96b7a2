// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/torch_compat.h"

#include <cstdint>

namespace realuid::engine
{

/// Reproducible dropout for ONE forward pass in training. Row i of a batch uses the stream
/// (seed, Purpose::Dropout, step, firstSample + i), so a mask depends neither on micro-batches nor on the number of
/// processes. Layers take consecutive parts of the stream: make a new source for every pass.
class DropoutSource
{
public:
    DropoutSource(double probability, std::uint64_t seed, std::uint32_t step, std::uint64_t firstSample)
        : m_probability(probability), m_seed(seed), m_step(step), m_firstSample(firstSample)
    {
    }

    /// x [N, ...] with each element zeroed with the probability, the rest divided by 1 - probability.
    Tensor apply(const Tensor& x);

private:
    double m_probability;
    std::uint64_t m_seed;
    std::uint32_t m_step;
    std::uint64_t m_firstSample;
    std::uint32_t m_block = 0; ///< of the streams; where the next layer begins
};

} // namespace realuid::engine
