// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/unet_work.h"

#include <algorithm>

namespace realuid::engine
{
namespace
{
double product(std::int64_t a, std::int64_t b) { return static_cast<double>(a) * static_cast<double>(b); }
double convolution(std::int64_t in, std::int64_t out, std::int64_t side) { return 9 * product(in, out) * product(side, side); }

/// Calls layers.convolution(in, out, side), .residual(in, out, side) and .attention(channels, side) for all of a forward pass.
template <class Layers>
void eachLayer(const UNetGeometry& g, std::int64_t imageSide, Layers& layers)
{
    const auto levels = static_cast<std::int64_t>(g.multipliers.size());
    std::int64_t width = g.levelWidth(0);
    std::vector<std::int64_t> skips{width};
    const auto block = [&](std::int64_t in, std::int64_t level) {
        width = g.levelWidth(static_cast<std::size_t>(level));
        layers.residual(in, width, levelSide(imageSide, level));
        if (g.attends(level))
            layers.attention(width, levelSide(imageSide, level));
    };
    layers.convolution(g.inputChannels, width, imageSide);
    for (std::int64_t level = 0; level < levels; ++level) {
        for (std::int64_t i = 0; i < g.blocks; ++i) {
            block(width, level);
            skips.push_back(width);
        }
        if (level + 1 == levels)
            break;
        layers.convolution(width, width, levelSide(imageSide, level + 1));
        skips.push_back(width);
    }
    const std::int64_t deepest = levelSide(imageSide, levels - 1);
    layers.residual(width, width, deepest);
    layers.attention(width, deepest);
    layers.residual(width, width, deepest);
    for (std::int64_t level = levels - 1; level >= 0; --level) {
        for (std::int64_t i = 0; i <= g.blocks; ++i) {
            const std::int64_t skip = skips.back();
            skips.pop_back();
            block(width + skip, level);
        }
        if (level > 0)
            layers.convolution(width, width, levelSide(imageSide, level - 1));
    }
    layers.convolution(width, g.channels, imageSide);
}

struct Macs {
    std::int64_t embedding;
    double sum = 0;
    void convolution(std::int64_t in, std::int64_t out, std::int64_t side) { sum += realuid::engine::convolution(in, out, side); }
    void residual(std::int64_t in, std::int64_t out, std::int64_t side)
    {
        convolution(in, out, side);
        convolution(out, out, side);
        sum += product(embedding, out) + (in == out ? 0 : product(in, out) * product(side, side));
    }
    void attention(std::int64_t channels, std::int64_t side)
    {
        const double pixels = product(side, side);
        sum += 4 * product(channels, channels) * pixels + 2 * static_cast<double>(channels) * pixels * pixels;
    }
};

/// What each operation keeps for its backward pass: an activated norm and a convolution their inputs.
struct Kept {
    std::int64_t headChannels;
    double sum = 0, inputs = 0, largest = 0; ///< of all; of the blocks' inputs alone; of one block
    void convolution(std::int64_t in, std::int64_t, std::int64_t side)
    {
        sum += product(in, side * side);
        inputs += product(in, side * side);
    }
    void residual(std::int64_t in, std::int64_t out, std::int64_t side)
    {
        inside(product(2 * in + 2 * out, side * side));
        inputs += product(in, side * side);
    }
    void inside(double numbers)
    {
        sum += numbers;
        largest = std::max(largest, numbers);
    }
    void attention(std::int64_t channels, std::int64_t side)
    {
        const double pixels = product(side, side);
        inside(6 * static_cast<double>(channels) * pixels + static_cast<double>(std::max<std::int64_t>(channels / headChannels, 1)) * pixels * pixels);
    }
};
} // namespace

double forwardMacs(const UNetGeometry& g, std::int64_t imageSide)
{
    const std::int64_t embedding = 4 * g.width;
    Macs macs{embedding, product(g.width, embedding) + product(embedding, embedding)};
    eachLayer(g, imageSide, macs);
    return macs.sum;
}

double keptNumbers(const UNetGeometry& g, std::int64_t imageSide, bool recompute)
{
    Kept kept{g.headChannels};
    eachLayer(g, imageSide, kept);
    return recompute ? kept.inputs + kept.largest : kept.sum;
}

} // namespace realuid::engine
