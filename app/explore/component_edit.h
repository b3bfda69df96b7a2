// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/scene.h"

#include <array>

/// What one sets of a single component, as pure functions; and how such a change reaches the scene.
namespace realuid::studio
{

enum class Side { Real, Generated };

/// A component of one side; -1: the distribution as a whole.
struct ComponentId {
    Side side = Side::Generated;
    int index = 0;
    bool operator==(const ComponentId&) const = default;
};

const Distribution& distributionOf(const Scene& scene, Side side);

/// The scene with another distribution on one side. What depends on it follows: a coupling that is one correlation
/// (couplingChoice) stays so; of any other joint one each component's x1 is mapped linearly onto the new component, x0 stays,
/// and where the number of components changes it becomes independent; a teacher that is the real data shifted, widened, narrowed or short of a mode (teacherChoice) stays so.
Scene withDistribution(const Scene& scene, Side side, Distribution next);

/// The ellipse of one standard deviation of a component in the plane: along `angle` (radians) and at right angles to it.
struct Ellipse {
    std::array<double, 2> sd{1, 1};
    double angle = 0;
};
/// Which of the two axes comes first is free; the one nearer to `near` does, so that it stays the same while one drags.
/// Where both are equal `near` is the angle.
Ellipse ellipseOf(const Component& component, double near = 0);
void setEllipse(Component& component, const Ellipse& ellipse);

inline constexpr double kLeastSd = 0.02; ///< no handle makes a component narrower: pictures would need finer grids
double sdOf(const Component& component, int coordinate);
double correlationOf(const Component& component); ///< 0 in 1-D
void setSpread(Component& component, std::array<double, 2> sd, double correlation);

/// A component at `mean` that fits in with the others: round, their mean width, their mean weight.
Component newComponent(const Distribution& distribution, std::array<double, 2> mean);

/// The smallest Gaussian statement about all of it: mean and covariance of the whole.
Component wholeOf(const Distribution& distribution);
/// The distribution mapped by the linear map that takes `from` (its whole) to `to`: symmetric square roots, so that a mere
/// stretch or turn of the ellipse does just that. Points that were drawn keep their bandwidth.
Distribution mapped(const Distribution& distribution, const Component& from, const Component& to);

} // namespace realuid::studio
