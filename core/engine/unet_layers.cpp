// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/unet_layers.h"

#include "core/engine/norm_silu.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/bmm.h>
#include <ATen/ops/conv1d.h>
#include <ATen/ops/conv2d.h>
#include <ATen/ops/group_norm.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/silu.h>
#include <ATen/ops/softmax.h>

#include <array>
#include <cmath>

namespace realuid::engine
{
namespace
{

constexpr std::int64_t kGroups = 32;
constexpr double kEpsilon = 1e-5;

/// Weights and results follow the order in which x lies in memory.
Tensor laidOutAs(const Tensor& x, const Tensor& values) { return values.contiguous(x.suggest_memory_format()); }

bool isHalf(const Tensor& x) { return x.scalar_type() == at::kHalf || x.scalar_type() == at::kBFloat16; }

} // namespace

std::size_t Declaration::add(std::string name, Shape shape, Start start, bool trained)
{
    m_specs.push_back({std::move(name), std::move(shape), start, trained});
    return m_specs.size() - 1;
}

Linear Linear::declare(Declaration& to, const std::string& name, std::int64_t inputs, std::int64_t outputs)
{
    Linear layer;
    layer.weight = to.add(name + ".weight", {outputs, inputs}, Start::fanIn(inputs));
    layer.bias = to.add(name + ".bias", {outputs}, Start::fanIn(inputs));
    return layer;
}

Tensor Linear::operator()(const ParameterSet& p, const Tensor& x) const
{
    return at::linear(x, p.get(weight).to(x.scalar_type()), p.get(bias).to(x.scalar_type()));
}

void Convolution::declare(Declaration& to, const std::string& name, std::int64_t inputs, std::int64_t outputs,
                          std::int64_t side)
{
    const Start start = startsAtZero ? Start::zero() : Start::fanIn(inputs * side * side);
    weight = to.add(name + ".weight", {outputs, inputs, side, side}, start, trained);
    bias = to.add(name + ".bias", {outputs}, start, trained);
}

Tensor Convolution::operator()(const ParameterSet& p, const Tensor& x) const
{
    const std::array<std::int64_t, 2> strides{stride, stride}, paddings{padding, padding};
    return at::conv2d(x, laidOutAs(x, p.get(weight).to(x.scalar_type())), p.get(bias).to(x.scalar_type()), strides, paddings);
}

Norm Norm::declare(Declaration& to, const std::string& name, std::int64_t channels, bool trained)
{
    Norm layer;
    layer.weight = to.add(name + ".weight", {channels}, Start::one(), trained);
    layer.bias = to.add(name + ".bias", {channels}, Start::zero(), trained);
    return layer;
}

Tensor Norm::operator()(const ParameterSet& p, const Tensor& x) const
{
    if (!isHalf(x))
        return at::group_norm(x, kGroups, p.get(weight), p.get(bias), kEpsilon);
    return at::group_norm(x.to(at::kFloat), kGroups, p.get(weight).to(at::kFloat), p.get(bias).to(at::kFloat), kEpsilon)
        .to(x.scalar_type());
}

Tensor Norm::activated(const ParameterSet& p, const Tensor& x) const
{
    if (x.is_cpu() && (x.scalar_type() == at::kFloat || x.scalar_type() == at::kBFloat16) && p.dtype() == at::kFloat)
        return laidOutAs(x, normSilu(x, p.get(weight), p.get(bias), {kGroups, kEpsilon}));
    return at::silu(laidOutAs(x, (*this)(p, x)));
}

ResidualBlock ResidualBlock::declare(Declaration& to, const std::string& name, std::int64_t inputs, std::int64_t outputs,
                                     std::int64_t embeddingWidth)
{
    ResidualBlock block;
    block.inNorm = Norm::declare(to, name + ".in_layers.0", inputs);
    block.inConvolution.declare(to, name + ".in_layers.2", inputs, outputs, 3);
    block.embedding = Linear::declare(to, name + ".emb_layers.1", embeddingWidth, outputs);
    block.outNorm = Norm::declare(to, name + ".out_layers.0", outputs);
    block.outConvolution.startsAtZero = true;
    block.outConvolution.declare(to, name + ".out_layers.3", outputs, outputs, 3);
    if (inputs != outputs) {
        block.skip.emplace(Convolution{.padding = 0});
        block.skip->declare(to, name + ".skip_connection", inputs, outputs, 1);
    }
    return block;
}

Tensor ResidualBlock::operator()(const ParameterSet& p, const Tensor& x, const Tensor& activatedEmbedding,
                                 DropoutSource* dropout) const
{
    Tensor h = inConvolution(p, inNorm.activated(p, x));
    h += embedding(p, activatedEmbedding).unsqueeze(-1).unsqueeze(-1); // a convolution's backward pass does not look at its result
    h = outNorm.activated(p, h);
    if (dropout != nullptr)
        h = dropout->apply(h);
    Tensor out = outConvolution(p, h);
    return out += skip ? (*skip)(p, x) : x;
}

AttentionBlock AttentionBlock::declare(Declaration& to, const std::string& name, std::int64_t channels,
                                       std::int64_t headChannels)
{
    AttentionBlock block;
    block.headChannels = headChannels;
    block.norm = Norm::declare(to, name + ".norm", channels);
    block.qkvWeight = to.add(name + ".qkv.weight", {3 * channels, channels, 1}, Start::fanIn(channels));
    block.qkvBias = to.add(name + ".qkv.bias", {3 * channels}, Start::fanIn(channels));
    block.outWeight = to.add(name + ".proj_out.weight", {channels, channels, 1}, Start::zero());
    block.outBias = to.add(name + ".proj_out.bias", {channels}, Start::zero());
    return block;
}

Tensor AttentionBlock::operator()(const ParameterSet& p, const Tensor& x) const
{
    const std::int64_t batch = x.size(0), channels = x.size(1), pixels = x.size(2) * x.size(3);
    const std::int64_t heads = channels / headChannels;
    const double scale = 1 / std::sqrt(std::sqrt(static_cast<double>(headChannels)));
    const Tensor flat = norm(p, x).reshape({batch, channels, pixels});
    const auto project = [&](const Tensor& from, std::size_t weight, std::size_t bias) {
        return at::conv1d(from, p.get(weight).to(x.scalar_type()), p.get(bias).to(x.scalar_type()));
    };
    const Tensor qkv = project(flat, qkvWeight, qkvBias).view({batch * heads, 3 * headChannels, pixels});
    const Tensor q = qkv.narrow(1, 0, headChannels) * scale;
    const Tensor k = qkv.narrow(1, headChannels, headChannels) * scale;
    const Tensor v = qkv.narrow(1, 2 * headChannels, headChannels);
    const Tensor scores = at::bmm(q.transpose(1, 2), k); // [batch heads, query, key]
    const Tensor weights = isHalf(scores) ? at::softmax(scores, -1, at::kFloat).to(scores.scalar_type()) : at::softmax(scores, -1);
    const Tensor mixed = at::bmm(v, weights.transpose(1, 2)).view({batch, channels, pixels});
    Tensor out = laidOutAs(x, project(mixed, outWeight, outBias).view(x.sizes()));
    return out += x;
}

} // namespace realuid::engine
