// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytic/distances.h"
#include "app/explore/scene_ranges.h"
#include "widgets/contours.h"

#include <optional>
#include <vector>

/// What panels draw and tables show of a scene: plain data from pure functions, for any thread. Scenes must have passed check().
namespace realuid::studio
{

enum class Detail {
    Draft, ///< while something is dragged: 64 points an axis
    Full,  ///< at rest: 160 points an axis
    Print, ///< for figures: 400 points an axis
};

/// All that a picture depends on.
struct FrameRequest {
    Scene scene;
    Window window;
    Detail detail = Detail::Draft;
    std::vector<Scene> beside = {}; ///< whose ranges count too
    bool operator==(const FrameRequest&) const = default;
};

/// Of the scene and of those beside it.
SceneRanges rangesOf(const FrameRequest& request);

/// `n` values from `least` to `most`, both included.
std::vector<double> spaced(double least, double most, int n);

/// In 1-D, over the window at the scene's t.
struct LineFields {
    std::vector<double> x;
    std::vector<double> real, generated;         ///< densities of x_t
    std::vector<double> teacher, generator, fake; ///< velocities; NaN where not finite
};
LineFields lineFields(const FrameRequest& request);

/// In 2-D: level lines of both densities, fields on a coarse grid of kArrows x kArrows points.
struct PlaneFields {
    static constexpr int kArrows = 13;
    std::vector<widgets::Contour> realLines, generatedLines;
    std::vector<QPointF> teacher, generator, fake; ///< row-major; NaN where not finite
};
PlaneFields planeFields(const FrameRequest& request);

/// The integrand of the inner maximum: l(t, x) with x along and t in [0, 1] up in 1-D, l at the scene's t over (x, y) in
/// 2-D. Values below the least double are 0.
struct DistancePicture {
    widgets::Grid grid;
    std::vector<widgets::Contour> lines; ///< at powers of ten and three times those
};
DistancePicture distancePicture(const FrameRequest& request);

/// The distance over x at the scene's t, and over kTotalFrom <= t <= kTotalTo as well.
constexpr double kTotalFrom = 0.02;
constexpr double kTotalTo = 0.98;
IntegratedDistance distanceAtTime(const Scene& scene, Detail detail);
IntegratedDistance distanceInAll(const Scene& scene, Detail detail); ///< takes up to a second in 2-D

/// All that is shown of one point: for the read-out under the pointer.
struct PointValues {
    double real = 0, generated = 0;
    std::array<double, 2> teacher{}, generator{}, fake{};
    double distance = 0;
};
PointValues valuesAt(const Scene& scene, double t, std::array<double, 2> x);

} // namespace realuid::studio
