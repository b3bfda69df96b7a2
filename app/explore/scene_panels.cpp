// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/scene_panels.h"

#include "app/shell/texts.h"
#include "widgets/density_view.h"
#include "widgets/field_view.h"
#include "widgets/heatmap_view.h"

#include <algorithm>
#include <cmath>

namespace realuid::studio
{
namespace
{
using widgets::Role;

constexpr double kDecades = 1e-4; ///< colours span four powers of ten below the largest value

QString realLabel() { return phrase("real data") + QStringLiteral(" $p_t^*$"); }
QString generatedLabel() { return phrase("generator") + QStringLiteral(" $p_t^\\theta$"); }
QString teacherField() { return phrase("teacher") + QStringLiteral(" $f^*$"); }
QString generatorField() { return phrase("generator") + QStringLiteral(" $f^\\theta$"); }
QString fakeField() { return phrase("optimal fake") + QStringLiteral(" $f$"); }

/// The next of 1, 1.5, 2, 3, 5, 7 times a power of ten: ranges that do not jitter from scene to scene.
double roundedUp(double value)
{
    if (!(value > 0) || !std::isfinite(value))
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : {1.0, 1.5, 2.0, 3.0, 5.0, 7.0})
        if (value <= step * power * (1 + 1e-12))
            return step * power;
    return 10 * power;
}

} // namespace

const QStringList& ScenePanels::names()
{
    static const QStringList names{QStringLiteral("densities"), QStringLiteral("distance")};
    return names;
}

ScenePanels::ScenePanels(int dimension, QWidget* parent) : m_dimension(dimension)
{
    if (dimension == 1)
        m_densities = new widgets::DensityView(parent);
    else
        m_fields = new widgets::FieldView(parent);
    m_distance = new widgets::HeatmapView(parent);
    widgets::PlotView* first = m_densities;
    if (!first)
        first = m_fields;
    m_panels = {{names()[0], first}, {names()[1], m_distance}};
    label();
}

void ScenePanels::label()
{
    m_panels[0].view->setTitle(phrase("Densities and fields"));
    if (m_densities) {
        m_densities->setAxisLabels(QStringLiteral("$x$"), phrase("density of $x_t$"), phrase("velocity"));
        m_distance->setTitle(phrase("Distance surface"));
        m_distance->setAxisLabels(QStringLiteral("$x$"), QStringLiteral("$t$"), phrase("distance $l(t, x)$"));
    } else {
        m_fields->setAxisLabels(QStringLiteral("$x$"), QStringLiteral("$y$"));
        m_distance->setTitle(phrase("Distance map"));
        m_distance->setAxisLabels(QStringLiteral("$x$"), QStringLiteral("$y$"), phrase("distance $l(t, x, y)$"));
    }
}

void ScenePanels::show(const Frame& frame, bool settleNow)
{
    if (settleNow || !m_settled)
        settle(frame);
    if (m_densities)
        showLine(frame);
    else
        showPlane(frame);
    const widgets::ColorScale scale{.map = widgets::ColorMap::Viridis,
                                    .least = m_distanceMost * kDecades,
                                    .most = m_distanceMost,
                                    .logarithmic = true,
                                    .missing = widgets::colorTable(widgets::ColorMap::Viridis).front()};
    m_distance->setGrid(frame.distance, scale, frame.distanceLines);
    setTime(frame.request.scene.view.t);
}

void ScenePanels::settle(const Frame& frame)
{
    const Window& window = frame.request.window;
    const SceneRanges& ranges = frame.ranges;
    m_distanceMost = roundedUp(ranges.distanceMost);
    if (m_densities) {
        m_densities->setRanges({window.xLeast, window.xMost}, {0, roundedUp(1.02 * ranges.densityMost)},
                               {-roundedUp(-ranges.fieldLeast), roundedUp(ranges.fieldMost)});
    } else {
        m_fields->setRanges({window.xLeast, window.xMost}, {window.yLeast, window.yMost});
        m_fields->setArrowScale(ranges.fieldLongest);
    }
    m_settled = true;
}

void ScenePanels::showLine(const Frame& frame)
{
    const LineFields& line = frame.line;
    m_densities->setCurves(line.x,
                           {{Role::Real, realLabel(), line.real}, {Role::Generator, generatedLabel(), line.generated}},
                           {{Role::Teacher, teacherField(), line.teacher},
                            {Role::Generator, generatorField(), line.generator},
                            {Role::Fake, fakeField(), line.fake}});
}

void ScenePanels::showPlane(const Frame& frame)
{
    const PlaneFields& plane = frame.plane;
    const Window& window = frame.request.window;
    const auto arrows = [&](Role role, const QString& words, const std::vector<QPointF>& vectors) {
        const int n = PlaneFields::kArrows;
        return widgets::ArrowField{role, words, n, n, window.xLeast, window.xMost, window.yLeast, window.yMost, vectors};
    };
    m_fields->setContours({{Role::Real, realLabel(), plane.realLines}, {Role::Generator, generatedLabel(), plane.generatedLines}});
    m_fields->setArrows({arrows(Role::Teacher, teacherField(), plane.teacher),
                         arrows(Role::Generator, generatorField(), plane.generator),
                         arrows(Role::Fake, fakeField(), plane.fake)});
}

void ScenePanels::setCrosshair(std::optional<double> x, std::optional<double> y)
{
    m_panels[0].view->setCrosshair(x, m_dimension == 1 ? std::nullopt : y);
    m_distance->setCrosshair(x, y);
}

void ScenePanels::setTime(double t)
{
    if (m_dimension == 1)
        m_distance->setMarkerLine(Qt::Horizontal, t);
}

void ScenePanels::setEmphasis(std::optional<widgets::Role> role)
{
    if (m_densities)
        m_densities->setEmphasis(role);
}

} // namespace realuid::studio
