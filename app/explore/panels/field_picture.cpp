// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/panels/field_picture.h"

#include "analytic/field_grid.h"
#include "analytic/inner_maximum.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace realuid::studio
{
namespace
{

constexpr int kArrows = 21;        ///< along each axis
constexpr int kCells = 26;         ///< of streamlines
constexpr double kUsual = 0.98;    ///< part of the values that the colours span
constexpr double kEnd = 0.004;     ///< of t: fields may be infinite at both ends

int points(Detail detail) { return detail == Detail::Draft ? 48 : detail == Detail::Full ? 120 : 240; }

QPointF finiteOr(double x, double y)
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    return std::isfinite(x) && std::isfinite(y) ? QPointF(x, y) : QPointF(nan, nan);
}

Vector minus(const Vector& a, const Vector& b) { return {a[0] - b[0], a[1] - b[1]}; }

/// The field at one time.
class FieldAt
{
public:
    FieldAt(const Scene& scene, double t, ShownField field) : m_marginals(scene, t), m_maximum(scene.loss), m_field(field) {}

    Vector operator()(const Vector& x) const
    {
        const FieldPair at = m_marginals.at(x);
        switch (m_field) {
        case ShownField::Teacher: return at.teacher;
        case ShownField::Generator: return at.generated;
        case ShownField::Fake: return m_maximum.optimalFake(at);
        case ShownField::TeacherMinusFake: return minus(at.teacher, m_maximum.optimalFake(at));
        case ShownField::TeacherMinusGenerator: return at.difference;
        case ShownField::FakeMinusGenerator: return minus(m_maximum.optimalFake(at), at.generated);
        }
        return {};
    }

private:
    MarginalPair m_marginals;
    InnerMaximum m_maximum;
    ShownField m_field;
};

double usualMost(std::vector<double> values)
{
    std::erase_if(values, [](double v) { return !std::isfinite(v); });
    if (values.empty())
        return 1;
    for (double& value : values)
        value = std::abs(value);
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(kUsual * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at > 0 ? *at : 1;
}

FieldPicture overTime(const FrameRequest& request, const FieldChoice& choice, const std::stop_token& stop)
{
    const int n = points(request.detail);
    const Window& w = request.window;
    FieldPicture out;
    out.values = {n, n, w.xLeast, w.xMost, 0, 1, {}};
    widgets::VectorGrid along{n, n, w.xLeast, w.xMost, 0, 1, {}};
    for (const double t : spaced(0, 1, n)) {
        if (stop.stop_requested())
            return out;
        const FieldAt field(request.scene, std::clamp(t, kEnd, 1 - kEnd), choice.field);
        for (const double x : spaced(w.xLeast, w.xMost, n)) {
            const double value = field({x, 0})[0];
            out.values.values.push_back(std::isfinite(value) ? value : std::numeric_limits<double>::quiet_NaN());
            along.vectors.push_back(finiteOr(value, 1));
        }
    }
    if (choice.style == FieldStyle::Streamlines && hasStreamlines(request.scene, choice.field))
        out.lines = widgets::streamlines(along, kCells / 2);
    return out;
}

FieldPicture inPlane(const FrameRequest& request, const FieldChoice& choice, const std::stop_token& stop)
{
    const int n = points(request.detail);
    const Window& w = request.window;
    FieldPicture out;
    out.values = {n, n, w.xLeast, w.xMost, w.yLeast, w.yMost, {}};
    widgets::VectorGrid along{n, n, w.xLeast, w.xMost, w.yLeast, w.yMost, {}};
    const FieldAt field(request.scene, std::clamp(request.scene.view.t, kEnd, 1 - kEnd), choice.field);
    for (const double y : spaced(w.yLeast, w.yMost, n)) {
        if (stop.stop_requested())
            return out;
        for (const double x : spaced(w.xLeast, w.xMost, n)) {
            const Vector value = field({x, y});
            along.vectors.push_back(finiteOr(value[0], value[1]));
            out.values.values.push_back(std::hypot(along.vectors.back().x(), along.vectors.back().y()));
        }
    }
    if (choice.style == FieldStyle::Streamlines)
        out.lines = widgets::streamlines(along, kCells);
    if (choice.style == FieldStyle::Arrows) {
        out.arrows = {kArrows, kArrows, w.xLeast, w.xMost, w.yLeast, w.yMost, {}};
        for (const double y : spaced(w.yLeast, w.yMost, kArrows))
            for (const double x : spaced(w.xLeast, w.xMost, kArrows)) {
                const Vector value = field({x, y});
                out.arrows.vectors.push_back(finiteOr(value[0], value[1]));
            }
    }
    return out;
}

} // namespace

bool hasStreamlines(const Scene& scene, ShownField field)
{
    const bool difference = field == ShownField::TeacherMinusFake || field == ShownField::TeacherMinusGenerator || field == ShownField::FakeMinusGenerator;
    return scene.dimension() == 2 || (!difference && modelField(scene) == LinearField::Velocity);
}

FieldPicture fieldPicture(const FrameRequest& request, const FieldChoice& choice, std::stop_token stop)
{
    FieldPicture out = request.scene.dimension() == 1 ? overTime(request, choice, stop) : inPlane(request, choice, stop);
    out.choice = choice;
    out.most = usualMost(out.values.values);
    for (const Scene& other : request.beside)
        out.most = std::max(out.most, fieldPicture({other, request.window, Detail::Draft}, {choice.field, FieldStyle::Colours}, stop).most);
    return out;
}

} // namespace realuid::studio
