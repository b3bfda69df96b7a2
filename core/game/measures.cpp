// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/game/measures.h"

#include "core/game/dense_kernels.h"
#include "core/game/worker_pool.h"

#include <algorithm>
#include <cmath>

namespace realuid::game
{
namespace
{

std::vector<double> sortedAlong(const std::vector<Point>& points, const Point& direction)
{
    std::vector<double> out;
    out.reserve(points.size());
    for (const Point& p : points)
        out.push_back(p[0] * direction[0] + p[1] * direction[1]);
    std::sort(out.begin(), out.end());
    return out;
}

/// The mean of |a_i - b_j| over all pairs; of different points where both are the same set.
double meanDistance(const std::vector<double>& a, const std::vector<double>& b, int dimension, WorkerPool& pool)
{
    constexpr int kPiece = 512; ///< points of a that one piece of work takes
    const auto d = static_cast<std::size_t>(dimension);
    const std::size_t n = a.size() / d, m = b.size() / d;
    std::vector<double> sums((n + kPiece - 1) / kPiece);
    pool.run(static_cast<int>(sums.size()), [&](int piece, int) {
        const std::size_t begin = static_cast<std::size_t>(piece) * kPiece, count = std::min<std::size_t>(kPiece, n - begin);
        std::vector<double> part;
        for (std::size_t k = 0; k < d; ++k)
            part.insert(part.end(), a.begin() + static_cast<std::ptrdiff_t>(k * n + begin),
                        a.begin() + static_cast<std::ptrdiff_t>(k * n + begin + count));
        sums[static_cast<std::size_t>(piece)] = cloudKernels(instructionSet())
                                                    .pairDistances({part.data(), static_cast<int>(count), dimension},
                                                                   {b.data(), static_cast<int>(m), dimension});
    });
    double sum = 0;
    for (const double part : sums)
        sum += part;
    const double pairs = static_cast<double>(n) * static_cast<double>(&a == &b ? m - 1 : m);
    return sum / std::max(pairs, 1.0);
}

} // namespace

std::vector<double> byCoordinate(const std::vector<Point>& points, int dimension)
{
    std::vector<double> out;
    for (std::size_t k = 0; k < static_cast<std::size_t>(dimension); ++k)
        for (const Point& p : points)
            out.push_back(p[k]);
    return out;
}

double slicedDistance(const std::vector<Point>& a, const std::vector<Point>& b, int dimension, int directions, int threads)
{
    const int lines = dimension == 1 ? 1 : directions;
    std::vector<double> sums(static_cast<std::size_t>(lines));
    WorkerPool pool(threads);
    pool.run(lines, [&](int line, int) {
        const double angle = std::numbers::pi * line / lines;
        const Point direction = dimension == 1 ? Point{1, 0} : Point{std::cos(angle), std::sin(angle)};
        const std::vector<double> first = sortedAlong(a, direction), second = sortedAlong(b, direction);
        double sum = 0;
        for (std::size_t i = 0; i < first.size(); ++i)
            sum += (first[i] - second[i]) * (first[i] - second[i]);
        sums[static_cast<std::size_t>(line)] = sum;
    });
    double total = 0;
    for (const double sum : sums)
        total += sum;
    return std::sqrt(total / (static_cast<double>(lines) * static_cast<double>(a.size())));
}

double energyDistance(const std::vector<Point>& a, const std::vector<Point>& b, int dimension, int threads)
{
    WorkerPool pool(threads);
    const std::vector<double> first = byCoordinate(a, dimension), second = byCoordinate(b, dimension);
    return 2 * meanDistance(first, second, dimension, pool) - meanDistance(first, first, dimension, pool) -
           meanDistance(second, second, dimension, pool);
}

} // namespace realuid::game
