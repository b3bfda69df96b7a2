// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/game/mixture_field.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>

namespace realuid::game
{
namespace
{
double dot(const Point& a, const Point& b) { return a[0] * b[0] + a[1] * b[1]; }

Point combine(double p, const Point& a, double q, const Point& b) { return {p * a[0] + q * b[0], p * a[1] + q * b[1]}; }

/// The largest logarithm that was seen, and sums relative to it: one pass over the terms.
class Weighing
{
public:
    /// The factor of a term of that logarithm; `rescale` is what earlier sums have to be multiplied by.
    double weigh(double logarithm, double& rescale)
    {
        rescale = 1;
        if (logarithm > m_largest) {
            rescale = std::exp(m_largest - logarithm);
            m_largest = logarithm;
        }
        return std::exp(logarithm - m_largest);
    }
    double largest() const { return m_largest; }

private:
    double m_largest = -1e300;
};
} // namespace

MixtureField::MixtureField(const Distribution& distribution) : m_dimension(distribution.dimension())
{
    double total = 0, edge = 0;
    for (const Component& component : distribution.components)
        total += component.weight;
    for (const Component& component : distribution.components) {
        Term term;
        term.share = component.weight / total;
        term.logShare = std::log(term.share);
        term.edge = edge += term.share;
        if (m_dimension == 1) {
            term.mean = {component.mean[0], 0};
            term.spread = {component.covariance[0], 1};
        } else {
            term.mean = {component.mean[0], component.mean[1]};
            const Eigen::SelfAdjointEigenSolver<Eigen::Matrix2d> solver(
                Eigen::Map<const Eigen::Matrix2d>(component.covariance.data()));
            term.spread = {solver.eigenvalues()[0], solver.eigenvalues()[1]};
            term.axis0 = {solver.eigenvectors()(0, 0), solver.eigenvectors()(1, 0)};
            term.axis1 = {solver.eigenvectors()(0, 1), solver.eigenvectors()(1, 1)};
        }
        m_terms.push_back(term);
    }
}

MixtureField::Part MixtureField::part(const Term& term, const Point& x, double t) const
{
    const Point away{x[0] - t * term.mean[0], x[1] - t * term.mean[1]};
    const Point z{dot(term.axis0, away), m_dimension == 1 ? 0 : dot(term.axis1, away)};
    Part out{term.logShare, {}, term.mean, {}};
    double volume = 1; // one logarithm for both axes
    for (std::size_t i = 0; i < static_cast<std::size_t>(m_dimension); ++i) {
        const double variance = t * t * term.spread[i] + (1 - t) * (1 - t);
        const Point& axis = i == 0 ? term.axis0 : term.axis1;
        out.slope[i] = (t * term.spread[i] - (1 - t)) / variance;
        out.logDensity -= 0.5 * z[i] * z[i] / variance;
        volume *= 2 * std::numbers::pi * variance;
        out.field = combine(1, out.field, out.slope[i] * z[i], axis);
        out.score = combine(1, out.score, -z[i] / variance, axis);
    }
    out.logDensity -= 0.5 * std::log(volume);
    return out;
}

MixtureField::Value MixtureField::at(const Point& x, double t) const
{
    Weighing weighing;
    double sum = 0, rescale = 1;
    Point field{};
    for (const Term& term : m_terms) {
        const Part p = part(term, x, t);
        const double share = weighing.weigh(p.logDensity, rescale);
        sum = rescale * sum + share;
        field = combine(rescale, field, share, p.field);
    }
    return {{field[0] / sum, field[1] / sum}, weighing.largest() + std::log(sum)};
}

std::vector<Point> MixtureField::fieldAt(const std::vector<Point>& x, const std::vector<double>& t) const
{
    std::vector<Point> out(x.size());
    for (std::size_t i = 0; i < x.size(); ++i)
        out[i] = at(x[i], t[i]).field;
    return out;
}

Point MixtureField::pullBack(const Point& x, double t, const Point& g) const
{
    Weighing weighing;
    double sum = 0, rescale = 1, along = 0;
    Point direct{}, pulled{}, score{};
    for (const Term& term : m_terms) {
        const Part p = part(term, x, t);
        const double share = weighing.weigh(p.logDensity, rescale), push = dot(p.field, g);
        const Point k = combine(p.slope[0] * dot(term.axis0, g), term.axis0,
                                m_dimension == 1 ? 0 : p.slope[1] * dot(term.axis1, g), term.axis1);
        sum = rescale * sum + share;
        along = rescale * along + share * push;
        direct = combine(rescale, direct, share, k);
        pulled = combine(rescale, pulled, share * push, p.score);
        score = combine(rescale, score, share, p.score);
    }
    const Point left = combine(1, pulled, -along / sum, score);
    return combine(1 / sum, direct, 1 / sum, left);
}

Point MixtureField::mean() const
{
    Point out{};
    for (const Term& term : m_terms)
        out = combine(1, out, term.share, term.mean);
    return out;
}

Point MixtureField::sample(const RandomStream& stream) const
{
    RandomStream pick = stream;
    pick.sample += std::uint64_t{1} << 39;
    const double at = uniform(pick.block(0)[0]);
    const auto found = std::find_if(m_terms.begin(), m_terms.end() - 1, [at](const Term& term) { return at < term.edge; });
    const PhiloxBlock bits = stream.block(0);
    Point normal{};
    normalPair(bits[0], bits[1], normal[0], normal[1]);
    const double second = m_dimension == 1 ? 0 : normal[1] * std::sqrt(found->spread[1]);
    const Point moved = combine(normal[0] * std::sqrt(found->spread[0]), found->axis0, second, found->axis1);
    return combine(1, found->mean, 1, moved);
}

int MixtureField::modeOf(const Point& x) const
{
    constexpr double kData = 1 - 1e-6;
    const auto density = [&](const Term& term) { return part(term, x, kData).logDensity; };
    return static_cast<int>(std::max_element(m_terms.begin(), m_terms.end(), [&](const Term& a, const Term& b) { return density(a) < density(b); }) - m_terms.begin());
}

int MixtureField::modesCovered(const std::vector<Point>& points) const
{
    constexpr double kSquare = 9, kLeast = 0.2;
    int covered = 0;
    for (const Term& term : m_terms) {
        const auto inside = std::count_if(points.begin(), points.end(), [&](const Point& x) {
            const Point away = combine(1, x, -1, term.mean);
            const double z0 = dot(term.axis0, away), z1 = m_dimension == 1 ? 0 : dot(term.axis1, away);
            return z0 * z0 / term.spread[0] + z1 * z1 / term.spread[1] < kSquare;
        });
        covered += static_cast<double>(inside) >= kLeast * term.share * static_cast<double>(points.size()) ? 1 : 0;
    }
    return covered;
}

} // namespace realuid::game
