// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/color_map.h"

#include "widgets/color_tables.h"
#include "widgets/theme.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace realuid::widgets
{
namespace
{

ColorTable fromEntries(std::span<const std::uint32_t, 256> entries)
{
    ColorTable table{};
    std::transform(entries.begin(), entries.end(), table.begin(), [](std::uint32_t rgb) { return 0xff000000u | rgb; });
    return table;
}

/// CIE L*a*b* (D65) to sRGB.
QRgb fromLab(double lightness, double a, double b)
{
    const double fy = (lightness + 16) / 116;
    const auto inverse = [](double f) { return f > 6.0 / 29 ? f * f * f : 3 * 36.0 / 841 * (f - 4.0 / 29); };
    const double x = 0.95047 * inverse(fy + a / 500), y = inverse(fy), z = 1.08883 * inverse(fy - b / 200);
    const auto channel = [](double linear) {
        const double v = std::clamp(linear, 0.0, 1.0);
        return static_cast<int>(std::lround(255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055)));
    };
    return qRgb(channel(3.2404542 * x - 1.5371385 * y - 0.4985314 * z), channel(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z),
                channel(0.0556434 * x - 0.2040259 * y + 1.0572252 * z));
}

// Straight lines in L*a*b* from one near-white middle: equal steps look equal, both sides are equally dark, and blue
// against red-brown is told apart by every kind of colour vision.
ColorTable divergingTable()
{
    constexpr double kWhite = 97, kDark = 38, kChroma = 50;
    constexpr double kBlueHue = 282, kRedHue = 40; // degrees
    constexpr double kDegree = 3.14159265358979323846 / 180;
    ColorTable table{};
    for (std::size_t i = 0; i < 128; ++i) { // the two middle entries are the middle, so that zero has no colour
        const double away = static_cast<double>(i) / 127, lightness = kWhite - away * (kWhite - kDark), chroma = away * kChroma;
        const auto side = [&](double hue) { return fromLab(lightness, chroma * std::cos(hue * kDegree), chroma * std::sin(hue * kDegree)); };
        table[127 - i] = side(kBlueHue);
        table[128 + i] = side(kRedHue);
    }
    return table;
}

} // namespace

const ColorTable& colorTable(ColorMap map)
{
    static const std::array<ColorTable, 5> tables{fromEntries(viridisEntries()), fromEntries(magmaEntries()),
                                                  fromEntries(infernoEntries()), fromEntries(cividisEntries()),
                                                  divergingTable()};
    return tables[static_cast<std::size_t>(map)];
}

double ColorScale::position(double value) const
{
    if (std::isnan(value) || (logarithmic && value <= 0))
        return std::numeric_limits<double>::quiet_NaN();
    if (std::isinf(value))
        return value > 0 ? 1 : 0;
    const double place = logarithmic ? std::log(value / least) / std::log(most / least) : (value - least) / (most - least);
    return std::clamp(std::isnan(place) ? 0.5 : place, 0.0, 1.0);
}

QRgb ColorScale::color(double value) const
{
    const double place = position(value);
    if (std::isnan(place))
        return missing;
    return colorTable(map)[static_cast<std::size_t>(place * 255 + 0.5)];
}

QRgb lineColor(const ColorScale& scale, double level)
{
    const QColor below(scale.color(level)), black(0, 0, 0), white(255, 255, 255);
    return contrast(black, below) >= contrast(white, below) ? black.rgb() : white.rgb();
}

ColorScale divergingScale(double largest)
{
    return {.map = ColorMap::Diverging, .least = -std::abs(largest), .most = std::abs(largest)};
}

ColorScale fittedScale(std::span<const double> values, ColorMap map, bool logarithmic)
{
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    for (const double value : values)
        if (std::isfinite(value) && (!logarithmic || value > 0)) {
            least = std::min(least, value);
            most = std::max(most, value);
        }
    if (least > most)
        return {.map = map, .least = logarithmic ? 0.1 : 0, .most = 1, .logarithmic = logarithmic};
    if (least == most)
        most = logarithmic ? least * 10 : least + 1;
    return {.map = map, .least = least, .most = most, .logarithmic = logarithmic};
}

QImage colorImage(std::span<const double> values, int columns, int rows, const ColorScale& scale)
{
    QImage image(columns, rows, QImage::Format_RGB32);
    const ColorTable& table = colorTable(scale.map);
    const double factor = 255 / (scale.most - scale.least);
    for (int row = 0; row < rows; ++row) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(rows - 1 - row));
        const double* in = values.data() + static_cast<std::size_t>(row) * static_cast<std::size_t>(columns);
        if (scale.logarithmic) {
            std::transform(in, in + columns, line, [&](double value) { return scale.color(value); });
            continue;
        }
        for (int column = 0; column < columns; ++column) {
            const double place = (in[column] - scale.least) * factor + 0.5;
            const bool number = place == place;
            const int index = static_cast<int>(std::clamp(number ? place : 0.0, 0.0, 255.0));
            line[column] = number ? table[static_cast<std::size_t>(index)] : scale.missing;
        }
    }
    return image;
}

} // namespace realuid::widgets
