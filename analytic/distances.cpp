// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/distances.h"

#include "analytic/conditional_distance.h"
#include "analytic/integrand_support.h"
#include "analytic/integration_pieces.h"
#include "analytic/pair_rows.h"
#include "analytic/parallel_rows.h"
#include "analytic/quadrature.h"
#include "analytic/sign_changes.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace realuid
{
namespace
{

constexpr double kPlaneTolerance = 1e-8;
constexpr double kStopped = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kMostPiecesInT = 40, kMostPlanePiecesInT = 6;

/// Bounds the work at one time whatever the number of components: pieces of 15 points or cells of 225.
std::size_t mostPieces(const MarginalPair& pair, double termPieces)
{
    const double terms = static_cast<double>(pair.generated.terms().size() + pair.real.terms().size());
    return static_cast<std::size_t>(std::clamp(termPieces / terms, 300.0, 3000.0));
}

Integral onLine(const Scene& scene, double t, const MarginalPair& pair, double tolerance)
{
    constexpr std::size_t kRow = 16; // the quadrature's rule and the search for zeros ask for no more points at once
    const InnerMaximum maximum(scene.loss);
    PairRow row(scene, t, kRow, rowKernels(instructionSet()));
    std::vector<double> at = lineBreaks(blobs(pair, maximum));
    if (maximum.normalized())
        at = withSignChanges(at, pair, maximum, row);
    const LineFunction f = [&](std::span<const double> x, std::span<double> out) { row.distance(x, 0, false, out.data()); };
    return integrate(f, at, tolerance, std::max(2 * at.size(), mostPieces(pair, 2e4)));
}

/// NaN once it is stopped, which ends the refinement too.
Integral onPlane(const Scene& scene, double t, const MarginalPair& pair, double tolerance, const std::stop_token& stop)
{
    constexpr std::size_t kRow = 16;
    PairRow row(scene, t, kRow, rowKernels(instructionSet()));
    const PlaneFunction f = [&](std::span<const double> x, double y, std::span<double> out) {
        if (stop.stop_requested())
            std::fill(out.begin(), out.end(), kStopped);
        else
            row.distance(x, y, false, out.data());
    };
    const std::vector<Blob> where = blobs(pair, InnerMaximum(scene.loss));
    const std::size_t most = mostPieces(pair, 2e4);
    return integrate(f, planeCells(where, most / 2), tolerance, most);
}

IntegratedDistance infinite(Text remark)
{
    return {std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity(), std::move(remark)};
}

Text divergence(double t)
{
    return {REALUID_TEXT("the distance is infinite at t = %1: with weight 1 on generated data and beta other than alpha it "
                         "divides by the generated density, whose tails are too thin for the real data"),
            {numberText(t)}};
}

Text overflow() { return {REALUID_TEXT("the distance is larger than any number that can be written")}; }

IntegratedDistance finished(const Integral& integral, const std::stop_token& stop)
{
    if (std::isnan(integral.value) && stop.stop_requested())
        return {kStopped, 0, {}};
    if (!std::isfinite(integral.value))
        return infinite(overflow());
    return {integral.value, integral.error, {}};
}

/// Without the look at the tails.
Integral integralAt(const Scene& scene, double t, double tolerance, const std::stop_token& stop)
{
    const MarginalPair pair(scene, t);
    return scene.dimension() == 1 ? onLine(scene, t, pair, tolerance) : onPlane(scene, t, pair, tolerance, stop);
}

} // namespace

IntegratedDistance distanceAt(const Scene& scene, double t, double tolerance, std::stop_token stop)
{
    if (scene.conditional)
        return meanOverSource(scene, [&](const Scene& given) { return distanceAt(given, t, tolerance, stop); });
    if (diverges(MarginalPair(scene, t), InnerMaximum(scene.loss)))
        return infinite(divergence(t));
    const double aim = scene.dimension() == 1 ? tolerance : std::max(tolerance, kPlaneTolerance);
    return finished(integralAt(scene, t, aim, stop), stop);
}

IntegratedDistance distanceOver(const Scene& scene, double from, double to, double tolerance, int threads,
                                std::stop_token stop)
{
    if (scene.conditional)
        return meanOverSource(scene, [&](const Scene& given) { return distanceOver(given, from, to, tolerance, 1, stop); }, threads);
    // Standard noise covers every tail at t = 0 and ever less towards data: what converges at `to` converges before.
    // Other couplings may differ most elsewhere.
    for (const double t : {to, 0.5 * (from + to), from})
        if (diverges(MarginalPair(scene, t), InnerMaximum(scene.loss)))
            return infinite(divergence(t));
    const double aim = scene.dimension() == 1 ? tolerance : std::max(tolerance, 10 * kPlaneTolerance);
    // Towards data features are finest: no use in times that are resolved better than the integrals at each.
    const Integral finest = integralAt(scene, to, 0.1 * aim, stop);
    double worst = finest.value > 0 ? finest.error / finest.value : 0;
    const double aimInT = std::max(aim, worst);
    const LineFunction atTimes = [&](std::span<const double> t, std::span<double> out) {
        std::vector<Integral> inner(t.size(), {kStopped, 0});
        parallelRows(static_cast<int>(t.size()), threads, [&](int first, int last) {
            for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(last); ++i)
                inner[i] = integralAt(scene, t[i], 0.1 * aim, stop);
        }, stop);
        for (std::size_t i = 0; i < t.size(); ++i) {
            out[i] = inner[i].value;
            if (inner[i].value > 0)
                worst = std::max(worst, inner[i].error / inner[i].value);
        }
    };
    const std::size_t most = scene.dimension() == 1 ? kMostPiecesInT : kMostPlanePiecesInT;
    Integral over = integrate(atTimes, std::vector<double>{from, to}, aimInT, most);
    over.error += worst * over.value;
    return finished(over, stop);
}

std::string_view distanceMethod(const Scene& scene)
{
    return scene.dimension() == 1 ? "adaptive Gauss-Kronrod 15 in x and t"
                                  : "adaptive Gauss-Kronrod 15 x 15 in x and y, 15 in t";
}

} // namespace realuid
