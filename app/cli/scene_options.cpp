// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scene_options.h"

#include "core/io/scene_json.h"

namespace realuid::cli
{
namespace
{

/// What the loss's own check cannot see.
void checkTogether(const Scene& scene, std::vector<Fault>& faults)
{
    for (Fault fault : check(scene)) {
        if (fault.field.starts_with("loss.") && fault.field != "loss.target")
            continue;
        if (fault.field == "view.x0")
            fault.field = "x0";
        faults.push_back(std::move(fault));
    }
}

} // namespace

SceneOptions::SceneOptions(CLI::App& verb)
{
    verb.add_option("--scene", m_source, "A scene: a file, the name of a built-in one, or a link.")->required();
    verb.add_option("--x0", m_held, "Conditional scenes: the x0 that fields are given, x or x,y. Default: the scene's, else its mean.");
    m_loss.add(verb, lossParameters(), Loss{});
}

Scene SceneOptions::take(std::vector<Fault>& faults) const
{
    Scene scene = readScene(m_source);
    m_loss.take(lossParameters(), scene.loss, faults);
    const std::vector<Fault> more = check(scene.loss);
    faults.insert(faults.end(), more.begin(), more.end());
    const ParameterInfo held{.id = "x0", .symbol = "", .title = "", .meaning = "", .unit = ""};
    Value x0;
    if (!m_held.empty() && parseValue(m_held, held, Value(scene.view.x0), x0, faults))
        scene.view.x0 = std::get<std::vector<double>>(x0);
    checkTogether(scene, faults);
    return scene;
}

void requireSpread(const Scene& scene, std::span<const double> times, std::vector<Fault>& faults)
{
    for (const double t : times)
        if (scene.conditional && t == 0)
            faults.push_back({"t", "0", {REALUID_TEXT("must be above 0 in a conditional scene, where all is at x0 then")}});
}

void refuseWeights(const Scene& scene, std::string_view path, const std::string& field, std::vector<Fault>& faults)
{
    if (scene.conditional && path.ends_with(".weight"))
        faults.push_back({field, std::string(path), {REALUID_TEXT("cannot change in a conditional scene: it would change x0 too")}});
}

} // namespace realuid::cli
