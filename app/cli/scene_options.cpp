// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scene_options.h"

#include "core/io/scene_json.h"

namespace realuid::cli
{

SceneOptions::SceneOptions(CLI::App& verb)
{
    verb.add_option("--scene", m_source, "A scene: a file, the name of a built-in one, or a link.")->required();
    m_loss.add(verb, lossParameters(), Loss{});
}

Scene SceneOptions::take(std::vector<Fault>& faults) const
{
    Scene scene = readScene(m_source);
    m_loss.take(lossParameters(), scene.loss, faults);
    const std::vector<Fault> more = check(scene.loss);
    faults.insert(faults.end(), more.begin(), more.end());
    return scene;
}

} // namespace realuid::cli
