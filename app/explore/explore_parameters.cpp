// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/explore_parameters.h"

#include "app/explore/component_edit.h"
#include "app/explore/scene_edit.h"

#include <array>

namespace realuid::studio
{
namespace
{
using Row = Parameter<SceneParameters>;

constexpr Range kMeanRange{-100, 100};
constexpr Range kMeanSlider{-3, 3};
constexpr Range kWidthRange{0, 100, true, false};
constexpr Range kWidthSlider{0.05, 2.5};

Row mean(std::string_view id, std::string_view symbol, std::string_view title, std::string_view meaning,
         double SceneParameters::*member)
{
    return {{.id = id, .symbol = symbol, .title = title, .meaning = meaning, .unit = "", .range = kMeanRange,
             .slider = kMeanSlider, .step = 0.05, .tier = Tier::Lesson},
            member};
}

Row width(std::string_view title, std::string_view meaning)
{
    return {{.id = "width", .symbol = "\\sigma_\\theta", .title = title, .meaning = meaning, .unit = "",
             .range = kWidthRange, .slider = kWidthSlider, .step = 0.02, .tier = Tier::Lesson},
            &SceneParameters::width};
}

} // namespace

std::span<const Parameter<SceneParameters>> timeParameters()
{
    static const std::array<Row, 1> table{{
        {{.id = "t",
          .symbol = "t",
          .title = REALUID_TEXT("time"),
          .meaning = REALUID_TEXT("Where densities and fields are drawn: 0 is noise, 1 is data."),
          .unit = "",
          .range = {0, 1},
          .slider = {0, 1},
          .step = 0.01,
          .tier = Tier::Lesson},
         &SceneParameters::t},
    }};
    return table;
}

std::span<const Parameter<SceneParameters>> generatorParameters(const Distribution& generated)
{
    static const std::array<Row, 2> gaussian{{
        mean("mean_x", "m_\\theta", REALUID_TEXT("mean"), REALUID_TEXT("Mean of the generator's Gaussian."),
             &SceneParameters::meanX),
        width(REALUID_TEXT("width"), REALUID_TEXT("Standard deviation of the generator's Gaussian.")),
    }};
    static const std::array<Row, 2> mixture{{
        mean("mean_x", "m_\\theta", REALUID_TEXT("mean of the whole"),
             REALUID_TEXT("Mean of the generator's mixture; moves all components together."), &SceneParameters::meanX),
        width(REALUID_TEXT("width of the whole"),
              REALUID_TEXT("Standard deviation of the generator's mixture; stretches all components about the mean.")),
    }};
    static const std::array<Row, 3> plane{{
        mean("mean_x", "m_{\\theta,x}", REALUID_TEXT("mean along x"),
             REALUID_TEXT("Moves the generator as a whole, without a change of its shape."), &SceneParameters::meanX),
        mean("mean_y", "m_{\\theta,y}", REALUID_TEXT("mean along y"),
             REALUID_TEXT("Moves the generator as a whole, without a change of its shape."), &SceneParameters::meanY),
        width(REALUID_TEXT("width of the whole"),
              REALUID_TEXT("Root mean square of the standard deviations along x and y; stretches the generator about its mean "
                           "without a change of its shape.")),
    }};
    if (generated.dimension() == 2)
        return plane;
    return generated.components.size() == 1 ? std::span<const Row>(gaussian) : std::span<const Row>(mixture);
}

SceneParameters sceneParameters(const Scene& scene)
{
    const Placement at = placement(scene.generated);
    return {scene.view.t, at.mean[0], at.mean[1], at.width};
}

Scene withParameters(const Scene& scene, const SceneParameters& parameters)
{
    Scene out = scene;
    out.view.t = parameters.t;
    const Placement to{{parameters.meanX, parameters.meanY}, parameters.width};
    const Placement from = placement(scene.generated);
    if (to.mean != from.mean || to.width != from.width)
        return withDistribution(out, Side::Generated, placed(scene.generated, to));
    return out;
}

} // namespace realuid::studio
