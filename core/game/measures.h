// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/game/mixture_field.h"

namespace realuid::game
{

/// Sliced 2-Wasserstein distance of two equally many points: the root of the mean, over `directions` spread evenly over
/// the half circle (in one dimension the line itself), of the squared distance of their sorted projections.
/// 10,000 points and 64 directions take about a tenth of a second. `threads` as WorkerPool has it.
double slicedDistance(const std::vector<Point>& a, const std::vector<Point>& b, int dimension, int directions = 64, int threads = 0);

/// Energy distance 2 E|A - B| - E|A - A'| - E|B - B'|, estimated without bias from all pairs; it is a squared distance, and
/// so can come out slightly negative where the distributions agree.
double energyDistance(const std::vector<Point>& a, const std::vector<Point>& b, int dimension, int threads = 0);

/// All first coordinates, then all second ones.
std::vector<double> byCoordinate(const std::vector<Point>& points, int dimension);

} // namespace realuid::game
