// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/generator_parameter.h"

#include <variant>

namespace realuid
{

/// One number of a scene that an axis can run over, named by its path: a GeneratorParameter or one of the loss, `alpha`,
/// `beta`, and what else its kind has (`gamma` of general).
class SceneParameter
{
public:
    SceneParameter(GeneratorParameter parameter); // implicit: wherever the one will do, so will the other

    /// The one that `path` names in `scene`; else nothing and a fault of `field`. `scene` must have passed check().
    static std::optional<SceneParameter> named(std::string_view path, const Scene& scene, const std::string& field,
                                               std::vector<Fault>& faults);

    std::string_view path() const;
    bool ofLoss() const { return m_which.index() == 1; }
    /// The values that leave a scene sound.
    Range range() const;

    double get(const Scene& scene) const;
    void set(Scene& scene, double value) const;

private:
    explicit SceneParameter(const Parameter<Loss>* row) : m_which(row) {}

    std::variant<GeneratorParameter, const Parameter<Loss>*> m_which;
};

} // namespace realuid
