// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap_view.h"

#include "widgets/chart_items.h"
#include "widgets/color_bar.h"
#include "widgets/point_handle.h"

#include <QMouseEvent>

#include <array>
#include <limits>

namespace realuid::widgets
{

namespace
{

constexpr double kPointRoom = 8; ///< units about a point, which its label leaves free
constexpr std::size_t kWhiteLine = 1, kDashedLine = 2;

/// Lines stand out from the map where they lie; below zero of a diverging map they are dashed, as in print the sides
/// look alike.
std::size_t contourKind(const ColorScale& scale, double level)
{
    return (lineColor(scale, level) == qRgb(255, 255, 255) ? kWhiteLine : 0) |
           (scale.map == ColorMap::Diverging && level < 0 ? kDashedLine : 0);
}

} // namespace

struct HeatmapView::Parts {
    QCPAxisRect* area = nullptr;
    ImageItem* image = nullptr;
    std::array<LinesItem*, 4> contours{}; ///< see contourKind()
    LinesItem* marker = nullptr;
    LinesItem* paths = nullptr;
    std::unique_ptr<ColorBar> bar;
    std::vector<MapPoint> points;
    std::vector<std::pair<MarkersItem*, FormulaItem*>> drawnPoints;
    Grid grid;
    Qt::Orientation markerWay = Qt::Horizontal;
    std::optional<double> markerAt;
    PointHandle* handle = nullptr;
    bool equalUnits = false;

    void fitAxes();
    void placeLabels();
};

void HeatmapView::Parts::fitAxes()
{
    if (grid.isEmpty())
        return;
    if (equalUnits) {
        widgets::setEqualUnits(*area, {grid.x0, grid.x1}, {grid.y0, grid.y1});
    } else {
        area->axis(QCPAxis::atBottom)->setRange(grid.x0, grid.x1);
        area->axis(QCPAxis::atLeft)->setRange(grid.y0, grid.y1);
    }
}

/// Each beside its point, in that corner where it covers least of the others and of the frame.
void HeatmapView::Parts::placeLabels()
{
    const auto pixel = [this](QPointF at) {
        return QPointF(area->axis(QCPAxis::atBottom)->coordToPixel(at.x()), area->axis(QCPAxis::atLeft)->coordToPixel(at.y()));
    };
    const QRectF frame = QRectF(area->rect()).adjusted(2, 2, -2, -2);
    std::vector<QRectF> taken;
    for (const MapPoint& point : points)
        taken.push_back(QRectF(pixel(point.at) - QPointF(kPointRoom, kPointRoom), QSizeF(2 * kPointRoom, 2 * kPointRoom)));
    for (std::size_t i = 0; i < points.size(); ++i) {
        FormulaItem& label = *drawnPoints[i].second;
        const QSizeF size = label.extent();
        const QPointF at = pixel(points[i].at);
        double least = std::numeric_limits<double>::infinity();
        QRectF best;
        for (const double y : {at.y() - size.height() - kPointRoom, at.y() + kPointRoom})
            for (const double x : {at.x() + kPointRoom, at.x() - kPointRoom - size.width()}) {
                const QRectF place(QPointF(x, y), size);
                const auto part = [&](const QRectF& other) {
                    const QRectF both = place & other;
                    return both.width() * both.height();
                };
                double covered = size.width() * size.height() - part(frame);
                for (const QRectF& other : taken)
                    covered += part(other);
                if (covered < least - 0.5) {
                    least = covered;
                    best = place;
                }
            }
        label.at = best.topLeft();
        label.setVisible(!label.formula.isEmpty() && size.width() + 12 < area->width());
        if (label.visible())
            taken.push_back(best);
    }
}

HeatmapView::HeatmapView(QWidget* parent) : ChartView(parent), m_parts(std::make_unique<Parts>())
{
    Parts& p = *m_parts;
    p.area = addAxisRect(0, 0);
    p.bar = std::make_unique<ColorBar>(plot(), p.area, 0, 1);
    p.image = new ImageItem(plot(), p.area);
    for (LinesItem*& each : p.contours)
        each = new LinesItem(plot(), p.area);
    p.marker = new LinesItem(plot(), p.area);
    p.paths = new LinesItem(plot(), p.area);
    setAxisLabels(QStringLiteral("$x$"), QStringLiteral("$t$"), {});
    themeChanged();
}

HeatmapView::~HeatmapView() = default;

void HeatmapView::setGrid(Grid grid, const ColorScale& scale, std::vector<Contour> lines)
{
    Parts& p = *m_parts;
    p.grid = std::move(grid);
    p.image->image = colorImage(p.grid.values, p.grid.columns, p.grid.rows, scale);
    p.image->range = QRectF(p.grid.x0, p.grid.y0, p.grid.x1 - p.grid.x0, p.grid.y1 - p.grid.y0);
    for (LinesItem* each : p.contours)
        each->lines.clear();
    for (Contour& contour : lines)
        p.contours[contourKind(scale, contour.level)]->lines.push_back(std::move(contour.line));
    p.fitAxes();
    p.bar->setScale(scale);
    queueReplot();
}

const Grid& HeatmapView::grid() const { return m_parts->grid; }

void HeatmapView::setAxisLabels(const QString& x, const QString& y, const QString& quantity)
{
    setAxisLabel(m_parts->area->axis(QCPAxis::atBottom), x);
    setAxisLabel(m_parts->area->axis(QCPAxis::atLeft), y);
    setAxisLabel(m_parts->bar->axis(), quantity);
    queueReplot();
}

void HeatmapView::setEqualUnits(bool equal)
{
    m_parts->equalUnits = equal;
    queueReplot();
}

void HeatmapView::setMarkerLine(Qt::Orientation orientation, std::optional<double> value)
{
    m_parts->markerWay = orientation;
    m_parts->markerAt = value;
    queueReplot();
}

void HeatmapView::setPaths(const std::vector<QPolygonF>& paths)
{
    m_parts->paths->lines = paths;
    queueReplot();
}

void HeatmapView::setPoints(const std::vector<MapPoint>& points)
{
    Parts& p = *m_parts;
    for (; p.drawnPoints.size() > points.size(); p.drawnPoints.pop_back()) {
        plot()->removeItem(p.drawnPoints.back().first);
        plot()->removeItem(p.drawnPoints.back().second);
    }
    while (p.drawnPoints.size() < points.size())
        p.drawnPoints.emplace_back(new MarkersItem(plot(), p.area), new FormulaItem(plot(), p.area));
    for (std::size_t i = 0; i < points.size(); ++i) {
        p.drawnPoints[i].first->points = {points[i].at};
        p.drawnPoints[i].second->formula = Formula::mixed(points[i].label);
    }
    p.points = points;
    themeChanged();
}

PointHandle& HeatmapView::handle()
{
    if (!m_parts->handle)
        m_parts->handle = new PointHandle(*this, *plot(), *m_parts->area);
    return *m_parts->handle;
}

QPointF HeatmapView::pixelOf(QPointF at) const
{
    return {m_parts->area->axis(QCPAxis::atBottom)->coordToPixel(at.x()), m_parts->area->axis(QCPAxis::atLeft)->coordToPixel(at.y())};
}

std::vector<DataTable> HeatmapView::data() const
{
    const Parts& p = *m_parts;
    std::vector<DataTable> tables{gridTable({}, p.grid)};
    if (!p.paths->lines.empty())
        tables.push_back(pathTable(QStringLiteral("paths"), p.paths->lines));
    if (!p.points.empty()) {
        std::vector<QPointF> points;
        for (const MapPoint& point : p.points)
            points.push_back(point.at);
        tables.push_back(pointTable(QStringLiteral("points"), points));
    }
    return tables;
}

void HeatmapView::style(Theme theme)
{
    Parts& p = *m_parts;
    const double scale = lineScale(theme);
    const QColor white(255, 255, 255), black(0, 0, 0);
    for (std::size_t kind = 0; kind < p.contours.size(); ++kind)
        p.contours[kind]->pen = QPen(kind & kWhiteLine ? white : black, 0.8 * scale, kind & kDashedLine ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap);
    p.marker->halo = QPen(QColor(0, 0, 0, 130), 2.4 * scale);
    p.marker->pen = QPen(white, 1.4 * scale, Qt::DashLine, Qt::FlatCap);
    p.paths->halo = QPen(QColor(0, 0, 0, 130), 3.6 * scale);
    p.paths->pen = QPen(white, 2 * scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    p.bar->style(theme);
    for (std::size_t i = 0; i < p.points.size(); ++i) {
        const RoleStyle role = roleStyle(p.points[i].role, theme);
        auto& [marker, label] = p.drawnPoints[i];
        marker->marker = role.marker;
        marker->size = 11 * scale;
        marker->halo = QPen(QColor(0, 0, 0, 150), 3.5 * scale, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        marker->brush = role.color;
        marker->pen = QPen(white, 1.5 * scale, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        label->font = chartFont(theme);
        label->color = black;
        label->halo = QColor(255, 255, 255, 215);
    }
}

void HeatmapView::arrange()
{
    Parts& p = *m_parts;
    p.fitAxes();
    p.bar->follow();
    p.marker->lines.clear();
    if (p.markerAt) {
        const QCPRange x = p.area->axis(QCPAxis::atBottom)->range(), y = p.area->axis(QCPAxis::atLeft)->range();
        p.marker->lines.push_back(p.markerWay == Qt::Horizontal
                                      ? QPolygonF{{x.lower, *p.markerAt}, {x.upper, *p.markerAt}}
                                      : QPolygonF{{*p.markerAt, y.lower}, {*p.markerAt, y.upper}});
    }
    p.placeLabels();
}

bool HeatmapView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == plot() && (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseMove)) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if ((mouse->buttons() & Qt::LeftButton) && m_parts->area->rect().contains(mouse->position().toPoint()))
            Q_EMIT pressed(m_parts->area->axis(QCPAxis::atBottom)->pixelToCoord(mouse->position().x()),
                           m_parts->area->axis(QCPAxis::atLeft)->pixelToCoord(mouse->position().y()));
    }
    return ChartView::eventFilter(watched, event);
}

} // namespace realuid::widgets
