// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/game/mlp.h"

#include "core/api/philox.h"

#include <cmath>

namespace realuid::game
{
namespace
{
std::size_t room(long n) { return static_cast<std::size_t>(n); }
} // namespace

long MlpShape::weight(int layer) const
{
    long offset = 0;
    for (int l = 0; l < layer; ++l)
        offset += (inputs(l) + 1) * rowLength(outputs(l));
    return offset;
}

long MlpShape::bias(int layer) const { return weight(layer) + inputs(layer) * rowLength(outputs(layer)); }

std::int64_t MlpShape::parameters() const
{
    std::int64_t count = 0;
    for (int l = 0; l < layers(); ++l)
        count += std::int64_t{inputs(l) + 1} * outputs(l);
    return count;
}

template <class Real>
MlpPass<Real>::MlpPass(const MlpShape& shape, int mostRows)
{
    for (Buffer<Real>* narrow : {&input, &output, &byOutput, &byInput})
        narrow->assign(room(mostRows * kRow), 0);
    const std::size_t wide = room(mostRows * rowLength(shape.width));
    hidden.assign(room(shape.depth), Buffer<Real>(wide));
    slopes = hidden;
    pulled[0] = pulled[1] = Buffer<Real>(wide);
}

template <class Real>
Mlp<Real>::Mlp(const MlpShape& shape)
    : m_shape(shape), m_kernels(&denseKernels<Real>(instructionSet())), m_weights(room(shape.size()), 0)
{
    for (int l = 0; l < shape.layers(); ++l)
        m_transposed.emplace_back(room(shape.outputs(l) * rowLength(shape.inputs(l))), 0);
}

template <class Real>
void Mlp<Real>::initialise(std::uint64_t seed, double scale)
{
    for (int l = 0; l < m_shape.layers(); ++l) {
        const int inputs = m_shape.inputs(l), outputs = m_shape.outputs(l);
        const double bound = (l == 0 ? scale : 1) / std::sqrt(static_cast<double>(inputs));
        const auto number = [&](std::uint64_t tensor, int i) {
            const RandomStream stream{seed, Purpose::Weights, 0, tensor};
            const auto k = static_cast<std::uint32_t>(i);
            return static_cast<Real>((2 * uniform(stream.block(k / 4)[k % 4]) - 1) * bound);
        };
        const auto tensor = 2 * static_cast<std::uint64_t>(l);
        Real* weight = m_weights.data() + m_shape.weight(l);
        Real* bias = m_weights.data() + m_shape.bias(l);
        for (int o = 0; o < outputs; ++o) {
            for (int i = 0; i < inputs; ++i)
                weight[i * rowLength(outputs) + o] = number(tensor, o * inputs + i);
            bias[o] = number(tensor + 1, o);
        }
    }
    prepare();
}

template <class Real>
void Mlp<Real>::silence()
{
    std::fill(m_weights.begin() + m_shape.weight(m_shape.depth), m_weights.end(), Real{0});
    prepare(m_shape.depth);
}

template <class Real>
void Mlp<Real>::prepare(int layer)
{
    const int inputs = m_shape.inputs(layer), outputs = m_shape.outputs(layer);
    const Real* from = m_weights.data() + m_shape.weight(layer);
    Real* to = m_transposed[room(layer)].data();
    for (int i = 0; i < inputs; ++i)
        for (int o = 0; o < outputs; ++o)
            to[o * rowLength(inputs) + i] = from[i * rowLength(outputs) + o];
}

template <class Real>
void Mlp<Real>::prepare()
{
    for (int l = 0; l < m_shape.layers(); ++l)
        prepare(l);
}

template <class Real>
void Mlp<Real>::forward(MlpPass<Real>& pass, bool keep) const
{
    const long wide = rowLength(m_shape.width);
    const Real* in = pass.input.data();
    long inRow = MlpPass<Real>::kRow;
    for (int l = 0; l < m_shape.layers(); ++l) {
        const bool last = l == m_shape.depth;
        Real* out = last ? pass.output.data() : pass.hidden[room(l)].data();
        const int outputs = m_shape.outputs(l);
        m_kernels->forward({in, inRow, 1, m_weights.data() + m_shape.weight(l), rowLength(outputs), out,
                            last ? MlpPass<Real>::kRow : wide, pass.rows, paddedColumns(outputs), m_shape.inputs(l)},
                           m_weights.data() + m_shape.bias(l), last ? dense::Activation::None : m_shape.activation,
                           keep && !last ? pass.slopes[room(l)].data() : nullptr);
        in = out;
        inRow = wide;
    }
}

template <class Real>
void Mlp<Real>::backward(MlpPass<Real>& pass, Real* byWeights, bool wantInput) const
{
    constexpr long kRow = MlpPass<Real>::kRow;
    const long wide = rowLength(m_shape.width);
    const Real* by = pass.byOutput.data();
    long byRow = kRow;
    for (int l = m_shape.depth; l >= 0; --l) {
        const int inputs = m_shape.inputs(l), outputs = m_shape.outputs(l);
        if (byWeights) {
            const Real* in = l == 0 ? pass.input.data() : pass.hidden[room(l - 1)].data();
            m_kernels->accumulate({in, 1, l == 0 ? kRow : wide, by, byRow, byWeights + m_shape.weight(l),
                                   rowLength(outputs), inputs, paddedColumns(outputs), pass.rows});
            m_kernels->accumulateRows(by, byRow, pass.rows, paddedColumns(outputs), byWeights + m_shape.bias(l));
        }
        if (l == 0 && !wantInput)
            return;
        Real* out = l == 0 ? pass.byInput.data() : pass.pulled[l % 2].data();
        m_kernels->pullBack({by, byRow, 1, m_transposed[room(l)].data(), rowLength(inputs), out, l == 0 ? kRow : wide,
                             pass.rows, paddedColumns(inputs), outputs},
                            l == 0 ? nullptr : pass.slopes[room(l - 1)].data());
        by = out;
        byRow = wide;
    }
}

template struct MlpPass<float>;
template struct MlpPass<double>;
template class Mlp<float>;
template class Mlp<double>;

} // namespace realuid::game
