// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/scene.h"

#include <stop_token>

namespace realuid
{

/// The integral of the distance over x and t for a picture that is wanted while a hand still moves: Gauss's seven points in t and
/// in each piece of x, none of them refined and no error estimated. Mostly within a few percent of distanceOver() (normalized, whose
/// integrand has kinks, and components far narrower than their distances: a tenth); it takes a fraction of a millisecond in 1-D, about
/// one in 2-D. Serves every scene but conditional ones, which go through distanceOver(). +infinity where the integral
/// diverges, NaN where it was stopped. `scene` must have passed check(), 0 <= from < to <= 1. Any thread.
double draftDistance(const Scene& scene, double from, double to, const std::stop_token& stop = {});

} // namespace realuid
