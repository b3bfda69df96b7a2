// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytic/distances.h"
#include "app/explore/scene_ranges.h"
#include "widgets/contours.h"

#include <optional>
#include <vector>

namespace realuid::studio
{

enum class Detail {
    Draft, ///< while something is dragged: 64 points an axis
    Full,  ///< at rest: 160 points an axis
    Print, ///< for figures: 400 points an axis
};

/// All that a frame depends on.
struct FrameRequest {
    Scene scene;
    Window window;
    Detail detail = Detail::Draft;
    bool operator==(const FrameRequest&) const = default;
};

/// In 1-D, over FrameRequest::window at the scene's t.
struct LineFields {
    std::vector<double> x;
    std::vector<double> real, generated;         ///< densities of x_t
    std::vector<double> teacher, generator, fake; ///< velocities; NaN where not finite
};

/// In 2-D: level lines of both densities, fields on a coarse grid of kArrows x kArrows points.
struct PlaneFields {
    static constexpr int kArrows = 13;
    std::vector<widgets::Contour> realLines, generatedLines;
    std::vector<QPointF> teacher, generator, fake; ///< row-major; NaN where not finite
};

/// What Explore shows of one scene: plain data, made on a worker thread, shared and never changed.
struct Frame {
    FrameRequest request;
    LineFields line;   ///< 1-D
    PlaneFields plane; ///< 2-D
    /// The integrand of the inner maximum: l(t, x) with x along and t in [0, 1] up in 1-D, l at the scene's t over
    /// (x, y) in 2-D. Values below the least double are 0.
    widgets::Grid distance;
    std::vector<widgets::Contour> distanceLines;  ///< at powers of ten and three times those
    SceneRanges ranges;
    IntegratedDistance atTime;               ///< over x at the scene's t
    std::optional<IntegratedDistance> total; ///< over kTotalFrom <= t <= kTotalTo as well; 1-D only, see evaluateTotal()
    static constexpr double kTotalFrom = 0.02;
    static constexpr double kTotalTo = 0.98;
    double milliseconds = 0; ///< that it took
};

/// Pure; any thread. The scene must have passed check().
Frame evaluateFrame(const FrameRequest& request);

/// The frame with its total, and in 2-D with nothing else: there it takes up to a second, so that it is computed beside
/// the pictures. Pure; any thread.
Frame evaluateTotal(const FrameRequest& request);

/// All that is shown of one point: for the read-out under the pointer.
struct PointValues {
    double real = 0, generated = 0;
    std::array<double, 2> teacher{}, generator{}, fake{};
    double distance = 0;
};
PointValues valuesAt(const Scene& scene, double t, std::array<double, 2> x);

} // namespace realuid::studio
