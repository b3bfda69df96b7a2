// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/game/dense_kernels.h"

#include <cstdint>

namespace realuid::game
{

/// A multilayer perceptron v(t, x): [x, t] (dimension + 1 numbers) -> `depth` hidden layers of `width` -> dimension. All
/// its parameters lie in one flat buffer: for each layer the weights [inputs][row], row-major by input, then the bias
/// [row]; rows are padded (rowLength()), the padding is 0 and stays so under every update.
struct MlpShape {
    int dimension = 2;
    int width = 128;
    int depth = 3; ///< at least 1
    dense::Activation activation = dense::Activation::Silu;

    int layers() const { return depth + 1; }
    int inputs(int layer) const { return layer == 0 ? dimension + 1 : width; }
    int outputs(int layer) const { return layer == depth ? dimension : width; }
    long weight(int layer) const; ///< where the layer's weights begin
    long bias(int layer) const;
    long size() const { return weight(layers()); } ///< of the flat buffer, padding included
    std::int64_t parameters() const;               ///< without padding
    bool operator==(const MlpShape&) const = default;
};

/// Columns that the kernels work on, and the distance of two rows: an odd number of cache lines of floats, so that the
/// rows of a matrix spread over the whole cache.
constexpr int paddedColumns(int width) { return (width + 15) / 16 * 16; }
constexpr long rowLength(int width) { return 16L * (((width + 15) / 16) | 1); }

/// What one pass through a network works on: room for `rows` samples. One thread at a time.
template <class Real>
struct MlpPass {
    MlpPass(const MlpShape& shape, int mostRows);

    static constexpr long kRow = 16;  ///< of input, output and their cotangents
    Buffer<Real> input;               ///< [rows][kRow]: x, then t
    Buffer<Real> output;              ///< [rows][kRow]
    Buffer<Real> byOutput, byInput;   ///< cotangents, [rows][kRow]; only the first `dimension` entries may be written
    std::vector<Buffer<Real>> hidden; ///< a layer each, [rows][rowLength(width)]
    std::vector<Buffer<Real>> slopes;
    Buffer<Real> pulled[2];
    int rows = 0; ///< in use
};

/// The network with its weights. Reading is for any number of threads, each with a pass of its own.
template <class Real>
class Mlp
{
public:
    explicit Mlp(const MlpShape& shape);

    /// Weights and biases uniform in +-1/sqrt(inputs), by Philox (Purpose::Weights) keyed by the seed and the tensor, as
    /// the engine's Mlp draws them: the same seed makes the same network. The first layer's are then multiplied by `scale`.
    void initialise(std::uint64_t seed, double scale = 1);

    /// Sets the last layer to 0: the network is 0 everywhere, and learns from there.
    void silence();

    const MlpShape& shape() const { return m_shape; }
    Buffer<Real>& weights() { return m_weights; } ///< call prepare() after a change
    const Buffer<Real>& weights() const { return m_weights; }

    /// Makes what backward() needs of a layer's changed weights.
    void prepare(int layer);
    void prepare();

    /// output from input, for the pass's rows. `keep`: backward() will follow.
    void forward(MlpPass<Real>& pass, bool keep) const;

    /// From byOutput: adds the derivatives by all parameters to `byWeights` (laid out as weights(); may be null) and, where
    /// `wantInput`, writes byInput (by x and by t).
    void backward(MlpPass<Real>& pass, Real* byWeights, bool wantInput) const;

private:
    MlpShape m_shape;
    const DenseKernels<Real>* m_kernels;
    Buffer<Real> m_weights;
    std::vector<Buffer<Real>> m_transposed; ///< [outputs][rowLength(inputs)] a layer
};

} // namespace realuid::game
