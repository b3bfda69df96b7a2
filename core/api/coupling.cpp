// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/coupling.h"

namespace realuid
{
namespace
{

/// The half of each component that starts at coordinate 0 (x0) or d (x1).
Distribution half(const Distribution& joint, bool data)
{
    Distribution out;
    for (const Component& c : joint.components) {
        const std::size_t d = c.mean.size() / 2, from = data ? d : 0;
        Component part{c.weight, {}, {}};
        for (std::size_t i = from; i < from + d; ++i) {
            part.mean.push_back(c.mean[i]);
            for (std::size_t j = from; j < from + d; ++j)
                part.covariance.push_back(c.covariance[i * 2 * d + j]);
        }
        out.components.push_back(std::move(part));
    }
    return out;
}

} // namespace

Distribution sourceMarginal(const Distribution& joint) { return half(joint, false); }
Distribution dataMarginal(const Distribution& joint) { return half(joint, true); }

std::vector<Fault> check(const Coupling& coupling, int dimension, const std::string& path)
{
    if (coupling.isJoint())
        return checkComponents(coupling.joint, 2 * dimension, path);
    std::vector<Fault> faults;
    if (coupling.kind != "independent")
        faults.push_back({path + ".kind", coupling.kind, {REALUID_TEXT("must be one of %1"), {"independent, joint"}}});
    else if (!coupling.source.components.empty())
        faults = check(coupling.source, path + ".source");
    if (faults.empty() && !coupling.source.components.empty() && coupling.source.dimension() != dimension)
        faults.push_back({path + ".source", std::to_string(coupling.source.dimension()),
                          {REALUID_TEXT("must have as many coordinates as the data, %1"), {std::to_string(dimension)}}});
    return faults;
}

} // namespace realuid
