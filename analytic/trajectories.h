// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytic/marginal.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string_view>

namespace realuid
{

/// How points are carried from t = 0 to t = 1: along the probability-flow ODE dx/dt = v_t(x), or with noise e along
/// dx = (v + e^2/2 s) dt + e dW, which has the same marginals (s is the score).
enum class Method {
    Exact,    ///< the flow map of a single Gaussian, x_t = c_t + V_t^{1/2} V_0^{-1/2} (x_0 - c_0)
    Euler,
    Midpoint,
    Heun,
    Rk4,
    Rk45,     ///< Dormand and Prince, adaptive within each step, 1e-9 relative
    Sde,      ///< Euler and Maruyama
};
std::optional<Method> methodNamed(std::string_view id); ///< "exact", "euler", ..., "sde"

struct TrajectoryOptions {
    Method method = Method::Heun;
    int steps = 100;      ///< equal in t
    double noise = 1;     ///< e, Sde only
    std::int64_t seed = 42;
    int threads = 0;
    std::stop_token stop = {};
};

struct Trajectories {
    bool stopped = false;               ///< ended early on request; points that were not computed are NaN
    std::vector<double> paths;          ///< row-major [n][steps + 1][d], the start first
    std::int64_t evaluations = 0;       ///< of the velocity, all paths together
    std::optional<double> errorVsExact; ///< greatest distance at t = 1 from the exact map; where one exists, not for Sde
};

/// Points of p_0, the distribution that paths start from: row-major [n][d], a function of the scene and its seed.
std::vector<double> startingPoints(const Scene& scene, Side of, std::size_t n, std::int64_t seed);

/// True where x_t of that side has the exact map: one Gaussian whose covariances of x0 and x1 commute.
bool hasExactMap(const Scene& scene, Side of);

/// Carries `starts`, row-major [n][d], along that side's velocity. The result does not depend on the number of threads.
/// `scene` must have passed check(); Exact needs hasExactMap().
Trajectories trajectories(const Scene& scene, Side of, std::span<const double> starts, const TrajectoryOptions& options);

} // namespace realuid
