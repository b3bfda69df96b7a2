// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/generator_parameter.h"

#include <charconv>
#include <cmath>

namespace realuid
{
namespace
{

bool skip(std::string_view& text, std::string_view prefix)
{
    if (!text.starts_with(prefix))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

/// "[3]", with a number below `count`.
bool index(std::string_view& text, std::size_t count, std::size_t& out)
{
    if (!skip(text, "["))
        return false;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc{} || out >= count)
        return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return skip(text, "]");
}

/// The component as it stands in the scene: the joint one where there is one, with x1 at `offset`.
Component& componentOf(Scene& scene, std::size_t k)
{
    return scene.generatedCoupling.isJoint() ? scene.generatedCoupling.joint.components[k] : scene.generated.components[k];
}

std::size_t offsetOf(const Scene& scene)
{
    return scene.generatedCoupling.isJoint() ? static_cast<std::size_t>(scene.dimension()) : 0;
}

std::string prefixOf(const Scene& scene, std::size_t k)
{
    return scene.generated.components.size() == 1 ? "generated." : "generated.components[" + std::to_string(k) + "].";
}

} // namespace

std::optional<GeneratorParameter> GeneratorParameter::named(std::string_view path, const Scene& scene,
                                                            const std::string& field, std::vector<Fault>& faults)
{
    GeneratorParameter out;
    out.m_path = path;
    std::string_view rest = path;
    const std::size_t count = scene.generated.components.size();
    bool sound = skip(rest, "generated.");
    if (sound && skip(rest, "components"))
        sound = index(rest, count, out.m_component) && skip(rest, ".");
    else
        sound = sound && count == 1;
    if (sound && rest == "weight" && count > 1) {
        out.m_kind = Kind::Weight;
        return out;
    }
    out.m_kind = rest.starts_with("sd") ? Kind::Sd : Kind::Mean;
    sound = sound && (skip(rest, "mean") || skip(rest, "sd")) &&
            index(rest, static_cast<std::size_t>(scene.dimension()), out.m_coordinate) && rest.empty();
    if (sound)
        return out;
    faults.push_back({field, std::string(path),
                      {REALUID_TEXT("must be %1mean[i] or %1sd[i], or a component's weight, with indices that the scene has"),
                       {prefixOf(scene, 0)}}});
    return std::nullopt;
}

std::vector<GeneratorParameter> GeneratorParameter::usual(const Scene& scene)
{
    std::vector<GeneratorParameter> out;
    for (std::size_t k = 0; k < scene.generated.components.size(); ++k)
        for (const Kind kind : {Kind::Mean, Kind::Sd})
            for (std::size_t i = 0; i < static_cast<std::size_t>(scene.dimension()); ++i) {
                GeneratorParameter one;
                one.m_path = prefixOf(scene, k) + (kind == Kind::Mean ? "mean[" : "sd[") + std::to_string(i) + "]";
                one.m_kind = kind;
                one.m_component = k;
                one.m_coordinate = i;
                out.push_back(std::move(one));
            }
    return out;
}

double GeneratorParameter::scale(const Scene& scene) const
{
    GeneratorParameter sd = *this;
    if (m_kind == Kind::Mean)
        sd.m_kind = Kind::Sd;
    return sd.get(scene);
}

double GeneratorParameter::get(const Scene& scene) const
{
    const Component& c = scene.generated.components[m_component];
    if (m_kind == Kind::Weight)
        return c.weight;
    if (m_kind == Kind::Mean)
        return c.mean[m_coordinate];
    return std::sqrt(c.covariance[m_coordinate * c.mean.size() + m_coordinate]);
}

void GeneratorParameter::set(Scene& scene, double value) const
{
    Component& c = componentOf(scene, m_component);
    const std::size_t at = offsetOf(scene) + m_coordinate, side = c.mean.size();
    if (m_kind == Kind::Weight) {
        c.weight = value;
    } else if (m_kind == Kind::Mean) {
        c.mean[at] = value;
    } else {
        const double factor = value / std::sqrt(c.covariance[at * side + at]);
        for (std::size_t i = 0; i < side; ++i) {
            c.covariance[at * side + i] *= factor;
            c.covariance[i * side + at] *= factor;
        }
        c.covariance[at * side + at] = value * value;
    }
    if (scene.generatedCoupling.isJoint())
        scene.generated = dataMarginal(scene.generatedCoupling.joint);
}

} // namespace realuid
