// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/schedule.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace realuid
{
namespace
{

constexpr double kPi = std::numbers::pi;

/// From a, b^2 and b db: b itself is a root.
Schedule preserving(double a, double da, double squareOfB)
{
    const double b = std::sqrt(std::max(0.0, squareOfB)), product = -a * da;
    const double db = b > 0 ? product / b : -std::numeric_limits<double>::infinity();
    return {a, b, 0, da, db, 0, product, 0};
}

/// a = cos(offset + past) / cos(offset).
struct CosineAngles {
    double offset, past;
    CosineAngles(double s, double t) : offset(kPi / 2 * s / (1 + s)), past(kPi / 2 * (1 - t) / (1 + s)) {}
};

Schedule vpCosine(double s, double t)
{
    const CosineAngles angles(s, t);
    const double phi = angles.offset + angles.past, scale = std::cos(angles.offset);
    const double a = std::cos(phi) / scale, da = std::sin(phi) / scale * kPi / (2 * (1 + s));
    // 1 - a^2 without cancellation
    return preserving(a, da, std::sin(phi + angles.offset) * std::sin(angles.past) / (scale * scale));
}

double vpLinearExponent(double least, double most, double t)
{
    const double u = 1 - t;
    return -u * u * (most - least) / 4 - u * least / 2;
}

Schedule vpLinear(double least, double most, double t)
{
    const double exponent = vpLinearExponent(least, most, t), a = std::exp(exponent);
    return preserving(a, a * ((1 - t) * (most - least) + least) / 2, -std::expm1(2 * exponent));
}

Schedule varianceExploding(const Interpolant& p, double t)
{
    const double from = std::pow(p.sigmaMax, 1 / p.rho), to = std::pow(p.sigmaMin, 1 / p.rho);
    const double root = from + t * (to - from), b = std::pow(root, p.rho);
    const double db = p.rho * std::pow(root, p.rho - 1) * (to - from);
    return {1, b, 0, 0, db, 0, b * db, 0};
}

/// The linear path with g^2 = scale t (1 - t).
Schedule withNoise(double scale, double t)
{
    const double g = std::sqrt(scale * t * (1 - t)), product = scale * (0.5 - t);
    const double dg = scale == 0 ? 0 : product / g;
    return {t, 1 - t, g, 1, -1, dg, -(1 - t), product};
}

Schedule trigonometric(double t)
{
    // sin(pi (1 - t) / 2) is cos(pi t / 2) and exact at both ends
    const double a = t < 0.5 ? std::sin(kPi / 2 * t) : std::cos(kPi / 2 * (1 - t));
    const double b = t < 0.5 ? std::cos(kPi / 2 * t) : std::sin(kPi / 2 * (1 - t));
    return {a, b, 0, kPi / 2 * b, -kPi / 2 * a, 0, -kPi / 2 * a * b, 0};
}

/// True where x1 - x_t = (1 - t)(x1 - x0) - g z.
bool straight(const Interpolant& p) { return p.kind == "linear" || p.kind == "stochastic" || p.kind == "bridge"; }

double noiseScale(const Interpolant& p)
{
    return p.kind == "stochastic" ? 2 * p.gammaScale * p.gammaScale : p.kind == "bridge" ? p.epsilon : 0;
}

/// 1 - a without cancellation, of paths that are not straight.
double lackingData(const Interpolant& p, double t)
{
    if (p.kind == "trigonometric")
        return 2 * std::pow(std::sin(kPi / 4 * (1 - t)), 2);
    if (p.kind == "vp-cosine") {
        const CosineAngles angles(p.s, t);
        return 2 * std::sin(angles.offset + angles.past / 2) * std::sin(angles.past / 2) / std::cos(angles.offset);
    }
    return p.kind == "vp-linear" ? -std::expm1(vpLinearExponent(p.betaMin, p.betaMax, t)) : 0;
}

Target drift(const Interpolant& p, double t)
{
    const Schedule s = schedule(p, t);
    if (straight(p)) { // -g/(1-t) is infinite at t = 1, its product with g is not
        const double scale = noiseScale(p);
        const double onNoise = scale == 0 ? 0 : t == 1 ? -std::numeric_limits<double>::infinity() : -s.g / (1 - t);
        return {1, -1, onNoise, -s.b, -scale * t};
    }
    if (t == 1)
        return {s.da, s.db, 0, s.b > 0 ? -std::numeric_limits<double>::infinity() : 2 * s.bdb, 0};
    return {lackingData(p, t) / (1 - t), -s.b / (1 - t), 0, -s.b * s.b / (1 - t), 0};
}

} // namespace

Schedule schedule(const Interpolant& p, double t)
{
    if (p.kind == "trigonometric")
        return trigonometric(t);
    if (p.kind == "vp-cosine")
        return vpCosine(p.s, t);
    if (p.kind == "vp-linear")
        return vpLinear(p.betaMin, p.betaMax, t);
    if (p.kind == "ve")
        return varianceExploding(p, t);
    const double scale = noiseScale(p);
    return scale > 0 ? withNoise(scale, t) : Schedule{t, 1 - t, 0, 1, -1, 0, -(1 - t), 0};
}

Target targetOf(LinearField field, const Interpolant& interpolant, double t)
{
    const Schedule s = schedule(interpolant, t);
    switch (field) {
    case LinearField::Velocity: return {s.da, s.db, s.dg, s.bdb, s.gdg};
    case LinearField::Score: return {.score = true};
    case LinearField::Data: return {.onData = 1};
    case LinearField::Noise: return {.onSource = 1, .sourceProduct = s.b};
    case LinearField::Added: return {.onNoise = 1, .noiseProduct = s.g};
    case LinearField::Drift: return drift(interpolant, t);
    }
    return {};
}

FieldSplit split(const Target& target, const Schedule& s)
{
    if (target.score)
        return {0, target};
    const bool towardsData = s.a >= s.b;
    const double k = towardsData ? target.onData / s.a : target.onSource / s.b;
    // The coefficient that k removes is 0 exactly.
    return {k,
            {towardsData ? 0 : target.onData - k * s.a, towardsData ? target.onSource - k * s.b : 0,
             s.g > 0 ? target.onNoise - k * s.g : target.onNoise,
             towardsData ? target.sourceProduct - k * s.b * s.b : 0, target.noiseProduct - k * s.g * s.g}};
}

} // namespace realuid
