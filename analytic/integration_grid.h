// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/scene.h"

#include <vector>

namespace realuid
{

/// A rectangle's points (x[i], y[j]) with the weights of the product rule; on the line all of them with y = {0}.
struct GridBlock {
    std::vector<double> x, weightX, y, weightY;
};

struct GridTime {
    double t = 0, weight = 0;
    std::vector<GridBlock> blocks;
};

/// Points and weights for integrals over x and t in [from, to] of what lives where a scene's two distributions do; not
/// adaptive. About 1e-8 relative on the line and 1e-5 in the plane. For normalized it is cut at the sign changes of N on the line
/// (of `fake`'s N, where the fake model is optimal for that scene), about 1e-4, and steps over kinks in the plane, 1e-3.
/// `scene` must have passed check(), 0 <= from < to <= 1.
std::vector<GridTime> integrationGrid(const Scene& scene, double from, double to, const Scene* fake = nullptr);

} // namespace realuid
