// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/distance_rule.h"

#include "analytic/integration_pieces.h"
#include "analytic/pair_rows.h"
#include "analytic/parallel_rows.h"

#include <algorithm>

namespace realuid
{
namespace
{
constexpr int kPiecesLine = 4, kPiecesPlane = 2; ///< in t, of 15 points
constexpr std::size_t kMostCells = 400;
constexpr double kWidestCell = 8;
} // namespace

DistanceRule::DistanceRule(const Scene& scene, double from, double to)
{
    const bool plane = scene.dimension() == 2;
    const int pieces = plane ? kPiecesPlane : kPiecesLine;
    std::vector<double> t, weights;
    for (int i = 0; i < pieces; ++i)
        appendRule(from + (to - from) * i / pieces, from + (to - from) * (i + 1) / pieces, t, weights);
    const InnerMaximum maximum(scene.loss);
    for (std::size_t k = 0; k < t.size(); ++k) {
        Time time{t[k], weights[k], {}};
        const std::vector<Blob> where = blobs(MarginalPair(scene, t[k]), maximum);
        if (plane) {
            for (const Cell& cell : planeCells(where, kMostCells, kWidestCell)) {
                Block& block = time.blocks.emplace_back();
                appendRule(cell.left, cell.right, block.x, block.weightX);
                appendRule(cell.bottom, cell.top, block.y, block.weightY);
            }
        } else {
            Block& block = time.blocks.emplace_back(Block{{}, {}, {0}, {1}});
            const std::vector<double> at = lineBreaks(where);
            for (std::size_t i = 1; i < at.size(); ++i)
                appendRule(at[i - 1], at[i], block.x, block.weightX);
        }
        m_times.push_back(std::move(time));
    }
}

double DistanceRule::atTime(const Scene& scene, const Time& time) const
{
    std::size_t longest = 0;
    for (const Block& block : time.blocks)
        longest = std::max(longest, block.x.size());
    PairRow row(scene, time.t, longest, rowKernels(instructionSet()));
    std::vector<double> values(longest);
    double sum = 0;
    for (const Block& block : time.blocks)
        for (std::size_t j = 0; j < block.y.size(); ++j) {
            row.distance(block.x, block.y[j], false, values.data());
            double ofRow = 0;
            for (std::size_t i = 0; i < block.x.size(); ++i)
                ofRow += block.weightX[i] * values[i];
            sum += block.weightY[j] * ofRow;
        }
    return sum;
}

double DistanceRule::value(const Scene& scene, int threads) const
{
    std::vector<double> at(m_times.size());
    parallelRows(static_cast<int>(at.size()), threads, [&](int first, int last) {
        for (auto k = static_cast<std::size_t>(first); k < static_cast<std::size_t>(last); ++k)
            at[k] = m_times[k].weight * atTime(scene, m_times[k]);
    });
    double sum = 0;
    for (const double value : at)
        sum += value;
    return sum;
}

} // namespace realuid
