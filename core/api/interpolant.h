// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/parameter.h"

namespace realuid
{

/// How noise and data are joined: x_t = a(t) x1 + b(t) x0 + g(t) z with z ~ N(0, I), t = 0 noise, t = 1 data.
///   linear         a = t, b = 1 - t
///   trigonometric  a = sin(pi t / 2), b = cos(pi t / 2)
///   vp-cosine      a = cos(phi) / cos(phi0), phi = (1 - t + s) / (1 + s) pi / 2, phi0 = s / (1 + s) pi / 2, b = sqrt(1 - a^2)
///   vp-linear      a = exp(-(1 - t)^2 (beta_max - beta_min) / 4 - (1 - t) beta_min / 2), b = sqrt(1 - a^2)
///   ve             a = 1, b = (sigma_max^(1/rho) + t (sigma_min^(1/rho) - sigma_max^(1/rho)))^rho
///   stochastic     a = t, b = 1 - t, g = gamma_scale sqrt(2 t (1 - t))
///   bridge         a = t, b = 1 - t, g = sqrt(epsilon t (1 - t)); its models learn the drift E[(x1 - x_t) / (1 - t) | x_t]
/// A plain value, read from a scene's "interpolant" key. Options that a kind does not use keep their defaults.
struct Interpolant {
    std::string kind = "linear";
    double s = 0.008;
    double betaMin = 0.1, betaMax = 20;
    double sigmaMin = 0.002, sigmaMax = 80, rho = 7;
    double gammaScale = 1;
    double epsilon = 0.5;
    bool operator==(const Interpolant&) const = default;
};

/// One row a member, the kind first.
std::span<const Parameter<Interpolant>> interpolantParameters();

/// True where the kind has the option of that id.
bool hasOption(const Interpolant& interpolant, std::string_view id);

/// All faults: an unknown kind; options of the kind that are out of range; beta_max and sigma_max below their least.
std::vector<Fault> check(const Interpolant& interpolant);

} // namespace realuid
