// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/named_distribution.h"

#include <cmath>
#include <numbers>

namespace realuid
{
namespace
{

constexpr double kPi = std::numbers::pi;

Component round(double x, double y, double sd) { return {1, {x, y}, {sd * sd, 0, 0, sd * sd}}; }

/// Standard deviation `along` in the direction `angle`, `across` at right angles to it.
Component stretched(double x, double y, double angle, double along, double across)
{
    const double c = std::cos(angle), s = std::sin(angle), u = along * along, v = across * across;
    return {1, {x, y}, {c * c * u + s * s * v, c * s * (u - v), c * s * (u - v), s * s * u + c * c * v}};
}

Distribution twoMoons()
{
    constexpr int kEach = 8;
    constexpr double kRadius = 1.4;
    Distribution out;
    for (int i = 0; i < kEach; ++i) {
        const double angle = kPi * i / (kEach - 1);
        const double x = kRadius * std::cos(angle), y = kRadius * std::sin(angle);
        out.components.push_back(stretched(x - 0.7, y - 0.3, angle + kPi / 2, 0.28, 0.15));
        out.components.push_back(stretched(0.7 - x, 0.3 - y, angle + kPi / 2, 0.28, 0.15));
    }
    return out;
}

Distribution eightGaussians()
{
    Distribution out;
    for (int i = 0; i < 8; ++i)
        out.components.push_back(round(2 * std::cos(kPi * i / 4), 2 * std::sin(kPi * i / 4), 0.2));
    return out;
}

Distribution checkerboard()
{
    Distribution out;
    for (int row = 0; row < 4; ++row)
        for (int column = row % 2; column < 4; column += 2)
            for (const double dx : {0.25, 0.75})
                for (const double dy : {0.25, 0.75})
                    out.components.push_back(round(column - 2 + dx, row - 2 + dy, 0.17));
    return out;
}

Distribution ring()
{
    constexpr int kCount = 16;
    Distribution out;
    for (int i = 0; i < kCount; ++i) {
        const double angle = 2 * kPi * i / kCount;
        out.components.push_back(stretched(1.5 * std::cos(angle), 1.5 * std::sin(angle), angle + kPi / 2, 0.3, 0.12));
    }
    return out;
}

Distribution spiral()
{
    constexpr int kCount = 24;
    Distribution out;
    for (int i = 0; i < kCount; ++i) {
        const double share = (i + 0.5) / kCount;
        const double angle = 3 * kPi * std::sqrt(share), radius = 2.3 * std::sqrt(share); // equal lengths of arc, nearly
        out.components.push_back(
            stretched(radius * std::cos(angle), radius * std::sin(angle), angle + std::atan(angle), 0.25, 0.1));
    }
    return out;
}

} // namespace

std::span<const NamedDistribution> namedDistributions()
{
    static const std::array<NamedDistribution, 5> table{{
        {"two-moons", REALUID_TEXT("Two moons"), twoMoons()},
        {"8-gaussians", REALUID_TEXT("Eight Gaussians"), eightGaussians()},
        {"checkerboard", REALUID_TEXT("Checkerboard"), checkerboard()},
        {"ring", REALUID_TEXT("Ring"), ring()},
        {"spiral", REALUID_TEXT("Spiral"), spiral()},
    }};
    return table;
}

Distribution drawnDistribution(std::span<const std::vector<double>> points, double bandwidth)
{
    Distribution out;
    for (const std::vector<double>& point : points) {
        Component c{1, point, std::vector<double>(point.size() * point.size(), 0.0)};
        for (std::size_t i = 0; i < point.size(); ++i)
            c.covariance[i * point.size() + i] = bandwidth * bandwidth;
        out.components.push_back(std::move(c));
    }
    return out;
}

} // namespace realuid
