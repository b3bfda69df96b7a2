// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/unet_layers.h"

namespace realuid::engine
{

/// The small network of the 2-D game: [x, t] (d + 1 numbers) -> `layers` hidden layers with SiLU -> d. Its tensors are
/// `net.0.weight` [hidden, d + 1], `net.0.bias`, `net.2.weight`, ... as Python's nn.Sequential names them.
class Mlp
{
public:
    Mlp(std::int64_t dimension, std::int64_t hidden, std::int64_t layers, at::ScalarType dtype = at::kFloat,
        at::Device device = at::kCPU);

    /// [N, d] from x [N, d] and t [N].
    Tensor forward(const Tensor& x, const Tensor& t) const;

    void initialise(std::uint64_t seed) { m_parameters.initialise(seed); }
    ParameterSet& parameters() { return m_parameters; }
    const ParameterSet& parameters() const { return m_parameters; }
    Mlp clone() const;

private:
    Mlp(std::vector<Linear> layers, ParameterSet parameters);
    std::vector<Linear> m_layers;
    ParameterSet m_parameters;
};

} // namespace realuid::engine
