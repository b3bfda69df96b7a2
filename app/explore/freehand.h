// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/distribution.h"

#include <array>
#include <optional>
#include <vector>

namespace realuid::studio
{

/// What the hand draws, and the mixture that it makes: points in the plane; over the line a density curve, of which
/// kPoints equally weighted points are the quantiles. Nothing here is a scene yet.
class Freehand
{
public:
    static constexpr std::size_t kMostPoints = 256; ///< in the plane; more are thinned evenly
    static constexpr std::size_t kPoints = 64;      ///< of a curve
    static constexpr std::size_t kBins = 160;

    Freehand() : Freehand(2) {}
    /// The curve is kept over [least, most].
    explicit Freehand(int dimension, double least = -4, double most = 4);

    /// A point of a stroke. On the line it sets the curve's height at x, and between it and the stroke's last point.
    void add(std::array<double, 2> at, bool begins);

    bool empty() const;
    int dimension() const { return m_dimension; }
    /// What was drawn, to be shown: points, or the curve.
    std::vector<std::array<double, 2>> trail() const;
    /// Nothing while it is empty.
    std::optional<Distribution> distribution(double bandwidth) const;

    static double usualBandwidth(int dimension) { return dimension == 1 ? 0.15 : 0.12; }

private:
    std::vector<std::vector<double>> quantiles() const;
    double place(std::size_t bin) const;

    int m_dimension;
    double m_least, m_most;
    std::vector<std::array<double, 2>> m_points;
    std::vector<double> m_heights;
    std::optional<std::array<double, 2>> m_last;
};

} // namespace realuid::studio
