// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/torch_compat.h"

namespace realuid::engine
{

/// Distances between two sets of features, row-major [n, f], and the Inception score. All in float64 on the CPU,
/// whatever comes in. Each set needs two rows at least (precision and recall: k + 1).

/// Frechet distance of the Gaussians with the sets' means and covariances (divisor n - 1):
/// |m1 - m2|^2 + tr S1 + tr S2 - 2 tr (S1 S2)^(1/2). The last trace is the sum of the singular values of R1 R2^T, where
/// S = R^T R / (n - 1) by a QR factorisation: nothing is squared, so rank-deficient sets are exact as well.
double frechetDistance(const Tensor& real, const Tensor& generated);

/// What of a set the Frechet distance needs, so that the reference can be kept: [f] and [r, f] with r <= f, S = root^T root.
struct FeatureStatistics {
    Tensor mean, root;
    std::int64_t n = 0;
};
FeatureStatistics statisticsOf(const Tensor& features);
double frechetDistance(const FeatureStatistics& real, const FeatureStatistics& generated);

/// Unbiased squared maximum mean discrepancy under the kernel (x.y / f + 1)^3 (KID), over the full sets.
double kernelDistance(const Tensor& real, const Tensor& generated);

/// Improved precision and recall: the share of generated points inside the union of balls around real points that
/// reach their k-th nearest other real point, and the reverse. A point on a sphere is inside.
inline constexpr std::int64_t kNeighbours = 3; ///< the k that the field reports
struct PrecisionRecall {
    double precision = 0, recall = 0;
};
PrecisionRecall precisionRecall(const Tensor& real, const Tensor& generated, std::int64_t k = kNeighbours);

/// exp of the mean KL(p(y|x) || p(y)) over each of `splits` consecutive parts of logits [n, classes]; mean and
/// population deviation over the parts.
struct InceptionScore {
    double mean = 0, deviation = 0;
};
InceptionScore inceptionScore(const Tensor& logits, std::int64_t splits);

} // namespace realuid::engine
