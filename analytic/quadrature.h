// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>

namespace realuid
{

struct Integral {
    double value = 0;
    double error = 0; ///< estimate of the absolute error
};

/// Integral of f over [breaks.front(), breaks.back()] by adaptive Gauss-Kronrod (7, 15) on the pieces between
/// consecutive breaks, which must ascend: put them at peaks and kinks. Halves the worst piece until the estimated error
/// is below `tolerance` times the value, `mostPieces` are in use, or rounding keeps halving from helping; the error then
/// says how far it came.
Integral integrate(const std::function<double(double)>& f, std::span<const double> breaks, double tolerance,
                   std::size_t mostPieces);

} // namespace realuid
