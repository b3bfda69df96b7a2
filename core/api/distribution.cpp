// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/distribution.h"

#include <algorithm>
#include <cmath>

namespace realuid
{
namespace
{

bool allFinite(const std::vector<double>& values)
{
    return std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
}

std::string listed(const std::vector<double>& values)
{
    std::string out;
    for (const double value : values)
        out += (out.empty() ? "" : ", ") + numberText(value);
    return "[" + out + "]";
}

/// Sylvester's criterion, which is all that one and two dimensions need.
bool positiveDefinite(const std::vector<double>& c)
{
    if (c.size() == 1)
        return c[0] > 0;
    const double scale = std::max(std::abs(c[0]), std::abs(c[3]));
    const bool symmetric = std::abs(c[1] - c[2]) <= 1e-12 * scale;
    return symmetric && c[0] > 0 && c[0] * c[3] - c[1] * c[2] > 0;
}

void checkComponent(const Component& component, std::size_t dimension, const std::string& path,
                    std::vector<Fault>& faults)
{
    if (!(component.weight > 0) || !std::isfinite(component.weight))
        faults.push_back({path + ".weight", numberText(component.weight), {REALUID_TEXT("must be a positive number")}});
    if (component.mean.size() != dimension || !allFinite(component.mean))
        faults.push_back({path + ".mean", listed(component.mean),
                          {REALUID_TEXT("must be %1 finite numbers"), {std::to_string(dimension)}}});
    if (component.covariance.size() != dimension * dimension || !allFinite(component.covariance))
        faults.push_back({path + ".covariance", listed(component.covariance),
                          {REALUID_TEXT("must be a %1 x %1 matrix of finite numbers"), {std::to_string(dimension)}}});
    else if (!positiveDefinite(component.covariance))
        faults.push_back({path + ".covariance", listed(component.covariance),
                          {REALUID_TEXT("must be symmetric and positive definite")}});
}

} // namespace

Distribution gaussian(std::vector<double> mean, std::vector<double> covariance)
{
    return {{Component{1, std::move(mean), std::move(covariance)}}};
}

std::vector<Fault> check(const Distribution& distribution, const std::string& path)
{
    std::vector<Fault> faults;
    const int dimension = distribution.dimension();
    if (distribution.components.empty()) {
        faults.push_back({path + ".components", {}, {REALUID_TEXT("must hold at least one component")}});
        return faults;
    }
    if (dimension < 1 || dimension > 2) {
        faults.push_back({path + ".mean", std::to_string(dimension), {REALUID_TEXT("must have 1 or 2 coordinates")}});
        return faults;
    }
    const bool single = distribution.components.size() == 1;
    for (std::size_t k = 0; k < distribution.components.size(); ++k)
        checkComponent(distribution.components[k], static_cast<std::size_t>(dimension),
                       single ? path : path + ".components[" + std::to_string(k) + "]", faults);
    return faults;
}

} // namespace realuid
