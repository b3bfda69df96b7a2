// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/coupling.h"
#include "core/api/distribution.h"
#include "core/api/interpolant.h"
#include "core/api/loss.h"

#include <cstdint>
#include <optional>

namespace realuid
{

/// Where one looks: not part of the mathematics, but of what is saved and undone.
struct View {
    double t = 0.7;         ///< the time that densities and fields are drawn at, in [0, 1]
    std::vector<double> x0; ///< conditional scenes: the x0 that they are drawn at; empty: the mean of all
    bool operator==(const View&) const = default;
};

/// All that Explore shows and that a scene file holds (`cli.md` section 4). A plain value: copied, compared, undone.
struct Scene {
    Distribution real = gaussian({1.6}, {0.35 * 0.35});
    Distribution generated = gaussian({-0.9}, {0.6 * 0.6});
    Interpolant interpolant;
    Coupling coupling, generatedCoupling; ///< joint ones hold x1 too: `real`, `generated` are then its marginals
    std::optional<Distribution> teacher;  ///< whose exact field is the teacher; none: the real one's
    Loss loss;
    std::string target;                   ///< velocity, score, data, noise or drift; empty: what the path is used with
    std::int64_t seed = 42;
    View view;
    /// Conditional (augmented) models: they receive x0 as well as x_t. All densities and fields are those given x0 = heldSource(),
    /// distances are means over x0, and both sides must have one and the same x0.
    bool conditional = false;

    int dimension() const { return real.dimension(); }
    bool operator==(const Scene&) const = default;
};

/// What the models of the scene learn: its target, else score with sid and dmd, else drift under bridge and velocity under
/// all other paths.
std::string_view modelTarget(const Scene& scene);

/// The distribution of x0 of a coupling for data of `dimension`.
Distribution sourceOf(const Coupling& coupling, int dimension);

/// The x0 that a conditional scene is looked at.
std::vector<double> heldSource(const Scene& scene);

/// All faults and warnings: of the distributions and couplings, of their dimensions (1 or 2, equal), of the path, the
/// loss, the targets, of t.
std::vector<Fault> check(const Scene& scene);

/// The scenes that come with the product; `id` is what --list scenes prints, `title` is marked for translation.
struct ScenePreset {
    std::string_view id;
    std::string_view title;
    Scene scene;
};
const std::vector<ScenePreset>& scenePresets();

} // namespace realuid
