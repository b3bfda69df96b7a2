// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/feature_network.h"

#include "core/engine/checksum.h"
#include "core/engine/random_fill.h"

#include <ATen/ATen.h>

#include <array>
#include <cmath>

namespace realuid::engine
{
namespace
{

class BuiltInFeatures final : public FeatureNetwork
{
public:
    explicit BuiltInFeatures(at::Device device) : m_device(device)
    {
        constexpr std::array<std::int64_t, 4> kChannels{3, 32, 64, 128};
        constexpr std::uint64_t kSeed = 2015; // part of the definition: other weights are another measure
        for (std::uint32_t layer = 0; layer < 3; ++layer) {
            const std::int64_t in = kChannels[layer], out = kChannels[layer + 1];
            const Tensor weights = at::empty({out, in, 3, 3}, at::kFloat);
            fillNormal({kSeed, Purpose::Weights, layer, 0}, weights);
            m_layers[layer] = weights.mul(std::sqrt(2.0 / static_cast<double>(9 * in))).to(device);
        }
    }

    Tensor features(const Tensor& bytes) override
    {
        const NoGrad guard;
        Tensor x = bytes.to(m_device).to(at::kFloat).div(127.5).sub(1);
        std::vector<Tensor> parts;
        for (std::size_t layer = 0; layer < m_layers.size(); ++layer) {
            x = at::conv2d(x, m_layers[layer], {}, layer == 0 ? 1 : 2, 1).relu_();
            const Tensor flat = x.flatten(2);
            parts.push_back(flat.mean(2));
            parts.push_back(flat.std(at::IntArrayRef{2}, false));
        }
        return at::cat(parts, 1).cpu();
    }

    bool hasLogits() const override { return false; }
    Tensor logits(const Tensor&) override { return {}; }
    std::string name() const override { return "builtin (a proxy)"; }
    std::string checksum() const override
    {
        std::vector<Tensor> flat;
        for (const Tensor& layer : m_layers)
            flat.push_back(layer.flatten().cpu());
        const Tensor all = at::cat(flat);
        return engine::checksum(all.data_ptr(), all.nbytes());
    }

private:
    at::Device m_device;
    std::array<Tensor, 3> m_layers;
};

} // namespace

std::unique_ptr<FeatureNetwork> builtInFeatures(at::Device device) { return std::make_unique<BuiltInFeatures>(device); }

} // namespace realuid::engine
