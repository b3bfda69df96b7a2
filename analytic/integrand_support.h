// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytic/inner_maximum.h"

namespace realuid
{

/// A place where the distance's integrand has mass: it falls off as a Gaussian of this centre and these standard
/// deviations along the coordinate axes; nothing there is narrower than `finest`.
struct Blob {
    Vector center{}, sd{1, 1};
    double finest = 1;
};

/// Places of one distribution: its components.
void appendBlobs(const Marginal& marginal, std::vector<Blob>& out);

/// All places: both mixtures' components and, where the integrand goes as Q^2/P, those of the quotients.
std::vector<Blob> blobs(const MarginalPair& pair, const InnerMaximum& maximum);

/// True where the integral over x diverges: D = P and Q^2/P does not fall off in some direction.
bool diverges(const MarginalPair& pair, const InnerMaximum& maximum);

} // namespace realuid
