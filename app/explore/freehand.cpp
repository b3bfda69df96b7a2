// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/freehand.h"

#include "core/api/named_distribution.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace realuid::studio
{

Freehand::Freehand(int dimension, double least, double most) : m_dimension(dimension), m_least(least), m_most(most)
{
    if (dimension == 1)
        m_heights.assign(kBins, 0.0);
}

double Freehand::place(std::size_t bin) const { return m_least + (m_most - m_least) * (static_cast<double>(bin) + 0.5) / kBins; }

void Freehand::add(std::array<double, 2> at, bool begins)
{
    if (m_dimension == 2) {
        m_points.push_back(at);
        return;
    }
    at[1] = std::max(0.0, at[1]);
    const std::array<double, 2> from = begins || !m_last ? at : *m_last;
    const auto bin = [&](double x) {
        return static_cast<std::size_t>(std::clamp((x - m_least) / (m_most - m_least) * kBins, 0.0, kBins - 1.0));
    };
    const std::size_t first = bin(std::min(from[0], at[0])), last = bin(std::max(from[0], at[0]));
    for (std::size_t k = first; k <= last; ++k) {
        const double run = at[0] - from[0];
        const double along = run == 0 ? 1 : std::clamp((place(k) - from[0]) / run, 0.0, 1.0);
        m_heights[k] = from[1] + along * (at[1] - from[1]);
    }
    m_last = at;
}

bool Freehand::empty() const
{
    return m_dimension == 2 ? m_points.empty() : std::all_of(m_heights.begin(), m_heights.end(), [](double h) { return h <= 0; });
}

std::vector<std::array<double, 2>> Freehand::trail() const
{
    if (m_dimension == 2)
        return m_points;
    std::vector<std::array<double, 2>> out;
    for (std::size_t k = 0; k < kBins; ++k)
        out.push_back({place(k), m_heights[k]});
    return out;
}

std::vector<std::vector<double>> Freehand::quantiles() const
{
    const double total = std::accumulate(m_heights.begin(), m_heights.end(), 0.0), width = (m_most - m_least) / kBins;
    std::vector<std::vector<double>> out;
    double below = 0;
    std::size_t k = 0;
    for (std::size_t i = 0; i < kPoints; ++i) {
        const double wanted = total * (static_cast<double>(i) + 0.5) / kPoints;
        while (k + 1 < kBins && below + m_heights[k] < wanted)
            below += m_heights[k++];
        out.push_back({place(k) + width * ((wanted - below) / std::max(m_heights[k], 1e-300) - 0.5)});
    }
    return out;
}

std::optional<Distribution> Freehand::distribution(double bandwidth) const
{
    if (empty())
        return std::nullopt;
    if (m_dimension == 1)
        return drawnDistribution(quantiles(), bandwidth);
    const std::size_t count = std::min(m_points.size(), kMostPoints);
    std::vector<std::vector<double>> points;
    for (std::size_t i = 0; i < count; ++i) {
        const std::array<double, 2>& p = m_points[i * m_points.size() / count];
        points.push_back({p[0], p[1]});
    }
    return drawnDistribution(points, bandwidth);
}

} // namespace realuid::studio
