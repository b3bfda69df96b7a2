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

bool symmetric(const std::vector<double>& c, std::size_t d)
{
    double scale = 0;
    for (std::size_t i = 0; i < d; ++i)
        scale = std::max(scale, std::abs(c[i * d + i]));
    for (std::size_t i = 0; i < d; ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (std::abs(c[i * d + j] - c[j * d + i]) > 1e-12 * scale)
                return false;
    return true;
}

/// Elimination without exchanges: all pivots are positive exactly where the matrix is positive definite.
bool positiveDefinite(std::vector<double> c, std::size_t d)
{
    for (std::size_t k = 0; k < d; ++k) {
        if (!(c[k * d + k] > 0))
            return false;
        for (std::size_t i = k + 1; i < d; ++i)
            for (std::size_t j = k + 1; j < d; ++j)
                c[i * d + j] -= c[i * d + k] / c[k * d + k] * c[k * d + j];
    }
    return true;
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
    else if (!symmetric(component.covariance, dimension) || !positiveDefinite(component.covariance, dimension))
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
        faults.push_back({path + ".mean", listed(distribution.components.front().mean), {REALUID_TEXT("must have 1 or 2 coordinates")}});
        return faults;
    }
    const bool single = distribution.components.size() == 1;
    for (std::size_t k = 0; k < distribution.components.size(); ++k)
        checkComponent(distribution.components[k], static_cast<std::size_t>(dimension),
                       single ? path : path + ".components[" + std::to_string(k) + "]", faults);
    return faults;
}

std::vector<Fault> checkComponents(const Distribution& distribution, int dimension, const std::string& path)
{
    std::vector<Fault> faults;
    if (distribution.components.empty())
        faults.push_back({path + ".components", {}, {REALUID_TEXT("must hold at least one component")}});
    for (std::size_t k = 0; k < distribution.components.size(); ++k)
        checkComponent(distribution.components[k], static_cast<std::size_t>(dimension),
                       path + ".components[" + std::to_string(k) + "]", faults);
    return faults;
}

} // namespace realuid
