// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/scene.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace realuid
{

/// One number of a scene's generated distribution, named by its path: `generated.mean[i]` and `generated.sd[i]` of a single
/// Gaussian, `generated.components[k].weight|mean[i]|sd[i]` of a mixture. A standard deviation is the root of the
/// covariance's diagonal; setting it keeps all correlations. With a joint coupling both it and its marginal change.
class GeneratorParameter
{
public:
    /// The one that `path` names in `scene`; else nothing and a fault of `field`. `scene` must have passed check().
    static std::optional<GeneratorParameter> named(std::string_view path, const Scene& scene, const std::string& field,
                                                   std::vector<Fault>& faults);
    /// Mean and sd of every component and coordinate: what the flow moves unless told otherwise.
    static std::vector<GeneratorParameter> usual(const Scene& scene);

    enum class Kind { Weight, Mean, Sd };

    const std::string& path() const { return m_path; }
    Kind kind() const { return m_kind; }
    std::size_t component() const { return m_component; }
    std::size_t coordinate() const { return m_coordinate; } ///< of a mean or sd
    bool mustBePositive() const { return m_kind != Kind::Mean; }
    /// What a change is small against: the component's standard deviation, or its weight.
    double scale(const Scene& scene) const;

    double get(const Scene& scene) const;
    void set(Scene& scene, double value) const;

private:
    std::string m_path;
    Kind m_kind = Kind::Mean;
    std::size_t m_component = 0, m_coordinate = 0;
};

} // namespace realuid
