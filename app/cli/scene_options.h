// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/options.h"
#include "core/api/scene.h"

#include <span>
#include <string>

namespace realuid::cli
{

/// --scene with --x0 and the loss's options, which win over the scene's. The object must outlive parsing.
class SceneOptions
{
public:
    explicit SceneOptions(CLI::App& verb);

    /// The scene as read and changed; faults of what was typed are appended. Error (File) where it cannot be read.
    Scene take(std::vector<Fault>& faults) const;

private:
    std::string m_source, m_held;
    ParameterOptions m_loss;
};

/// Given x0 there is no density at t = 0.
void requireSpread(const Scene& scene, std::span<const double> times, std::vector<Fault>& faults);

/// Conditional scenes have one x0 on both sides, which a weight would change on one.
void refuseWeights(const Scene& scene, std::string_view path, const std::string& field, std::vector<Fault>& faults);

} // namespace realuid::cli
