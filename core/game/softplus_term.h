// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

namespace realuid::game
{

/// weight softplus(sign D) of one logit D and its derivative: sign 1 teaches a discriminator "generated", -1 "real"; the
/// generator minimises the latter on what it made (GAN baseline, eqs. 7-9).
struct SoftplusTerm {
    double value = 0, byLogit = 0;
};

inline SoftplusTerm softplusTerm(double logit, double sign, double weight)
{
    const double x = sign * logit;
    return {weight * (std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x)))), weight * sign / (1 + std::exp(-x))};
}

} // namespace realuid::game
