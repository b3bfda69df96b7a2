// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/density_view.h"

#include "widgets/chart_items.h"
#include "widgets/curve_labels.h"

#include <algorithm>
#include <cmath>

namespace realuid::widgets
{
namespace
{

struct Drawn {
    Role role = Role::Real;
    QCPGraph* graph = nullptr;
    FormulaItem* label = nullptr;
};

constexpr double kFaint = 0.35; // opacity of what is not emphasised

} // namespace

struct DensityView::Parts {
    QCPAxisRect* upper = nullptr;
    QCPAxisRect* lower = nullptr;
    QCPItemStraightLine* zero = nullptr;
    std::vector<Drawn> densities, fields;
    std::optional<Role> emphasis;
};

DensityView::DensityView(QWidget* parent) : ChartView(parent), m_parts(std::make_unique<Parts>())
{
    Parts& p = *m_parts;
    p.upper = addAxisRect(0, 0);
    p.lower = addAxisRect(1, 0);
    plot()->plotLayout()->setRowStretchFactors({1, 1.1});
    plot()->plotLayout()->setRowSpacing(2);
    auto* sides = new QCPMarginGroup(plot());
    p.upper->setMarginGroup(QCP::msLeft | QCP::msRight, sides);
    p.lower->setMarginGroup(QCP::msLeft | QCP::msRight, sides);
    p.upper->axis(QCPAxis::atBottom)->setTickLabels(false);
    p.zero = new QCPItemStraightLine(plot());
    p.zero->setClipAxisRect(p.lower);
    for (QCPItemPosition* end : {p.zero->point1, p.zero->point2}) {
        end->setAxisRect(p.lower);
        end->setAxes(p.lower->axis(QCPAxis::atBottom), p.lower->axis(QCPAxis::atLeft));
        end->setCoords(end == p.zero->point1 ? 0 : 1, 0);
    }
    setAxisLabels(QStringLiteral("$x$"), tr("density"), tr("field"));
    themeChanged();
}

DensityView::~DensityView() = default;

void DensityView::setCurves(const std::vector<double>& x, const std::vector<Curve>& densities, const std::vector<Curve>& fields)
{
    Parts& p = *m_parts;
    const QVector<double> keys(x.begin(), x.end());
    const auto fit = [&](std::vector<Drawn>& drawn, QCPAxisRect* area, const std::vector<Curve>& curves) {
        for (; drawn.size() > curves.size(); drawn.pop_back()) {
            plot()->removeGraph(drawn.back().graph);
            plot()->removeItem(drawn.back().label);
        }
        while (drawn.size() < curves.size())
            drawn.push_back({Role::Real, plot()->addGraph(area->axis(QCPAxis::atBottom), area->axis(QCPAxis::atLeft)),
                             new FormulaItem(plot(), area)});
        for (std::size_t i = 0; i < curves.size(); ++i) {
            drawn[i].role = curves[i].role;
            drawn[i].label->formula = Formula::mixed(curves[i].label);
            drawn[i].graph->setData(keys, QVector<double>(curves[i].y.begin(), curves[i].y.end()), true);
        }
    };
    fit(p.densities, p.upper, densities);
    fit(p.fields, p.lower, fields);
    style(theme());
    queueReplot();
}

void DensityView::setRanges(AxisRange x, AxisRange density, AxisRange field)
{
    const auto set = [](QCPAxisRect* area, QCPAxis::AxisType type, AxisRange range) {
        area->axis(type)->setRange(range.least, range.most);
    };
    set(m_parts->upper, QCPAxis::atBottom, x);
    set(m_parts->lower, QCPAxis::atBottom, x);
    set(m_parts->upper, QCPAxis::atLeft, density);
    set(m_parts->lower, QCPAxis::atLeft, field);
    queueReplot();
}

void DensityView::setAxisLabels(const QString& x, const QString& density, const QString& field)
{
    setAxisLabel(m_parts->lower->axis(QCPAxis::atBottom), x);
    setAxisLabel(m_parts->upper->axis(QCPAxis::atLeft), density);
    setAxisLabel(m_parts->lower->axis(QCPAxis::atLeft), field);
    queueReplot();
}

void DensityView::setEmphasis(std::optional<Role> role)
{
    m_parts->emphasis = role;
    themeChanged();
}

std::vector<DataTable> DensityView::data() const
{
    DataTable table;
    const auto add = [&](const std::vector<Drawn>& drawn, const QString& kind) {
        for (const Drawn& each : drawn) {
            std::vector<double> x, y;
            for (const QCPGraphData& point : *each.graph->data()) {
                x.push_back(point.key);
                y.push_back(point.value);
            }
            if (table.columns.empty())
                table.add(QStringLiteral("x"), std::move(x));
            table.add(kind + roleId(each.role), std::move(y));
        }
    };
    add(m_parts->densities, QStringLiteral("density_"));
    add(m_parts->fields, QStringLiteral("field_"));
    return {table};
}

void DensityView::style(Theme theme)
{
    Parts& p = *m_parts;
    p.zero->setPen(QPen(surfaces(theme).rule, lineScale(theme)));
    const auto dress = [&](const Drawn& drawn, bool filled) {
        const RoleStyle role = roleStyle(drawn.role, theme);
        const bool faint = p.emphasis && *p.emphasis != drawn.role;
        QPen pen = role.pen();
        QColor color = role.color;
        color.setAlphaF(faint ? kFaint : 1);
        pen.setColor(color);
        pen.setWidthF(role.width * (p.emphasis && !faint ? 1.6 : 1));
        drawn.graph->setPen(pen);
        color.setAlphaF(faint ? 0.08 : 0.25);
        drawn.graph->setBrush(filled ? QBrush(color) : QBrush(Qt::NoBrush));
        drawn.label->font = chartFont(theme);
        drawn.label->color = role.text;
        drawn.label->halo = surfaces(theme).card; // seen only where it must lie on a curve
        drawn.label->halo.setAlphaF(0.75f);
    };
    for (const Drawn& drawn : p.densities)
        dress(drawn, true);
    for (const Drawn& drawn : p.fields)
        dress(drawn, false);
}

void DensityView::arrange()
{
    const auto graphs = [](const std::vector<Drawn>& drawn) {
        std::vector<LabelledGraph> out;
        for (const Drawn& each : drawn)
            out.push_back({each.graph, each.label});
        return out;
    };
    placeCurveLabels(graphs(m_parts->densities), m_parts->upper->rect());
    placeCurveLabels(graphs(m_parts->fields), m_parts->lower->rect());
}

} // namespace realuid::widgets
