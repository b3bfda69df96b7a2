// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytic/trajectories.h"
#include "app/explore/frame.h"

#include <QPolygonF>

#include <stop_token>

namespace realuid::studio
{

/// What the trajectories panel is asked to draw.
struct PathChoice {
    bool teacher = true, generator = false, fake = false;
    bool oneStep = true;               ///< the generator's own map from the same noise
    Method method = Method::Heun;
    int steps = 40;
    std::vector<double> starts = {};   ///< row-major [n][d]; empty: a fan of the scene's noise
    bool operator==(const PathChoice&) const = default;
};

/// Paths of one field; in 1-D points are (t, x), in 2-D (x, y). A path ends before its first number that is not finite.
struct PathSet {
    std::vector<QPolygonF> paths;
    std::vector<QPointF> moments; ///< at the scene's t, between two points linearly
};

struct PathPicture {
    std::vector<double> starts; ///< those that were used
    std::optional<PathSet> teacher, generator, fake;
    std::vector<QPolygonF> oneStep; ///< from noise to G(noise), the end of the generator's own flow: in 1-D the only monotone map
    std::vector<double> x, noise, real, generated;                                 ///< 1-D: densities at both ends of time
    std::vector<widgets::Contour> noiseLines, realLines, generatedLines;           ///< the same in 2-D
    bool exact = true;                  ///< false: the exact map was asked for, but there is none, so RK45 took its place
    bool fakeMissing = false;           ///< there is no velocity to follow
    std::int64_t evaluations = 0;       ///< of the teacher's or the generator's velocity
    std::optional<double> errorVsExact; ///< of the teacher's paths, else of the generator's
};

/// Pure; any thread; a few milliseconds. The scene must have passed check(). Half done where `stop` asks for it.
PathPicture pathPicture(const FrameRequest& request, const PathChoice& choice, std::stop_token stop = {});

/// Seven quantiles of the noise in 1-D, eleven of its samples in 2-D.
std::vector<double> fanOfStarts(const Scene& scene);

} // namespace realuid::studio
