// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/distribution_kind.h"

#include "core/api/named_distribution.h"

#include <algorithm>
#include <cmath>

namespace realuid::studio
{
namespace
{

/// How far the two halves of a split Gaussian stand from its mean, in standard deviations along its longer axis.
constexpr double kSplit = 0.8;

bool round(const Component& c)
{
    return c.mean.size() == 1 || (c.covariance[0] == c.covariance[3] && c.covariance[1] == 0 && c.covariance[2] == 0);
}

bool isDrawn(const Distribution& distribution)
{
    const auto& list = distribution.components;
    return list.size() >= kLeastDrawn && std::all_of(list.begin(), list.end(), [&](const Component& c) {
               return c.weight == list[0].weight && round(c) && c.covariance == list[0].covariance;
           });
}

Distribution merged(const Distribution& distribution)
{
    Component whole = wholeOf(distribution);
    whole.weight = 1;
    return {{whole}};
}

/// Two halves with the same mean and covariance as the whole.
Distribution split(const Distribution& distribution)
{
    if (distribution.components.size() > 1)
        return distribution;
    const Component& one = distribution.components.front();
    std::vector<double> off{kSplit * sdOf(one, 0)};
    Component half = one;
    half.weight = one.weight / 2;
    if (one.mean.size() == 2) {
        Ellipse ellipse = ellipseOf(one);
        const int longer = ellipse.sd[0] >= ellipse.sd[1] ? 0 : 1;
        const double angle = ellipse.angle + (longer == 0 ? 0 : std::acos(0.0));
        const double reach = kSplit * ellipse.sd[static_cast<std::size_t>(longer)];
        off = {reach * std::cos(angle), reach * std::sin(angle)};
        ellipse.sd[static_cast<std::size_t>(longer)] *= std::sqrt(1 - kSplit * kSplit);
        setEllipse(half, ellipse);
    } else {
        half.covariance[0] *= 1 - kSplit * kSplit;
    }
    Distribution out{{half, half}};
    for (std::size_t i = 0; i < off.size(); ++i) {
        out.components[0].mean[i] -= off[i];
        out.components[1].mean[i] += off[i];
    }
    return out;
}

Distribution withoutHeaviest(const Distribution& distribution)
{
    Distribution out = distribution;
    out.components.erase(std::max_element(out.components.begin(), out.components.end(),
                                          [](const Component& a, const Component& b) { return a.weight < b.weight; }));
    return out;
}

} // namespace

std::string kindOf(const Distribution& distribution)
{
    for (const NamedDistribution& named : namedDistributions())
        if (named.distribution == distribution)
            return std::string(named.id);
    if (distribution.components.size() == 1)
        return std::string(kGaussian);
    return std::string(isDrawn(distribution) ? kDrawn : kMixture);
}

std::vector<std::string> kindsFor(const Scene& scene, Side side)
{
    std::vector<std::string> out{std::string(kGaussian), std::string(kMixture)};
    for (const NamedDistribution& named : namedDistributions())
        if (named.distribution.dimension() == scene.dimension())
            out.emplace_back(named.id);
    out.emplace_back(kDrawn);
    if (distributionOf(scene, side == Side::Real ? Side::Generated : Side::Real).components.size() > 1)
        out.emplace_back(kMissingMode);
    out.emplace_back(kSameAsOther);
    return out;
}

Scene withKind(const Scene& scene, Side side, std::string_view kind)
{
    const Distribution& now = distributionOf(scene, side);
    const Distribution& other = distributionOf(scene, side == Side::Real ? Side::Generated : Side::Real);
    if (kind == kGaussian)
        return withDistribution(scene, side, merged(now));
    if (kind == kMixture)
        return withDistribution(scene, side, split(now));
    if (kind == kSameAsOther)
        return withDistribution(scene, side, other);
    if (kind == kMissingMode && other.components.size() > 1)
        return withDistribution(scene, side, withoutHeaviest(other));
    for (const NamedDistribution& named : namedDistributions())
        if (named.id == kind)
            return withDistribution(scene, side, named.distribution);
    return scene;
}

double bandwidthOf(const Distribution& distribution)
{
    double sum = 0;
    for (const Component& c : distribution.components)
        sum += sdOf(c, 0);
    return sum / static_cast<double>(distribution.components.size());
}

Distribution withBandwidth(const Distribution& drawn, double bandwidth)
{
    Distribution out = drawn;
    for (Component& c : out.components)
        setSpread(c, {bandwidth, bandwidth}, 0);
    return out;
}

} // namespace realuid::studio
