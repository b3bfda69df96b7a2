// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/dropout.h"

#include "core/engine/random_fill.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/empty.h>

namespace realuid::engine
{

Tensor DropoutSource::apply(const Tensor& x)
{
    if (m_probability <= 0)
        return x;
    const std::int64_t rows = x.size(0), perRow = x.numel() / rows;
    const Tensor mask = at::empty({rows, perRow}, x.options().dtype(at::kFloat));
    fillKept({m_seed, Purpose::Dropout, m_step, m_firstSample}, m_block, m_probability, mask);
    m_block += static_cast<std::uint32_t>((perRow + 3) / 4);
    return (x * mask.view(x.sizes())).to(x.scalar_type()); // in float32, where 1 / (1 - p) does not round to another rate
}

} // namespace realuid::engine
