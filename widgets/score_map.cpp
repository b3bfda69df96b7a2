// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/score_map.h"

#include "widgets/color_bar.h"
#include "widgets/point_handle.h"
#include "widgets/score_items.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace realuid::widgets
{
namespace
{

constexpr int kRayRoom = 32;  ///< units at the right and
constexpr int kHeadRoom = 20; ///< above, for the labels of rays
constexpr double kGap = 2;    ///< between labels

/// A strip above the map, as high as two lines of text.
class ReadOutStrip : public QCPLayoutElement
{
public:
    explicit ReadOutStrip(QCustomPlot* plot) : QCPLayoutElement(plot)
    {
        setSizeConstraintRect(scrInnerRect);
        setMinimumMargins(QMargins(kInside, 2, kInside, 0));
    }
    void setLineHeight(int height)
    {
        setMinimumSize(0, 2 * height);
        setMaximumSize(QWIDGETSIZE_MAX, 2 * height);
    }
};

QColor withAlpha(QColor color, int alpha)
{
    color.setAlpha(alpha);
    return color;
}

} // namespace

struct ScoreMap::Parts {
    struct RayParts {
        ScoreRay ray;
        LinesItem* line = nullptr;
        FormulaItem* label = nullptr;
    };
    QCPAxisRect* area = nullptr;
    ReadOutStrip* strip = nullptr;
    std::array<FormulaItem*, 2> readOut{};
    std::unique_ptr<ColorBar> bar;
    AreaItem* band = nullptr;
    FormulaItem* bandLabel = nullptr;
    AreaItem* beyond = nullptr;
    LinesItem* contours = nullptr;
    std::vector<Contour> levels;
    std::vector<RayParts> rays;
    FormulaItem* rayHeading = nullptr;
    LinesItem* limit = nullptr;
    UprightLabelItem* limitLabel = nullptr;
    ChipsItem* chips = nullptr;
    AreaItem* named = nullptr;
    FormulaItem* name = nullptr;
    OperatingPointItem* point = nullptr;
    PointHandle* handle = nullptr;
    QPointF namedAt;
    double limitAt = 1;
    bool limitForbidden = false;

    double x(double value) const { return area->axis(QCPAxis::atBottom)->coordToPixel(value); }
    double y(double value) const { return area->axis(QCPAxis::atLeft)->coordToPixel(value); }
};

ScoreMap::ScoreMap(QWidget* parent) : ChartView(parent), m_parts(std::make_unique<Parts>())
{
    Parts& p = *m_parts;
    p.area = addAxisRect(1, 0);
    p.area->setMinimumMargins(QMargins(0, kHeadRoom, kRayRoom, 0));
    p.strip = new ReadOutStrip(plot());
    plot()->plotLayout()->addElement(0, 0, p.strip);
    plot()->plotLayout()->setRowSpacing(0);
    p.bar = std::make_unique<ColorBar>(plot(), p.area, 1, 1);
    p.beyond = new AreaItem(plot(), p.area);
    p.band = new AreaItem(plot(), p.area);
    p.contours = new LinesItem(plot(), p.area);
    p.limit = new LinesItem(plot(), p.area);
    p.chips = new ChipsItem(plot(), p.area);
    p.chips->setClipToAxisRect(false);
    p.named = new AreaItem(plot(), p.area);
    p.name = new FormulaItem(plot(), p.area);
    p.bandLabel = new FormulaItem(plot(), p.area);
    p.rayHeading = new FormulaItem(plot(), p.area);
    p.limitLabel = new UprightLabelItem(plot(), p.area);
    for (FormulaItem*& line : p.readOut)
        line = new FormulaItem(plot(), p.area);
    p.point = new OperatingPointItem(plot(), p.area, *p.chips);
    p.point->setClipToAxisRect(false);
    p.handle = new PointHandle(*this, *plot(), *p.area);
    connect(p.handle, &PointHandle::focusChanged, this, [this] {
        m_parts->point->focused = hasFocus();
        queueReplot();
    });
    themeChanged();
}

ScoreMap::~ScoreMap() = default;

void ScoreMap::setAxisLabels(const QString& x, const QString& y, const QString& quantity)
{
    setAxisLabel(m_parts->area->axis(QCPAxis::atBottom), x);
    setAxisLabel(m_parts->area->axis(QCPAxis::atLeft), y);
    setAxisLabel(m_parts->bar->axis(), quantity);
    queueReplot();
}

void ScoreMap::setRanges(AxisRange x, AxisRange y)
{
    m_parts->area->axis(QCPAxis::atBottom)->setRange(x.least, x.most);
    m_parts->area->axis(QCPAxis::atLeft)->setRange(y.least, y.most);
    queueReplot();
}

void ScoreMap::setScores(std::vector<Score> scores, const ColorScale& scale)
{
    m_parts->chips->scores = std::move(scores);
    m_parts->chips->scale = scale;
    m_parts->bar->setScale(scale);
    queueReplot();
}

void ScoreMap::setRays(std::vector<ScoreRay> rays, const QString& heading)
{
    Parts& p = *m_parts;
    for (const Parts::RayParts& old : p.rays) {
        plot()->removeItem(old.line);
        plot()->removeItem(old.label);
    }
    p.rays.clear();
    for (ScoreRay& ray : rays) {
        Parts::RayParts parts{std::move(ray), new LinesItem(plot(), p.area), new FormulaItem(plot(), p.area)};
        parts.label->formula = Formula::mixed(parts.ray.label);
        p.rays.push_back(std::move(parts));
    }
    p.rayHeading->formula = Formula::mixed(heading);
    for (ChartItem* above : std::initializer_list<ChartItem*>{p.limit, p.chips, p.named, p.bandLabel, p.name, p.point}) {
        above->setLayer(QStringLiteral("background")); // moves it behind the rays ...
        above->setLayer(QStringLiteral("main"));       // ... and again to the front
    }
    themeChanged();
}

void ScoreMap::setBand(const QPolygonF& band, const QString& label)
{
    m_parts->band->polygon = band;
    m_parts->bandLabel->formula = Formula::mixed(label);
    queueReplot();
}

void ScoreMap::setLimit(double limit, const QString& label)
{
    m_parts->limitAt = limit;
    m_parts->limitForbidden = !label.isEmpty();
    m_parts->limitLabel->formula = Formula::mixed(label);
    themeChanged();
}

void ScoreMap::setNamedPoint(QPointF at, const QString& label)
{
    m_parts->namedAt = at;
    m_parts->name->formula = Formula::mixed(label);
    queueReplot();
}

void ScoreMap::setContours(std::vector<Contour> lines)
{
    m_parts->contours->lines.clear();
    for (const Contour& contour : lines)
        m_parts->contours->lines.push_back(contour.line);
    m_parts->levels = std::move(lines);
    queueReplot();
}

void ScoreMap::setReadOut(const QString& first, const QString& second)
{
    m_parts->readOut[0]->formula = Formula::mixed(first);
    m_parts->readOut[1]->formula = Formula::mixed(second);
    queueReplot();
}

QString ScoreMap::readOut() const
{
    return m_parts->readOut[0]->formula.plainText() + u'\n' + m_parts->readOut[1]->formula.plainText();
}

void ScoreMap::setOperatingPoint(QPointF at)
{
    m_parts->point->at = at;
    m_parts->handle->setAt(at);
    queueReplot();
}

QPointF ScoreMap::operatingPoint() const { return m_parts->point->at.value_or(QPointF()); }

PointHandle& ScoreMap::handle() const { return *m_parts->handle; }

std::vector<DataTable> ScoreMap::data() const
{
    const Parts& p = *m_parts;
    std::vector<DataTable> tables;
    std::vector<QPointF> places;
    std::vector<double> values;
    for (const Score& score : p.chips->scores) {
        places.push_back(score.at);
        values.push_back(score.value);
    }
    tables.push_back(pointTable({}, places));
    tables.back().add(QStringLiteral("value"), std::move(values));
    tables.push_back(contourTable(QStringLiteral("contours"), p.levels));
    if (p.point->at)
        tables.push_back(pointTable(QStringLiteral("point"), {&*p.point->at, 1}));
    return tables;
}

const Score* ScoreMap::scoreAt(double x, double y) const { return m_parts->chips->at({m_parts->x(x), m_parts->y(y)}); }

const Score* ScoreMap::scoreOf(QPointF at) const
{
    const std::vector<Score>& scores = m_parts->chips->scores;
    const auto found = std::find_if(scores.begin(), scores.end(), [&](const Score& each) { return QLineF(each.at, at).length() < 1e-9; });
    return found == scores.end() ? nullptr : &*found;
}

bool ScoreMap::showsNumbers() const { return m_parts->chips->labelled(); }

QPointF ScoreMap::pixelOf(QPointF at) const { return {m_parts->x(at.x()), m_parts->y(at.y())}; }

std::vector<QRectF> ScoreMap::labelPlaces() const
{
    const Parts& p = *m_parts;
    std::vector<QRectF> out;
    const auto add = [&](const FormulaItem* label) {
        if (label->visible() && !label->formula.isEmpty())
            out.emplace_back(label->at, label->extent());
    };
    for (const Parts::RayParts& ray : p.rays)
        add(ray.label);
    for (const FormulaItem* label : {p.rayHeading, p.name, p.bandLabel, p.readOut[0], p.readOut[1]})
        add(label);
    if (p.limitLabel->visible() && !p.limitLabel->formula.isEmpty()) {
        const QSizeF size = p.limitLabel->extent().transposed();
        out.emplace_back(p.limitLabel->at - QPointF(size.width(), size.height()) / 2, size);
    }
    if (p.chips->labelled())
        for (const Score& score : p.chips->scores)
            out.push_back(p.chips->place(score));
    return out;
}

void ScoreMap::style(Theme theme)
{
    Parts& p = *m_parts;
    const Surfaces& s = surfaces(theme);
    const double scale = lineScale(theme);
    const QFont font = chartFont(theme);
    p.strip->setLineHeight(static_cast<int>(font.pixelSize() * 1.4));
    p.bar->style(theme);
    p.beyond->brush = s.background;
    p.band->brush = s.accentSoft;
    p.band->pen = QPen(s.accent, scale, Qt::DotLine);
    p.contours->pen = QPen(withAlpha(s.quietText, 150), 0.8 * scale);
    for (Parts::RayParts& ray : p.rays) {
        ray.line->pen = QPen(s.text, scale, ray.ray.line, Qt::FlatCap);
        ray.label->color = s.text;
        ray.label->font = font;
    }
    p.limit->pen = p.limitForbidden ? QPen(s.fault, 2.5 * scale, Qt::DashLine, Qt::FlatCap) : QPen(s.quietText, scale);
    p.limitLabel->color = s.fault;
    p.chips->font = font;
    p.chips->rim = s.card;
    p.chips->none = s.background;
    p.named->pen = QPen(s.text, 2 * scale);
    p.name->color = s.text;
    p.bandLabel->color = s.accent;
    for (FormulaItem* label : {p.name, p.bandLabel})
        label->halo = withAlpha(s.card, 225);
    p.point->color = s.accent;
    p.point->halo = s.card;
    p.point->width = 2.5 * scale;
    for (FormulaItem* label : {p.rayHeading, static_cast<FormulaItem*>(p.limitLabel), p.bandLabel, p.name, p.readOut[0], p.readOut[1]})
        label->font = font;
    for (FormulaItem* label : {p.rayHeading, p.readOut[0]})
        label->color = s.text;
    p.readOut[1]->color = s.quietText;
}

void ScoreMap::arrange()
{
    Parts& p = *m_parts;
    const QCPRange x = p.area->axis(QCPAxis::atBottom)->range(), y = p.area->axis(QCPAxis::atLeft)->range();
    p.beyond->polygon = QPolygonF(QRectF(QPointF(p.limitAt, y.lower), QPointF(x.upper, y.upper)));
    p.limit->lines = {QPolygonF{{p.limitAt, y.lower}, {p.limitAt, y.upper}}};
    const double lineHeight = p.strip->rect().height() / 2.0;
    for (std::size_t i = 0; i < p.readOut.size(); ++i)
        p.readOut[i]->at = QPointF(p.strip->rect().topLeft()) + QPointF(0, lineHeight * static_cast<double>(i));
    arrangeRays();
    arrangeLimit();
    arrangeName();
    arrangeBand();
}

// Labels stand outside where the rays leave, apart by their height; those that leave above are right and left of each other.
void ScoreMap::arrangeRays()
{
    Parts& p = *m_parts;
    const QRectF room(p.area->rect());
    const QCPRange x = p.area->axis(QCPAxis::atBottom)->range(), y = p.area->axis(QCPAxis::atLeft)->range();
    std::vector<FormulaItem*> right;
    double freeAbove = room.right() - p.rayHeading->extent().width(); // to the left of the heading
    for (Parts::RayParts& ray : p.rays) {
        ray.line->lines = {QPolygonF{{0, 0}, {2 * x.upper, 2 * x.upper * ray.ray.slope}}};
        const QSizeF size = ray.label->extent();
        const double leaves = p.y(ray.ray.slope * x.upper);
        if (leaves < room.top()) {
            const double at = std::min(p.x(y.upper / ray.ray.slope) - size.width() / 2, freeAbove - size.width() - kInside);
            ray.label->at = {at, room.top() - size.height() - kGap};
            freeAbove = at;
        } else {
            ray.label->at = {room.right() + 4, leaves - size.height() / 2};
            right.push_back(ray.label);
        }
    }
    std::sort(right.begin(), right.end(), [](const FormulaItem* a, const FormulaItem* b) { return a->at.y() < b->at.y(); });
    const auto push = [&](std::size_t still, std::size_t moved, double sign) {
        const double most = right[still]->at.y() + sign * (right[still]->extent().height() + kGap);
        right[moved]->at.setY(sign > 0 ? std::max(right[moved]->at.y(), most) : std::min(right[moved]->at.y(), most));
    };
    for (std::size_t i = right.size() / 2; i > 0 && i < right.size(); --i) // from the middle one up
        push(i, i - 1, -1);
    if (!right.empty())
        right.front()->at.setY(std::max(right.front()->at.y(), room.top() + kGap));
    for (std::size_t i = 0; i + 1 < right.size(); ++i)
        push(i, i + 1, 1);
    p.rayHeading->at = {room.right() + 4 - p.rayHeading->extent().width() * 0.25, room.top() - p.rayHeading->extent().height() - kGap};
}

// In the longer stretch of the limit that scores leave free.
void ScoreMap::arrangeLimit()
{
    Parts& p = *m_parts;
    const QRectF room(p.area->rect());
    double highest = room.bottom(), lowest = room.top();
    for (const Score& score : p.chips->scores)
        if (std::abs(score.at.x() - p.limitAt) < 1e-9) {
            highest = std::min(highest, p.chips->place(score).top());
            lowest = std::max(lowest, p.chips->place(score).bottom());
        }
    const bool above = highest - room.top() > room.bottom() - lowest;
    const double from = above ? room.top() : lowest, to = above ? highest : room.bottom();
    const QSizeF size = p.limitLabel->extent();
    p.limitLabel->at = {p.x(p.limitAt) + 4 + size.height() / 2, (from + to) / 2};
    p.limitLabel->setVisible(size.width() < to - from - 4);
}

void ScoreMap::arrangeName()
{
    Parts& p = *m_parts;
    const QRectF room(p.area->rect());
    QRectF mark(QPointF(p.x(p.namedAt.x()), p.y(p.namedAt.y())) - QPointF(6, 6), QSizeF(12, 12));
    if (const Score* score = scoreOf(p.namedAt))
        mark = p.chips->place(*score).adjusted(-2, -2, 2, 2);
    const auto dataOf = [&](QPointF pixel) {
        return QPointF(p.area->axis(QCPAxis::atBottom)->pixelToCoord(pixel.x()), p.area->axis(QCPAxis::atLeft)->pixelToCoord(pixel.y()));
    };
    p.named->polygon = QPolygonF{dataOf(mark.topLeft()), dataOf(mark.topRight()), dataOf(mark.bottomRight()), dataOf(mark.bottomLeft())};
    const QSizeF size = p.name->extent();
    p.name->at = {std::min(mark.right(), p.x(p.limitAt) - 6) - size.width(), mark.top() - size.height() - 8};
    const bool inside = room.contains(QPointF(p.x(p.namedAt.x()), p.y(p.namedAt.y())));
    p.name->setVisible(inside && p.name->at.x() > room.left());
    p.named->setVisible(inside);
}

// Above the band and its scores, at the left, where that is free.
void ScoreMap::arrangeBand()
{
    Parts& p = *m_parts;
    const QRectF band = p.band->polygon.boundingRect();
    double top = p.y(band.bottom()); // the most, in data
    for (const Score& score : p.chips->scores)
        if (band.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(score.at))
            top = std::min(top, p.chips->place(score).top());
    const QSizeF size = p.bandLabel->extent();
    p.bandLabel->at = {p.x(band.left()), top - size.height() - 8};
    const QRectF place = QRectF(p.bandLabel->at, size).adjusted(-4, -4, 4, 4), name(p.name->at, p.name->extent());
    p.bandLabel->setVisible(QRectF(p.area->rect()).contains(place) && !place.intersects(name));
}

} // namespace realuid::widgets
