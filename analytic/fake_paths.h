// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytic/trajectories.h"

namespace realuid
{

/// True where the scene's models learn the velocity itself and the objective has an optimal fake model, so that there is an ODE to
/// follow.
bool hasFakePaths(const Scene& scene);

/// As trajectories(), along the velocity of InnerMaximum::optimalFake, which has no paths in closed form: Exact and Rk45 take the
/// classical rule of Runge and Kutta with as many steps between two points as make 200 in all, Sde takes Heun's. A path ends in
/// NaN where the fake model's field does not stay finite. One thread; empty where options.stop asks for it.
/// `scene` must have passed check() and have paths.
std::vector<double> fakePaths(const Scene& scene, std::span<const double> starts, const TrajectoryOptions& options);

} // namespace realuid
