// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/unet_work.h"

namespace realuid::engine
{
namespace
{
double product(std::int64_t a, std::int64_t b) { return static_cast<double>(a) * static_cast<double>(b); }
double convolution(std::int64_t in, std::int64_t out, std::int64_t side) { return 9 * product(in, out) * product(side, side); }

double residual(std::int64_t in, std::int64_t out, std::int64_t embedding, std::int64_t side)
{
    const double skip = in == out ? 0 : product(in, out) * product(side, side);
    return convolution(in, out, side) + convolution(out, out, side) + product(embedding, out) + skip;
}

double attention(std::int64_t channels, std::int64_t side)
{
    const double pixels = product(side, side);
    return 4 * product(channels, channels) * pixels + 2 * static_cast<double>(channels) * pixels * pixels;
}
} // namespace

double forwardMacs(const UNetGeometry& g, std::int64_t imageSide)
{
    const std::int64_t embedding = 4 * g.width;
    const auto levels = static_cast<std::int64_t>(g.multipliers.size());
    std::int64_t width = g.levelWidth(0);
    std::vector<std::int64_t> skips{width};
    double macs = product(g.width, embedding) + product(embedding, embedding) + convolution(g.channels, width, imageSide);
    for (std::int64_t level = 0; level < levels; ++level) {
        const std::int64_t side = levelSide(imageSide, level), out = g.levelWidth(static_cast<std::size_t>(level));
        for (std::int64_t block = 0; block < g.blocks; ++block) {
            macs += residual(width, out, embedding, side) + (g.attends(level) ? attention(out, side) : 0);
            width = out;
            skips.push_back(width);
        }
        if (level + 1 == levels)
            break;
        macs += convolution(width, width, side / 2);
        skips.push_back(width);
    }
    macs += 2 * residual(width, width, embedding, levelSide(imageSide, levels - 1)) + attention(width, levelSide(imageSide, levels - 1));
    for (std::int64_t level = levels - 1; level >= 0; --level) {
        const std::int64_t side = levelSide(imageSide, level), out = g.levelWidth(static_cast<std::size_t>(level));
        for (std::int64_t block = 0; block <= g.blocks; ++block) {
            macs += residual(width + skips.back(), out, embedding, side) + (g.attends(level) ? attention(out, side) : 0);
            skips.pop_back();
            width = out;
        }
        macs += level > 0 ? convolution(width, width, 2 * side) : 0;
    }
    return macs + convolution(width, g.channels, imageSide);
}

} // namespace realuid::engine
