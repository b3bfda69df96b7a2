// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/shapes_data.h"

#include "core/api/error.h"
#include "core/api/philox.h"
#include "core/engine/cifar_data.h"
#include "core/io/atomic_file.h"

#include <algorithm>
#include <array>
#include <ostream>

namespace realuid::engine
{
namespace fs = std::filesystem;
namespace
{
constexpr double kDrawnSide = 32; // of the pictures' own coordinates
constexpr double kPi = std::numbers::pi;

struct Point {
    double x, y;
};
double length(Point p) { return std::hypot(p.x, p.y); }

/// Signed distance to a regular polygon of unit radius, negative inside.
double polygon(Point p, int corners)
{
    const double sector = 2 * kPi / corners;
    const double angle = std::atan2(p.x, -p.y) + 10 * kPi;
    const double folded = std::fmod(angle + sector / 2, sector) - sector / 2;
    // A corner points up: measured from it, the nearest edge's normal is half a sector away.
    return length(p) * std::cos(sector / 2 - std::abs(folded)) - std::cos(sector / 2);
}

/// A star of five points: the outline runs straight from a tip (radius 1) to a notch (radius 0.45).
double star(Point p)
{
    const double sector = 2 * kPi / 5;
    const double folded = std::abs(std::fmod(std::atan2(p.x, -p.y) + 10 * kPi + sector / 2, sector) - sector / 2);
    const Point q{length(p) * std::cos(folded), length(p) * std::sin(folded)};
    const Point tip{1, 0}, notch{0.45 * std::cos(sector / 2), 0.45 * std::sin(sector / 2)};
    const Point along{notch.x - tip.x, notch.y - tip.y};
    return ((q.y - tip.y) * -along.x + (q.x - tip.x) * along.y) / length(along);
}

double heart(Point p)
{
    const double x = std::abs(p.x) * 1.15, y = 0.35 - p.y * 1.15;
    const double inside = x * x + std::pow(y - 0.62 * std::sqrt(x), 2) - 0.72;
    return inside * 0.5;
}

/// Signed distance (about, near the edge) of shape `kind` of unit size; y points down.
double distanceTo(int kind, Point p)
{
    const double box = std::max(std::abs(p.x), std::abs(p.y));
    const double least = std::min(std::abs(p.x), std::abs(p.y));
    switch (kind) {
    case 0: return length(p) - 0.9;
    case 1: return box - 0.8;
    case 2: return polygon({p.x, p.y + 0.15}, 3);
    case 3: return star(p);
    case 4: return std::abs(length(p) - 0.7) - 0.22;
    case 5: return std::max(box - 0.9, least - 0.3);
    case 6: return heart(p);
    case 7: return std::max(length(p) - 0.95, 0.8 - length({p.x - 0.45, p.y}));
    case 8: return (std::abs(p.x) * 1.45 + std::abs(p.y) - 1) / 1.76;
    default: return polygon(p, 6);
    }
}

using Colour = std::array<double, 3>;

Colour hsv(double hue, double saturation, double value)
{
    Colour c;
    for (int k = 0; k < 3; ++k) {
        const double wheel = std::fmod(hue * 6 + (k == 0 ? 5.0 : k == 1 ? 3.0 : 1.0), 6.0);
        c[static_cast<std::size_t>(k)] = value * (1 - saturation * std::clamp(std::min(wheel, 4 - wheel), 0.0, 1.0));
    }
    return c;
}

/// What one picture shows; all of it drawn from the picture's own stream.
struct Picture {
    int kind;
    Point centre;
    double radius, cosine, sine, shadeX, shadeY;
    Colour ink, ground, groundFar;
};

Picture picture(const RandomStream& stream)
{
    std::array<double, 16> u;
    std::uint32_t first = 0;
    for (std::uint32_t b = 0; b < 4; ++b) {
        const PhiloxBlock bits = stream.block(b);
        first = b == 0 ? bits[0] : first;
        for (std::size_t k = 0; k < 4; ++k)
            u[4 * b + k] = uniform(bits[k]);
    }
    Picture out;
    out.kind = static_cast<int>((std::uint64_t{first} * CifarData::kClasses) >> 32);
    out.radius = 7.5 + 5 * u[1];
    out.centre = {16 + (u[2] - 0.5) * (25 - 2 * out.radius), 16 + (u[3] - 0.5) * (25 - 2 * out.radius)};
    const double turn = (u[4] - 0.5) * 0.9;
    out.cosine = std::cos(turn);
    out.sine = std::sin(turn);
    // The ground's hue keeps away from the ink's, so that every shape stands out.
    const double hue = u[5], groundHue = hue + 0.25 + 0.5 * u[6];
    out.ink = hsv(hue, 0.55 + 0.4 * u[7], 0.75 + 0.25 * u[8]);
    out.ground = hsv(std::fmod(groundHue, 1.0), 0.15 + 0.35 * u[9], 0.2 + 0.45 * u[10]);
    out.groundFar = hsv(std::fmod(groundHue + 0.08, 1.0), 0.15 + 0.35 * u[11], 0.2 + 0.45 * u[12]);
    out.shadeX = std::cos(2 * kPi * u[13]);
    out.shadeY = std::sin(2 * kPi * u[13]);
    return out;
}
} // namespace

void drawShape(std::uint64_t seed, std::int64_t index, std::uint8_t* record, int side)
{
    const double pixel = kDrawnSide / side;
    const auto plane = static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
    const Picture pic = picture({seed, Purpose::Drawing, 0, static_cast<std::uint64_t>(index)});
    record[0] = static_cast<std::uint8_t>(pic.kind);
    for (int row = 0; row < side; ++row)
        for (int column = 0; column < side; ++column) {
            const double x = (column + 0.5) * pixel, y = (row + 0.5) * pixel;
            const Point from{(x - pic.centre.x) / pic.radius, (y - pic.centre.y) / pic.radius};
            const Point p{pic.cosine * from.x + pic.sine * from.y, pic.cosine * from.y - pic.sine * from.x};
            const double cover = std::clamp(0.5 - distanceTo(pic.kind, p) * pic.radius / pixel, 0.0, 1.0);
            const double shade = 0.5 + ((x - 16) * pic.shadeX + (y - 16) * pic.shadeY) / 44;
            const double light = 1 - 0.18 * (from.x + from.y) / 2;
            for (std::size_t k = 0; k < 3; ++k) {
                const double ground = pic.ground[k] + shade * (pic.groundFar[k] - pic.ground[k]);
                const double value = ground + cover * (pic.ink[k] * light - ground);
                record[1 + k * plane + static_cast<std::size_t>(row * side + column)] =
                    static_cast<std::uint8_t>(std::clamp(value, 0.0, 1.0) * 255 + 0.5);
            }
        }
}

void writeShapes(const fs::path& out, std::int64_t n, std::uint64_t seed, bool overwrite)
{
    if (n < 1)
        throw Error::listing(ErrorKind::Usage, {{"n", std::to_string(n), {REALUID_TEXT("must be at least 1")}}});
    const bool isFile = out.extension() == ".bin";
    if (!isFile) {
        std::error_code problem;
        fs::create_directories(out, problem);
        if (problem)
            throw Error(ErrorKind::File, {REALUID_TEXT("the folder cannot be made: %1"), {problem.message()}}, out.string(),
                        {REALUID_TEXT("choose a place that you may write to")});
    }
    writeAtomically(isFile ? out : out / "data_batch_1.bin", overwrite, [&](std::ostream& stream) {
        std::array<std::uint8_t, CifarData::kRecord> record;
        for (std::int64_t i = 0; i < n; ++i) {
            drawShape(seed, i, record.data());
            stream.write(reinterpret_cast<const char*>(record.data()), static_cast<std::streamsize>(record.size()));
        }
    });
}

} // namespace realuid::engine
