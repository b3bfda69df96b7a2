// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/distribution.h"

#include <array>
#include <span>
#include <string_view>

namespace realuid
{

/// Familiar shapes in the plane, each a mixture of Gaussians so that closed forms stay exact. All fit into [-3, 3]^2
/// and have equal weights.
///   two-moons     16 Gaussians along two half circles that reach into each other
///   8-gaussians   8 of standard deviation 0.2 on a circle of radius 2
///   checkerboard  the dark squares of a 4 x 4 board on [-2, 2]^2, four Gaussians of standard deviation 0.17 each
///   ring          16 along a circle of radius 1.5, stretched along it
///   spiral        24 along one and a half turns, stretched along them
struct NamedDistribution {
    std::string_view id;    ///< "two-moons", as scene files have it
    std::string_view title; ///< marked for translation
    Distribution distribution;
};
std::span<const NamedDistribution> namedDistributions();

/// A Gaussian of standard deviation `bandwidth` at each point (of one or two coordinates), all of one weight: what
/// someone drew. Wrong shapes and bandwidths are found by check() of the result.
Distribution drawnDistribution(std::span<const std::vector<double>> points, double bandwidth);

} // namespace realuid
