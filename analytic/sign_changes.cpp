// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/sign_changes.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace realuid
{
namespace
{

/// The zero of a continuous function between two points where its signs differ, by the Illinois rule.
double zeroBetween(const std::function<double(double)>& f, double from, double to)
{
    double atFrom = f(from), atTo = f(to);
    for (int i = 0; i < 80 && std::abs(to - from) > 1e-15 * (std::abs(from) + std::abs(to)); ++i) {
        const double middle = i % 4 == 3 ? 0.5 * (from + to) : (from * atTo - to * atFrom) / (atTo - atFrom);
        const double atMiddle = f(middle);
        if (atMiddle == 0)
            return middle;
        if ((atMiddle > 0) != (atTo > 0)) {
            from = to;
            atFrom = atTo;
        } else {
            atFrom *= 0.5;
        }
        to = middle;
        atTo = atMiddle;
    }
    return to;
}

} // namespace

std::vector<double> withSignChanges(const std::vector<double>& at, const MarginalPair& pair,
                                    const InnerMaximum& maximum, PairRow& row)
{
    constexpr std::size_t kSamples = 12; // a piece
    const auto n = [&](double x) { return maximum.direction(pair.at({x, 0}))[0]; };
    std::vector<double> out, x(kSamples + 1), signs(kSamples + 1);
    for (std::size_t i = 0; i + 1 < at.size(); ++i) {
        for (std::size_t k = 0; k <= kSamples; ++k)
            x[k] = at[i] + (at[i + 1] - at[i]) * static_cast<double>(k) / kSamples;
        row.fill(x, 0);
        out.push_back(at[i]);
        for (std::size_t k = 0; k <= kSamples; ++k) {
            signs[k] = maximum.direction(row.at({x[k], 0}, k))[0];
            if (k > 0 && signs[k - 1] * signs[k] < 0 && n(x[k - 1]) * n(x[k]) < 0)
                out.push_back(zeroBetween(n, x[k - 1], x[k]));
        }
    }
    out.push_back(at.back());
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace realuid
