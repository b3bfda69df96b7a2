// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/quantity.h"

#include "analytic/inner_maximum.h"

#include <array>
#include <cassert>
#include <cmath>

namespace realuid
{
namespace
{

/// One quantity of one distribution at many points; a scalar lies in the first entry.
class OneSided
{
public:
    OneSided(const Scene& scene, Quantity quantity, Side of, double t)
        : m_quantity(quantity), m_marginal(scene, of, t),
          m_lines(m_marginal.lines(targetOf(fieldOf(quantity), scene.interpolant, t)))
    {
        if (isVariance(quantity))
            m_spreads = m_marginal.spreads(targetOf(fieldOf(quantity), scene.interpolant, t));
    }

    Vector at(const Vector& x) const
    {
        if (isVariance(m_quantity))
            return {m_marginal.variance(x, m_lines, m_spreads)};
        const Marginal::Value value = m_marginal.at(x, m_lines);
        if (m_quantity == Quantity::Density)
            return {std::exp(value.logDensity)};
        return m_quantity == Quantity::LogDensity ? Vector{value.logDensity} : value.field;
    }

private:
    Quantity m_quantity;
    Marginal m_marginal;
    std::vector<Marginal::Line> m_lines;
    std::vector<double> m_spreads;
};

Vector valueOf(const InnerMaximum& maximum, Quantity quantity, const FieldPair& at)
{
    switch (quantity) {
    case Quantity::OptimalFake: return maximum.optimalFake(at);
    case Quantity::Distance: return {maximum.distance(at)};
    case Quantity::LogDistance: return {maximum.logDistance(at)};
    default: return {at.logGenerated - at.logReal};
    }
}

template <class At>
std::vector<double> atPoints(std::span<const double> points, int dimension, int width, const At& at)
{
    const auto d = static_cast<std::size_t>(dimension);
    assert(points.size() % d == 0);
    std::vector<double> out;
    out.reserve(points.size() / d * static_cast<std::size_t>(width));
    for (std::size_t i = 0; i + d <= points.size(); i += d) {
        const Vector value = at(Vector{points[i], d == 2 ? points[i + 1] : 0});
        out.insert(out.end(), value.begin(), value.begin() + width);
    }
    return out;
}

} // namespace

std::span<const QuantityInfo> quantities()
{
    static constexpr std::array<QuantityInfo, 14> table{{
        {Quantity::Density, "density", REALUID_TEXT("density"), false, false},
        {Quantity::LogDensity, "log-density", REALUID_TEXT("logarithm of the density"), false, false},
        {Quantity::Score, "score", REALUID_TEXT("score"), true, false},
        {Quantity::Velocity, "velocity", REALUID_TEXT("velocity"), true, false},
        {Quantity::Drift, "drift", REALUID_TEXT("drift"), true, false},
        {Quantity::PosteriorData, "posterior-data", REALUID_TEXT("expected data"), true, false},
        {Quantity::PosteriorNoise, "posterior-noise", REALUID_TEXT("expected noise"), true, false},
        {Quantity::TargetVariance, "target-variance", REALUID_TEXT("variance of the target"), false, false},
        {Quantity::OptimalFake, "optimal-fake", REALUID_TEXT("optimal fake model"), true, true},
        {Quantity::Distance, "distance", REALUID_TEXT("distance"), false, true},
        {Quantity::LogDistance, "log-distance", REALUID_TEXT("logarithm of the distance"), false, true},
        {Quantity::Ratio, "ratio", REALUID_TEXT("logarithm of generated over real density"), false, true},
        {Quantity::PosteriorAdded, "posterior-z", REALUID_TEXT("expected noise of the path"), true, false},
        {Quantity::DriftVariance, "drift-variance", REALUID_TEXT("variance of the drift's target"), false, false},
    }};
    return table;
}

const QuantityInfo& info(Quantity quantity) { return quantities()[static_cast<std::size_t>(quantity)]; }

std::optional<Quantity> quantityNamed(std::string_view id)
{
    for (const QuantityInfo& row : quantities())
        if (row.id == id)
            return row.quantity;
    return std::nullopt;
}

std::optional<Side> sideNamed(std::string_view id)
{
    if (id == "real")
        return Side::Real;
    if (id == "generated")
        return Side::Generated;
    if (id == "teacher")
        return Side::Teacher;
    return std::nullopt;
}

int width(Quantity quantity, int dimension) { return info(quantity).vector ? dimension : 1; }

LinearField fieldOf(Quantity quantity)
{
    switch (quantity) {
    case Quantity::Score: return LinearField::Score;
    case Quantity::PosteriorData: return LinearField::Data;
    case Quantity::PosteriorNoise: return LinearField::Noise;
    case Quantity::PosteriorAdded: return LinearField::Added;
    case Quantity::Drift:
    case Quantity::DriftVariance: return LinearField::Drift;
    default: return LinearField::Velocity;
    }
}

bool isVariance(Quantity quantity) { return quantity == Quantity::TargetVariance || quantity == Quantity::DriftVariance; }

std::vector<double> evaluate(const Scene& scene, Quantity quantity, Side of, double t, std::span<const double> points)
{
    const int dimension = scene.dimension();
    const int numbers = width(quantity, dimension);
    if (info(quantity).ofPair) {
        const MarginalPair pair(scene, t);
        const InnerMaximum maximum(scene.loss);
        return atPoints(points, dimension, numbers,
                        [&](const Vector& x) { return valueOf(maximum, quantity, pair.at(x)); });
    }
    const OneSided side(scene, quantity, of, t);
    return atPoints(points, dimension, numbers, [&](const Vector& x) { return side.at(x); });
}

} // namespace realuid
