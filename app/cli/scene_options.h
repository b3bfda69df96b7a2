// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/options.h"
#include "core/api/scene.h"

#include <string>

namespace realuid::cli
{

/// --scene with the loss's options, which win over the scene's. The object must outlive parsing.
class SceneOptions
{
public:
    explicit SceneOptions(CLI::App& verb);

    /// The scene as read and changed; faults of what was typed are appended. Error (File) where it cannot be read.
    Scene take(std::vector<Fault>& faults) const;

private:
    std::string m_source;
    ParameterOptions m_loss;
};

} // namespace realuid::cli
