// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/component_parameters.h"

#include <array>

namespace realuid::studio
{
namespace
{
using Row = Parameter<ComponentValues>;

constexpr Range kMeanRange{-100, 100};
constexpr Range kSdRange{kLeastSd, 100};

Row entry(std::string_view id, std::string_view symbol, std::string_view title, std::string_view meaning, Range range,
          double ComponentValues::*member)
{
    ParameterInfo info{.id = id, .symbol = symbol, .title = title, .meaning = meaning, .unit = "", .range = range};
    info.tier = Tier::Lesson;
    return {info, member};
}

const Row& weight()
{
    static const Row row = entry("component_weight", "w", REALUID_TEXT("weight"),
                                 REALUID_TEXT("Of this component against the others; they need not sum to one."),
                                 {0, 1e6, true, false}, &ComponentValues::weight);
    return row;
}

const char* sdMeaning() { return REALUID_TEXT("Square root of the covariance's diagonal; correlations stay."); }

std::vector<Row> rowsOf(int dimension, bool weighted)
{
    std::vector<Row> rows;
    if (weighted)
        rows.push_back(weight());
    if (dimension == 1) {
        rows.push_back(entry("component_mean_x", "m", REALUID_TEXT("mean"), REALUID_TEXT("Mean of this component."), kMeanRange,
                             &ComponentValues::meanX));
        rows.push_back(entry("component_sd_x", "\\sigma", REALUID_TEXT("standard deviation"),
                             REALUID_TEXT("Standard deviation of this component."), kSdRange, &ComponentValues::sdX));
        return rows;
    }
    rows.push_back(entry("component_mean_x", "m_x", REALUID_TEXT("mean along x"), REALUID_TEXT("Mean of this component."),
                         kMeanRange, &ComponentValues::meanX));
    rows.push_back(entry("component_mean_y", "m_y", REALUID_TEXT("mean along y"), REALUID_TEXT("Mean of this component."),
                         kMeanRange, &ComponentValues::meanY));
    rows.push_back(entry("component_sd_x", "\\sigma_x", REALUID_TEXT("deviation along x"), sdMeaning(), kSdRange, &ComponentValues::sdX));
    rows.push_back(entry("component_sd_y", "\\sigma_y", REALUID_TEXT("deviation along y"), sdMeaning(), kSdRange, &ComponentValues::sdY));
    rows.push_back(entry("component_correlation", "\\rho", REALUID_TEXT("correlation"),
                         REALUID_TEXT("Of x and y in this component."), {-0.999, 0.999}, &ComponentValues::correlation));
    return rows;
}

} // namespace

std::span<const Row> componentParameters(int dimension, bool weighted)
{
    static const std::array<std::vector<Row>, 4> tables{rowsOf(1, false), rowsOf(1, true), rowsOf(2, false), rowsOf(2, true)};
    return tables[static_cast<std::size_t>(2 * (dimension - 1) + (weighted ? 1 : 0))];
}

ComponentValues valuesOf(const Component& c)
{
    const bool plane = c.mean.size() == 2;
    return {c.weight, c.mean[0], plane ? c.mean[1] : 0, sdOf(c, 0), plane ? sdOf(c, 1) : 1, correlationOf(c)};
}

Component withValues(const Component& component, const ComponentValues& values)
{
    Component out = component;
    const ComponentValues before = valuesOf(component);
    out.weight = values.weight;
    out.mean[0] = values.meanX;
    if (out.mean.size() == 2)
        out.mean[1] = values.meanY;
    if (values.sdX != before.sdX || values.sdY != before.sdY || values.correlation != before.correlation)
        setSpread(out, {values.sdX, values.sdY}, values.correlation);
    return out;
}

std::span<const Parameter<DrawnValues>> drawnParameters()
{
    static const std::array<Parameter<DrawnValues>, 1> table{{
        {{.id = "bandwidth",
          .symbol = "h",
          .title = REALUID_TEXT("bandwidth"),
          .meaning = REALUID_TEXT("Standard deviation of the Gaussian at each drawn point."),
          .unit = "",
          .range = {kLeastSd, 10},
          .slider = {kLeastSd, 1},
          .step = 0.01,
          .tier = Tier::Lesson},
         &DrawnValues::bandwidth},
    }};
    return table;
}

std::span<const Parameter<TeacherValues>> teacherParameters()
{
    static const std::array<Parameter<TeacherValues>, 4> table{{
        {{.id = "teacher_shift",
          .symbol = "\\delta",
          .title = REALUID_TEXT("shift"),
          .meaning = REALUID_TEXT("How far the teacher's distribution stands from the real one, along x."),
          .unit = "",
          .range = {-100, 100},
          .slider = {-2, 2},
          .step = 0.05,
          .tier = Tier::Lesson},
         &TeacherValues::shift},
        {{.id = "teacher_factor",
          .symbol = "",
          .title = REALUID_TEXT("factor"),
          .meaning = REALUID_TEXT("On the standard deviation of each component."),
          .unit = "",
          .range = {0.01, 100},
          .slider = {0.25, 3},
          .step = 0.05,
          .tier = Tier::Lesson},
         &TeacherValues::factor},
        {{.id = "teacher_mode",
          .symbol = "",
          .title = REALUID_TEXT("missing component"),
          .meaning = REALUID_TEXT("The component of the real data that the teacher does not know, counted from 1."),
          .unit = "",
          .range = {1, 1e6},
          .step = 1,
          .tier = Tier::Lesson},
         &TeacherValues::mode},
        {{.id = "teacher_samples",
          .symbol = "",
          .title = REALUID_TEXT("its training samples"),
          .meaning = REALUID_TEXT("Points of the data that the teacher saw, and knows by heart: a narrow Gaussian at each."),
          .unit = "",
          .range = {2, 200},
          .slider = {2, 64},
          .step = 1,
          .tier = Tier::Lesson},
         &TeacherValues::samples},
    }};
    return table;
}

std::span<const Parameter<CouplingValues>> couplingParameters()
{
    static const std::array<Parameter<CouplingValues>, 5> table{{
        {{.id = "coupling_correlation",
          .symbol = "r",
          .title = REALUID_TEXT("correlation of noise and data"),
          .meaning = REALUID_TEXT("0: independent; towards 1 each datum comes from the noise in the same place of its component."),
          .unit = "",
          .range = {-0.99, 0.99},
          .slider = {-0.95, 0.95},
          .step = 0.05,
          .tier = Tier::Lesson},
         &CouplingValues::correlation},
        {{.id = "source_mean",
          .symbol = "m_0",
          .title = REALUID_TEXT("mean of the source"),
          .meaning = REALUID_TEXT("Where $x_0$ lies, along x: 0 for noise, elsewhere for data that are to become others."),
          .unit = "",
          .range = {-100, 100},
          .slider = {-3, 3},
          .step = 0.1,
          .tier = Tier::Expert},
         &CouplingValues::sourceMean},
        {{.id = "source_width",
          .symbol = "\\sigma_0",
          .title = REALUID_TEXT("width of the source"),
          .meaning = REALUID_TEXT("Standard deviation of $x_0$: 1 for noise."),
          .unit = "",
          .range = {1e-3, 100},
          .slider = {0.1, 3},
          .step = 0.05,
          .tier = Tier::Expert},
         &CouplingValues::sourceWidth},
        {{.id = "held_x",
          .symbol = "x_0",
          .title = REALUID_TEXT("looked at, x"),
          .meaning = REALUID_TEXT("Densities and fields are those given this $x_0$; distances are means over all of them."),
          .unit = "",
          .range = {-100, 100},
          .slider = {-3, 3},
          .step = 0.1,
          .tier = Tier::Expert},
         &CouplingValues::heldX},
        {{.id = "held_y",
          .symbol = "y_0",
          .title = REALUID_TEXT("looked at, y"),
          .meaning = REALUID_TEXT("Densities and fields are those given this $x_0$; distances are means over all of them."),
          .unit = "",
          .range = {-100, 100},
          .slider = {-3, 3},
          .step = 0.1,
          .tier = Tier::Expert},
         &CouplingValues::heldY},
    }};
    return table;
}

} // namespace realuid::studio
