// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/feature_metrics.h"

#include <ATen/ATen.h>

#include <cmath>

namespace realuid::engine
{
namespace
{
constexpr std::int64_t kBlock = 1000; ///< rows of a kernel or distance matrix at a time

Tensor plain(const Tensor& features) { return features.to(at::kCPU, at::kDouble).contiguous(); }

/// Sum over all pairs of (x.y / f + 1)^3, over blocks of rows.
double kernelSum(const Tensor& a, const Tensor& b)
{
    double sum = 0;
    for (const Tensor& rows : a.split(kBlock))
        sum += at::matmul(rows, b.t()).div_(static_cast<double>(a.size(1))).add_(1).pow_(3).sum().item<double>();
    return sum;
}

/// The same over pairs of different rows of one set.
double kernelSumWithin(const Tensor& a)
{
    const Tensor own = (a * a).sum(1).div_(static_cast<double>(a.size(1))).add_(1).pow_(3);
    return kernelSum(a, a) - own.sum().item<double>();
}

/// Distances of rows of `a` to all of `b`; by matrix products only where the direct way would take minutes.
Tensor distances(const Tensor& rows, const Tensor& b, std::int64_t all)
{
    constexpr double kDirect = 4e10;
    const bool few = static_cast<double>(all) * static_cast<double>(b.size(0)) * static_cast<double>(b.size(1)) < kDirect;
    return at::cdist(rows, b, 2.0, few ? 2 : 1);
}

/// From each row to its k-th nearest other one.
Tensor radii(const Tensor& a, std::int64_t k)
{
    std::vector<Tensor> parts;
    for (const Tensor& rows : a.split(kBlock))
        parts.push_back(std::get<0>(distances(rows, a, a.size(0)).kthvalue(k + 1, 1))); // the nearest is the row itself
    return at::cat(parts);
}

/// The share of rows of `points` that lie in some ball around `centres`.
double covered(const Tensor& points, const Tensor& centres, const Tensor& radii)
{
    std::int64_t inside = 0;
    for (const Tensor& rows : points.split(kBlock))
        inside += (distances(rows, centres, points.size(0)) <= radii).any(1).sum().item<std::int64_t>();
    return static_cast<double>(inside) / static_cast<double>(points.size(0));
}

} // namespace

FeatureStatistics statisticsOf(const Tensor& features)
{
    const NoGrad guard;
    const Tensor x = plain(features);
    const Tensor mean = x.mean(0);
    Tensor root = (x - mean) / std::sqrt(static_cast<double>(x.size(0) - 1));
    if (root.size(0) > root.size(1))
        root = std::get<1>(at::linalg_qr(root, "r"));
    return {mean, root.contiguous(), x.size(0)}; // as it is read back, so that sums have one order
}

double frechetDistance(const FeatureStatistics& real, const FeatureStatistics& generated)
{
    const NoGrad guard;
    const double cross = at::linalg_svdvals(at::matmul(real.root, generated.root.t())).sum().item<double>();
    const auto squares = [](const Tensor& a) { return a.square().sum().item<double>(); };
    return squares(real.mean - generated.mean) + squares(real.root) + squares(generated.root) - 2 * cross;
}

double frechetDistance(const Tensor& real, const Tensor& generated)
{
    return frechetDistance(statisticsOf(real), statisticsOf(generated));
}

double kernelDistance(const Tensor& real, const Tensor& generated)
{
    const NoGrad guard;
    const Tensor x = plain(real), y = plain(generated);
    const auto n = static_cast<double>(x.size(0)), m = static_cast<double>(y.size(0));
    return kernelSumWithin(x) / (n * (n - 1)) + kernelSumWithin(y) / (m * (m - 1)) - 2 * kernelSum(x, y) / (n * m);
}

PrecisionRecall precisionRecall(const Tensor& real, const Tensor& generated, std::int64_t k)
{
    const NoGrad guard;
    const Tensor x = plain(real), y = plain(generated);
    return {covered(y, x, radii(x, k)), covered(x, y, radii(y, k))};
}

InceptionScore inceptionScore(const Tensor& logits, std::int64_t splits)
{
    const NoGrad guard;
    const Tensor logs = at::log_softmax(plain(logits), 1);
    const std::int64_t n = logs.size(0);
    std::vector<double> scores;
    for (std::int64_t part = 0; part < splits; ++part) {
        const std::int64_t from = part * n / splits, to = (part + 1) * n / splits;
        const Tensor rows = logs.slice(0, from, to);
        const Tensor weights = rows.exp();
        const Tensor mean = weights.mean(0, true);
        // A class that no row takes has weight 0 and no logarithm.
        const Tensor terms = at::where(weights > 0, weights * (rows - mean.log()), at::zeros_like(rows));
        scores.push_back(std::exp(terms.sum(1).mean().item<double>()));
    }
    const Tensor all = at::tensor(scores, at::kDouble);
    return {all.mean().item<double>(), all.std(at::IntArrayRef{0}, false).item<double>()};
}

} // namespace realuid::engine
