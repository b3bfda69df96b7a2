// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/scene_parameter.h"

#include <span>
#include <stop_token>

namespace realuid
{

/// One axis of a landscape: a parameter of the generator or of the loss, and the values that it takes, all of them sound
/// for it.
struct LandscapeAxis {
    SceneParameter parameter;
    std::span<const double> values;
};

struct LandscapeOptions {
    double from = 0.02, to = 0.98; ///< the integral over t
    double tolerance = 0;          ///< relative error that is aimed at; 0: the fine one of the dimension; kForSliders (distances.h) for drafts
    bool draft = false;            ///< draftDistance() for every value, whatever the tolerance: quick, and not checked
    int threads = 0;               ///< 0: as many as the processor has
    std::stop_token stop = {};     ///< once requested, it ends within a few values

    static constexpr double kFineLine = 1e-8, kFinePlane = 1e-4; ///< in one and in two dimensions
};

/// The distance as a function of two numbers of a scene, the fake model being optimal everywhere. Over two parameters of
/// the generator: what an ideal distillation descends. Over (alpha, beta): how much of one fixed generator's error each
/// objective sees. Mixed: where the minimum over a parameter goes as the objective changes.
struct Landscape {
    std::vector<double> values; ///< row-major [y][x]; +infinity where the distance is, NaN where not computed
    std::size_t lowest = 0;     ///< index of the least value
    bool stopped = false;       ///< ended early on request
};

/// Integrals over t as distanceOver() has them. Both axes on the same parameter: y wins. `scene` must have passed check().
Landscape landscape(const Scene& scene, const LandscapeAxis& x, const LandscapeAxis& y, const LandscapeOptions& options = {});

} // namespace realuid
