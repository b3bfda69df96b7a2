// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/generator_parameter.h"
#include "widgets/chart_view.h"

#include <QString>

#include <string>
#include <vector>

/// What a landscape of a scene can run over.
namespace realuid::studio
{

struct LandscapeChoice {
    std::string path;
    QString name;   ///< plain: "2: mean x", of the second component
    QString symbol; ///< as Formula::mixed() reads it: "$m_{\\theta,x}$ of component 2"
};

/// Means and standard deviations (named widths) of every component of the generator, and the weights of several, in that order.
std::vector<LandscapeChoice> landscapeChoices(const Scene& scene);

/// The parameter that one of these paths names.
GeneratorParameter generatorParameter(const std::string& path, const Scene& scene);

/// The same number of the real data, where they have as many components as the generator.
std::optional<double> realValue(const std::string& path, const Scene& scene);

/// A range that holds the generator's value and the real data's (all of their components where they are of another number)
/// with room around; positive where the parameter is.
widgets::AxisRange landscapeRange(const std::string& path, const Scene& scene);

/// False where the range cuts off either, or spans far more than needed.
bool stillFits(widgets::AxisRange range, const std::string& path, const Scene& scene);

} // namespace realuid::studio
