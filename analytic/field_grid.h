// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytic/quantity.h"
#include "core/api/instruction_set.h"

#include <stop_token>

namespace realuid
{

/// How grids are computed; the defaults are the quickest.
struct GridOptions {
    int threads = 0; ///< 0: as many as the processor has
    InstructionSet instructions = instructionSet();
    std::stop_token stop = {}; ///< once requested, rows that are not computed yet stay NaN
};

/// The distance surface l(t, x) of a 1-D scene: values[i * x.size() + j] at (t[i], x[j]), as natural logarithms where
/// `logarithm` (-infinity where N = 0). By the hot kernels: within 1e-12 relative of evaluate(), a few milliseconds
/// for 512 x 512. `scene` must have passed check(), every t lies in [0, 1].
std::vector<double> distanceSurface(const Scene& scene, std::span<const double> t, std::span<const double> x,
                                    bool logarithm, const GridOptions& options = {});

/// A quantity of a 2-D scene on the grid x times y at time t: the values of point (x[j], y[i]) begin at
/// (i * x.size() + j) * width(quantity, 2). By the hot kernels where they know the quantity (all but
/// TargetVariance, which takes the exact path).
std::vector<double> fieldGrid(const Scene& scene, Quantity quantity, Side of, double t, std::span<const double> x,
                              std::span<const double> y, const GridOptions& options = {});

} // namespace realuid
