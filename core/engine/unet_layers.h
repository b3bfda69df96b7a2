// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/dropout.h"
#include "core/engine/parameter_set.h"

#include <optional>

/// The layers of the authors' U-Net. A layer is a plain value that knows where its weights stand in a ParameterSet, so a
/// network and its copies share one description. Tensors are [N, C, H, W]; a layer computes in the type of its input, to which its
/// weights are cast in each pass.
namespace realuid::engine
{

/// Collects the parameters that layers declare, in order.
class Declaration
{
public:
    std::size_t add(std::string name, Shape shape, Start start, bool trained = true);
    std::vector<ParameterSpec> take() { return std::move(m_specs); }

private:
    std::vector<ParameterSpec> m_specs;
};

struct Linear {
    std::size_t weight = 0, bias = 0;
    static Linear declare(Declaration& to, const std::string& name, std::int64_t inputs, std::int64_t outputs);
    Tensor operator()(const ParameterSet& p, const Tensor& x) const;
};

struct Convolution {
    std::size_t weight = 0, bias = 0;
    std::int64_t stride = 1, padding = 1;
    bool trained = true, startsAtZero = false;
    void declare(Declaration& to, const std::string& name, std::int64_t inputs, std::int64_t outputs, std::int64_t side);
    Tensor operator()(const ParameterSet& p, const Tensor& x) const;
};

/// GroupNorm(32, eps 1e-5), in float32 where the input is a half type.
struct Norm {
    std::size_t weight = 0, bias = 0;
    static Norm declare(Declaration& to, const std::string& name, std::int64_t channels, bool trained = true);
    Tensor operator()(const ParameterSet& p, const Tensor& x) const;
    Tensor activated(const ParameterSet& p, const Tensor& x) const; ///< SiLU of it
};

/// h = conv(SiLU(norm x)) + linear(SiLU(embedding)); x' + conv(dropout(SiLU(norm h))), x' = x or its 1x1 convolution.
struct ResidualBlock {
    Norm inNorm, outNorm;
    Convolution inConvolution, outConvolution;
    Linear embedding;
    std::optional<Convolution> skip;
    static ResidualBlock declare(Declaration& to, const std::string& name, std::int64_t inputs, std::int64_t outputs,
                                 std::int64_t embeddingWidth);
    /// `activatedEmbedding` = SiLU(embedding) [N, E]; `dropout` may be null.
    Tensor operator()(const ParameterSet& p, const Tensor& x, const Tensor& activatedEmbedding, DropoutSource* dropout) const;
};

/// Self-attention over all pixels, heads split before q, k, v (channel order: head, then q|k|v), softmax in float32.
struct AttentionBlock {
    Norm norm;
    std::size_t qkvWeight = 0, qkvBias = 0, outWeight = 0, outBias = 0;
    std::int64_t headChannels = 64;
    static AttentionBlock declare(Declaration& to, const std::string& name, std::int64_t channels, std::int64_t headChannels);
    Tensor operator()(const ParameterSet& p, const Tensor& x) const;
};

} // namespace realuid::engine
