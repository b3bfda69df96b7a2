// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

namespace realuid::engine
{

/// Moving averages of a network's flat parameter buffer, one for each decay d:  average = d average + (1 - d) weights.
class Ema
{
public:
    /// All averages start as copies of `weights`.
    Ema(const at::Tensor& weights, std::vector<double> decays);

    /// Moves all averages in one pass over the weights.
    void update(const at::Tensor& weights);

    const std::vector<double>& decays() const { return m_decays; }
    const at::Tensor& average(std::size_t i) const { return m_averages[i]; }

private:
    std::vector<double> m_decays;
    std::vector<at::Tensor> m_averages;
};

} // namespace realuid::engine
