// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/frame.h"
#include "widgets/streamlines.h"

#include <stop_token>

namespace realuid::studio
{

/// Fields of the kind that the scene's models learn, and their differences.
enum class ShownField { Teacher, Generator, Fake, TeacherMinusFake, TeacherMinusGenerator, FakeMinusGenerator };
enum class FieldStyle { Arrows, Streamlines, Colours };

struct FieldChoice {
    ShownField field = ShownField::Teacher;
    FieldStyle style = FieldStyle::Streamlines;
    bool operator==(const FieldChoice&) const = default;
};

/// 2-D: the field's length over (x, y) at the scene's t, with its vectors or lines along it. 1-D: its signed value over x and t, with
/// lines along dx/dt = field where it is a velocity.
struct FieldPicture {
    FieldChoice choice;
    widgets::Grid values;
    double most = 1;              ///< 49 of 50 values lie below it in size; of scenes beside too
    widgets::VectorGrid arrows;   ///< 2-D
    std::vector<QPolygonF> lines;
};

/// Pure; any thread; a few milliseconds. The scene must have passed check().
FieldPicture fieldPicture(const FrameRequest& request, const FieldChoice& choice, std::stop_token stop = {});

/// True where lines along the field are paths of points: a velocity in 1-D, anything in 2-D.
bool hasStreamlines(const Scene& scene, ShownField field);

} // namespace realuid::studio
