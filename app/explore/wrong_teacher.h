// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/scene.h"

/// Teachers that are not the minimiser on the real data (math of imperfect teachers), told by their relation to it. FewSamples is
/// what a network without limits learns from a small training set, smoothed by kSampleWidth of the data's standard deviation; the
/// samples are drawn from a seed of their own, so that equal data make an equal teacher.
namespace realuid::studio
{

inline constexpr double kSampleWidth = 0.15;

struct TeacherChoice {
    enum class Kind {
        Exact,       ///< of the real data themselves
        Shifted,     ///< every mean by `amount` along x
        Widened,     ///< every standard deviation times `amount` > 1
        Narrowed,    ///< the same, below 1
        MissingMode, ///< without component `mode`
        FewSamples,  ///< of `samples` points of the data alone, known by heart: a narrow Gaussian at each
        Own,         ///< anything else, from a file
    };
    Kind kind = Kind::Exact;
    double amount = 1;
    int mode = 0;
    int samples = 24;
    bool operator==(const TeacherChoice&) const = default;
};

/// What one starts from when the kind is chosen.
TeacherChoice usualChoice(TeacherChoice::Kind kind);

TeacherChoice teacherChoice(const Scene& scene);

/// The scene with that teacher; Own leaves it as it is. A joint coupling, which does not tell the teacher's, becomes
/// independent. A mode that is not there, or the only one, makes the teacher exact.
Scene withTeacher(const Scene& scene, const TeacherChoice& choice);

} // namespace realuid::studio
