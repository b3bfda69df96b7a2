// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/scene.h"

#include <array>
#include <span>

/// What the generator's sliders set, as pure functions on distributions.
namespace realuid::studio
{

/// Mean of the whole distribution, and its width: the square root of the mean of its covariance's diagonal, weights
/// taken into account. For one Gaussian in 1-D these are its mean and standard deviation.
struct Placement {
    std::array<double, 2> mean{};
    double width = 1;
};
Placement placement(const Distribution& distribution);

/// The distribution moved and stretched as a whole (each component alike) so that its placement is `to`; one Gaussian
/// in 1-D gets exactly the mean and the standard deviation asked for. Needs to.width > 0.
Distribution placed(const Distribution& distribution, const Placement& to);

/// The frame that pictures of a scene span: x_t of both distributions at every t, about three widths around each
/// component, outwards to halves.
struct Window {
    double xLeast = -4, xMost = 4;
    double yLeast = -4, yMost = 4; ///< used in 2-D
    bool operator==(const Window&) const = default;
};
Window windowOf(const Scene& scene);
Window united(const Window& a, const Window& b);

} // namespace realuid::studio
