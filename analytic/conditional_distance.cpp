// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/conditional_distance.h"

#include "analytic/joint_terms.h"
#include "analytic/parallel_rows.h"
#include "analytic/source_average.h"

#include <cmath>

namespace realuid
{

IntegratedDistance meanOverSource(const Scene& scene, const std::function<IntegratedDistance(const Scene& given)>& given, int threads)
{
    const SourceOrders orders = sourceOrders(scene.dimension());
    std::vector<SourceNode> nodes = sourceNodes(scene, orders.fine);
    const std::size_t fine = nodes.size();
    const std::vector<SourceNode> lower = sourceNodes(scene, orders.coarse);
    nodes.insert(nodes.end(), lower.begin(), lower.end());
    std::vector<IntegratedDistance> at(nodes.size());
    parallelRows(static_cast<int>(nodes.size()), threads, [&](int first, int last) {
        for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(last); ++i)
            at[i] = given(givenSource(scene, nodes[i].x0));
    });
    IntegratedDistance out;
    double coarse = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (!std::isfinite(at[i].value))
            return at[i];
        (i < fine ? out.value : coarse) += nodes[i].weight * at[i].value;
        if (i < fine)
            out.error += nodes[i].weight * at[i].error;
    }
    out.error += std::abs(out.value - coarse);
    return out;
}

} // namespace realuid
