// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/panels/landscape_axes.h"

#include "app/shell/texts.h"

#include <algorithm>
#include <cmath>

namespace realuid::studio
{
namespace
{

constexpr double kRoomSds = 2;    ///< around means
constexpr double kRoomFactor = 2; ///< around what is positive
constexpr double kEdge = 0.04;    ///< of a range, beyond which a point is cut off
constexpr double kFarMore = 2.5;

bool endsWithIndex(const std::string& path, int index) { return path.ends_with("[" + std::to_string(index) + "]"); }

LandscapeChoice choiceOf(const std::string& path, int dimension, std::size_t component, std::size_t components)
{
    const bool mean = path.find("mean[") != std::string::npos, weight = path.ends_with("weight");
    const bool second = !weight && endsWithIndex(path, 1);
    LandscapeChoice out{path, {}, {}};
    QString index = QStringLiteral("\\theta");
    if (weight) {
        out.name = phrase("weight");
    } else if (dimension == 1) {
        out.name = mean ? phrase("mean") : phrase("width");
    } else {
        out.name = mean ? (second ? phrase("mean y") : phrase("mean x"))
                        : (second ? phrase("width y") : phrase("width x"));
        index += second ? QStringLiteral(",y") : QStringLiteral(",x");
    }
    const QString letter = weight ? QStringLiteral("w") : mean ? QStringLiteral("m") : QStringLiteral("\\sigma");
    out.symbol = QStringLiteral("$%1_{%2}$").arg(letter, index);
    if (components > 1) {
        out.name = QStringLiteral("%1: %2").arg(component + 1).arg(out.name);
        out.symbol = phrase("%1 of component %2").arg(out.symbol).arg(component + 1);
    }
    return out;
}

/// The values that a range has to hold.
std::vector<double> wanted(const std::string& path, const Scene& scene)
{
    std::vector<double> out{generatorParameter(path, scene).get(scene)};
    if (const std::optional<double> real = realValue(path, scene)) {
        out.push_back(*real);
    } else if (!path.ends_with("weight")) {
        const std::size_t i = endsWithIndex(path, 1) ? 1 : 0;
        for (const Component& c : scene.real.components)
            out.push_back(path.find("mean[") != std::string::npos ? c.mean[i] : std::sqrt(c.covariance[i * c.mean.size() + i]));
    }
    return out;
}

double rounded(double value, double unit, bool up) { return (up ? std::ceil(value / unit - 1e-9) : std::floor(value / unit + 1e-9)) * unit; }

} // namespace

std::vector<LandscapeChoice> landscapeChoices(const Scene& scene)
{
    std::vector<LandscapeChoice> out;
    const std::size_t components = scene.generated.components.size();
    const std::vector<GeneratorParameter> usual = GeneratorParameter::usual(scene);
    for (std::size_t i = 0; i < usual.size(); ++i)
        out.push_back(choiceOf(usual[i].path(), scene.dimension(), i / (usual.size() / components), components));
    for (std::size_t k = 0; components > 1 && k < components; ++k)
        out.push_back(choiceOf("generated.components[" + std::to_string(k) + "].weight", scene.dimension(), k, components));
    return out;
}

GeneratorParameter generatorParameter(const std::string& path, const Scene& scene)
{
    std::vector<Fault> faults;
    return GeneratorParameter::named(path, scene, path, faults).value();
}

std::optional<double> realValue(const std::string& path, const Scene& scene)
{
    if (scene.real.components.size() != scene.generated.components.size())
        return std::nullopt;
    Scene real = scene;
    real.generated = scene.real;
    return generatorParameter(path, scene).get(real);
}

widgets::AxisRange landscapeRange(const std::string& path, const Scene& scene)
{
    const GeneratorParameter parameter = generatorParameter(path, scene);
    const std::vector<double> values = wanted(path, scene);
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    if (parameter.mustBePositive()) {
        const double unit = *most > 0.4 ? 0.1 : *most / 5;
        return {std::max(*least / kRoomFactor, 0.02 * *most), rounded(*most * kRoomFactor, unit, true)};
    }
    const double room = std::max(kRoomSds * parameter.scale(scene), 0.25 * (*most - *least));
    return {rounded(*least - room, 0.5, false), rounded(*most + room, 0.5, true)};
}

bool stillFits(widgets::AxisRange range, const std::string& path, const Scene& scene)
{
    const double span = range.most - range.least;
    const widgets::AxisRange needed = landscapeRange(path, scene);
    const std::vector<double> values = wanted(path, scene);
    return span < kFarMore * (needed.most - needed.least) && std::all_of(values.begin(), values.end(), [&](double value) {
               return value > range.least + kEdge * span && value < range.most - kEdge * span;
           });
}

} // namespace realuid::studio
