// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trajectory_view.h"

#include "widgets/legend_strip.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace realuid::widgets
{
namespace
{

constexpr double kEndRoom = 0.17;   ///< of t, for the densities beyond both ends
constexpr double kEndHeight = 0.14; ///< of the highest density
constexpr double kReach = 12;       ///< units from a start point within which the mouse takes it
constexpr double kKeyStep = 0.02, kFineStep = 0.002; ///< of the range shown
constexpr double kFaint = 0.25;     ///< opacity of what is not emphasised

/// Filled outlines in data coordinates; the first and last point lie on the foot, which has no line.
class FilledItem : public ChartItem
{
public:
    using ChartItem::ChartItem;
    std::vector<QPolygonF> outlines;
    QPen pen;
    QBrush brush;

protected:
    void draw(QCPPainter* painter) override
    {
        for (const QPolygonF& outline : outlines) {
            QPolygonF inPixels;
            for (const QPointF& at : outline)
                inPixels << pixel(at);
            painter->setPen(Qt::NoPen);
            painter->setBrush(brush);
            painter->drawPolygon(inPixels);
            painter->setPen(pen);
            painter->drawPolyline(inPixels.mid(1, std::max<qsizetype>(0, inPixels.size() - 2)));
        }
    }
};

struct DrawnBundle {
    PathBundle bundle;
    LinesItem* lines = nullptr;
    MarkersItem *knots = nullptr, *ends = nullptr, *moments = nullptr;
};

struct DrawnEnd {
    Role role = Role::Real;
    FilledItem* item = nullptr;
};

} // namespace

struct TrajectoryView::Parts {
    QCPAxisRect* area = nullptr;
    LegendStrip* legend = nullptr;
    LinesItem *ends = nullptr, *time = nullptr;
    MarkersItem *starts = nullptr, *chosen = nullptr;
    std::vector<DrawnEnd> densities;
    std::vector<RoleContours> contours;
    std::vector<LinesItem*> contourItems;
    std::vector<DrawnBundle> bundles;
    AxisRange x{-4, 4}, y{-4, 4};
    std::optional<double> t;
    std::optional<Role> emphasis;
    bool overTime = true;
    int selected = -1, dragged = -1;

    QCPAxis* across() const { return area->axis(QCPAxis::atBottom); }
    QCPAxis* up() const { return area->axis(QCPAxis::atLeft); }
    double opacity(Role role) const { return emphasis && *emphasis != role ? kFaint : 1; }
    void removeBundle(QCustomPlot* plot)
    {
        const DrawnBundle& last = bundles.back();
        plot->removeItem(last.lines);
        for (MarkersItem* each : {last.knots, last.ends, last.moments})
            plot->removeItem(each);
        bundles.pop_back();
    }
    void dress(DrawnBundle& drawn, Theme theme) const;
};

TrajectoryView::TrajectoryView(QWidget* parent) : ChartView(parent), m_parts(std::make_unique<Parts>())
{
    Parts& p = *m_parts;
    setFocusPolicy(Qt::StrongFocus);
    p.area = addAxisRect(0, 0);
    p.legend = new LegendStrip(plot());
    plot()->plotLayout()->addElement(1, 0, p.legend);
    plot()->plotLayout()->setRowSpacing(0);
    p.ends = new LinesItem(plot(), p.area);
    p.time = new LinesItem(plot(), p.area);
    plot()->addLayer(QStringLiteral("handles"), plot()->layer(QStringLiteral("axes")), QCustomPlot::limAbove);
    p.chosen = new MarkersItem(plot(), p.area);
    p.starts = new MarkersItem(plot(), p.area);
    p.chosen->setLayer(QStringLiteral("handles"));
    p.starts->setLayer(QStringLiteral("handles"));
    setAxisLabels(QStringLiteral("$t$"), QStringLiteral("$x$"));
    themeChanged();
}

TrajectoryView::~TrajectoryView() = default;

void TrajectoryView::setOverTime(bool on)
{
    m_parts->overTime = on;
    queueReplot();
}

void TrajectoryView::setBundles(std::vector<PathBundle> bundles)
{
    Parts& p = *m_parts;
    while (p.bundles.size() > bundles.size())
        p.removeBundle(plot());
    while (p.bundles.size() < bundles.size())
        p.bundles.push_back({{}, new LinesItem(plot(), p.area), new MarkersItem(plot(), p.area), new MarkersItem(plot(), p.area), new MarkersItem(plot(), p.area)});
    for (std::size_t i = 0; i < bundles.size(); ++i) {
        DrawnBundle& drawn = p.bundles[i];
        drawn.bundle = std::move(bundles[i]);
        drawn.knots->points.clear();
        drawn.ends->points.clear();
        for (const QPolygonF& path : drawn.bundle.paths) {
            if (path.isEmpty())
                continue;
            drawn.ends->points.push_back(path.last());
            if (drawn.bundle.knots)
                drawn.knots->points.insert(drawn.knots->points.end(), path.begin() + 1, path.end() - (path.size() > 1 ? 1 : 0));
        }
        drawn.moments->points = drawn.bundle.moments;
        drawn.lines->lines = drawn.bundle.paths;
    }
    themeChanged();
}

void TrajectoryView::setStarts(std::vector<QPointF> starts)
{
    m_parts->starts->points = std::move(starts);
    select(std::min(m_parts->selected, static_cast<int>(m_parts->starts->points.size()) - 1));
}

void TrajectoryView::setEndDensities(const std::vector<EndDensity>& noise, const std::vector<EndDensity>& later)
{
    Parts& p = *m_parts;
    for (; !p.densities.empty(); p.densities.pop_back())
        plot()->removeItem(p.densities.back().item);
    for (const bool late : {false, true}) {
        const std::vector<EndDensity>& side = late ? later : noise;
        double most = 0;
        for (const EndDensity& each : side)
            for (const double value : each.density)
                most = std::isfinite(value) ? std::max(most, value) : most;
        for (const EndDensity& each : side) {
            auto* item = new FilledItem(plot(), p.area);
            QPolygonF& outline = item->outlines.emplace_back();
            const double foot = late ? 1 : 0, factor = most > 0 ? (late ? kEndHeight : -kEndHeight) / most : 0;
            if (!each.x.empty())
                outline << QPointF(foot, each.x.front());
            for (std::size_t i = 0; i < each.x.size() && i < each.density.size(); ++i)
                outline << QPointF(foot + factor * (std::isfinite(each.density[i]) ? each.density[i] : most), each.x[i]);
            if (!outline.isEmpty())
                outline << QPointF(foot, outline.last().y());
            p.densities.push_back({each.role, item});
        }
    }
    themeChanged();
}

void TrajectoryView::setContours(std::vector<RoleContours> contours)
{
    Parts& p = *m_parts;
    p.contours = std::move(contours);
    for (; p.contourItems.size() > p.contours.size(); p.contourItems.pop_back())
        plot()->removeItem(p.contourItems.back());
    while (p.contourItems.size() < p.contours.size())
        p.contourItems.push_back(new LinesItem(plot(), p.area));
    for (std::size_t i = 0; i < p.contours.size(); ++i) {
        p.contourItems[i]->lines.clear();
        for (const Contour& contour : p.contours[i].lines)
            p.contourItems[i]->lines.push_back(contour.line);
    }
    themeChanged();
}

void TrajectoryView::setRanges(AxisRange x, AxisRange y)
{
    m_parts->x = x;
    m_parts->y = y;
    queueReplot();
}

void TrajectoryView::setAxisLabels(const QString& x, const QString& y)
{
    setAxisLabel(m_parts->across(), x);
    setAxisLabel(m_parts->up(), y);
    queueReplot();
}

void TrajectoryView::setTime(std::optional<double> t)
{
    m_parts->t = t;
    queueReplot();
}

void TrajectoryView::setEmphasis(std::optional<Role> role)
{
    m_parts->emphasis = role;
    themeChanged();
}

std::vector<DataTable> TrajectoryView::data() const
{
    const Parts& p = *m_parts;
    std::vector<DataTable> tables{pointTable(QStringLiteral("starts"), p.starts->points)};
    for (const DrawnBundle& drawn : p.bundles) {
        const PathBundle& bundle = drawn.bundle;
        tables.push_back(pathTable((bundle.threads ? QStringLiteral("one_step_") : QStringLiteral("paths_")) + roleId(bundle.role), bundle.paths));
        if (!bundle.moments.empty())
            tables.push_back(pointTable(QStringLiteral("moments_") + roleId(bundle.role), bundle.moments));
    }
    for (const RoleContours& contours : p.contours)
        tables.push_back(contourTable(QStringLiteral("contours_") + roleId(contours.role), contours.lines));
    numberEqualNames(tables);
    return tables;
}

int TrajectoryView::selected() const { return m_parts->selected; }
const std::vector<QPointF>& TrajectoryView::starts() const { return m_parts->starts->points; }

void TrajectoryView::select(int start)
{
    Parts& p = *m_parts;
    p.selected = start;
    p.chosen->points.clear();
    if (start >= 0 && hasFocus())
        p.chosen->points.push_back(p.starts->points[static_cast<std::size_t>(start)]);
    queueReplot();
}

void TrajectoryView::Parts::dress(DrawnBundle& drawn, Theme theme) const
{
    const double scale = lineScale(theme), opaque = opacity(drawn.bundle.role);
    const RoleStyle role = roleStyle(drawn.bundle.role, theme);
    const bool threads = drawn.bundle.threads;
    QColor color = drawn.bundle.direction ? directionColor(*drawn.bundle.direction, theme) : role.color;
    color.setAlphaF(static_cast<float>(opaque * (threads ? 0.65 : 0.9)));
    drawn.lines->pen = QPen(color, (threads ? 1 : 1.4) * scale, threads ? Qt::DashLine : role.line == Qt::DashLine ? Qt::SolidLine : role.line,
                            Qt::FlatCap, Qt::RoundJoin);
    color.setAlphaF(static_cast<float>(opaque));
    drawn.knots->marker = Marker::Circle;
    drawn.knots->size = 3.5 * scale;
    drawn.knots->brush = color;
    drawn.ends->marker = role.marker;
    drawn.ends->size = (drawn.bundle.endSize > 0 ? drawn.bundle.endSize : threads ? 9 : 7) * scale;
    drawn.ends->brush = color;
    drawn.ends->pen = QPen(surfaces(theme).card, 0.8 * scale, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    drawn.moments->marker = Marker::Circle;
    drawn.moments->size = 5.5 * scale;
    drawn.moments->brush = surfaces(theme).card;
    drawn.moments->pen = QPen(color, 1.4 * scale);
}

void TrajectoryView::style(Theme theme)
{
    Parts& p = *m_parts;
    const Surfaces& s = surfaces(theme);
    const double scale = lineScale(theme);
    std::vector<LegendEntry> entries;
    p.ends->pen = QPen(s.rule, scale);
    p.time->pen = QPen(s.quietText, scale, Qt::DashLine);
    for (const DrawnEnd& each : p.densities) {
        const RoleStyle role = roleStyle(each.role, theme);
        QColor color = role.color;
        color.setAlphaF(static_cast<float>(p.opacity(each.role)));
        each.item->pen = QPen(color, role.width, role.line, Qt::FlatCap, Qt::RoundJoin);
        color.setAlphaF(static_cast<float>(0.22 * p.opacity(each.role)));
        each.item->brush = color;
    }
    for (std::size_t i = 0; i < p.contours.size(); ++i) {
        QColor color = roleStyle(p.contours[i].role, theme).color;
        color.setAlphaF(static_cast<float>(0.6 * p.opacity(p.contours[i].role)));
        p.contourItems[i]->pen = QPen(color, scale, roleStyle(p.contours[i].role, theme).line);
        if (!p.contours[i].label.isEmpty())
            entries.push_back({p.contours[i].role, LegendEntry::Sign::Line, p.contours[i].label});
    }
    for (DrawnBundle& drawn : p.bundles) {
        p.dress(drawn, theme);
        if (!drawn.bundle.label.isEmpty())
            entries.push_back({drawn.bundle.role, drawn.bundle.threads ? LegendEntry::Sign::Marker : LegendEntry::Sign::Line, drawn.bundle.label});
    }
    p.starts->marker = Marker::Circle;
    p.starts->size = 8 * scale;
    p.starts->brush = s.card;
    p.starts->pen = QPen(roleStyle(Role::Noise, theme).text, 2 * scale);
    p.chosen->marker = Marker::Circle;
    p.chosen->size = 15 * scale;
    p.chosen->brush = s.accentSoft;
    p.chosen->pen = QPen(s.accent, 2 * scale);
    p.legend->setEntries(entries);
    p.legend->style(theme);
}

void TrajectoryView::arrange()
{
    Parts& p = *m_parts;
    p.ends->lines.clear();
    p.time->lines.clear();
    if (p.overTime) {
        p.across()->setRange(-kEndRoom, 1 + kEndRoom);
        p.up()->setRange(p.y.least, p.y.most);
        for (const double t : {0.0, 1.0})
            p.ends->lines.push_back({{t, p.y.least}, {t, p.y.most}});
        if (p.t)
            p.time->lines.push_back({{*p.t, p.y.least}, {*p.t, p.y.most}});
        p.area->update(QCPLayoutElement::upPreparation); // the ticks of these ranges
    } else {
        setEqualUnits(*p.area, p.x, p.y);
    }
}

void TrajectoryView::move(int start, QPointF to)
{
    Parts& p = *m_parts;
    if (p.overTime)
        to.setX(0);
    to.setY(std::clamp(to.y(), p.up()->range().lower, p.up()->range().upper));
    if (!p.overTime)
        to.setX(std::clamp(to.x(), p.across()->range().lower, p.across()->range().upper));
    p.starts->points[static_cast<std::size_t>(start)] = to;
    select(start);
    Q_EMIT startMoved(start, to);
}

int TrajectoryView::startAt(QPointF pixel) const
{
    const Parts& p = *m_parts;
    int nearest = -1;
    double least = kReach;
    for (std::size_t i = 0; i < p.starts->points.size(); ++i) {
        const QPointF at(p.across()->coordToPixel(p.starts->points[i].x()), p.up()->coordToPixel(p.starts->points[i].y()));
        if (const double away = std::hypot(at.x() - pixel.x(), at.y() - pixel.y()); away < least) {
            least = away;
            nearest = static_cast<int>(i);
        }
    }
    return nearest;
}

bool TrajectoryView::eventFilter(QObject* watched, QEvent* event)
{
    Parts& p = *m_parts;
    if (watched != plot())
        return ChartView::eventFilter(watched, event);
    if (event->type() == QEvent::MouseButtonPress) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        setFocus(Qt::MouseFocusReason);
        p.dragged = mouse->button() == Qt::LeftButton ? startAt(mouse->position()) : -1;
        if (p.dragged >= 0)
            select(p.dragged);
    } else if (event->type() == QEvent::MouseMove) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (p.dragged >= 0 && (mouse->buttons() & Qt::LeftButton))
            move(p.dragged, {p.across()->pixelToCoord(mouse->position().x()), p.up()->pixelToCoord(mouse->position().y())});
        else
            plot()->setCursor(startAt(mouse->position()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    } else if (event->type() == QEvent::MouseButtonRelease && p.dragged >= 0) {
        p.dragged = -1;
        Q_EMIT startReleased();
    }
    return ChartView::eventFilter(watched, event);
}

void TrajectoryView::keyPressEvent(QKeyEvent* event)
{
    const Parts& p = *m_parts;
    const double part = event->modifiers() & Qt::ShiftModifier ? kFineStep : kKeyStep;
    QPointF by;
    switch (event->key()) {
    case Qt::Key_Up: by.setY(part * p.up()->range().size()); break;
    case Qt::Key_Down: by.setY(-part * p.up()->range().size()); break;
    case Qt::Key_Right: by.setX(part * p.across()->range().size()); break;
    case Qt::Key_Left: by.setX(-part * p.across()->range().size()); break;
    default: return ChartView::keyPressEvent(event);
    }
    if (p.selected < 0)
        return ChartView::keyPressEvent(event);
    move(p.selected, p.starts->points[static_cast<std::size_t>(p.selected)] + by);
    Q_EMIT startReleased();
}

void TrajectoryView::focusInEvent(QFocusEvent* event)
{
    ChartView::focusInEvent(event);
    const int last = static_cast<int>(starts().size()) - 1;
    const bool none = m_parts->selected < 0 || event->reason() == Qt::TabFocusReason;
    select(event->reason() == Qt::BacktabFocusReason ? last : none ? std::min(0, last) : m_parts->selected);
}

void TrajectoryView::focusOutEvent(QFocusEvent* event)
{
    ChartView::focusOutEvent(event);
    select(m_parts->selected);
}

bool TrajectoryView::focusNextPrevChild(bool next)
{
    const int to = m_parts->selected + (next ? 1 : -1);
    if (!hasFocus() || to < 0 || to >= static_cast<int>(starts().size()))
        return ChartView::focusNextPrevChild(next);
    select(to);
    return true;
}

} // namespace realuid::widgets
