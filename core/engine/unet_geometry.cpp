// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/unet_geometry.h"

#include "core/api/error.h"
#include "core/engine/unet.h"

#include <algorithm>
#include <numeric>

namespace realuid::engine
{
namespace
{

constexpr std::int64_t kGuessedHeadChannels = 64;
constexpr std::int64_t kMostWidth = 8192, kMostLevels = 12, kMostBlocks = 32, kGroups = 32;

std::string listText(const std::vector<std::int64_t>& values)
{
    std::string out;
    for (const std::int64_t value : values)
        out += (out.empty() ? "" : ",") + std::to_string(value);
    return out;
}

/// The shape of a tensor that must be there with `sides` sides, each of a sane size.
const Shape& required(const Shapes& shapes, const std::string& name, std::size_t sides, const std::string& where)
{
    const Shape* shape = find(shapes, name);
    const bool sane = shape != nullptr && shape->size() == sides &&
                      std::all_of(shape->begin(), shape->end(), [](std::int64_t s) { return s > 0 && s <= (1 << 24); });
    if (!sane)
        throw Error(ErrorKind::File, {REALUID_TEXT("it holds no U-Net of the authors' layout: tensor %1 is missing or has an odd shape"), {name}},
                    where, {REALUID_TEXT("take a teacher or distilled checkpoint of RealUID or TorchCFM")});
    return *shape;
}

[[noreturn]] void refuse(const std::string& where, const std::string& block)
{
    throw Error(ErrorKind::File, {REALUID_TEXT("the encoder is not regular at %1: every level must have as many blocks, of one width"), {block}},
                where, {REALUID_TEXT("take a teacher or distilled checkpoint of RealUID or TorchCFM")});
}

/// Level by level along input_blocks: residual blocks with a width each, then a Downsample.
void readEncoder(const Shapes& shapes, UNetGeometry& g, const std::string& where)
{
    g.multipliers.clear();
    g.attentionLevels.clear();
    g.blocks = 0;
    std::int64_t inLevel = 0;
    for (std::int64_t block = 1;; ++block) {
        const std::string name = "input_blocks." + std::to_string(block);
        const bool down = find(shapes, name + ".0.op.weight") != nullptr;
        const bool residual = find(shapes, name + ".0.in_layers.2.weight") != nullptr;
        if (down || !residual) {
            if (inLevel == 0 || (g.multipliers.size() > 1 && inLevel != g.blocks) ||
                static_cast<std::int64_t>(g.multipliers.size()) > kMostLevels || inLevel > kMostBlocks)
                refuse(where, name);
            g.blocks = inLevel;
            inLevel = 0;
            if (!down)
                return;
            continue;
        }
        const std::int64_t width = required(shapes, name + ".0.in_layers.2.weight", 4, where)[0];
        if (width % g.width != 0 || (inLevel > 0 && width != g.width * g.multipliers.back()))
            refuse(where, name);
        const auto level = static_cast<std::int64_t>(g.multipliers.size()) - (inLevel > 0 ? 1 : 0);
        const bool attends = find(shapes, name + ".1.qkv.weight") != nullptr;
        if (inLevel == 0) {
            g.multipliers.push_back(width / g.width);
            if (attends)
                g.attentionLevels.push_back(level);
        } else if (attends != g.attends(level)) {
            refuse(where, name);
        }
        ++inLevel;
    }
}

std::int64_t largestDivisor(std::int64_t of, std::int64_t most)
{
    std::int64_t divisor = std::max<std::int64_t>(1, std::min(of, most));
    while (of % divisor != 0)
        --divisor;
    return divisor;
}

} // namespace

bool UNetGeometry::attends(std::int64_t level) const
{
    return std::find(attentionLevels.begin(), attentionLevels.end(), level) != attentionLevels.end();
}

std::vector<std::int64_t> attentionLevels(const std::vector<std::int64_t>& sides, std::int64_t imageSide, std::size_t levels)
{
    std::vector<std::int64_t> out;
    for (std::int64_t level = 0; level < static_cast<std::int64_t>(levels); ++level)
        if (std::find(sides.begin(), sides.end(), levelSide(imageSide, level)) != sides.end())
            out.push_back(level);
    return out;
}

std::vector<Fault> check(const UNetGeometry& g)
{
    std::vector<Fault> faults;
    const auto require = [&](bool fine, const char* field, std::string value, Text must) {
        if (!fine)
            faults.push_back({field, std::move(value), std::move(must)});
    };
    const auto inRange = [](std::int64_t value, std::int64_t least, std::int64_t most) { return value >= least && value <= most; };
    require(inRange(g.width, kGroups, kMostWidth) && g.width % kGroups == 0, "width", std::to_string(g.width),
            {REALUID_TEXT("must be a multiple of 32 of at most 8192")});
    const bool multipliersFine = inRange(static_cast<std::int64_t>(g.multipliers.size()), 1, kMostLevels) &&
                                 std::all_of(g.multipliers.begin(), g.multipliers.end(), [&](std::int64_t m) { return inRange(m, 1, 64); });
    require(multipliersFine, "multipliers", listText(g.multipliers), {REALUID_TEXT("must be 1 to 12 numbers from 1 to 64")});
    require(inRange(g.blocks, 1, kMostBlocks), "blocks", std::to_string(g.blocks), {REALUID_TEXT("must be from 1 to 32")});
    require(inRange(g.classes, 0, 1 << 20), "classes", std::to_string(g.classes), {REALUID_TEXT("must not be negative")});
    require(inRange(g.channels, 1, 1024), "channels", std::to_string(g.channels), {REALUID_TEXT("must be from 1 to 1024")});
    require(inRange(g.inputChannels, 1, 1024), "input_channels", std::to_string(g.inputChannels), {REALUID_TEXT("must be from 1 to 1024")});
    if (!faults.empty())
        return faults;
    for (std::size_t level = 0; level < g.multipliers.size(); ++level) {
        const bool used = g.attends(static_cast<std::int64_t>(level)) || level + 1 == g.multipliers.size();
        if (used && (g.headChannels < 1 || g.levelWidth(level) % g.headChannels != 0)) {
            require(false, "head_channels", std::to_string(g.headChannels),
                    {REALUID_TEXT("must divide the %1 channels of level %2, which has attention"), {std::to_string(g.levelWidth(level)), std::to_string(level)}});
            break;
        }
    }
    return faults;
}

UNetGeometry geometryOf(const Shapes& shapes, std::int64_t headChannels, const std::string& where)
{
    UNetGeometry g;
    g.width = required(shapes, "time_embed.0.weight", 2, where)[1];
    g.inputChannels = required(shapes, "input_blocks.0.0.weight", 4, where)[1];
    g.channels = required(shapes, "out.2.weight", 4, where)[0];
    if (find(shapes, "label_emb.weight") != nullptr)
        g.classes = required(shapes, "label_emb.weight", 2, where)[0];
    if (find(shapes, "cls_pred_branch.0.weight") != nullptr)
        g.criticWidth = required(shapes, "cls_pred_branch.0.weight", 4, where)[1];
    readEncoder(shapes, g, where);
    std::int64_t common = g.levelWidth(g.multipliers.size() - 1), narrowest = common;
    for (const std::int64_t level : g.attentionLevels) {
        const std::int64_t width = g.levelWidth(static_cast<std::size_t>(level));
        common = std::gcd(common, width);
        narrowest = std::min(narrowest, width);
    }
    g.headChannels = headChannels > 0 ? std::min(headChannels, narrowest) : largestDivisor(common, kGuessedHeadChannels);
    if (std::vector<Fault> faults = check(g); anyFault(faults))
        throw Error::listing(ErrorKind::File, std::move(faults), where);
    requireShapes(UNet::specs(g), shapes, where);
    return g;
}

} // namespace realuid::engine
