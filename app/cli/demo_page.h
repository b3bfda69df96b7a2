// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/engine.h"

#include <string>
#include <string_view>
#include <vector>

namespace realuid::cli
{

/// A figure file of the demo, relative to its folder.
struct DemoFigure {
    std::string file, caption;
};

/// What the demo found, for its page. Parts that could not be made are left empty and named in `missing`.
struct DemoFindings {
    std::vector<std::vector<double>> real; ///< samples of the mixture, [n][2]
    PlaneResult plane;                     ///< empty where there is no engine
    Loss loss;
    double fieldError = 0;                 ///< learned fake model against the closed form, relative
    double closedFormDistance = 0, closedFormError = 0; ///< of the scene, by quadrature
    std::vector<DemoFigure> figures;
    std::vector<DemoFigure> sheets; ///< sample grids of the small image run
    std::string checkpoint;         ///< relative; empty where none was trained
    std::vector<std::string> missing;
};

/// By which a demo's page is known again.
constexpr std::string_view kDemoTitle = "<title>RealUID demo</title>";

/// index.html: self-contained but for the figures, readable without a network.
std::string demoPage(const DemoFindings& findings);

} // namespace realuid::cli
