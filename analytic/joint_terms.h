// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytic/marginal.h"

namespace realuid
{

/// Gaussians of (x0, x1) with their weights: what a side's distribution and coupling say together.
struct JointTerm {
    double weight = 1; ///< all weights sum to one
    Vector data{}, source{};
    Matrix dataCovariance{}, sourceCovariance{}, cross{}; ///< cross = Cov(x1, x0)
};

/// Independent couplings give the products of data's and source's components; conditional scenes the distribution given
/// x0 = heldSource(). `scene` must have passed check().
std::vector<JointTerm> jointTerms(const Scene& scene, Side of);

/// The scene given x0: x1 of each side as it is distributed then, and x0 for certain. Its marginals are degenerate at t = 0. Each
/// Gaussian of (x0, x1) gives one of x1, in their order,
///     N(m1 + G (x0 - m0), S11 - G S01),   G = S10 S00^{-1},   with weight w N(x0; m0, S00).
Scene givenSource(const Scene& scene, const std::vector<double>& x0);

/// The identity of `dimension` coordinates.
Matrix identity(int dimension);

} // namespace realuid
