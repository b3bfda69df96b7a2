// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/quadrature.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace realuid
{
namespace
{

constexpr int kMostFutile = 10; ///< cuts that did not lower the error
constexpr std::size_t kPoints = kRulePoints;

/// Kronrod's abscissae and weights; every second one is Gauss's.
struct Node {
    double x, kronrod, gauss;
};
constexpr std::array<Node, kPoints> kNodes{{
    {-0.991455371120812639206854697526329, 0.022935322010529224963732008058970, 0},
    {-0.949107912342758524526189684047851, 0.063092092629978553290700663189204, 0.129484966168869693270611432679082},
    {-0.864864423359769072789712788640926, 0.104790010322250183839876322541518, 0},
    {-0.741531185599394439863864773280788, 0.140653259715525918745189590510238, 0.279705391489276667901467771423780},
    {-0.586087235467691130294144691693013, 0.169004726639267902826583426598550, 0},
    {-0.405845151377397166906606412076961, 0.190350578064785409913256402421014, 0.381830050505118944950369775488975},
    {-0.207784955007898467600689403773245, 0.204432940075298892414161999234649, 0},
    {0.000000000000000000000000000000000, 0.209482141084727828012999174891714, 0.417959183673469387755102040816327},
    {0.207784955007898467600689403773245, 0.204432940075298892414161999234649, 0},
    {0.405845151377397166906606412076961, 0.190350578064785409913256402421014, 0.381830050505118944950369775488975},
    {0.586087235467691130294144691693013, 0.169004726639267902826583426598550, 0},
    {0.741531185599394439863864773280788, 0.140653259715525918745189590510238, 0.279705391489276667901467771423780},
    {0.864864423359769072789712788640926, 0.104790010322250183839876322541518, 0},
    {0.949107912342758524526189684047851, 0.063092092629978553290700663189204, 0.129484966168869693270611432679082},
    {0.991455371120812639206854697526329, 0.022935322010529224963732008058970, 0},
}};

std::array<double, kPoints> nodesIn(double from, double to)
{
    std::array<double, kPoints> x;
    for (std::size_t i = 0; i < kPoints; ++i)
        x[i] = 0.5 * (from + to) + 0.5 * (to - from) * kNodes[i].x;
    return x;
}

/// Both rules' sums over one piece of the given size, whose weights sum to `weight`.
struct Sums {
    double kronrod = 0, gauss = 0, absolute = 0, variation = 0;
};

/// The difference of both rules overstates the error of the better one; QUADPACK's rule says by how much where it is
/// small against the integrand's variation.
Integral estimated(const Sums& sums, double size)
{
    double error = std::abs(sums.kronrod - sums.gauss) * size;
    const double variation = sums.variation * size;
    if (variation > 0 && error > 0)
        error = std::min(error, variation * std::pow(200 * error / variation, 1.5));
    return {sums.kronrod * size, std::max(error, 50 * std::numeric_limits<double>::epsilon() * sums.absolute * size)};
}

struct Piece {
    double from, to;
    Integral integral;
};

Piece measured(const LineFunction& f, double from, double to)
{
    const std::array<double, kPoints> x = nodesIn(from, to);
    std::array<double, kPoints> y;
    f(x, y);
    Sums sums;
    for (std::size_t i = 0; i < kPoints; ++i) {
        sums.kronrod += kNodes[i].kronrod * y[i];
        sums.gauss += kNodes[i].gauss * y[i];
        sums.absolute += kNodes[i].kronrod * std::abs(y[i]);
    }
    for (std::size_t i = 0; i < kPoints; ++i)
        sums.variation += kNodes[i].kronrod * std::abs(y[i] - sums.kronrod / 2);
    return {from, to, estimated(sums, (to - from) / 2)};
}

struct PlanePiece {
    Cell cell;
    Integral integral;
};

PlanePiece measured(const PlaneFunction& f, const Cell& cell)
{
    const std::array<double, kPoints> x = nodesIn(cell.left, cell.right), y = nodesIn(cell.bottom, cell.top);
    std::array<std::array<double, kPoints>, kPoints> z;
    Sums sums;
    for (std::size_t j = 0; j < kPoints; ++j) {
        f(x, y[j], z[j]);
        for (std::size_t i = 0; i < kPoints; ++i) {
            sums.kronrod += kNodes[j].kronrod * kNodes[i].kronrod * z[j][i];
            sums.gauss += kNodes[j].gauss * kNodes[i].gauss * z[j][i];
            sums.absolute += kNodes[j].kronrod * kNodes[i].kronrod * std::abs(z[j][i]);
        }
    }
    for (std::size_t j = 0; j < kPoints; ++j)
        for (std::size_t i = 0; i < kPoints; ++i)
            sums.variation += kNodes[j].kronrod * kNodes[i].kronrod * std::abs(z[j][i] - sums.kronrod / 4);
    return {cell, estimated(sums, (cell.right - cell.left) * (cell.top - cell.bottom) / 4)};
}

std::vector<Piece> cut(const LineFunction& f, const Piece& piece)
{
    const double middle = 0.5 * (piece.from + piece.to);
    return {measured(f, piece.from, middle), measured(f, middle, piece.to)};
}

std::vector<PlanePiece> cut(const PlaneFunction& f, const PlanePiece& piece)
{
    const Cell& c = piece.cell;
    const double x = 0.5 * (c.left + c.right), y = 0.5 * (c.bottom + c.top);
    return {measured(f, {c.left, x, c.bottom, y}), measured(f, {x, c.right, c.bottom, y}),
            measured(f, {c.left, x, y, c.top}), measured(f, {x, c.right, y, c.top})};
}

template <class P>
Integral total(const std::vector<P>& pieces)
{
    Integral sum;
    for (const P& piece : pieces) {
        sum.value += piece.integral.value;
        sum.error += piece.integral.error;
    }
    return sum;
}

/// The loop that both share: the pieces are a heap by error; running sums choose, the result is summed anew.
template <class P, class F>
Integral refined(const F& f, std::vector<P> pieces, double tolerance, std::size_t mostPieces)
{
    const auto less = [](const P& a, const P& b) { return a.integral.error < b.integral.error; };
    std::make_heap(pieces.begin(), pieces.end(), less);
    Integral sum = total(pieces);
    int futile = 0;
    while (sum.error > tolerance * std::abs(sum.value) && pieces.size() < mostPieces && futile < kMostFutile) {
        std::pop_heap(pieces.begin(), pieces.end(), less);
        const P worst = pieces.back();
        pieces.pop_back();
        sum.value -= worst.integral.value;
        sum.error -= worst.integral.error;
        double error = 0;
        for (const P& part : cut(f, worst)) {
            sum.value += part.integral.value;
            sum.error += part.integral.error;
            error += part.integral.error;
            pieces.push_back(part);
            std::push_heap(pieces.begin(), pieces.end(), less);
        }
        futile += error > 0.9 * worst.integral.error;
    }
    return total(pieces);
}

} // namespace

Integral ruleSum(std::span<const double> values, double from, double to)
{
    double kronrod = 0, gauss = 0;
    for (std::size_t i = 0; i < kPoints; ++i) {
        kronrod += kNodes[i].kronrod * values[i];
        gauss += kNodes[i].gauss * values[i];
    }
    return {kronrod * (to - from) / 2, std::abs(kronrod - gauss) * (to - from) / 2};
}

Integral ruleSum(std::span<const double> values, const Cell& cell)
{
    double kronrod = 0, gauss = 0;
    for (std::size_t j = 0; j < kPoints; ++j) {
        double rowKronrod = 0, rowGauss = 0;
        for (std::size_t i = 0; i < kPoints; ++i) {
            rowKronrod += kNodes[i].kronrod * values[j * kPoints + i];
            rowGauss += kNodes[i].gauss * values[j * kPoints + i];
        }
        kronrod += kNodes[j].kronrod * rowKronrod;
        gauss += kNodes[j].gauss * rowGauss;
    }
    const double size = (cell.right - cell.left) * (cell.top - cell.bottom) / 4;
    return {kronrod * size, std::abs(kronrod - gauss) * size};
}

void appendRule(double from, double to, std::vector<double>& points, std::vector<double>& weights)
{
    const std::array<double, kPoints> x = nodesIn(from, to);
    points.insert(points.end(), x.begin(), x.end());
    for (const Node& node : kNodes)
        weights.push_back(node.kronrod * (to - from) / 2);
}

GaussRule gaussRule(double from, double to)
{
    const std::array<double, kPoints> x = nodesIn(from, to);
    GaussRule out;
    for (std::size_t i = 0; i < out.x.size(); ++i) {
        out.x[i] = x[2 * i + 1];
        out.weights[i] = kNodes[2 * i + 1].gauss * (to - from) / 2;
    }
    return out;
}

Integral integrate(const LineFunction& f, std::span<const double> breaks, double tolerance, std::size_t mostPieces)
{
    std::vector<Piece> pieces;
    for (std::size_t i = 1; i < breaks.size(); ++i)
        if (breaks[i] > breaks[i - 1])
            pieces.push_back(measured(f, breaks[i - 1], breaks[i]));
    return refined(f, std::move(pieces), tolerance, mostPieces);
}

Integral integrate(const PlaneFunction& f, std::span<const Cell> cells, double tolerance, std::size_t mostPieces)
{
    std::vector<PlanePiece> pieces;
    for (const Cell& cell : cells)
        pieces.push_back(measured(f, cell));
    return refined(f, std::move(pieces), tolerance, mostPieces);
}

} // namespace realuid
