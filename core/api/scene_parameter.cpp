// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/scene_parameter.h"

namespace realuid
{
namespace
{

/// Whether the objective has that number at all.
bool hasPart(const Loss& loss, std::string_view id)
{
    if (id == "gamma")
        return loss.kind == "general";
    if (id == "alpha_sid")
        return loss.kind == "sid";
    return loss.kind != "uid";
}

const Parameter<Loss>* lossRow(std::string_view id)
{
    for (const Parameter<Loss>& row : lossParameters())
        if (row.info.id == id && std::holds_alternative<double Loss::*>(row.member))
            return &row;
    return nullptr;
}

} // namespace

SceneParameter::SceneParameter(GeneratorParameter parameter) : m_which(std::move(parameter)) {}

std::optional<SceneParameter> SceneParameter::named(std::string_view path, const Scene& scene, const std::string& field,
                                                    std::vector<Fault>& faults)
{
    const Parameter<Loss>* row = lossRow(path);
    if (row && hasPart(scene.loss, path))
        return SceneParameter(row);
    if (row) {
        faults.push_back({field, std::string(path), {REALUID_TEXT("has no part in the objective %1"), {scene.loss.kind}}});
        return std::nullopt;
    }
    if (std::optional<GeneratorParameter> found = GeneratorParameter::named(path, scene, field, faults))
        return SceneParameter(std::move(*found));
    return std::nullopt;
}

std::string_view SceneParameter::path() const
{
    if (const auto* row = std::get_if<const Parameter<Loss>*>(&m_which))
        return (*row)->info.id;
    return std::get<GeneratorParameter>(m_which).path();
}

Range SceneParameter::range() const
{
    if (const auto* row = std::get_if<const Parameter<Loss>*>(&m_which))
        return (*row)->info.range;
    Range positive;
    positive.least = 0;
    positive.leastOpen = true;
    return std::get<GeneratorParameter>(m_which).mustBePositive() ? positive : Range{};
}

double SceneParameter::get(const Scene& scene) const
{
    if (const auto* row = std::get_if<const Parameter<Loss>*>(&m_which))
        return std::get<double>((*row)->get(scene.loss));
    return std::get<GeneratorParameter>(m_which).get(scene);
}

void SceneParameter::set(Scene& scene, double value) const
{
    if (const auto* row = std::get_if<const Parameter<Loss>*>(&m_which))
        (*row)->set(scene.loss, value);
    else
        std::get<GeneratorParameter>(m_which).set(scene, value);
}

} // namespace realuid
