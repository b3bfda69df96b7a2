// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/draft_distance.h"

#include "analytic/distances.h"
#include "analytic/integration_pieces.h"
#include "analytic/pair_rows.h"

#include <array>
#include <limits>

namespace realuid
{
namespace
{
constexpr std::size_t kMostCells = 48;
constexpr double kWidestCell = 7;
constexpr std::size_t kRow = 8; ///< room for a rule's points, as wide as the widest vectors

double onLine(const std::vector<double>& breaks, PairRow& row)
{
    std::array<double, kRow> values;
    double sum = 0;
    for (std::size_t i = 1; i < breaks.size(); ++i) {
        const GaussRule rule = gaussRule(breaks[i - 1], breaks[i]);
        row.distance(rule.x, 0, false, values.data());
        for (std::size_t k = 0; k < rule.x.size(); ++k)
            sum += rule.weights[k] * values[k];
    }
    return sum;
}

double onCell(const Cell& cell, PairRow& row)
{
    const GaussRule x = gaussRule(cell.left, cell.right), y = gaussRule(cell.bottom, cell.top);
    std::array<double, kRow> values;
    double sum = 0;
    for (std::size_t j = 0; j < y.x.size(); ++j) {
        row.distance(x.x, y.x[j], false, values.data());
        for (std::size_t k = 0; k < x.x.size(); ++k)
            sum += y.weights[j] * x.weights[k] * values[k];
    }
    return sum;
}

double atTime(const Scene& scene, double t)
{
    const std::vector<Blob> where = blobs(MarginalPair(scene, t), InnerMaximum(scene.loss));
    PairRow row(scene, t, kRow, rowKernels(instructionSet()));
    if (scene.dimension() == 1)
        return onLine(lineBreaks(where), row);
    double sum = 0;
    for (const Cell& cell : planeCells(where, kMostCells, kWidestCell))
        sum += onCell(cell, row);
    return sum;
}
} // namespace

double draftDistance(const Scene& scene, double from, double to, const std::stop_token& stop)
{
    if (scene.conditional)
        return distanceOver(scene, from, to, kForSliders, 1, stop).value;
    if (diverges(MarginalPair(scene, to), InnerMaximum(scene.loss)))
        return std::numeric_limits<double>::infinity();
    const int pieces = scene.interpolant.kind == "ve" ? 2 : 1; // whose noise runs through powers of ten
    double sum = 0;
    for (int i = 0; i < pieces; ++i) {
        const GaussRule rule = gaussRule(from + (to - from) * i / pieces, from + (to - from) * (i + 1) / pieces);
        for (std::size_t k = 0; k < rule.x.size(); ++k) {
            if (stop.stop_requested())
                return std::numeric_limits<double>::quiet_NaN();
            sum += rule.weights[k] * atTime(scene, rule.x[k]);
        }
    }
    return sum;
}

} // namespace realuid
