// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/scene.h"

#include <stop_token>
#include <string_view>

namespace realuid
{

/// An integral of l(t, x), the maximum over fake models that the generator faces.
struct IntegratedDistance {
    double value = 0; ///< +infinity where the integral diverges, NaN where it was stopped
    double error = 0; ///< estimate of the absolute error; 0 where the value is infinite
    Text remark;      ///< why the value is infinite; else empty
};

/// Relative errors that are aimed at; 2-D never aims below 1e-8 (1e-7 over t). `kForSliders` answers within a few milliseconds in 1-D.
constexpr double kAccurate = 1e-10;
constexpr double kForSliders = 1e-4;

/// Integral over all x at one time t in [0, 1]. 1-D: adaptive Gauss-Kronrod, split at the components and, for
/// normalized, at the sign changes of N; conditional scenes: the mean over x0 of what is so given x0. 2-D: the product rule on cells. The work is bounded: where features are
/// too many or too fine for it, `error` says so. Infinite for alpha = 1 (general: gamma = 1)
/// and beta != alpha where the generated tails are too thin. `scene` must have passed check().
IntegratedDistance distanceAt(const Scene& scene, double t, double tolerance = kAccurate, std::stop_token stop = {});

/// Integral over x and over t in [from, to] (not the mean over t), 0 <= from <= to <= 1; Gauss-Kronrod in t.
/// `threads` = 0 takes as many as the processor has. Once `stop` is requested both end soon.
IntegratedDistance distanceOver(const Scene& scene, double from, double to, double tolerance = kAccurate, int threads = 0,
                                std::stop_token stop = {});

/// How both integrate, in words ("adaptive Gauss-Kronrod ...").
std::string_view distanceMethod(const Scene& scene);

} // namespace realuid
