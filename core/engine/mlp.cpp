// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/mlp.h"

#include <ATen/ops/cat.h>
#include <ATen/ops/silu.h>

namespace realuid::engine
{
namespace
{

std::vector<Linear> declare(Declaration& to, std::int64_t dimension, std::int64_t hidden, std::int64_t layers)
{
    std::vector<Linear> out;
    for (std::int64_t i = 0; i <= layers; ++i) // PyTorch numbers the activations between them too
        out.push_back(Linear::declare(to, "net." + std::to_string(2 * i), i == 0 ? dimension + 1 : hidden,
                                      i == layers ? dimension : hidden));
    return out;
}

ParameterSet parametersOf(std::int64_t dimension, std::int64_t hidden, std::int64_t layers, at::ScalarType dtype,
                          at::Device device)
{
    Declaration declaration;
    declare(declaration, dimension, hidden, layers);
    return ParameterSet(declaration.take(), dtype, device);
}

std::vector<Linear> layersOf(std::int64_t dimension, std::int64_t hidden, std::int64_t layers)
{
    Declaration declaration;
    return declare(declaration, dimension, hidden, layers);
}

} // namespace

Mlp::Mlp(std::int64_t dimension, std::int64_t hidden, std::int64_t layers, at::ScalarType dtype, at::Device device)
    : m_layers(layersOf(dimension, hidden, layers)),
      m_parameters(parametersOf(dimension, hidden, layers, dtype, device))
{
}

Mlp::Mlp(std::vector<Linear> layers, ParameterSet parameters)
    : m_layers(std::move(layers)), m_parameters(std::move(parameters))
{
}

Tensor Mlp::forward(const Tensor& x, const Tensor& t) const
{
    Tensor h = at::cat({x, t.unsqueeze(1)}, 1);
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        h = m_layers[i](m_parameters, h);
        if (i + 1 < m_layers.size())
            h = at::silu(h);
    }
    return h;
}

Mlp Mlp::clone() const { return Mlp(m_layers, m_parameters.clone()); }

} // namespace realuid::engine
