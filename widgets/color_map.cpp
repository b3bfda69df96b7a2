// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/color_map.h"

#include "widgets/color_tables.h"

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

struct Rgb {
    double red, green, blue;
};

// Lightness falls by equal steps from the middle to both ends: ColorBrewer's RdBu ends, seven anchors a side.
ColorTable divergingTable()
{
    constexpr std::array<Rgb, 7> anchors{{{33, 102, 172}, {67, 147, 195}, {146, 197, 222}, {247, 247, 247},
                                          {244, 165, 130}, {214, 96, 77}, {178, 24, 43}}};
    ColorTable table{};
    for (int i = 0; i < 256; ++i) {
        const double place = i / 255.0 * (anchors.size() - 1);
        const auto left = std::min<std::size_t>(static_cast<std::size_t>(place), anchors.size() - 2);
        const double w = place - static_cast<double>(left);
        const Rgb &a = anchors[left], &b = anchors[left + 1];
        table[static_cast<std::size_t>(i)] = qRgb(static_cast<int>(std::lround(a.red + w * (b.red - a.red))),
                                                  static_cast<int>(std::lround(a.green + w * (b.green - a.green))),
                                                  static_cast<int>(std::lround(a.blue + w * (b.blue - a.blue))));
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
