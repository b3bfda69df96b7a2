// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/generator_parameter.h"

#include <span>

namespace realuid
{

/// One axis of a landscape: a parameter of the generator and the values that it takes, all of them sound for it.
struct LandscapeAxis {
    GeneratorParameter parameter;
    std::span<const double> values;
};

/// The distance as a function of two parameters of the generator, the fake model being optimal everywhere: what an ideal
/// distillation descends.
struct Landscape {
    std::vector<double> values; ///< row-major [y][x]; +infinity where the distance is
    std::size_t lowest = 0;     ///< index of the least value
};

/// Integrals over t in [from, to] as distanceOver() has them, aimed at 1e-8 relative in one dimension, 1e-4 in two. The
/// values are spread over `threads` (0: all). Both axes on the same parameter: y wins. `scene` must have passed check().
Landscape landscape(const Scene& scene, const LandscapeAxis& x, const LandscapeAxis& y, double from, double to, int threads = 0);

} // namespace realuid
