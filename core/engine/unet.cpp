// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/unet.h"

#include "core/api/error.h"
#include "core/engine/recompute.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/cos.h>
#include <ATen/ops/embedding.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/silu.h>
#include <ATen/ops/sin.h>
#include <ATen/ops/upsample_nearest2d.h>

#include <array>
#include <cmath>

namespace realuid::engine
{
namespace
{

/// f_i = 10000^(-i / half) [width / 2], float32 whatever the network's dtype, as in the authors' code; correctly rounded, so that
/// they are the same on all devices and builds of LibTorch, and PyTorch's own but for a last bit in one of about a hundred.
Tensor timeFrequencies(std::int64_t width, at::Device device)
{
    const std::int64_t half = width / 2;
    const Tensor out = at::empty({half}, at::kFloat);
    for (std::int64_t i = 0; i < half; ++i) {
        const float exponent = static_cast<float>(-std::log(10000.0)) * static_cast<float>(i) / static_cast<float>(half);
        out.data_ptr<float>()[i] = static_cast<float>(std::exp(static_cast<double>(exponent)));
    }
    return out.to(device);
}

/// cos(t f_i), then sin(t f_i) [N, width].
Tensor timeEmbedding(const Tensor& t, const Tensor& frequencies)
{
    const at::ScalarType dtype = t.scalar_type() == at::kDouble ? at::kDouble : at::kFloat;
    const Tensor angles = t.to(dtype).unsqueeze(1) * frequencies.to(dtype).unsqueeze(0);
    return at::cat({at::cos(angles), at::sin(angles)}, 1);
}

Tensor doubled(const Tensor& x)
{
    const std::array<std::int64_t, 2> size{2 * x.size(2), 2 * x.size(3)};
    return at::upsample_nearest2d(x, size);
}

std::string numbered(const char* group, std::size_t block, int layer)
{
    return std::string(group) + "." + std::to_string(block) + "." + std::to_string(layer);
}

} // namespace

void UNet::declareEncoder(Layers& layers, Declaration& to, const UNetGeometry& g, std::vector<std::int64_t>& skips)
{
    const std::size_t levels = g.multipliers.size();
    std::int64_t width = g.levelWidth(0);
    Stage stem;
    stem.stem.emplace().declare(to, "input_blocks.0.0", g.inputChannels, width, 3);
    layers.encoder.push_back(stem);
    skips.push_back(width);
    for (std::size_t level = 0; level < levels; ++level) {
        for (std::int64_t block = 0; block < g.blocks; ++block) {
            Stage stage;
            const std::size_t at = layers.encoder.size();
            stage.residual = ResidualBlock::declare(to, numbered("input_blocks", at, 0), width, g.levelWidth(level), 4 * g.width);
            width = g.levelWidth(level);
            if (g.attends(static_cast<std::int64_t>(level)))
                stage.attention = AttentionBlock::declare(to, numbered("input_blocks", at, 1), width, g.headChannels);
            layers.encoder.push_back(stage);
            skips.push_back(width);
        }
        if (level + 1 == levels)
            break;
        Stage stage;
        stage.down.emplace(Convolution{.stride = 2});
        stage.down->declare(to, numbered("input_blocks", layers.encoder.size(), 0) + ".op", width, width, 3);
        layers.encoder.push_back(stage);
        skips.push_back(width);
    }
}

void UNet::declareDecoder(Layers& layers, Declaration& to, const UNetGeometry& g, std::vector<std::int64_t>& skips)
{
    std::int64_t width = g.levelWidth(g.multipliers.size() - 1);
    for (std::size_t level = g.multipliers.size(); level-- > 0;) {
        for (std::int64_t block = 0; block <= g.blocks; ++block) {
            Stage stage;
            const std::size_t at = layers.decoder.size();
            stage.residual = ResidualBlock::declare(to, numbered("output_blocks", at, 0), width + skips.back(),
                                                    g.levelWidth(level), 4 * g.width);
            skips.pop_back();
            width = g.levelWidth(level);
            if (g.attends(static_cast<std::int64_t>(level)))
                stage.attention = AttentionBlock::declare(to, numbered("output_blocks", at, 1), width, g.headChannels);
            if (level > 0 && block == g.blocks) {
                stage.up.emplace();
                stage.up->declare(to, numbered("output_blocks", at, stage.attention ? 2 : 1) + ".conv", width, width, 3);
            }
            layers.decoder.push_back(stage);
        }
    }
}

UNet::Layers UNet::declare(const UNetGeometry& g)
{
    Layers layers;
    Declaration to;
    const std::int64_t embedding = 4 * g.width, deepest = g.levelWidth(g.multipliers.size() - 1);
    layers.time0 = Linear::declare(to, "time_embed.0", g.width, embedding);
    layers.time2 = Linear::declare(to, "time_embed.2", embedding, embedding);
    if (g.classes > 0)
        layers.labels = to.add("label_emb.weight", {g.classes, embedding}, Start::normal());
    std::vector<std::int64_t> skips;
    declareEncoder(layers, to, g, skips);
    layers.middle0 = ResidualBlock::declare(to, "middle_block.0", deepest, deepest, embedding);
    layers.middle1 = AttentionBlock::declare(to, "middle_block.1", deepest, g.headChannels);
    layers.middle2 = ResidualBlock::declare(to, "middle_block.2", deepest, deepest, embedding);
    declareDecoder(layers, to, g, skips);
    layers.outNorm = Norm::declare(to, "out.0", g.levelWidth(0));
    layers.out.startsAtZero = true;
    layers.out.declare(to, "out.2", g.levelWidth(0), g.channels, 3);
    if (g.criticWidth > 0) {
        Critic& critic = layers.critic.emplace();
        critic.first = critic.second = Convolution{.stride = 2, .padding = 0, .trained = g.criticLearns};
        critic.last = Convolution{.padding = 0, .trained = g.criticLearns};
        critic.first.declare(to, "cls_pred_branch.0", g.criticWidth, g.criticWidth, 2);
        critic.firstNorm = Norm::declare(to, "cls_pred_branch.1", g.criticWidth, g.criticLearns);
        critic.second.declare(to, "cls_pred_branch.3", g.criticWidth, g.criticWidth, 2);
        critic.secondNorm = Norm::declare(to, "cls_pred_branch.4", g.criticWidth, g.criticLearns);
        critic.last.declare(to, "cls_pred_branch.6", g.criticWidth, 1, 1);
    }
    layers.specs = to.take();
    return layers;
}

std::vector<ParameterSpec> UNet::specs(const UNetGeometry& geometry) { return declare(geometry).specs; }

UNet::UNet(const UNetGeometry& geometry, at::ScalarType dtype, at::Device device)
    : m_geometry(geometry), m_layers(declare(geometry)), m_parameters(m_layers.specs, dtype, device),
      m_frequencies(timeFrequencies(geometry.width, device))
{
}

UNet::UNet(const UNetGeometry& geometry, Layers layers, ParameterSet parameters)
    : m_geometry(geometry), m_layers(std::move(layers)), m_parameters(std::move(parameters)),
      m_frequencies(timeFrequencies(geometry.width, m_parameters.device()))
{
}

Tensor UNet::embed(const Tensor& t, const Tensor& y) const
{
    const Tensor waves = timeEmbedding(t, m_frequencies).to(m_parameters.dtype());
    Tensor embedding = m_layers.time2(m_parameters, at::silu(m_layers.time0(m_parameters, waves)));
    if (m_layers.labels) {
        if (!y.defined())
            throw Error(ErrorKind::Usage, {REALUID_TEXT("the network is conditional: it needs a class for every image")});
        embedding = embedding + at::embedding(m_parameters.get(*m_layers.labels), y);
    }
    return at::silu(embedding);
}

Tensor UNet::runNow(const Stage& stage, Tensor h, const Tensor& activated, DropoutSource* dropout) const
{
    if (stage.stem)
        h = (*stage.stem)(m_parameters, h);
    if (stage.down)
        h = (*stage.down)(m_parameters, h);
    if (stage.residual)
        h = (*stage.residual)(m_parameters, h, activated, dropout);
    if (stage.attention)
        h = (*stage.attention)(m_parameters, h);
    if (stage.up)
        h = (*stage.up)(m_parameters, doubled(h));
    return h;
}

Tensor UNet::run(const Stage& stage, const Tensor& h, const Tensor& activated, DropoutSource* dropout) const
{
    if (!m_computing || !m_computing->recompute || !stage.residual)
        return runNow(stage, h, activated, dropout);
    return recomputed([this, &stage](const Tensor& x, const Tensor& e, DropoutSource* d) { return runNow(stage, x, e, d); }, h, activated,
                      dropout);
}

Tensor UNet::runMiddle(const Tensor& input, const Tensor& activated, DropoutSource* dropout) const
{
    const auto middle = [this](const Tensor& x, const Tensor& e, DropoutSource* d) {
        const Tensor h = m_layers.middle1(m_parameters, m_layers.middle0(m_parameters, x, e, d));
        return m_layers.middle2(m_parameters, h, e, d);
    };
    return m_computing && m_computing->recompute ? recomputed(middle, input, activated, dropout) : middle(input, activated, dropout);
}

Tensor UNet::encode(const Tensor& x, const Tensor& activated, DropoutSource* dropout, std::vector<Tensor>& skips) const
{
    Tensor h = computed(x);
    for (const Stage& stage : m_layers.encoder) {
        h = run(stage, h, activated, dropout);
        skips.push_back(h);
    }
    return runMiddle(h, activated, dropout);
}

Tensor UNet::computed(const Tensor& x) const
{
    if (!m_computing)
        return x;
    const Tensor out = x.to(m_computing->type);
    return m_computing->channelsLast && out.dim() == 4 ? out.contiguous(at::MemoryFormat::ChannelsLast) : out;
}

Tensor UNet::forward(const Tensor& x, const Tensor& t, const Tensor& y, DropoutSource* dropout) const
{
    const Tensor activated = computed(embed(t, y));
    std::vector<Tensor> skips;
    Tensor h = encode(x, activated, dropout, skips);
    for (const Stage& stage : m_layers.decoder) {
        h = run(stage, at::cat({h, skips.back()}, 1), activated, dropout);
        skips.pop_back();
    }
    return m_layers.out(m_parameters, m_layers.outNorm.activated(m_parameters, h)).to(m_parameters.dtype()).contiguous();
}

Tensor UNet::middle(const Tensor& x, const Tensor& t, const Tensor& y, DropoutSource* dropout) const
{
    std::vector<Tensor> skips;
    return encode(x, computed(embed(t, y)), dropout, skips);
}

Tensor UNet::criticLogits(const Tensor& middleOutput) const
{
    if (!m_layers.critic || middleOutput.size(1) != m_geometry.criticWidth)
        throw Error(ErrorKind::Usage, {REALUID_TEXT("the network has no discriminator head for a middle block of %1 channels"),
                                       {std::to_string(middleOutput.size(1))}});
    const Critic& critic = *m_layers.critic;
    Tensor h = critic.firstNorm.activated(m_parameters, critic.first(m_parameters, middleOutput));
    h = critic.secondNorm.activated(m_parameters, critic.second(m_parameters, h));
    return critic.last(m_parameters, h).to(m_parameters.dtype());
}

UNet UNet::clone() const { return UNet(m_geometry, m_layers, m_parameters.clone()); }

UNet UNet::to(at::ScalarType dtype, at::Device device) const
{
    return UNet(m_geometry, m_layers, m_parameters.to(dtype, device));
}

} // namespace realuid::engine
