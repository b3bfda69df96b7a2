// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/component_edit.h"

#include "app/explore/data_coupling.h"
#include "app/explore/distribution_kind.h"
#include "app/explore/wrong_teacher.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace realuid::studio
{
namespace
{

using Matrix = std::array<double, 4>; ///< 2 x 2, row-major; in 1-D the rest is that of the identity

Matrix covarianceOf(const Component& c)
{
    return c.mean.size() == 1 ? Matrix{c.covariance[0], 0, 0, 1} : Matrix{c.covariance[0], c.covariance[1], c.covariance[2], c.covariance[3]};
}

Matrix times(const Matrix& a, const Matrix& b)
{
    return {a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3], a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3]};
}

Matrix transposed(const Matrix& m) { return {m[0], m[2], m[1], m[3]}; }

Matrix inverse(const Matrix& m)
{
    const double det = m[0] * m[3] - m[1] * m[2];
    return {m[3] / det, -m[1] / det, -m[2] / det, m[0] / det};
}

/// L with L L^T = c, lower triangular.
Matrix cholesky(const Matrix& c)
{
    const double a = std::sqrt(c[0]), b = c[2] / a;
    return {a, 0, b, std::sqrt(c[3] - b * b)};
}

/// The one that takes the axes of `from` to those of `to`, each axis to the one nearest to it.
Matrix ellipseMap(const Component& from, const Component& to)
{
    const Ellipse source = ellipseOf(from), target = ellipseOf(to, source.angle);
    const auto turn = [](double angle) { return Matrix{std::cos(angle), -std::sin(angle), std::sin(angle), std::cos(angle)}; };
    const Matrix stretch{target.sd[0] / source.sd[0], 0, 0, target.sd[1] / source.sd[1]};
    return times(turn(target.angle), times(stretch, turn(-source.angle)));
}

void setCovariance(Component& component, const Matrix& m)
{
    if (component.mean.size() == 1)
        component.covariance = {m[0]};
    else
        component.covariance = {m[0], (m[1] + m[2]) / 2, (m[1] + m[2]) / 2, m[3]};
}

/// Moves x1 of a joint component onto `next`: x1' = A (x1 - m) + m' with A = L' L^-1, so that cross-covariances follow.
void mapJoint(Component& joint, const Component& before, const Component& next)
{
    const std::size_t d = next.mean.size(), side = 2 * d;
    const Matrix map = times(cholesky(covarianceOf(next)), inverse(cholesky(covarianceOf(before))));
    std::vector<double> cross(d * d);
    for (std::size_t i = 0; i < d; ++i)
        for (std::size_t j = 0; j < d; ++j)
            for (std::size_t k = 0; k < d; ++k)
                cross[i * d + j] += joint.covariance[i * side + d + k] * map[2 * j + k];
    for (std::size_t i = 0; i < d; ++i)
        for (std::size_t j = 0; j < d; ++j) {
            joint.covariance[i * side + d + j] = joint.covariance[(d + j) * side + i] = cross[i * d + j];
            joint.covariance[(d + i) * side + d + j] = next.covariance[i * d + j];
        }
    std::copy(next.mean.begin(), next.mean.end(), joint.mean.begin() + static_cast<std::ptrdiff_t>(d));
    joint.weight = next.weight;
}

void follow(Coupling& coupling, const Distribution& before, const Distribution& next)
{
    if (!coupling.isJoint())
        return;
    if (before.components.size() != next.components.size() || before.dimension() != next.dimension()) {
        coupling = {};
        return;
    }
    for (std::size_t k = 0; k < next.components.size(); ++k)
        if (!(before.components[k] == next.components[k]))
            mapJoint(coupling.joint.components[k], before.components[k], next.components[k]);
}

} // namespace

const Distribution& distributionOf(const Scene& scene, Side side) { return side == Side::Real ? scene.real : scene.generated; }

Scene withDistribution(const Scene& scene, Side side, Distribution next)
{
    Scene out = scene;
    Distribution& target = side == Side::Real ? out.real : out.generated;
    const CouplingChoice coupling = couplingChoice(scene);
    if (coupling.kind == CouplingChoice::Kind::Own)
        follow(side == Side::Real ? out.coupling : out.generatedCoupling, target, next);
    target = std::move(next);
    if (coupling.kind == CouplingChoice::Kind::Correlated)
        return withCoupling(out, coupling);
    if (side == Side::Real && scene.teacher) {
        const TeacherChoice choice = teacherChoice(scene);
        if (choice.kind != TeacherChoice::Kind::Own)
            out = withTeacher(out, choice);
    }
    return out;
}

Ellipse ellipseOf(const Component& component, double near)
{
    const Matrix c = covarianceOf(component);
    const double middle = (c[0] + c[3]) / 2, half = (c[0] - c[3]) / 2, spread = std::hypot(half, c[1]);
    Ellipse out;
    out.sd = {std::sqrt(middle + spread), std::sqrt(std::max(c[0] * c[3] - c[1] * c[1], 0.0) / (middle + spread))};
    if (spread <= 1e-12 * middle) {
        out.angle = near;
        return out;
    }
    out.angle = std::atan2(c[1], half) / 2;
    const double quarters = std::round((near - out.angle) / (std::numbers::pi / 2));
    out.angle += quarters * std::numbers::pi / 2;
    if (std::fmod(std::abs(quarters), 2) == 1)
        std::swap(out.sd[0], out.sd[1]);
    return out;
}

void setEllipse(Component& component, const Ellipse& ellipse)
{
    const double c = std::cos(ellipse.angle), s = std::sin(ellipse.angle);
    const double u = ellipse.sd[0] * ellipse.sd[0], v = ellipse.sd[1] * ellipse.sd[1];
    setCovariance(component, {c * c * u + s * s * v, c * s * (u - v), c * s * (u - v), s * s * u + c * c * v});
}

double sdOf(const Component& component, int coordinate)
{
    const std::size_t d = component.mean.size(), i = static_cast<std::size_t>(coordinate);
    return std::sqrt(component.covariance[i * d + i]);
}

double correlationOf(const Component& component)
{
    return component.mean.size() == 1 ? 0 : component.covariance[1] / (sdOf(component, 0) * sdOf(component, 1));
}

void setSpread(Component& component, std::array<double, 2> sd, double correlation)
{
    const double cross = correlation * sd[0] * sd[1];
    setCovariance(component, {sd[0] * sd[0], cross, cross, sd[1] * sd[1]});
}

Component newComponent(const Distribution& distribution, std::array<double, 2> mean)
{
    const int d = distribution.dimension();
    double weight = 0, variance = 0;
    for (const Component& c : distribution.components) {
        weight += c.weight;
        for (int i = 0; i < d; ++i)
            variance += sdOf(c, i) * sdOf(c, i) / d;
    }
    const auto count = static_cast<double>(distribution.components.size());
    Component out{weight / count, {mean.begin(), mean.begin() + d}, {}};
    setCovariance(out, {variance / count, 0, 0, variance / count});
    return out;
}

Component wholeOf(const Distribution& distribution)
{
    const std::size_t d = static_cast<std::size_t>(distribution.dimension());
    Component out{0, std::vector<double>(d), std::vector<double>(d * d)};
    for (const Component& c : distribution.components)
        out.weight += c.weight;
    for (const Component& c : distribution.components)
        for (std::size_t i = 0; i < d; ++i)
            out.mean[i] += c.weight / out.weight * c.mean[i];
    for (const Component& c : distribution.components)
        for (std::size_t i = 0; i < d; ++i)
            for (std::size_t j = 0; j < d; ++j)
                out.covariance[i * d + j] += c.weight / out.weight *
                                             (c.covariance[i * d + j] + (c.mean[i] - out.mean[i]) * (c.mean[j] - out.mean[j]));
    return out;
}

Distribution mapped(const Distribution& distribution, const Component& from, const Component& to)
{
    const std::size_t d = from.mean.size();
    const Matrix map = ellipseMap(from, to);
    const bool drawn = kindOf(distribution) == kDrawn;
    Distribution out = distribution;
    for (Component& c : out.components) {
        const std::array<double, 2> off{c.mean[0] - from.mean[0], d == 2 ? c.mean[1] - from.mean[1] : 0};
        for (std::size_t i = 0; i < d; ++i)
            c.mean[i] = to.mean[i] + map[2 * i] * off[0] + map[2 * i + 1] * off[1];
        if (!drawn)
            setCovariance(c, times(times(map, covarianceOf(c)), transposed(map)));
    }
    return out;
}

} // namespace realuid::studio
