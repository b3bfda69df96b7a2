// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/field_view.h"

#include "widgets/chart_items.h"
#include "widgets/color_bar.h"
#include "widgets/legend_strip.h"

#include <cmath>

namespace realuid::widgets
{

struct FieldView::Parts {
    QCPAxisRect* area = nullptr;
    LegendStrip* legend = nullptr;
    ImageItem* image = nullptr;
    std::unique_ptr<ColorBar> bar; ///< once there has been a quantity
    LinesItem* streams = nullptr;
    ArrowsItem* streamHeads = nullptr;
    Role streamRole = Role::Teacher;
    Grid background;
    std::vector<RoleContours> contours;
    std::vector<ArrowField> arrows;
    std::vector<RolePoints> points;
    std::vector<LinesItem*> contourItems;
    std::vector<ArrowsItem*> arrowItems;
    std::vector<MarkersItem*> pointItems;
    double arrowScale = 0;
    AxisRange x{-4, 4}, y{-4, 4};

    double longest() const;
    void placeArrows(std::size_t index);
    void placeStreamHeads();
    QPen fieldPen(Role role, double width, Theme theme) const;
    QPen fieldHalo(double width, Theme theme) const;
};

namespace
{

constexpr double kStreamHead = 9; ///< units

template <class Item>
void fitCount(QCustomPlot* plot, QCPAxisRect* area, std::vector<Item*>& items, std::size_t count)
{
    for (; items.size() > count; items.pop_back())
        plot->removeItem(items.back());
    while (items.size() < count)
        items.push_back(new Item(plot, area));
}

} // namespace

double FieldView::Parts::longest() const
{
    double most = arrowScale;
    if (most > 0)
        return most;
    for (const ArrowField& field : arrows)
        for (const QPointF& v : field.vectors)
            if (std::isfinite(v.x()) && std::isfinite(v.y()))
                most = std::max(most, std::hypot(v.x(), v.y()));
    return most;
}

void FieldView::Parts::placeArrows(std::size_t index)
{
    const ArrowField& field = arrows[index];
    ArrowsItem& item = *arrowItems[index];
    item.from.clear();
    item.vectors.clear();
    if (field.columns < 2 || field.rows < 2 || field.vectors.size() < static_cast<std::size_t>(field.columns) * field.rows)
        return;
    const double dx = (field.x1 - field.x0) / (field.columns - 1), dy = (field.y1 - field.y0) / (field.rows - 1);
    const QCPAxis* along = area->axis(QCPAxis::atBottom);
    const double cell = std::abs(along->coordToPixel(dx) - along->coordToPixel(0));
    const double factor = longest() > 0 ? 1.1 * cell / longest() : 0;
    for (int row = 0; row < field.rows; ++row)
        for (int column = 0; column < field.columns; ++column) {
            QPointF v = field.vectors[static_cast<std::size_t>(row) * field.columns + column] * factor;
            const double length = std::hypot(v.x(), v.y());
            if (length > 2 * cell) // longer than the fixed scale foresees: keep the direction
                v *= 2 * cell / length;
            item.from.emplace_back(field.x0 + column * dx, field.y0 + row * dy);
            item.vectors.push_back(v);
        }
}

void FieldView::Parts::placeStreamHeads()
{
    streamHeads->from.clear();
    streamHeads->vectors.clear();
    const auto pixel = [&](const QPointF& at) {
        return QPointF(area->axis(QCPAxis::atBottom)->coordToPixel(at.x()), area->axis(QCPAxis::atLeft)->coordToPixel(at.y()));
    };
    for (const QPolygonF& line : streams->lines) {
        const qsizetype middle = line.size() / 2;
        if (middle < 1)
            continue;
        const QPointF way = pixel(line[middle]) - pixel(line[middle - 1]);
        const double length = std::hypot(way.x(), way.y());
        if (length > 0) {
            streamHeads->from.push_back(line[middle]);
            streamHeads->vectors.emplace_back(kStreamHead * way.x() / length, -kStreamHead * way.y() / length);
        }
    }
}

QPen FieldView::Parts::fieldPen(Role role, double width, Theme theme) const
{
    return QPen(bar ? QColor(Qt::white) : roleStyle(role, theme).color, width * lineScale(theme), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

QPen FieldView::Parts::fieldHalo(double width, Theme theme) const
{
    QColor color = bar ? QColor(Qt::black) : surfaces(theme).card;
    color.setAlphaF(bar ? 0.5f : 0.45f);
    return QPen(color, width * lineScale(theme), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

FieldView::FieldView(QWidget* parent) : ChartView(parent), m_parts(std::make_unique<Parts>())
{
    Parts& p = *m_parts;
    p.area = addAxisRect(0, 0);
    p.legend = new LegendStrip(plot());
    plot()->plotLayout()->addElement(1, 0, p.legend);
    plot()->plotLayout()->setRowSpacing(0);
    p.image = new ImageItem(plot(), p.area);
    p.streams = new LinesItem(plot(), p.area);
    p.streamHeads = new ArrowsItem(plot(), p.area);
    setAxisLabels(QStringLiteral("$x_1$"), QStringLiteral("$x_2$"));
    themeChanged();
}

FieldView::~FieldView() = default;

void FieldView::setBackground(Grid grid, const ColorScale& scale, const QString& quantity)
{
    if (!quantity.isEmpty()) {
        if (!m_parts->bar) {
            m_parts->bar = std::make_unique<ColorBar>(plot(), m_parts->area, 0, 1);
            themeChanged();
        }
        m_parts->bar->setScale(scale);
        setAxisLabel(m_parts->bar->axis(), quantity);
    }
    m_parts->image->image = grid.isEmpty() ? QImage() : colorImage(grid.values, grid.columns, grid.rows, scale);
    m_parts->image->range = QRectF(grid.x0, grid.y0, grid.x1 - grid.x0, grid.y1 - grid.y0);
    m_parts->background = std::move(grid);
    queueReplot();
}

void FieldView::setContours(std::vector<RoleContours> contours)
{
    Parts& p = *m_parts;
    p.contours = std::move(contours);
    fitCount(plot(), p.area, p.contourItems, p.contours.size());
    for (std::size_t i = 0; i < p.contours.size(); ++i) {
        p.contourItems[i]->lines.clear();
        for (const Contour& contour : p.contours[i].lines)
            p.contourItems[i]->lines.push_back(contour.line);
    }
    themeChanged();
}

void FieldView::setArrows(std::vector<ArrowField> fields)
{
    m_parts->arrows = std::move(fields);
    fitCount(plot(), m_parts->area, m_parts->arrowItems, m_parts->arrows.size());
    themeChanged();
}

void FieldView::setStreamlines(Role role, std::vector<QPolygonF> lines)
{
    m_parts->streamRole = role;
    m_parts->streams->lines = std::move(lines);
    themeChanged();
}

void FieldView::setArrowScale(double length)
{
    m_parts->arrowScale = length;
    queueReplot();
}

void FieldView::setPoints(std::vector<RolePoints> points)
{
    Parts& p = *m_parts;
    p.points = std::move(points);
    fitCount(plot(), p.area, p.pointItems, p.points.size());
    for (std::size_t i = 0; i < p.points.size(); ++i)
        p.pointItems[i]->points = p.points[i].points;
    themeChanged();
}

void FieldView::setRanges(AxisRange x, AxisRange y)
{
    m_parts->x = x;
    m_parts->y = y;
    queueReplot();
}

void FieldView::setAxisLabels(const QString& x, const QString& y)
{
    setAxisLabel(m_parts->area->axis(QCPAxis::atBottom), x);
    setAxisLabel(m_parts->area->axis(QCPAxis::atLeft), y);
    queueReplot();
}

std::vector<DataTable> FieldView::data() const
{
    const Parts& p = *m_parts;
    std::vector<DataTable> tables;
    if (!p.background.isEmpty())
        tables.push_back(gridTable(QStringLiteral("background"), p.background));
    for (const RoleContours& contours : p.contours)
        tables.push_back(contourTable(QStringLiteral("contours_") + roleId(contours.role), contours.lines));
    for (const ArrowField& field : p.arrows) {
        const Grid places{field.columns, field.rows, field.x0, field.x1, field.y0, field.y1, {}};
        DataTable table = gridTable(QStringLiteral("field_") + roleId(field.role), places);
        table.columns.pop_back(); // vectors have two values
        DataTable vectors = pointTable({}, field.vectors);
        table.add(QStringLiteral("vx"), std::move(vectors.columns[0].values));
        table.add(QStringLiteral("vy"), std::move(vectors.columns[1].values));
        tables.push_back(std::move(table));
    }
    if (!p.streams->lines.empty())
        tables.push_back(pathTable(QStringLiteral("streamlines_") + roleId(p.streamRole), p.streams->lines));
    for (const RolePoints& points : p.points)
        tables.push_back(pointTable(QStringLiteral("points_") + roleId(points.role), points.points));
    numberEqualNames(tables);
    return tables;
}

void FieldView::style(Theme theme)
{
    Parts& p = *m_parts;
    QColor halo = surfaces(theme).card;
    halo.setAlphaF(0.45f);
    std::vector<LegendEntry> entries;
    for (std::size_t i = 0; i < p.contours.size(); ++i) {
        p.contourItems[i]->pen = roleStyle(p.contours[i].role, theme).pen();
        entries.push_back({p.contours[i].role, LegendEntry::Sign::Line, p.contours[i].label});
    }
    for (std::size_t i = 0; i < p.arrows.size(); ++i) {
        p.arrowItems[i]->pen = p.fieldPen(p.arrows[i].role, 1.2, theme);
        p.arrowItems[i]->halo = p.fieldHalo(2.2, theme);
        entries.push_back({p.arrows[i].role, LegendEntry::Sign::Arrow, p.arrows[i].label});
    }
    for (std::size_t i = 0; i < p.points.size(); ++i) {
        const RoleStyle role = roleStyle(p.points[i].role, theme);
        p.pointItems[i]->marker = role.marker;
        p.pointItems[i]->size = 5 * lineScale(theme);
        p.pointItems[i]->brush = role.color;
        p.pointItems[i]->pen = QPen(halo, 0.5 * lineScale(theme));
        entries.push_back({p.points[i].role, LegendEntry::Sign::Marker, p.points[i].label});
    }
    p.streamHeads->pen = p.streams->pen = p.fieldPen(p.streamRole, 1.2, theme);
    p.streamHeads->halo = p.streams->halo = p.fieldHalo(2.4, theme);
    if (p.bar)
        p.bar->style(theme);
    std::erase_if(entries, [](const LegendEntry& entry) { return entry.label.isEmpty(); });
    p.legend->setEntries(entries);
    p.legend->style(theme);
}

void FieldView::arrange()
{
    Parts& p = *m_parts;
    setEqualUnits(*p.area, p.x, p.y);
    if (p.bar)
        p.bar->follow();
    for (std::size_t i = 0; i < p.arrows.size(); ++i)
        p.placeArrows(i);
    p.placeStreamHeads();
}

} // namespace realuid::widgets
