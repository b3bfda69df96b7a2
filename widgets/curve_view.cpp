// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/curve_view.h"

#include "widgets/chart_items.h"
#include "widgets/curve_labels.h"
#include "widgets/curve_series.h"

#include <cmath>
#include <utility>

namespace realuid::widgets
{
namespace
{

struct Series {
    Role role = Role::Fake;
    CurveSeries values, means;
    double mean = 0;
    double weight = 0; // of the mean, so that its first values are not drawn to zero
    LinesItem* thin = nullptr;
    QCPGraph* thick = nullptr;
    FormulaItem* label = nullptr;
};

struct Event {
    double step = 0;
    LinesItem* line = nullptr;
    FormulaItem* label = nullptr;
};

// The next round number, so that the axis grows in few jumps while values stream in.
double roundUp(double value)
{
    const double power = std::pow(10.0, std::floor(std::log10(std::max(value, 1e-12))));
    for (const double round : {1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0})
        if (value <= round * power * (1 + 1e-12))
            return round * power;
    return 10 * power;
}

} // namespace

struct CurveView::Parts {
    QCPAxisRect* area = nullptr;
    std::vector<Series> series;
    std::vector<Event> events;
    int smoothing = 25;
    bool logarithmic = false;

    QCPAxis* x() const { return area->axis(QCPAxis::atBottom); }
    QCPAxis* y() const { return area->axis(QCPAxis::atLeft); }
    void fitRanges();
};

void CurveView::Parts::fitRanges()
{
    double first = INFINITY, last = -INFINITY, least = INFINITY, most = -INFINITY;
    for (const Series& each : series)
        if (!each.values.isEmpty()) {
            first = std::min(first, each.values.firstStep());
            last = std::max(last, each.values.last().x());
            least = std::min(least, logarithmic ? each.values.leastPositive() : each.values.least());
            most = std::max(most, each.values.most());
        }
    if (first > last)
        return;
    x()->setRange(first <= 0.1 * last ? 0 : first, std::max(roundUp(last), first + 1));
    if (!(least <= most) || (logarithmic && most <= 0))
        return;
    if (logarithmic) {
        y()->setRange(std::pow(10.0, std::floor(std::log10(least) * 2) / 2), std::pow(10.0, std::ceil(std::log10(most) * 2 + 1e-9) / 2));
        return;
    }
    if (least == most) { // from nothing to it, or one of it
        least = std::min(least, 0.0);
        most = most < 0 ? 0 : most > 0 ? most : 1;
    }
    if (least >= 0 && least < 0.5 * most)
        least = 0;
    const double room = most - least;
    const double step = roundUp(room) / 20;
    y()->setRange(std::floor(least / step) * step, std::ceil((most + 0.04 * room) / step) * step);
}

CurveView::CurveView(QWidget* parent) : ChartView(parent), m_parts(std::make_unique<Parts>())
{
    m_parts->area = addAxisRect(0, 0);
    connect(plot(), &QCustomPlot::beforeReplot, this, [this] { m_parts->fitRanges(); });
    setAxisLabels(tr("update"), tr("loss"));
    themeChanged();
}

CurveView::~CurveView() = default;

int CurveView::addSeries(Role role, const QString& label)
{
    Series series;
    series.role = role;
    series.thin = new LinesItem(plot(), m_parts->area);
    series.thin->ragged = true;
    series.thick = plot()->addGraph(m_parts->x(), m_parts->y());
    series.thick->setAdaptiveSampling(false);
    series.label = new FormulaItem(plot(), m_parts->area);
    series.label->formula = Formula::mixed(label);
    m_parts->series.push_back(std::move(series));
    themeChanged();
    return static_cast<int>(m_parts->series.size()) - 1;
}

void CurveView::append(int series, double step, double value)
{
    Series& s = m_parts->series.at(static_cast<std::size_t>(series));
    s.values.append(step, value);
    if (m_parts->smoothing > 0 && std::isfinite(value)) {
        const double keep = 1 - 1.0 / m_parts->smoothing;
        s.mean = keep * s.mean + (1 - keep) * value;
        s.weight = keep * s.weight + (1 - keep);
        s.means.append(step, s.mean / s.weight);
    }
    queueReplot();
}

void CurveView::clear()
{
    for (Series& s : m_parts->series) {
        s.values.clear();
        s.means.clear();
        s.mean = s.weight = 0;
    }
    for (const Event& event : m_parts->events) {
        plot()->removeItem(event.line);
        plot()->removeItem(event.label);
    }
    m_parts->events.clear();
    queueReplot();
}

void CurveView::addEvent(double step, const QString& text)
{
    Event event{step, new LinesItem(plot(), m_parts->area), new FormulaItem(plot(), m_parts->area)};
    event.label->formula = Formula::mixed(text);
    m_parts->events.push_back(event);
    themeChanged();
}

void CurveView::setLogarithmic(bool on)
{
    m_parts->logarithmic = on;
    m_parts->y()->setScaleType(on ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (on)
        m_parts->y()->setTicker(QSharedPointer<PowerTicker>::create(m_parts->y()));
    else
        m_parts->y()->setTicker(QSharedPointer<NumberTicker>::create(m_parts->y()));
    queueReplot();
}

void CurveView::setSmoothing(int updates)
{
    m_parts->smoothing = updates;
    themeChanged();
}

void CurveView::setAxisLabels(const QString& x, const QString& y)
{
    setAxisLabel(m_parts->x(), x);
    setAxisLabel(m_parts->y(), y);
    queueReplot();
}

std::vector<DataTable> CurveView::data() const
{
    std::vector<DataTable> tables;
    for (const Series& series : m_parts->series) {
        if (series.values.isEmpty())
            continue;
        DataTable table = pointTable(roleId(series.role), series.values.decimated(-INFINITY, INFINITY, series.values.size() + 1));
        table.columns[0].name = QStringLiteral("step");
        table.columns[1].name = QStringLiteral("value");
        tables.push_back(std::move(table));
    }
    numberEqualNames(tables);
    return tables;
}

void CurveView::paintFigure(QCPPainter& painter, const QSize& size, Theme theme, bool transparent)
{
    m_parts->fitRanges(); // on screen the repainting does it
    ChartView::paintFigure(painter, size, theme, transparent);
}

void CurveView::style(Theme theme)
{
    const Surfaces& s = surfaces(theme);
    QColor halo = s.card;
    halo.setAlphaF(0.8f);
    for (const Series& series : m_parts->series) {
        const RoleStyle role = roleStyle(series.role, theme);
        // Dashes would turn to noise on ragged curves; the label is the second sign here.
        QColor thin = role.color;
        thin.setAlphaF(0.35f);
        series.thin->pen = QPen(thin, 0.8 * lineScale(theme), Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin);
        series.thick->setPen(QPen(role.color, 2 * lineScale(theme), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        series.label->font = chartFont(theme);
        series.label->color = role.text;
        series.label->halo = halo;
    }
    for (const Event& event : m_parts->events) {
        event.line->pen = QPen(s.quietText, lineScale(theme), Qt::DotLine);
        event.label->font = chartFont(theme);
        event.label->color = s.quietText;
        event.label->halo = halo;
    }
}

void CurveView::arrange()
{
    Parts& p = *m_parts;
    const QCPRange x = p.x()->range(), y = p.y()->range();
    const auto points = [&](const CurveSeries& series, int wanted) {
        std::vector<QPointF> found = series.decimated(x.lower, x.upper, static_cast<std::size_t>(std::max(1, wanted)));
        for (QPointF& point : found)
            if (p.logarithmic && point.y() <= 0)
                point.setY(qQNaN());
        return found;
    };
    std::vector<LabelledGraph> labelled;
    for (const Series& series : p.series) {
        series.thin->lines.clear();
        QPolygonF piece;
        const int width = p.area->width();
        for (const QPointF& point : p.smoothing > 0 ? points(series.values, width) : std::vector<QPointF>()) {
            if (std::isfinite(point.y())) {
                piece << point;
                continue;
            }
            series.thin->lines.push_back(std::exchange(piece, {}));
        }
        series.thin->lines.push_back(piece);
        QVector<QCPGraphData> shown;
        for (const QPointF& point : p.smoothing > 0 ? points(series.means, width / 6) : points(series.values, width))
            shown.append({point.x(), point.y()});
        series.thick->data()->set(shown, true);
        labelled.push_back({series.thick, series.label});
    }
    placeCurveLabels(labelled, p.area->rect());
    double free = -INFINITY; // events may be close: a label that would lie on the one before is left out
    for (const Event& event : p.events) {
        event.line->lines = {QPolygonF{{event.step, y.lower}, {event.step, y.upper}}};
        const double at = p.x()->coordToPixel(event.step) + 4;
        const bool room = at > free && at + event.label->extent().width() < p.area->right();
        event.label->setVisible(room);
        event.label->at = {at, p.area->top() + 2.0};
        free = room ? at + event.label->extent().width() + kInside : free;
    }
}

} // namespace realuid::widgets
