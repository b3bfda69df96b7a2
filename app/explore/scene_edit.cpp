// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/scene_edit.h"

#include <algorithm>
#include <cmath>

namespace realuid::studio
{
namespace
{
constexpr double kWidthsShown = 3;

struct Moments {
    std::array<double, 2> mean{};
    double variance = 0; ///< averaged over the coordinates
};

Moments moments(const Distribution& distribution)
{
    const int d = distribution.dimension();
    Moments out;
    double total = 0;
    for (const Component& c : distribution.components)
        total += c.weight;
    for (const Component& c : distribution.components)
        for (int i = 0; i < d; ++i)
            out.mean[i] += c.weight / total * c.mean[i];
    for (const Component& c : distribution.components)
        for (int i = 0; i < d; ++i) {
            const double off = c.mean[i] - out.mean[i];
            out.variance += c.weight / total * (c.covariance[i * d + i] + off * off) / d;
        }
    return out;
}

void include(const Distribution& distribution, Window& window)
{
    const int d = distribution.dimension();
    for (const Component& c : distribution.components)
        for (int i = 0; i < d; ++i) {
            const double reach = kWidthsShown * std::sqrt(c.covariance[i * d + i]);
            double& least = i == 0 ? window.xLeast : window.yLeast;
            double& most = i == 0 ? window.xMost : window.yMost;
            least = std::min(least, std::floor(2 * (c.mean[i] - reach)) / 2);
            most = std::max(most, std::ceil(2 * (c.mean[i] + reach)) / 2);
        }
}

} // namespace

Placement placement(const Distribution& distribution)
{
    if (distribution.components.size() == 1 && distribution.dimension() == 1)
        return {{distribution.components[0].mean[0], 0}, std::sqrt(distribution.components[0].covariance[0])};
    const Moments m = moments(distribution);
    return {m.mean, std::sqrt(m.variance)};
}

Distribution placed(const Distribution& distribution, const Placement& to)
{
    const int d = distribution.dimension();
    if (distribution.components.size() == 1 && d == 1)
        return {{{distribution.components[0].weight, {to.mean[0]}, {to.width * to.width}}}};
    const Placement from = placement(distribution);
    const double scale = to.width / from.width;
    Distribution out = distribution;
    for (Component& c : out.components) {
        for (int i = 0; i < d; ++i)
            c.mean[i] = to.mean[i] + scale * (c.mean[i] - from.mean[i]);
        for (double& entry : c.covariance)
            entry *= scale * scale;
    }
    return out;
}

Window windowOf(const Scene& scene)
{
    // x_t stays inside the hull of the two ends.
    Window window{-kWidthsShown, kWidthsShown, -kWidthsShown, kWidthsShown};
    include(sourceOf(scene.coupling, scene.dimension()), window);
    include(sourceOf(scene.generatedCoupling, scene.dimension()), window);
    include(scene.real, window);
    include(scene.generated, window);
    return window;
}

Window united(const Window& a, const Window& b)
{
    return {std::min(a.xLeast, b.xLeast), std::max(a.xMost, b.xMost), std::min(a.yLeast, b.yLeast), std::max(a.yMost, b.yMost)};
}

} // namespace realuid::studio
