// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/distances.h"

#include "analytic/integrand_support.h"
#include "analytic/pair_rows.h"
#include "analytic/quadrature.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace realuid
{
namespace
{

constexpr double kReach = 9.5;              ///< standard deviations; beyond, a Gaussian is below 1e-20
constexpr std::size_t kMostPiecesInX = 400, kMostPiecesInT = 60;
constexpr double kMostPoints = 4e6;         ///< of the plane's finest grid
constexpr double kPlaneTolerance = 1e-8;

std::vector<double> breaks(const std::vector<Blob>& where)
{
    std::vector<double> all;
    double finest = std::numeric_limits<double>::infinity();
    for (const Blob& blob : where) {
        finest = std::min(finest, blob.finest);
        for (const double k : {-kReach, -4.0, -1.5, 0.0, 1.5, 4.0, kReach})
            all.push_back(blob.center[0] + k * blob.sd[0]);
    }
    std::sort(all.begin(), all.end());
    std::vector<double> apart{all.front()};
    for (const double x : all)
        if (x - apart.back() > 0.3 * finest)
            apart.push_back(x);
    return apart;
}

/// A zero of `sign` between two points where it differs.
double bisect(const std::function<bool(double)>& positive, double from, double to)
{
    const bool atFrom = positive(from);
    for (int i = 0; i < 60; ++i) {
        const double middle = 0.5 * (from + to);
        (positive(middle) == atFrom ? from : to) = middle;
    }
    return 0.5 * (from + to);
}

/// The breaks and, between them, the kinks of |N|.
std::vector<double> withSignChanges(const std::vector<double>& at, const std::function<bool(double)>& positive)
{
    constexpr int kSamples = 16; // a piece
    std::vector<double> out;
    for (std::size_t i = 0; i + 1 < at.size(); ++i) {
        out.push_back(at[i]);
        const double step = (at[i + 1] - at[i]) / kSamples;
        for (int k = 0; k < kSamples; ++k) {
            const double from = at[i] + k * step, to = from + step;
            if (positive(from) != positive(to))
                out.push_back(bisect(positive, from, to));
        }
    }
    out.push_back(at.back());
    return out;
}

Integral onLine(const MarginalPair& pair, const InnerMaximum& maximum, double tolerance)
{
    std::vector<double> at = breaks(blobs(pair, maximum));
    if (maximum.normalized())
        at = withSignChanges(at, [&](double x) { return maximum.direction(pair.at({x, 0}))[0] > 0; });
    return integrate([&](double x) { return maximum.distance(pair.at({x, 0})); }, at, tolerance, kMostPiecesInX);
}

/// Where the plane's integrand has its mass, and its finest scale.
struct Box {
    double left, right, bottom, top, finest;
};

Box boxOf(const std::vector<Blob>& where)
{
    constexpr double most = std::numeric_limits<double>::infinity();
    Box box{most, -most, most, -most, most};
    for (const Blob& blob : where) {
        box.left = std::min(box.left, blob.center[0] - kReach * blob.sd[0]);
        box.right = std::max(box.right, blob.center[0] + kReach * blob.sd[0]);
        box.bottom = std::min(box.bottom, blob.center[1] - kReach * blob.sd[1]);
        box.top = std::max(box.top, blob.center[1] + kReach * blob.sd[1]);
        box.finest = std::min(box.finest, blob.finest);
    }
    return box;
}

/// The trapezoidal rule; the integrand vanishes on the border, so all points weigh the same.
double trapezoidal(const Scene& scene, double t, const Box& box, double spacing)
{
    const auto columns = static_cast<std::size_t>(std::ceil((box.right - box.left) / spacing));
    const auto rowCount = static_cast<std::size_t>(std::ceil((box.top - box.bottom) / spacing));
    std::vector<double> x(columns), values(columns);
    for (std::size_t j = 0; j < columns; ++j)
        x[j] = box.left + static_cast<double>(j) * spacing;
    PairRow row(scene, t, columns, rowKernels(instructionSet()));
    double sum = 0;
    for (std::size_t i = 0; i < rowCount; ++i) {
        row.distance(x, box.bottom + static_cast<double>(i) * spacing, false, values.data());
        double ofRow = 0;
        for (const double value : values)
            ofRow += value;
        sum += ofRow;
    }
    return sum * spacing * spacing;
}

/// Halves the spacing until three levels in a row say that the last is near enough: their differences shrink at
/// least as fast as before, so the last one's error is the last difference times that rate.
Integral onPlane(const Scene& scene, double t, const Box& box, double tolerance)
{
    const double area = (box.right - box.left) * (box.top - box.bottom);
    const double smallest = std::sqrt(area / kMostPoints);
    double spacing = std::max(1.5 * box.finest, 4 * smallest);
    double last = trapezoidal(scene, t, box, spacing);
    double lastDifference = std::numeric_limits<double>::infinity();
    Integral out{last, last};
    while (spacing / 2 >= smallest * 0.999) {
        spacing /= 2;
        const double value = trapezoidal(scene, t, box, spacing);
        const double difference = std::abs(value - last);
        const double rate = std::min(1.0, difference / lastDifference);
        out = {value, std::max(difference * (std::isfinite(lastDifference) ? rate : 1), 1e-14 * value)};
        if (out.error <= tolerance * value && std::isfinite(lastDifference))
            break;
        last = value;
        lastDifference = difference;
    }
    return out;
}

IntegratedDistance infinite(Text remark)
{
    return {std::numeric_limits<double>::infinity(), 0, std::move(remark)};
}

Text divergence(double t)
{
    return {REALUID_TEXT("the distance is infinite at t = %1: with weight 1 on generated data and beta other than alpha it "
                         "divides by the generated density, whose tails are too thin for the real data"),
            {numberText(t)}};
}

Text overflow() { return {REALUID_TEXT("the distance is larger than any number that can be written")}; }

IntegratedDistance finished(const Integral& integral)
{
    if (!std::isfinite(integral.value))
        return infinite(overflow());
    return {integral.value, integral.error, {}};
}

/// Without the look at the tails.
Integral integralAt(const Scene& scene, double t, double tolerance)
{
    const MarginalPair pair(scene, t);
    const InnerMaximum maximum(scene.loss);
    if (scene.dimension() == 1)
        return onLine(pair, maximum, tolerance);
    return onPlane(scene, t, boxOf(blobs(pair, maximum)), std::max(tolerance, kPlaneTolerance));
}

} // namespace

IntegratedDistance distanceAt(const Scene& scene, double t, double tolerance)
{
    if (diverges(MarginalPair(scene, t), InnerMaximum(scene.loss)))
        return infinite(divergence(t));
    return finished(integralAt(scene, t, tolerance));
}

IntegratedDistance distanceOver(const Scene& scene, double from, double to, double tolerance)
{
    // Noise covers every tail at t = 0 and ever less towards data: what converges at `to` converges before.
    if (diverges(MarginalPair(scene, to), InnerMaximum(scene.loss)))
        return infinite(divergence(to));
    double worst = 0; // relative error of the inner integrals
    const auto atTime = [&](double t) {
        const Integral inner = integralAt(scene, t, 0.1 * tolerance);
        if (inner.value > 0)
            worst = std::max(worst, inner.error / inner.value);
        return inner.value;
    };
    const double aim = scene.dimension() == 1 ? tolerance : std::max(tolerance, kPlaneTolerance);
    Integral over = integrate(atTime, std::vector<double>{from, to}, aim, kMostPiecesInT);
    over.error += worst * over.value;
    return finished(over);
}

std::string_view distanceMethod(const Scene& scene)
{
    return scene.dimension() == 1 ? "adaptive Gauss-Kronrod 15 in x and t"
                                  : "trapezoidal rule in x and y, halved until it settles; adaptive Gauss-Kronrod 15 in t";
}

} // namespace realuid
