// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/dropout.h"

#include "core/api/philox.h"

#include <ATen/TensorOperators.h>
#include <ATen/Parallel.h>
#include <ATen/ops/empty.h>

namespace realuid::engine
{

Tensor DropoutSource::apply(const Tensor& x)
{
    if (m_probability <= 0)
        return x;
    const std::int64_t rows = x.size(0), perRow = x.numel() / rows;
    Tensor mask = at::empty({rows, perRow}, at::kFloat);
    float* out = mask.data_ptr<float>();
    const auto kept = static_cast<float>(1 / (1 - m_probability));
    at::parallel_for(0, rows, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t row = begin; row < end; ++row) {
            const RandomStream stream{m_seed, Purpose::Dropout, m_step, m_firstSample + static_cast<std::uint64_t>(row)};
            for (std::int64_t i = 0; i < perRow; i += 4) {
                const PhiloxBlock bits = stream.block(m_block + static_cast<std::uint32_t>(i / 4));
                for (std::int64_t k = 0; k < 4 && i + k < perRow; ++k)
                    out[row * perRow + i + k] = uniform(bits[static_cast<std::size_t>(k)]) < m_probability ? 0 : kept;
            }
        }
    });
    m_block += static_cast<std::uint32_t>((perRow + 3) / 4);
    return x * mask.view(x.sizes()).to(x.options());
}

} // namespace realuid::engine
