// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/scene.h"

#include <vector>

namespace realuid
{

/// The integral of the distance over x and t by a rule whose points are laid out for one scene and then kept, so that
/// nearby scenes differ smoothly: what derivatives need. About 1e-8 relative on the line and 1e-5 in the plane; 1e-3 for
/// normalized, whose kinks it does not look for. A constant object; any thread may use it.
class DistanceRule
{
public:
    /// `scene` must have passed check(), 0 <= from < to <= 1.
    DistanceRule(const Scene& scene, double from, double to);

    /// For a scene of the same dimension whose distributions are close to the first one's. Not finite where it diverges
    /// visibly. Times are spread over `threads` (0: all); the result does not depend on them.
    double value(const Scene& scene, int threads = 0) const;

private:
    /// Rows of points at one time: (x[i], y[row]) with the product of both weights.
    struct Block {
        std::vector<double> x, weightX, y, weightY;
    };
    struct Time {
        double t = 0, weight = 0;
        std::vector<Block> blocks;
    };
    double atTime(const Scene& scene, const Time& time) const;

    std::vector<Time> m_times;
};

} // namespace realuid
