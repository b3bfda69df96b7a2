// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/distribution.h"
#include "core/engine/random_fill.h"

namespace realuid::engine
{

/// A mixture of Gaussians in tensors, under the linear path x_t = t x1 + (1 - t) x0, x0 ~ N(0, I): the exact teacher of
/// the 2-D game. With S_k = U_k diag(l_k) U_k^T, component k's part of the velocity is (math.md section 2)
///   m_k + U_k diag((t l_k - (1 - t)) / (t^2 l_k + (1 - t)^2)) U_k^T (x - t m_k),
/// and the parts are mixed by the responsibilities w_k N(x; t m_k, t^2 S_k + (1 - t)^2 I).
/// Any dimension; autograd passes through velocity().
class MixtureField
{
public:
    MixtureField(const Distribution& distribution, at::ScalarType dtype);

    /// v(t, x) [n, d] for x [n, d], t [n] in [0, 1].
    at::Tensor velocity(const at::Tensor& x, const at::Tensor& t) const;

    /// Row i is the sample of the stream (seed, purpose, step, firstSample + i): [n, d].
    at::Tensor sample(const RandomRows& rows, std::int64_t n) const;

    /// How many of the components at least a fifth of their fair share of `points` [n, d] lies within three standard
    /// deviations of, as the component's ellipse measures them.
    std::int64_t modesCovered(const at::Tensor& points) const;

    std::int64_t dimension() const { return m_means.size(1); }

private:
    at::Tensor m_logWeights; ///< [k], normalised
    at::Tensor m_means;      ///< [k, d]
    at::Tensor m_spreads;    ///< [k, d] eigenvalues of the covariances
    at::Tensor m_axes;       ///< [k, d, d] eigenvectors, as columns
};

} // namespace realuid::engine
