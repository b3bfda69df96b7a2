// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/unet_geometry.h"
#include "core/engine/unet_layers.h"

namespace realuid::engine
{

/// How a network's passes compute; its weights and results stay what they are.
struct Computing {
    at::ScalarType type = at::kFloat; ///< of convolutions and matrix products, to which the weights are cast: float32 or bfloat16
    bool channelsLast = false;        ///< images lie pixel after pixel in memory, as the tensor cores of GPUs take them
    bool recompute = false;           ///< keep the blocks' inputs alone for the backward pass, which computes their insides again
};

/// The authors' U-Net: teacher, fake model and generator alike. Names, order and results are those of their Python code
/// (`docs/formats.md`), so weights go both ways. float32 or float64, any device. One thread at a time.
class UNet
{
public:
    /// Weights are zero until initialise() or load(). Precondition: check(geometry) finds no fault.
    explicit UNet(const UNetGeometry& geometry, at::ScalarType dtype = at::kFloat, at::Device device = at::kCPU);

    /// v(t, x) [N, C, H, W] from x [N, C, H, W], t [N] in [0, 1] (0 = noise) and, for a conditional network, classes
    /// y [N] int64. x and t are of the network's dtype. `dropout` may be null (evaluation).
    Tensor forward(const Tensor& x, const Tensor& t, const Tensor& y = {}, DropoutSource* dropout = nullptr) const;

    /// The middle block's output [N, C', H / 2^(levels-1), ...], which the discriminator head takes.
    Tensor middle(const Tensor& x, const Tensor& t, const Tensor& y = {}, DropoutSource* dropout = nullptr) const;

    /// Logits [N, 1, h, w] of the discriminator head (`cls_pred_branch`) for `middleOutput` [N, criticWidth, 4h, 4w].
    /// Error (Usage) where the network has none or the channels do not fit.
    Tensor criticLogits(const Tensor& middleOutput) const;

    /// From now on, in this network and no copy of it; of float32 networks.
    void computes(Computing computing) { m_computing = computing; }

    /// Fresh weights, PyTorch's defaults (layers that start at zero do), a function of the seed alone.
    void initialise(std::uint64_t seed) { m_parameters.initialise(seed); }

    /// Names and shapes in the authors' order, without making a network.
    static std::vector<ParameterSpec> specs(const UNetGeometry& geometry);

    const UNetGeometry& geometry() const { return m_geometry; }
    ParameterSet& parameters() { return m_parameters; }
    const ParameterSet& parameters() const { return m_parameters; }

    UNet clone() const; ///< own weights, equal values
    UNet to(at::ScalarType dtype, at::Device device) const;

private:
    /// A decoder or encoder block: at most one of each, applied in this order.
    struct Stage {
        std::optional<Convolution> stem, down;
        std::optional<ResidualBlock> residual;
        std::optional<AttentionBlock> attention;
        std::optional<Convolution> up;
    };
    struct Critic {
        Convolution first, second, last;
        Norm firstNorm, secondNorm;
    };
    struct Layers {
        Linear time0, time2;
        std::optional<std::size_t> labels;
        std::vector<Stage> encoder, decoder;
        ResidualBlock middle0, middle2;
        AttentionBlock middle1;
        Norm outNorm;
        Convolution out;
        std::optional<Critic> critic;
        std::vector<ParameterSpec> specs;
    };
    static Layers declare(const UNetGeometry& geometry);
    static void declareEncoder(Layers& layers, Declaration& to, const UNetGeometry& g, std::vector<std::int64_t>& skips);
    static void declareDecoder(Layers& layers, Declaration& to, const UNetGeometry& g, std::vector<std::int64_t>& skips);
    UNet(const UNetGeometry& geometry, Layers layers, ParameterSet parameters);

    Tensor embed(const Tensor& t, const Tensor& y) const;
    Tensor encode(const Tensor& x, const Tensor& activated, DropoutSource* dropout, std::vector<Tensor>& skips) const;
    Tensor run(const Stage& stage, const Tensor& h, const Tensor& activated, DropoutSource* dropout) const;
    Tensor runNow(const Stage& stage, Tensor h, const Tensor& activated, DropoutSource* dropout) const;
    Tensor runMiddle(const Tensor& h, const Tensor& activated, DropoutSource* dropout) const;
    Tensor computed(const Tensor& x) const; ///< in the type of its passes

    UNetGeometry m_geometry;
    Layers m_layers;
    ParameterSet m_parameters;
    Tensor m_frequencies; ///< of the time embedding
    std::optional<Computing> m_computing; ///< none: as the weights are
};

} // namespace realuid::engine
