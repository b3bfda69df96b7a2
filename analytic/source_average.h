// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/scene.h"

#include <vector>

namespace realuid
{

/// A point x0 and its weight in a mean over the x0 of a scene.
struct SourceNode {
    std::vector<double> x0;
    double weight = 0;
};

/// Gauss's and Hermite's rule of `order` points an axis for each Gaussian of the real side's x0: exact for polynomials in x0 up
/// to degree 2 order - 1. Weights sum to one.
std::vector<SourceNode> sourceNodes(const Scene& scene, int order);

/// Orders that serve a mean over x0, and the lower one that tells its error.
struct SourceOrders {
    int fine, coarse;
};
SourceOrders sourceOrders(int dimension);

} // namespace realuid
