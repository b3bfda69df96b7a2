// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/palette.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace realuid::studio
{
namespace
{
constexpr int kShift = 2; ///< eight bits a channel to six
constexpr int kColours = 256;

struct Shade {
    int count = 0;
    int red = 0, green = 0, blue = 0; ///< sums
    int index = -1;                   ///< in the palette; -1 until chosen or looked up
    QRgb mean() const { return qRgb(red / count, green / count, blue / count); }
};

std::size_t cell(QRgb c)
{
    const int side = 256 >> kShift;
    return static_cast<std::size_t>(((qRed(c) >> kShift) * side + (qGreen(c) >> kShift)) * side + (qBlue(c) >> kShift));
}

int distance(QRgb a, QRgb b)
{
    const int red = qRed(a) - qRed(b), green = qGreen(a) - qGreen(b), blue = qBlue(a) - qBlue(b);
    return 3 * red * red + 4 * green * green + 2 * blue * blue; // roughly as bright as the eye takes them
}

int nearest(QRgb colour, const QList<QRgb>& palette)
{
    int best = 0;
    for (int i = 1, least = distance(colour, palette[0]); i < palette.size(); ++i)
        if (const int d = distance(colour, palette[i]); d < least) {
            least = d;
            best = i;
        }
    return best;
}

std::vector<Shade> counted(const QImage& image)
{
    std::vector<Shade> shades(std::size_t{1} << (3 * (8 - kShift)));
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            Shade& shade = shades[cell(line[x])];
            ++shade.count;
            shade.red += qRed(line[x]);
            shade.green += qGreen(line[x]);
            shade.blue += qBlue(line[x]);
        }
    }
    return shades;
}

/// The palette, and its indices in the shades chosen.
QList<QRgb> choose(std::vector<Shade>& shades)
{
    std::vector<Shade*> used;
    for (Shade& shade : shades)
        if (shade.count > 0)
            used.push_back(&shade);
    const std::size_t kept = std::min<std::size_t>(kColours, used.size());
    std::partial_sort(used.begin(), used.begin() + static_cast<std::ptrdiff_t>(kept), used.end(),
                      [](const Shade* a, const Shade* b) { return a->count > b->count; });
    QList<QRgb> palette;
    for (std::size_t i = 0; i < kept; ++i) {
        used[i]->index = static_cast<int>(i);
        palette.append(used[i]->mean());
    }
    return palette;
}

} // namespace

QImage paletted(const QImage& image)
{
    const QImage source = image.convertToFormat(QImage::Format_RGB32);
    std::vector<Shade> shades = counted(source);
    QImage out(source.size(), QImage::Format_Indexed8);
    const QList<QRgb> palette = choose(shades);
    out.setColorTable(palette);
    for (int y = 0; y < source.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(source.constScanLine(y));
        uchar* target = out.scanLine(y);
        for (int x = 0; x < source.width(); ++x) {
            Shade& shade = shades[cell(line[x])];
            if (shade.index < 0)
                shade.index = nearest(shade.mean(), palette);
            target[x] = static_cast<uchar>(shade.index);
        }
    }
    return out;
}

} // namespace realuid::studio
