// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/fault.h"
#include "core/engine/state_dict.h"

namespace realuid::engine
{

/// The authors' network (ADM layout) in numbers. Image side and batch are free: forward() takes any side that can be
/// halved once a level. The defaults are the CIFAR-10 network.
struct UNetGeometry {
    std::int64_t width = 128;                       ///< channels of the first level at multiplier 1; multiples of 32
    std::vector<std::int64_t> multipliers{1, 2, 2, 2}; ///< one a level, the finest first
    std::int64_t blocks = 2;                        ///< residual blocks a level (decoder: one more)
    std::vector<std::int64_t> attentionLevels{1};   ///< levels with attention, 0 = the finest; the middle always has it
    std::int64_t headChannels = 64;                 ///< channels of one attention head; weights do not tell it
    std::int64_t classes = 0;                       ///< 0 = unconditional
    std::int64_t channels = 3;                      ///< of the images
    std::int64_t inputChannels = 3;                 ///< 6: the network sees x0 after x_t
    std::int64_t criticWidth = 0;                   ///< input channels of `cls_pred_branch`; 0 = not there
    bool criticLearns = false;                      ///< an optimiser trains the head: the fake model of the GAN baseline

    std::int64_t levelWidth(std::size_t level) const { return width * multipliers[level]; }
    bool attends(std::int64_t level) const;
    /// The critic's convolutions fit the middle block's output.
    bool criticFits() const { return criticWidth == levelWidth(multipliers.size() - 1); }
    bool operator==(const UNetGeometry&) const = default;
};

/// Image sides with attention ("16" at side 32) as levels. Sides that no level has are left out.
std::vector<std::int64_t> attentionLevels(const std::vector<std::int64_t>& sides, std::int64_t imageSide, std::size_t levels);

/// The side at which a level works.
inline std::int64_t levelSide(std::int64_t imageSide, std::int64_t level) { return imageSide >> level; }

/// Whether images of that side go through the network: they are halved between two levels.
inline bool fitsSide(const UNetGeometry& geometry, std::int64_t side)
{
    return side > 0 && side % (std::int64_t{1} << (geometry.multipliers.size() - 1)) == 0;
}

/// All faults: widths that 32 groups or the attention heads do not divide, empty or absurd numbers.
std::vector<Fault> check(const UNetGeometry& geometry);

/// Reads the geometry off names and shapes. `headChannels` is not told by weights: more than the narrowest attention
/// takes is cut to it; 0 guesses the most, up to the authors' 64, that every attention can be split into. Error (File, `where`) where these are not exactly the tensors of such a network.
UNetGeometry geometryOf(const Shapes& shapes, std::int64_t headChannels, const std::string& where);

} // namespace realuid::engine
