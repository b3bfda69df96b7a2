// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/scene_edit.h"

namespace realuid::studio
{

/// Extremes of what is drawn, over all t, so that axes and colours stay while the time runs.
struct SceneRanges {
    double densityMost = 1;            ///< of both densities
    double fieldLeast = 0, fieldMost = 0; ///< of the teacher's and the generator's velocity (1-D); the fake model's may run far off
    double fieldLongest = 1;           ///< longest vector of the two (2-D)
    double distanceMost = 0;           ///< of l over the window; 0 where it vanishes everywhere
};

/// Wide enough for both.
SceneRanges united(const SceneRanges& a, const SceneRanges& b);

/// Pure; any thread; about a millisecond. The scene must have passed check().
SceneRanges rangesOf(const Scene& scene, const Window& window);

} // namespace realuid::studio
