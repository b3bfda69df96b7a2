// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/surface_axes.h"

#include "widgets/number_table.h"
#include "widgets/plot_view.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace realuid::widgets
{
namespace
{

constexpr double kTick = 4;          ///< units
constexpr double kBar = 7;           ///< width of the colours beside the upright edge
constexpr double kUnitsAPowerTick = 26, kUnitsATick = 44;
constexpr double kApart = 6;         ///< between two numbers beside each other
constexpr double kLeastEdge = 26;    ///< an edge that is seen from its end carries no ticks

/// One edge of the box: where it begins and ends, and which way is out of the picture's middle.
struct Edge {
    BoxPoint from, to;
    QPointF begin, end, out;

    BoxPoint at(double place) const
    {
        return {from.x + place * (to.x - from.x), from.y + place * (to.y - from.y), from.z + place * (to.z - from.z)};
    }
    double length() const { return std::hypot(end.x() - begin.x(), end.y() - begin.y()); }
};

Edge edge(const SurfaceProjection& projection, const BoxPoint& from, const BoxPoint& to)
{
    Edge out{from, to, projection.map(from).at, projection.map(to).at, {}};
    const QPointF way = out.end - out.begin, middle = (out.begin + out.end) / 2;
    const double length = std::max(1e-9, out.length());
    QPointF across(-way.y() / length, way.x() / length);
    const QPointF outwards = middle - projection.map({0.5, 0.5, from.z == to.z ? 0.0 : 0.5}).at;
    if (QPointF::dotProduct(across, outwards) < 0)
        across = -across;
    out.out = across;
    return out;
}

/// The floor's corner at the front in each direction, and the corner farthest to the left.
struct Corners {
    double frontX, frontY, leftX = 0, leftY = 0;
};

Corners corners(const SurfaceProjection& projection)
{
    Corners out{projection.columnsAscendAway() ? 0.0 : 1.0, projection.rowsAscendAway() ? 0.0 : 1.0};
    double least = INFINITY;
    for (const double x : {0.0, 1.0})
        for (const double y : {0.0, 1.0})
            if (const double at = projection.map({x, y, 0}).at.x(); at < least) {
                least = at;
                out.leftX = x;
                out.leftY = y;
            }
    return out;
}

QFont labelFont(Theme theme)
{
    QFont font = QApplication::font();
    font.setFamily(QFontInfo(font).family()); // the true name, as files must say it
    font.setPixelSize(static_cast<int>(std::lround(kFigureType * typeScale(theme))));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

/// Puts a label beside `at` on the side that `out` points to: beyond it along slanted edges, centred on level and upright ones.
QRectF placed(QPointF at, QPointF out, const Formula::Size& size)
{
    const QPointF half(size.width / 2, size.height() / 2);
    const auto shift = [](double part) { return std::clamp(2.4 * part, -1.0, 1.0); };
    return QRectF(at + QPointF(shift(out.x()) * half.x(), shift(out.y()) * half.y()) - half, QSizeF(size.width, size.height()));
}

void paintLabel(QPainter& painter, const QRectF& box, const Formula& label, const QFont& font)
{
    label.paint(painter, box.topLeft() + QPointF(0, label.size(font).ascent), font);
}

struct Labels {
    QPainter& painter;
    const SurfaceProjection& projection;
    QFont font;
    std::vector<QRectF> taken; ///< by numbers

    /// Numbers at ticks, then the axis' label beyond them; `gap` is between the edge and the ticks' numbers.
    void along(const Edge& edge, const std::vector<AxisTick>& ticks, const Formula& title, double gap)
    {
        if (edge.length() < kLeastEdge)
            return;
        double deepest = 0;
        for (const AxisTick& tick : ticks) {
            const QPointF at = projection.map(edge.at(tick.place)).at;
            painter.drawLine(at + edge.out * (gap - kTick), at + edge.out * gap);
            const QRectF box = placed(at + edge.out * (gap + 3), edge.out, tick.label.size(font));
            if (std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.adjusted(-kApart, 0, kApart, 0).intersects(box); }))
                continue;
            paintLabel(painter, box, tick.label, font);
            taken.push_back(box);
            const double depth = std::abs(edge.out.x()) * box.width() + std::abs(edge.out.y()) * box.height();
            deepest = std::max(deepest, gap + 3 + depth);
        }
        const QPointF middle = (edge.begin + edge.end) / 2;
        paintLabel(painter, placed(middle + edge.out * (deepest + 4), edge.out, title.size(font)), title, font);
    }

    /// The upright edge: its label stands above it, where it needs no room at the side.
    void upright(const Edge& edge, const std::vector<AxisTick>& ticks, const Formula& title, double gap)
    {
        if (edge.length() >= kLeastEdge)
            along(edge, ticks, {}, gap);
        const Formula::Size size = title.size(font);
        const double left = std::max(2.0, edge.end.x() - gap - size.width / 2);
        paintLabel(painter, QRectF(QPointF(left, std::max(2.0, edge.end.y() - size.height() - 8)), QSizeF(size.width, size.height())), title, font);
    }
};

int ticksAlong(const Edge& edge, double unitsATick)
{
    return std::clamp(static_cast<int>(edge.length() / unitsATick), 2, 6);
}

} // namespace

std::vector<AxisTick> axisTicks(double least, double mostValue, int most)
{
    const double rough = (mostValue - least) / std::max(1, most);
    if (!(rough > 0) || !std::isfinite(rough))
        return {};
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double round : {5.0, 2.5, 2.0, 1.0})
        if (round * power >= rough * 0.999)
            step = round * power;
    int decimals = 0;
    for (double s = step; decimals < 8 && std::abs(s - std::round(s)) > 1e-6 * s; s *= 10)
        ++decimals;
    std::vector<AxisTick> out;
    for (double k = std::ceil(least / step - 1e-6); k * step <= mostValue + 1e-6 * step; ++k)
        out.push_back({(k * step - least) / (mostValue - least), Formula::mixed(shownNumber(k == 0 ? 0 : k * step, decimals))});
    return out;
}

std::vector<AxisTick> axisTicks(const ColorScale& scale, int most)
{
    if (!scale.logarithmic)
        return axisTicks(scale.least, scale.most, most);
    const int first = static_cast<int>(std::ceil(std::log10(scale.least) - 1e-9));
    const int last = static_cast<int>(std::floor(std::log10(scale.most) + 1e-9));
    const int step = std::max(1, (last - first + most) / std::max(1, most));
    std::vector<AxisTick> out;
    for (int power = last; power >= first; power -= step)
        out.insert(out.begin(), {scale.position(std::pow(10.0, power)),
                                 Formula(power == 0 ? QStringLiteral("1") : QStringLiteral("10^{%1}").arg(power))});
    return out;
}

QRectF SurfaceAxes::boxArea(QSizeF size, Theme theme)
{
    const double type = typeScale(theme);
    return QRectF(QPointF(), size).adjusted(50 * type, 26 * type, -34 * type, -32 * type);
}

void SurfaceAxes::paintBack(QPainter& painter, const SurfaceProjection& projection, Theme theme) const
{
    const Corners at = corners(projection);
    const double backX = 1 - at.frontX, backY = 1 - at.frontY;
    const auto polygon = [&](std::initializer_list<BoxPoint> points) {
        QPolygonF out;
        for (const BoxPoint& point : points)
            out << projection.map(point).at;
        return out;
    };
    const Surfaces& s = surfaces(theme);
    painter.setPen(QPen(s.rule, lineScale(theme), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.setBrush(theme == Theme::Projector ? s.card : s.background);
    painter.drawPolygon(polygon({{0, 0, 0}, {1, 0, 0}, {1, 1, 0}, {0, 1, 0}}));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(polygon({{backX, 0, 0}, {backX, 1, 0}, {backX, 1, 1}, {backX, 0, 1}}));
    painter.drawPolygon(polygon({{0, backY, 0}, {1, backY, 0}, {1, backY, 1}, {0, backY, 1}}));
    const Edge alongX = edge(projection, {0, at.frontY, 0}, {1, at.frontY, 0}), alongY = edge(projection, {at.frontX, 0, 0}, {at.frontX, 1, 0});
    const Edge up = edge(projection, {at.leftX, at.leftY, 0}, {at.leftX, at.leftY, 1});
    for (const AxisTick& tick : axisTicks(x0, x1, ticksAlong(alongX, kUnitsATick)))
        painter.drawPolyline(polygon({{tick.place, at.frontY, 0}, {tick.place, backY, 0}, {tick.place, backY, 1}}));
    for (const AxisTick& tick : axisTicks(y0, y1, ticksAlong(alongY, kUnitsATick)))
        painter.drawPolyline(polygon({{at.frontX, tick.place, 0}, {backX, tick.place, 0}, {backX, tick.place, 1}}));
    for (const AxisTick& tick : axisTicks(scale, ticksAlong(up, kUnitsAPowerTick)))
        painter.drawPolyline(polygon({{backX, at.frontY, tick.place}, {backX, backY, tick.place}, {at.frontX, backY, tick.place}}));
}

void SurfaceAxes::paintFront(QPainter& painter, const SurfaceProjection& projection, Theme theme) const
{
    const Corners at = corners(projection);
    const Edge alongX = edge(projection, {0, at.frontY, 0}, {1, at.frontY, 0}), alongY = edge(projection, {at.frontX, 0, 0}, {at.frontX, 1, 0});
    Edge up = edge(projection, {at.leftX, at.leftY, 0}, {at.leftX, at.leftY, 1});
    up.out = {-1, 0};
    Labels labels{painter, projection, labelFont(theme), {}};
    const Surfaces& s = surfaces(theme);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(s.quietText, lineScale(theme), Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(alongX.begin, alongX.end);
    painter.drawLine(alongY.begin, alongY.end);
    const ColorTable& colors = colorTable(scale.map);
    constexpr int pieces = 64;
    for (int i = 0; i < pieces; ++i) {
        const QPointF low = up.begin + (up.end - up.begin) * (static_cast<double>(i) / pieces), high = up.begin + (up.end - up.begin) * ((i + 1.0) / pieces);
        painter.fillRect(QRectF(QPointF(low.x() - kBar - 3, high.y()), QPointF(low.x() - 3, low.y() + (i == 0 ? 0 : 0.3))),
                         QColor(colors[static_cast<std::size_t>(i * 255 / (pieces - 1))]));
    }
    painter.setPen(QPen(s.text, lineScale(theme), Qt::SolidLine, Qt::FlatCap));
    labels.along(alongX, axisTicks(x0, x1, ticksAlong(alongX, kUnitsATick)), x, kTick);
    labels.along(alongY, axisTicks(y0, y1, ticksAlong(alongY, kUnitsATick)), y, kTick);
    labels.upright(up, axisTicks(scale, ticksAlong(up, kUnitsAPowerTick)), z, kBar + 3 + kTick);
}

} // namespace realuid::widgets
