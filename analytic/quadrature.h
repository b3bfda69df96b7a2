// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <functional>
#include <span>
#include <vector>

/// Adaptive integration by Gauss-Kronrod's rules with 7 and 15 points. The integrand is asked for many points at once.
/// Both functions halve the piece with the largest estimated error until the sum of errors is below `tolerance` times
/// the value, `mostPieces` are in use, or rounding keeps halving from helping; the error says how far they came.
namespace realuid
{

struct Integral {
    double value = 0;
    double error = 0; ///< estimate of the absolute error
};

constexpr std::size_t kRulePoints = 15;

/// Appends the points and weights of the 15-point rule on [from, to].
void appendRule(double from, double to, std::vector<double>& points, std::vector<double>& weights);

/// Gauss's rule of seven points on [from, to], every second one of the fifteen.
struct GaussRule {
    std::array<double, 7> x, weights;
};
GaussRule gaussRule(double from, double to);

/// Values at x[i] into out[i].
using LineFunction = std::function<void(std::span<const double> x, std::span<double> out)>;
/// Values at (x[i], y) into out[i].
using PlaneFunction = std::function<void(std::span<const double> x, double y, std::span<double> out)>;

/// Over [breaks.front(), breaks.back()]; breaks ascend and belong at peaks and kinks.
Integral integrate(const LineFunction& f, std::span<const double> breaks, double tolerance, std::size_t mostPieces);

/// A rectangle of the plane.
struct Cell {
    double left = 0, right = 0, bottom = 0, top = 0;
};
/// One application of the rule from the integrand's values at its points, over a piece or a cell (row after row, x running
/// fastest). The error is the plain difference of both rules, far above that of the better one where the integrand is smooth.
Integral ruleSum(std::span<const double> values, double from, double to);
Integral ruleSum(std::span<const double> values, const Cell& cell);

/// Over all cells, by the product rule; a cell is cut into four.
Integral integrate(const PlaneFunction& f, std::span<const Cell> cells, double tolerance, std::size_t mostPieces);

} // namespace realuid
