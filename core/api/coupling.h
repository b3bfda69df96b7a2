// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/distribution.h"

namespace realuid
{

/// How x0 (noise, or corrupted data) and x1 (data) are drawn together. A plain value.
///   independent  x0 ~ source, whatever x1 is; a source without components is N(0, I)
///   joint        (x0, x1) ~ a mixture of Gaussians in 2d coordinates, x0 first; the distribution of x1 is its marginal
struct Coupling {
    std::string kind = "independent";
    Distribution source;
    Distribution joint;

    bool isJoint() const { return kind == "joint"; }
    bool operator==(const Coupling&) const = default;
};

/// The marginal of x0 (first) or of x1 of a mixture in 2d coordinates.
Distribution sourceMarginal(const Distribution& joint);
Distribution dataMarginal(const Distribution& joint);

/// All faults with paths below `path` ("coupling.components[1].mean"); `dimension` is that of x1.
std::vector<Fault> check(const Coupling& coupling, int dimension, const std::string& path);

} // namespace realuid
