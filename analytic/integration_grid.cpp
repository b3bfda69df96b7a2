// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/integration_grid.h"

#include "analytic/integration_pieces.h"
#include "analytic/sign_changes.h"

namespace realuid
{
namespace
{

constexpr int kPiecesInT = 2; ///< of 15 points
constexpr std::size_t kMostCells = 400;
constexpr double kWidestCell = 8;

std::vector<GridBlock> onPlane(const std::vector<Blob>& where)
{
    std::vector<GridBlock> out;
    for (const Cell& cell : planeCells(where, kMostCells, kWidestCell)) {
        GridBlock& block = out.emplace_back();
        appendRule(cell.left, cell.right, block.x, block.weightX);
        appendRule(cell.bottom, cell.top, block.y, block.weightY);
    }
    return out;
}

/// `kinks`: the scene whose N's signs matter, if any.
GridBlock onLine(const std::vector<Blob>& where, const Scene* kinks, double t)
{
    constexpr std::size_t kRow = 16;
    GridBlock block{{}, {}, {0}, {1}};
    std::vector<double> at = lineBreaks(where);
    if (kinks) {
        PairRow row(*kinks, t, kRow, rowKernels(instructionSet()));
        at = withSignChanges(at, MarginalPair(*kinks, t), InnerMaximum(kinks->loss), row);
    }
    for (std::size_t i = 1; i < at.size(); ++i)
        appendRule(at[i - 1], at[i], block.x, block.weightX);
    return block;
}

} // namespace

std::vector<GridTime> integrationGrid(const Scene& scene, double from, double to, const Scene* fake)
{
    const Scene* kinks = InnerMaximum(scene.loss).normalized() ? (fake ? fake : &scene) : nullptr;
    std::vector<double> t, weights;
    for (int i = 0; i < kPiecesInT; ++i)
        appendRule(from + (to - from) * i / kPiecesInT, from + (to - from) * (i + 1) / kPiecesInT, t, weights);
    const InnerMaximum maximum(scene.loss);
    std::vector<GridTime> out;
    for (std::size_t k = 0; k < t.size(); ++k) {
        const std::vector<Blob> where = blobs(MarginalPair(scene, t[k]), maximum);
        out.push_back({t[k], weights[k], scene.dimension() == 2 ? onPlane(where) : std::vector<GridBlock>{onLine(where, kinks, t[k])}});
    }
    return out;
}

} // namespace realuid
