// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/panels/panel_words.h"

#include "app/shell/texts.h"
#include "widgets/number_table.h"

#include <cmath>

namespace realuid::studio
{
namespace words
{

QString realDensity() { return phrase("real data") + QStringLiteral(" $p_t^*$"); }
QString generatedDensity() { return phrase("generator") + QStringLiteral(" $p_t^\\theta$"); }
QString teacherField() { return phrase("teacher") + QStringLiteral(" $f^*$"); }
QString generatorField() { return phrase("generator") + QStringLiteral(" $f^\\theta$"); }
QString fakeField() { return phrase("optimal fake") + QStringLiteral(" $f$"); }
QString atTime(const Scene& scene) { return QStringLiteral("t = ") + widgets::shownNumber(scene.view.t, 2); }

} // namespace words

double roundedUp(double value)
{
    if (!(value > 0) || !std::isfinite(value))
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : {1.0, 1.5, 2.0, 3.0, 5.0, 7.0})
        if (value <= step * power * (1 + 1e-12))
            return step * power;
    return 10 * power;
}

std::vector<widgets::Contour> linesAbove(std::vector<widgets::Contour> lines, double most)
{
    constexpr double kNothing = 1e-5;
    std::erase_if(lines, [most](const widgets::Contour& line) { return line.level < most * kNothing; });
    return lines;
}

widgets::ColorScale distanceColors(double most)
{
    constexpr double kDecades = 1e-4;
    return {.map = widgets::ColorMap::Viridis,
            .least = most * kDecades,
            .most = most,
            .logarithmic = true,
            .missing = widgets::colorTable(widgets::ColorMap::Viridis).front()};
}

} // namespace realuid::studio
