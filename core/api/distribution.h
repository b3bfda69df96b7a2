// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/fault.h"

#include <string>
#include <vector>

namespace realuid
{

/// One Gaussian of a mixture: weight > 0 (weights need not sum to one), mean of d numbers, covariance d x d row-major.
struct Component {
    double weight = 1;
    std::vector<double> mean;
    std::vector<double> covariance;
    bool operator==(const Component&) const = default;
};

/// A mixture of Gaussians in one or two dimensions; a Gaussian is one with a single component.
struct Distribution {
    std::vector<Component> components;

    /// Number of coordinates; 0 while there are no components.
    int dimension() const { return components.empty() ? 0 : static_cast<int>(components.front().mean.size()); }
    bool operator==(const Distribution&) const = default;
};

Distribution gaussian(std::vector<double> mean, std::vector<double> covariance);

/// All faults, each with the key's path below `path` ("real.components[1].covariance"): no component, a weight that
/// is not positive, a shape that does not fit, a covariance that is not symmetric positive definite.
std::vector<Fault> check(const Distribution& distribution, const std::string& path);

/// The same for a mixture in `dimension` coordinates, however many; paths always name the component.
std::vector<Fault> checkComponents(const Distribution& distribution, int dimension, const std::string& path);

} // namespace realuid
