// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/integration_pieces.h"

#include <algorithm>
#include <limits>

namespace realuid
{
namespace
{

constexpr double kReach = 9.5;      ///< standard deviations; beyond, a Gaussian is below 1e-20
constexpr double kPlaneReach = 7.5; ///< below 1e-12

Cell boxAround(const std::vector<Blob>& where)
{
    constexpr double most = std::numeric_limits<double>::infinity();
    Cell box{most, -most, most, -most};
    for (const Blob& blob : where) {
        box.left = std::min(box.left, blob.center[0] - kPlaneReach * blob.sd[0]);
        box.right = std::max(box.right, blob.center[0] + kPlaneReach * blob.sd[0]);
        box.bottom = std::min(box.bottom, blob.center[1] - kPlaneReach * blob.sd[1]);
        box.top = std::max(box.top, blob.center[1] + kPlaneReach * blob.sd[1]);
    }
    return box;
}

/// True where a component has mass in the cell that the rule's points could step over.
bool tooCoarse(const Cell& cell, const std::vector<Blob>& where, double widest)
{
    const double side = std::max(cell.right - cell.left, cell.top - cell.bottom);
    return std::any_of(where.begin(), where.end(), [&](const Blob& b) {
        return side > widest * b.finest && cell.left < b.center[0] + 2 * b.sd[0] && cell.right > b.center[0] - 2 * b.sd[0] &&
               cell.bottom < b.center[1] + 2 * b.sd[1] && cell.top > b.center[1] - 2 * b.sd[1];
    });
}

} // namespace

std::vector<double> lineBreaks(const std::vector<Blob>& where)
{
    std::vector<double> all, centers;
    double finest = std::numeric_limits<double>::infinity();
    for (const Blob& blob : where) {
        finest = std::min(finest, blob.finest);
        centers.push_back(blob.center[0]);
        for (const double k : {-kReach, -4.0, -1.5, 0.0, 1.5, 4.0, kReach})
            all.push_back(blob.center[0] + k * blob.sd[0]);
    }
    std::sort(centers.begin(), centers.end());
    for (std::size_t i = 1; i < centers.size(); ++i)
        all.push_back(0.5 * (centers[i - 1] + centers[i]));
    std::sort(all.begin(), all.end());
    std::vector<double> apart{all.front()};
    for (const double x : all)
        if (x - apart.back() > 0.3 * finest)
            apart.push_back(x);
    return apart;
}

std::vector<Cell> planeCells(const std::vector<Blob>& where, std::size_t most, double widest)
{
    std::vector<Cell> waiting{boxAround(where)}, out;
    while (!waiting.empty()) {
        const Cell c = waiting.back();
        waiting.pop_back();
        if (waiting.size() + out.size() > most || !tooCoarse(c, where, widest)) {
            out.push_back(c);
            continue;
        }
        const double x = 0.5 * (c.left + c.right), y = 0.5 * (c.bottom + c.top);
        waiting.insert(waiting.end(), {{c.left, x, c.bottom, y}, {x, c.right, c.bottom, y}, {c.left, x, y, c.top},
                                       {x, c.right, y, c.top}});
    }
    return out;
}

} // namespace realuid
