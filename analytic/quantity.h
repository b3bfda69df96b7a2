// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytic/marginal.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace realuid
{

/// All that can be asked of a scene at a time t and points x.
enum class Quantity {
    Density,
    LogDensity,
    Score,          ///< grad log p_t
    Velocity,       ///< E[da x1 + db x0 + dg z | x_t]
    Drift,          ///< E[(x1 - x_t)/(1 - t) | x_t]; equal to the velocity on the linear path, where x1 - x_t = (1 - t)(x1 - x0)
    PosteriorData,  ///< E[x1 | x_t]
    PosteriorNoise, ///< E[x0 | x_t]
    TargetVariance, ///< trace of Cov[da x1 + db x0 + dg z | x_t]
    OptimalFake,    ///< InnerMaximum::optimalFake
    Distance,       ///< integrand of the inner maximum, l(t, x)
    LogDistance,    ///< its natural logarithm, for the tails
    Ratio,          ///< log p_theta,t(x) - log p*_t(x)
    PosteriorAdded, ///< E[z | x_t]
    DriftVariance,  ///< trace of Cov[(x1 - x_t)/(1 - t) | x_t]
};

struct QuantityInfo {
    Quantity quantity;
    std::string_view id;    ///< "log-density", as the command line names it
    std::string_view title; ///< marked for translation
    bool vector;            ///< d numbers a point instead of one
    bool ofPair;            ///< needs both distributions
};
/// In the order of the enumeration.
std::span<const QuantityInfo> quantities();
const QuantityInfo& info(Quantity quantity);
std::optional<Quantity> quantityNamed(std::string_view id);
std::optional<Side> sideNamed(std::string_view id); ///< "real", "generated", "teacher"

/// Numbers a point: 1, or the dimension for vector quantities.
int width(Quantity quantity, int dimension);

/// The field that a vector quantity of one distribution is, or whose variance; Velocity for all others.
LinearField fieldOf(Quantity quantity);
/// True for the traces of conditional covariances.
bool isVariance(Quantity quantity);

/// One quantity at many points of one time, by the exact path. The quantities of a pair (OptimalFake and after) ignore
/// the side and are of the field that the scene's models learn. `points` is row-major [n][d], the result [n][width].
/// `scene` must have passed check(), t lies in [0, 1]. Values that leave the range of double are +-infinity or 0.
std::vector<double> evaluate(const Scene& scene, Quantity quantity, Side of, double t,
                             std::span<const double> points);

} // namespace realuid
