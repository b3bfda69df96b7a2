// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/wrong_teacher.h"

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
    return std::equal(a.components.begin(), a.components.end(), b.components.begin(), b.components.end(),
                      [](const Component& x, const Component& y) {
                          const auto same = [](double p, double q) { return near(p, q); };
                          return near(x.weight, y.weight) && std::equal(x.mean.begin(), x.mean.end(), y.mean.begin(), y.mean.end(), same) &&
                                 std::equal(x.covariance.begin(), x.covariance.end(), y.covariance.begin(), y.covariance.end(), same);
                      });
}

double rounded(double value) { return std::round(value * 1e9) / 1e9; }

/// The real data, made wrong as `choice` says.
Distribution taught(const Distribution& real, const TeacherChoice& choice)
{
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
    return {Kind::Own, 1, 0};
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
