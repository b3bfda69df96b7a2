// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/mixture_field.h"

#include <ATen/ATen.h>

namespace realuid::engine
{
using at::Tensor;

MixtureField::MixtureField(const Distribution& distribution, at::ScalarType dtype)
{
    const auto k = static_cast<std::int64_t>(distribution.components.size());
    const std::int64_t d = distribution.dimension();
    Tensor weights = at::empty({k}, at::kDouble), means = at::empty({k, d}, at::kDouble);
    Tensor covariances = at::empty({k, d, d}, at::kDouble);
    for (std::int64_t i = 0; i < k; ++i) {
        const Component& component = distribution.components[static_cast<std::size_t>(i)];
        weights.data_ptr<double>()[i] = component.weight;
        std::copy(component.mean.begin(), component.mean.end(), means.data_ptr<double>() + i * d);
        std::copy(component.covariance.begin(), component.covariance.end(), covariances.data_ptr<double>() + i * d * d);
    }
    auto [spreads, axes] = at::linalg_eigh(covariances);
    m_logWeights = (weights / weights.sum()).log().to(dtype);
    m_means = means.to(dtype);
    m_spreads = spreads.to(dtype);
    m_axes = axes.contiguous().to(dtype);
}

Tensor MixtureField::velocity(const Tensor& x, const Tensor& t) const
{
    const Tensor time = t.reshape({-1, 1, 1}), left = 1 - time;
    // [n, k, d]: distances from each component's centre, along its axes.
    const Tensor along = at::einsum("nkd,kde->nke", {x.unsqueeze(1) - time * m_means, m_axes});
    const Tensor variance = time * time * m_spreads + left * left;
    const Tensor logDensity = (along * along / variance + variance.log()).sum(2) * -0.5 + m_logWeights;
    const Tensor share = at::softmax(logDensity, 1);
    const Tensor slope = (time * m_spreads - left) / variance;
    const Tensor parts = m_means + at::einsum("nke,kde->nkd", {slope * along, m_axes});
    return (share.unsqueeze(2) * parts).sum(1);
}

Tensor MixtureField::sample(const RandomRows& rows, std::int64_t n) const
{
    // One uniform for the component and d normals, from two streams: the pick sits far up in the sample index.
    constexpr std::uint64_t kPick = std::uint64_t{1} << 39;
    const Tensor pick = at::empty({n}, at::kDouble), normals = at::empty({n, dimension()}, at::kDouble);
    fillUniform({rows.seed, rows.purpose, rows.step, rows.firstSample + kPick}, pick);
    fillNormal(rows, normals);
    const Tensor edges = m_logWeights.to(at::kDouble).exp().cumsum(0);
    const Tensor which = at::searchsorted(edges, pick).clamp_max(m_means.size(0) - 1);
    const Tensor scaled = normals.to(m_means.scalar_type()) * m_spreads.index_select(0, which).sqrt();
    return m_means.index_select(0, which) + at::einsum("nd,ned->ne", {scaled, m_axes.index_select(0, which)});
}

std::int64_t MixtureField::modesCovered(const Tensor& points) const
{
    const Tensor along = at::einsum("nkd,kde->nke", {points.unsqueeze(1) - m_means, m_axes});
    const Tensor inside = ((along * along / m_spreads).sum(2) < 9).to(at::kDouble).mean(0);
    return (inside >= m_logWeights.to(at::kDouble).exp() * 0.2).sum().item<std::int64_t>();
}

} // namespace realuid::engine
