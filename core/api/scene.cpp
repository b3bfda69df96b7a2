// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/scene.h"

namespace realuid
{
namespace
{

Component round(double weight, double x, double y, double sd) { return {weight, {x, y}, {sd * sd, 0, 0, sd * sd}}; }

Scene with(Distribution real, Distribution generated)
{
    Scene scene;
    scene.real = std::move(real);
    scene.generated = std::move(generated);
    return scene;
}

} // namespace

std::vector<Fault> check(const Scene& scene)
{
    std::vector<Fault> faults = check(scene.real, "real");
    const std::vector<Fault> generated = check(scene.generated, "generated");
    faults.insert(faults.end(), generated.begin(), generated.end());
    if (faults.empty() && scene.real.dimension() != scene.generated.dimension())
        faults.push_back({"generated.mean", std::to_string(scene.generated.dimension()),
                          {REALUID_TEXT("must have as many coordinates as real, %1"),
                           {std::to_string(scene.real.dimension())}}});
    if (scene.interpolant.kind != "linear")
        faults.push_back({"interpolant.kind", scene.interpolant.kind, {REALUID_TEXT("must be one of %1"), {"linear"}}});
    for (Fault fault : check(scene.loss)) {
        fault.field = "loss." + fault.field;
        faults.push_back(std::move(fault));
    }
    if (!(scene.view.t >= 0 && scene.view.t <= 1))
        faults.push_back({"view.t", numberText(scene.view.t), {REALUID_TEXT("must be %1"), {"in [0, 1]"}}});
    return faults;
}

const std::vector<ScenePreset>& scenePresets()
{
    static const std::vector<ScenePreset> presets{
        {"two-gaussians", REALUID_TEXT("Two Gaussians, 1-D"), Scene{}},
        {"two-mixtures", REALUID_TEXT("Two mixtures, 1-D"),
         with({{{0.5, {-1.5}, {0.09}}, {0.5, {1.5}, {0.09}}}}, {{{0.8, {-1.2}, {0.16}}, {0.2, {0.6}, {0.36}}}})},
        {"gaussians-2d", REALUID_TEXT("Two Gaussians, 2-D"),
         with(gaussian({1.2, 0.6}, {0.3, 0.12, 0.12, 0.2}), gaussian({-0.8, -0.4}, {0.5, -0.1, -0.1, 0.4}))},
        {"mixtures-2d", REALUID_TEXT("Two mixtures, 2-D"),
         with({{round(1, 1.5, 0, 0.35), round(1, -0.75, 1.3, 0.35), round(1, -0.75, -1.3, 0.35)}},
              {{round(1, 1.2, 0.3, 0.5), round(1, -0.6, 0.9, 0.6)}})},
    };
    return presets;
}

} // namespace realuid
