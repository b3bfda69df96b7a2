// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/scene.h"

#include <vector>

/// What Explore's sliders set beside the coefficients, in the same form as a spec table.
namespace realuid::studio
{

struct SceneParameters {
    double t = 0.7;
    double meanX = 0;
    double meanY = 0;
    double width = 1;
};

/// t alone.
std::span<const Parameter<SceneParameters>> timeParameters();

/// Mean and width of the generator. One Gaussian in 1-D has exactly these; else they move and stretch the generator
/// as a whole, and their titles say so. In 1-D without meanY.
std::span<const Parameter<SceneParameters>> generatorParameters(const Distribution& generated);

SceneParameters sceneParameters(const Scene& scene);
Scene withParameters(const Scene& scene, const SceneParameters& parameters);

} // namespace realuid::studio
