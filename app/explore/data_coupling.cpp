// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/data_coupling.h"

#include <algorithm>
#include <cmath>

namespace realuid::studio
{
namespace
{

constexpr double kSame = 1e-9;

Component joined(const Component& data, double r)
{
    const std::size_t d = data.mean.size(), side = 2 * d;
    Component out{data.weight, std::vector<double>(d), std::vector<double>(side * side)};
    out.mean.insert(out.mean.end(), data.mean.begin(), data.mean.end());
    // Cholesky of at most 2 x 2.
    std::vector<double> lower(d * d);
    lower[0] = std::sqrt(data.covariance[0]);
    if (d == 2) {
        lower[2] = data.covariance[2] / lower[0];
        lower[3] = std::sqrt(data.covariance[3] - lower[2] * lower[2]);
    }
    for (std::size_t i = 0; i < d; ++i) {
        out.covariance[i * side + i] = 1;
        for (std::size_t j = 0; j < d; ++j) {
            out.covariance[i * side + d + j] = out.covariance[(d + j) * side + i] = r * lower[j * d + i];
            out.covariance[(d + i) * side + d + j] = data.covariance[i * d + j];
        }
    }
    return out;
}

Distribution joined(const Distribution& data, double r)
{
    Distribution out;
    for (const Component& c : data.components)
        out.components.push_back(joined(c, r));
    return out;
}

bool near(const Distribution& a, const Distribution& b)
{
    const auto close = [](double x, double y) { return std::abs(x - y) <= kSame * (1 + std::abs(x)); };
    return std::equal(a.components.begin(), a.components.end(), b.components.begin(), b.components.end(),
                      [&](const Component& x, const Component& y) {
                          return std::equal(x.mean.begin(), x.mean.end(), y.mean.begin(), y.mean.end(), close) &&
                                 std::equal(x.covariance.begin(), x.covariance.end(), y.covariance.begin(), y.covariance.end(), close);
                      });
}

} // namespace

CouplingChoice couplingChoice(const Scene& scene)
{
    using Kind = CouplingChoice::Kind;
    if (!scene.coupling.isJoint() && !scene.generatedCoupling.isJoint())
        return {};
    if (!scene.coupling.isJoint() || !scene.generatedCoupling.isJoint())
        return {Kind::Own, 0.5};
    const std::vector<double>& c = scene.coupling.joint.components[0].covariance;
    const std::size_t d = static_cast<std::size_t>(scene.dimension());
    const double r = std::round(c[d] / std::sqrt(scene.real.components[0].covariance[0]) * 1e9) / 1e9;
    const bool same = near(joined(scene.real, r), scene.coupling.joint) && near(joined(scene.generated, r), scene.generatedCoupling.joint);
    return {same ? Kind::Correlated : Kind::Own, same ? r : 0.5};
}

Scene withCoupling(const Scene& scene, const CouplingChoice& choice)
{
    Scene out = scene;
    if (choice.kind == CouplingChoice::Kind::Own)
        return out;
    out.coupling = out.generatedCoupling = {};
    if (choice.kind == CouplingChoice::Kind::Independent)
        return out;
    out.teacher.reset();
    out.coupling = {"joint", {}, joined(scene.real, choice.correlation)};
    out.generatedCoupling = {"joint", {}, joined(scene.generated, choice.correlation)};
    return out;
}

std::optional<SourceChoice> sourceChoice(const Scene& scene)
{
    if (scene.coupling.isJoint() || scene.generatedCoupling.isJoint() || !(scene.coupling.source == scene.generatedCoupling.source))
        return std::nullopt;
    const std::vector<Component>& components = scene.coupling.source.components;
    if (components.empty())
        return SourceChoice{};
    const SourceChoice choice{components[0].mean[0], std::sqrt(components[0].covariance[0])};
    if (!near(withSource(scene, choice).coupling.source, scene.coupling.source) || components.size() > 1)
        return std::nullopt;
    return choice;
}

Scene withSource(const Scene& scene, const SourceChoice& choice)
{
    const double variance = choice.width * choice.width;
    Scene out = scene;
    out.coupling = {"independent", scene.dimension() == 1 ? gaussian({choice.mean}, {variance}) : gaussian({choice.mean, 0}, {variance, 0, 0, variance}), {}};
    if (choice.mean == 0 && choice.width == 1)
        out.coupling = {};
    out.generatedCoupling = out.coupling;
    return out;
}

Scene withConditional(const Scene& scene, bool conditional)
{
    Scene out = scene;
    out.conditional = conditional;
    if (!conditional)
        out.view.x0.clear();
    return anyFault(check(out)) ? scene : out;
}

Scene withHeldSource(const Scene& scene, double x, double y)
{
    Scene out = scene;
    out.view.x0 = scene.dimension() == 1 ? std::vector{x} : std::vector{x, y};
    return out;
}

} // namespace realuid::studio
