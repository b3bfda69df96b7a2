// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/scene.h"

#include <algorithm>
#include <cmath>

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

void append(std::vector<Fault>& faults, std::vector<Fault> more, const std::string& prefix = {})
{
    for (Fault& fault : more) {
        fault.field = prefix + fault.field;
        faults.push_back(std::move(fault));
    }
}

void requireDimension(const Distribution& distribution, int dimension, const char* field, std::vector<Fault>& faults)
{
    if (distribution.dimension() != dimension)
        faults.push_back({field, std::to_string(distribution.dimension()),
                          {REALUID_TEXT("must have as many coordinates as real, %1"), {std::to_string(dimension)}}});
}

void requireChoice(const std::string& value, const char* field, std::initializer_list<std::string_view> choices,
                   std::vector<Fault>& faults)
{
    std::string listed;
    for (const std::string_view choice : choices) {
        if (value == choice)
            return;
        listed += (listed.empty() ? "" : ", ") + std::string(choice);
    }
    faults.push_back({field, value, {REALUID_TEXT("must be one of %1"), {listed}}});
}

/// A joint coupling holds x1 as well: both must say the same.
void requireMarginal(const Coupling& coupling, const Distribution& data, const char* field, std::vector<Fault>& faults)
{
    if (coupling.isJoint() && dataMarginal(coupling.joint) != data)
        faults.push_back({field, {}, {REALUID_TEXT("must be the joint coupling's marginal of x1, or be left out")}});
}

/// The same mixture, whatever the order of its components and however often one is listed.
bool sameMixture(const Distribution& a, const Distribution& b)
{
    const auto near = [](double x, double y) { return std::abs(x - y) <= 1e-9 * (1 + std::abs(x) + std::abs(y)); };
    const auto share = [&](const Distribution& of, const Component& like) {
        double own = 0, total = 0;
        for (const Component& c : of.components) {
            total += c.weight;
            if (std::equal(c.mean.begin(), c.mean.end(), like.mean.begin(), like.mean.end(), near) &&
                std::equal(c.covariance.begin(), c.covariance.end(), like.covariance.begin(), like.covariance.end(), near))
                own += c.weight;
        }
        return own / total;
    };
    const auto within = [&](const Distribution& of) {
        return std::all_of(of.components.begin(), of.components.end(), [&](const Component& c) { return near(share(a, c), share(b, c)); });
    };
    return within(a) && within(b);
}

void checkConditional(const Scene& scene, std::vector<Fault>& faults)
{
    const auto d = static_cast<std::size_t>(scene.dimension());
    if (!scene.view.x0.empty() && scene.view.x0.size() != d)
        faults.push_back({"view.x0", std::to_string(scene.view.x0.size()),
                          {REALUID_TEXT("must have as many coordinates as real, %1"), {std::to_string(d)}}});
    for (const double x : scene.view.x0)
        if (!std::isfinite(x))
            faults.push_back({"view.x0", numberText(x), {REALUID_TEXT("must be a finite number")}});
    if (scene.conditional && !sameMixture(sourceOf(scene.coupling, scene.dimension()), sourceOf(scene.generatedCoupling, scene.dimension())))
        faults.push_back({"generated_coupling", {}, {REALUID_TEXT("must have the x0 of coupling: conditional models receive it")}});
}

void checkCouplings(const Scene& scene, std::vector<Fault>& faults)
{
    const int dimension = scene.dimension();
    append(faults, check(scene.coupling, dimension, "coupling"));
    append(faults, check(scene.generatedCoupling, dimension, "generated_coupling"));
    if (!faults.empty())
        return;
    requireMarginal(scene.coupling, scene.real, "real", faults);
    requireMarginal(scene.generatedCoupling, scene.generated, "generated", faults);
    checkConditional(scene, faults);
    if (scene.teacher && scene.coupling.isJoint())
        faults.push_back({"teacher", {}, {REALUID_TEXT("must be left out with a joint coupling, which it does not tell")}});
    const bool independent = !scene.coupling.isJoint() && !scene.generatedCoupling.isJoint();
    if (independent && scene.coupling.source != scene.generatedCoupling.source)
        faults.push_back({"generated_coupling.source", {},
                          {REALUID_TEXT("is not the source of coupling: the distance is then not 0 where generated and real agree")},
                          Severity::Warning});
}

} // namespace

Distribution sourceOf(const Coupling& coupling, int dimension)
{
    if (coupling.isJoint())
        return sourceMarginal(coupling.joint);
    if (!coupling.source.components.empty())
        return coupling.source;
    return dimension == 1 ? gaussian({0}, {1}) : gaussian({0, 0}, {1, 0, 0, 1});
}

std::vector<double> heldSource(const Scene& scene)
{
    if (!scene.view.x0.empty())
        return scene.view.x0;
    std::vector<double> mean(static_cast<std::size_t>(scene.dimension()));
    double total = 0;
    const Distribution source = sourceOf(scene.coupling, scene.dimension());
    for (const Component& c : source.components) {
        total += c.weight;
        for (std::size_t i = 0; i < mean.size(); ++i)
            mean[i] += c.weight * c.mean[i];
    }
    for (double& value : mean)
        value /= total;
    return mean;
}

std::string_view modelTarget(const Scene& scene)
{
    if (!scene.target.empty())
        return scene.target;
    if (scene.loss.kind == "sid" || scene.loss.kind == "dmd")
        return "score";
    return scene.interpolant.kind == "bridge" ? "drift" : "velocity";
}

std::vector<Fault> check(const Scene& scene)
{
    std::vector<Fault> faults = check(scene.real, "real");
    append(faults, check(scene.generated, "generated"));
    if (scene.teacher)
        append(faults, check(*scene.teacher, "teacher"));
    if (faults.empty()) {
        requireDimension(scene.generated, scene.dimension(), "generated.mean", faults);
        if (scene.teacher)
            requireDimension(*scene.teacher, scene.dimension(), "teacher.mean", faults);
    }
    if (faults.empty())
        checkCouplings(scene, faults);
    append(faults, check(scene.interpolant), "interpolant.");
    for (Fault fault : check(scene.loss)) {
        fault.field = "loss." + (fault.field == "loss" ? std::string("kind") : fault.field); // as a scene names it
        faults.push_back(std::move(fault));
    }
    if (!scene.target.empty())
        requireChoice(scene.target, "loss.target", {"velocity", "score", "data", "noise", "drift"}, faults);
    if (scene.loss.kind == "dmd" && modelTarget(scene) != "score")
        faults.push_back({"loss.target", scene.target, {REALUID_TEXT("must be score with dmd, whose generator follows scores")}});
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
        {"figure-3", REALUID_TEXT("Figure 3 of the paper"), Scene{}},
    };
    return presets;
}

} // namespace realuid
