// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/quadrature.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace realuid
{
namespace
{

constexpr int kMostFutile = 10; ///< halvings that did not lower the error

/// Abscissae of Kronrod's 15 points (every second one is Gauss's) with both weights; symmetric around 0.
struct Node {
    double x, kronrod, gauss;
};
constexpr std::array<Node, 8> kNodes{{
    {0.991455371120812639206854697526329, 0.022935322010529224963732008058970, 0},
    {0.949107912342758524526189684047851, 0.063092092629978553290700663189204, 0.129484966168869693270611432679082},
    {0.864864423359769072789712788640926, 0.104790010322250183839876322541518, 0},
    {0.741531185599394439863864773280788, 0.140653259715525918745189590510238, 0.279705391489276667901467771423780},
    {0.586087235467691130294144691693013, 0.169004726639267902826583426598550, 0},
    {0.405845151377397166906606412076961, 0.190350578064785409913256402421014, 0.381830050505118944950369775488975},
    {0.207784955007898467600689403773245, 0.204432940075298892414161999234649, 0},
    {0.000000000000000000000000000000000, 0.209482141084727828012999174891714, 0.417959183673469387755102040816327},
}};

struct Piece {
    double from, to;
    Integral integral;
    bool operator<(const Piece& other) const { return integral.error < other.integral.error; }
};

/// QUADPACK's rule: the difference of both rules overstates the error of the better one, the more so the smaller it is.
double sharpened(double difference, double variation, double size)
{
    double error = difference;
    if (variation > 0 && error > 0)
        error = variation * std::min(1.0, std::pow(200 * error / variation, 1.5));
    return std::max(error, 50 * std::numeric_limits<double>::epsilon() * size);
}

Piece measured(const std::function<double(double)>& f, double from, double to)
{
    const double middle = 0.5 * (from + to), half = 0.5 * (to - from);
    std::array<double, 16> values{};
    double kronrod = 0, gauss = 0, size = 0;
    for (std::size_t i = 0; i < kNodes.size(); ++i) {
        const bool center = i + 1 == kNodes.size();
        values[2 * i] = f(middle - half * kNodes[i].x);
        values[2 * i + 1] = center ? 0 : f(middle + half * kNodes[i].x);
        const double sum = values[2 * i] + values[2 * i + 1];
        kronrod += kNodes[i].kronrod * sum;
        gauss += kNodes[i].gauss * sum;
        size += kNodes[i].kronrod * (std::abs(values[2 * i]) + std::abs(values[2 * i + 1]));
    }
    double variation = 0;
    for (std::size_t i = 0; i < kNodes.size(); ++i) {
        const bool center = i + 1 == kNodes.size();
        variation += kNodes[i].kronrod * (std::abs(values[2 * i] - kronrod / 2) +
                                          (center ? 0 : std::abs(values[2 * i + 1] - kronrod / 2)));
    }
    return {from, to,
            {kronrod * half, sharpened(std::abs(kronrod - gauss) * half, variation * half, size * half)}};
}

Integral total(const std::vector<Piece>& pieces)
{
    Integral sum;
    for (const Piece& piece : pieces) {
        sum.value += piece.integral.value;
        sum.error += piece.integral.error;
    }
    return sum;
}

} // namespace

Integral integrate(const std::function<double(double)>& f, std::span<const double> breaks, double tolerance,
                   std::size_t mostPieces)
{
    std::vector<Piece> pieces;
    for (std::size_t i = 1; i < breaks.size(); ++i)
        if (breaks[i] > breaks[i - 1])
            pieces.push_back(measured(f, breaks[i - 1], breaks[i]));
    std::make_heap(pieces.begin(), pieces.end());
    Integral sum = total(pieces);
    const std::size_t most = std::max(mostPieces, 2 * pieces.size());
    int futile = 0;
    while (sum.error > tolerance * std::abs(sum.value) && pieces.size() < most && futile < kMostFutile) {
        std::pop_heap(pieces.begin(), pieces.end());
        const Piece worst = pieces.back();
        const double middle = 0.5 * (worst.from + worst.to);
        const Piece left = measured(f, worst.from, middle), right = measured(f, middle, worst.to);
        futile += left.integral.error + right.integral.error > 0.9 * worst.integral.error;
        pieces.back() = left;
        std::push_heap(pieces.begin(), pieces.end());
        pieces.push_back(right);
        std::push_heap(pieces.begin(), pieces.end());
        sum = total(pieces);
    }
    return sum;
}

} // namespace realuid
