// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytic/marginal.h"

#include <span>
#include <vector>

namespace realuid
{

/// Points of p_0 between given ones, row-major [n][d] in and out: from each to the next `frames` points along
///     x(phi) = c + cos(phi) (x_A - c) + sin(phi) (x_B - c),   phi = 0 ... pi/2,   c the mean of p_0,
/// the last of an arc being the first of the next. Where p_0 is one Gaussian and x_A, x_B are independent draws of it, so is every
/// x(phi); a straight line between them would leave its shell. frames >= 2, at least two points.
std::vector<double> sourceArc(const Scene& scene, Side of, std::span<const double> points, int frames);

} // namespace realuid
