// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/component_edit.h"

#include <string>
#include <string_view>
#include <vector>

/// The kinds of distribution that one chooses among. A distribution is always a mixture and does not remember where it came
/// from: its kind is read off its components.
namespace realuid::studio
{

inline constexpr std::string_view kGaussian = "gaussian"; ///< one component
inline constexpr std::string_view kMixture = "mixture";
inline constexpr std::string_view kDrawn = "drawn";       ///< many round components, all of one weight and width
inline constexpr std::string_view kMissingMode = "missing-mode"; ///< the other side without its heaviest component (the first of several)
inline constexpr std::string_view kSameAsOther = "same";  ///< a copy of the other side

inline constexpr std::size_t kLeastDrawn = 12; ///< fewer equal components are a mixture

/// One of the first three, or the id of a named distribution.
std::string kindOf(const Distribution& distribution);

/// The kinds that can be chosen for one side, in the order of a menu.
std::vector<std::string> kindsFor(const Scene& scene, Side side);

/// The scene with one side of another kind. One Gaussian and a mixture of two have the mean and the covariance of what was
/// there. `kDrawn` needs a hand: the scene comes back unchanged.
Scene withKind(const Scene& scene, Side side, std::string_view kind);

/// The width of what was drawn; of anything else the mean width of its components.
double bandwidthOf(const Distribution& distribution);
Distribution withBandwidth(const Distribution& drawn, double bandwidth);

} // namespace realuid::studio
