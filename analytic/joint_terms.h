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

/// Independent couplings give the products of data's and source's components. `scene` must have passed check().
std::vector<JointTerm> jointTerms(const Scene& scene, Side of);

/// The identity of `dimension` coordinates.
Matrix identity(int dimension);

} // namespace realuid
