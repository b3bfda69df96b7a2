// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/distribution.h"
#include "core/api/loss.h"

#include <cstdint>

namespace realuid
{

/// How noise and data are joined: x_t = a(t) x1 + b(t) x0, t = 0 noise, t = 1 data.
/// linear: a = t, b = 1 - t with x0 ~ N(0, I), independent of x1; the field is the velocity E[x1 - x0 | x_t].
struct Interpolant {
    std::string kind = "linear";
    bool operator==(const Interpolant&) const = default;
};

/// Where one looks: not part of the mathematics, but of what is saved and undone.
struct View {
    double t = 0.7; ///< the time that densities and fields are drawn at, in [0, 1]
    bool operator==(const View&) const = default;
};

/// All that Explore shows and that a scene file holds (`cli.md` section 4). A plain value: copied, compared, undone.
struct Scene {
    Distribution real = gaussian({1.6}, {0.35 * 0.35});
    Distribution generated = gaussian({-0.9}, {0.6 * 0.6});
    Interpolant interpolant;
    Loss loss;
    std::int64_t seed = 42;
    View view;

    int dimension() const { return real.dimension(); }
    bool operator==(const Scene&) const = default;
};

/// All faults and warnings: of both distributions, of their dimensions (1 or 2, equal), of the loss, of t.
std::vector<Fault> check(const Scene& scene);

/// The scenes that come with the product; `id` is what --list scenes prints, `title` is marked for translation.
struct ScenePreset {
    std::string_view id;
    std::string_view title;
    Scene scene;
};
const std::vector<ScenePreset>& scenePresets();

} // namespace realuid
