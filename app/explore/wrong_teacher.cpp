// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/wrong_teacher.h"

#include "core/game/mixture_field.h"

#include <algorithm>
#include <cmath>

namespace realuid::studio
{
namespace
{
using Kind = TeacherChoice::Kind;

constexpr double kSame = 1e-9;

bool near(double a, double b) { return std::abs(a - b) <= kSame * (1 + std::abs(a) + std::abs(b)); }

bool near(const Distribution& a, const Distribution& b)
{
    return a.dimension() == b.dimension() && std::equal(a.components.begin(), a.components.end(), b.components.begin(), b.components.end(),
                      [](const Component& x, const Component& y) {
                          const auto same = [](double p, double q) { return near(p, q); };
                          return near(x.weight, y.weight) && std::equal(x.mean.begin(), x.mean.end(), y.mean.begin(), y.mean.end(), same) &&
                                 std::equal(x.covariance.begin(), x.covariance.end(), y.covariance.begin(), y.covariance.end(), same);
                      });
}

/// The mean over all directions of the variance.
double varianceOf(const Distribution& d)
{
    const auto dimension = static_cast<std::size_t>(d.dimension());
    double weights = 0, square = 0;
    std::vector<double> mean(dimension, 0.0);
    for (const Component& c : d.components) {
        weights += c.weight;
        for (std::size_t k = 0; k < dimension; ++k) {
            mean[k] += c.weight * c.mean[k];
            square += c.weight * (c.covariance[k * dimension + k] + c.mean[k] * c.mean[k]);
        }
    }
    double around = square / weights;
    for (const double each : mean)
        around -= each * each / (weights * weights);
    return around / static_cast<double>(dimension);
}

/// The training set as a mixture.
Distribution known(const Distribution& real, int samples)
{
    const auto dimension = static_cast<std::size_t>(real.dimension());
    const double variance = kSampleWidth * kSampleWidth * varianceOf(real);
    const game::MixtureField field(real);
    Distribution out;
    for (int i = 0; i < samples; ++i) {
        const game::Point at = field.sample({0, Purpose::Drawing, 0, static_cast<std::uint64_t>(i)});
        Component c{1, {at.begin(), at.begin() + static_cast<std::ptrdiff_t>(dimension)}, std::vector<double>(dimension * dimension, 0.0)};
        for (std::size_t k = 0; k < dimension; ++k)
            c.covariance[k * dimension + k] = variance;
        out.components.push_back(std::move(c));
    }
    return out;
}

double rounded(double value) { return std::round(value * 1e9) / 1e9; }

/// The real data, made wrong as `choice` says.
Distribution taught(const Distribution& real, const TeacherChoice& choice)
{
    if (choice.kind == Kind::FewSamples)
        return known(real, choice.samples);
    Distribution out = real;
    if (choice.kind == Kind::MissingMode) {
        if (choice.mode >= 0 && choice.mode < static_cast<int>(out.components.size()))
            out.components.erase(out.components.begin() + choice.mode);
        return out;
    }
    for (Component& c : out.components) {
        if (choice.kind == Kind::Shifted)
            c.mean[0] += choice.amount;
        else if (choice.kind == Kind::Widened || choice.kind == Kind::Narrowed)
            for (double& entry : c.covariance)
                entry *= choice.amount * choice.amount;
    }
    return out;
}

} // namespace

TeacherChoice usualChoice(Kind kind)
{
    // The amounts of the table of imperfect teachers.
    return {kind, kind == Kind::Shifted ? 0.3 : kind == Kind::Widened ? 1.5 : kind == Kind::Narrowed ? 0.625 : 1, 0};
}

TeacherChoice teacherChoice(const Scene& scene)
{
    if (!scene.teacher)
        return {};
    const Distribution &teacher = *scene.teacher, &real = scene.real;
    if (teacher.components.size() + 1 == real.components.size()) {
        for (int k = 0; k < static_cast<int>(real.components.size()); ++k)
            if (const TeacherChoice choice{Kind::MissingMode, 1, k}; near(taught(real, choice), teacher))
                return choice;
    } else if (teacher.components.size() == real.components.size()) {
        const Component &first = teacher.components[0], &from = real.components[0];
        const double factor = rounded(std::sqrt(first.covariance[0] / from.covariance[0]));
        for (const TeacherChoice& choice : {TeacherChoice{Kind::Shifted, rounded(first.mean[0] - from.mean[0]), 0},
                                            TeacherChoice{factor < 1 ? Kind::Narrowed : Kind::Widened, factor, 0}})
            if (near(taught(real, choice), teacher))
                return choice;
    }
    TeacherChoice few = usualChoice(Kind::FewSamples);
    few.samples = static_cast<int>(teacher.components.size());
    return near(known(real, few.samples), teacher) ? few : TeacherChoice{Kind::Own, 1, 0};
}

Scene withTeacher(const Scene& scene, const TeacherChoice& choice)
{
    Scene out = scene;
    if (choice.kind == Kind::Own)
        return out;
    const bool missing = choice.kind == Kind::MissingMode;
    const int count = static_cast<int>(scene.real.components.size());
    out.teacher.reset();
    if (choice.kind == Kind::Exact || (missing && (count < 2 || choice.mode < 0 || choice.mode >= count)))
        return out;
    out.teacher = taught(scene.real, choice);
    if (out.coupling.isJoint())
        out.coupling = out.generatedCoupling = {};
    return out;
}

} // namespace realuid::studio
