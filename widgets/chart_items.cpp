// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart_items.h"

#include "widgets/number_table.h"
#include "widgets/plot_view.h"

#include <QApplication>

#include <algorithm>
#include <cmath>

namespace realuid::widgets
{
namespace
{
constexpr double kShortestPiece = 2; ///< pixels, along both axes together
constexpr double kFewPowers = 40;    ///< ratio of an axis' ends up to which powers of ten are too few
constexpr int kFewTicks = 3;
constexpr double kLeastType = 0.6; ///< of the usual size
}

ChartItem::ChartItem(QCustomPlot* plot, QCPAxisRect* area) : QCPAbstractItem(plot), m_area(area)
{
    setClipAxisRect(area);
    setClipToAxisRect(true);
    setSelectable(false);
}

QPointF ChartItem::pixel(QPointF data) const
{
    return {m_area->axis(QCPAxis::atBottom)->coordToPixel(data.x()), m_area->axis(QCPAxis::atLeft)->coordToPixel(data.y())};
}

FormulaItem::FormulaItem(QCustomPlot* plot, QCPAxisRect* area) : ChartItem(plot, area) { setClipToAxisRect(false); }

QSizeF FormulaItem::extent() const
{
    const Formula::Size size = formula.size(font);
    return {size.width, size.height()};
}

void FormulaItem::draw(QCPPainter* painter)
{
    const Formula::Size size = formula.size(font);
    painter->setPen(color);
    if (!axis) {
        if (halo.isValid())
            painter->fillRect(QRectF(at, extent()).adjusted(-2, -1, 2, 1), halo);
        formula.paint(*painter, at + QPointF(0, size.ascent), font);
        return;
    }
    const QRectF inner = m_area->rect(), outer = m_area->outerRect();
    if (axis->axisType() == QCPAxis::atBottom) {
        formula.paint(*painter, {inner.center().x() - size.width / 2, outer.bottom() - size.descent - 1}, font);
        return;
    }
    const bool left = axis->axisType() == QCPAxis::atLeft;
    painter->save();
    painter->translate(left ? outer.left() + size.ascent + 2 : outer.right() - size.descent - 2, inner.center().y());
    painter->rotate(-90);
    const double shrink = std::clamp(inner.height() / std::max(1.0, size.width), kLeastType, 1.0); // along a short axis
    painter->scale(shrink, shrink);
    formula.paint(*painter, {-size.width / 2, 0}, font);
    painter->restore();
}

void ImageItem::draw(QCPPainter* painter)
{
    if (image.isNull())
        return;
    const double dx = image.width() > 1 ? range.width() / (image.width() - 1) / 2 : range.width() / 2;
    const double dy = image.height() > 1 ? range.height() / (image.height() - 1) / 2 : range.height() / 2;
    const QPointF upperLeft = pixel({range.left() - dx, range.bottom() + dy});
    const QPointF lowerRight = pixel({range.right() + dx, range.top() - dy});
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(QRectF(upperLeft, lowerRight), image);
}

void LinesItem::draw(QCPPainter* painter)
{
    painter->setBrush(Qt::NoBrush);
    const bool figure = painter->modes() & (QCPPainter::pmVectorized | QCPPainter::pmNoCaching);
    if (ragged && !figure)
        return drawPieces(*painter);
    const double shortest = figure ? 0 : kShortestPiece; // a stroke's cost on screen goes with its corners
    for (const QPolygonF& line : lines) {
        QPolygonF inPixels;
        inPixels.reserve(line.size());
        for (const QPointF& point : line) {
            const QPointF next = pixel(point);
            if (inPixels.isEmpty() || &point == &line.last() || (next - inPixels.last()).manhattanLength() >= shortest)
                inPixels << next;
        }
        for (const QPen& each : {halo, pen})
            if (each.style() != Qt::NoPen) {
                painter->setPen(each);
                painter->drawPolyline(inPixels);
            }
    }
}

// Joining thousands of steep pieces takes Qt a hundred times as long as drawing each for itself.
void LinesItem::drawPieces(QCPPainter& painter) const
{
    QList<QLineF> pieces;
    for (const QPolygonF& line : lines)
        for (qsizetype i = 1; i < line.size(); ++i)
            pieces.append(QLineF(pixel(line[i - 1]), pixel(line[i])));
    painter.setAntialiasing(false);
    painter.setPen(QPen(pen.color(), 0)); // one device pixel
    painter.drawLines(pieces);
}

void MarkersItem::draw(QCPPainter* painter)
{
    for (const QPointF& point : points) {
        if (halo.style() != Qt::NoPen) {
            painter->setPen(halo);
            painter->setBrush(Qt::NoBrush);
            paintMarker(*painter, marker, pixel(point), size);
        }
        painter->setPen(pen);
        painter->setBrush(brush);
        paintMarker(*painter, marker, pixel(point), size);
    }
}

void ArrowsItem::draw(QCPPainter* painter)
{
    painter->setBrush(Qt::NoBrush);
    QPolygonF shafts; // one call for all, which is what makes it quick
    for (std::size_t i = 0; i < from.size() && i < vectors.size(); ++i) {
        const QPointF tail = pixel(from[i]);
        const QPointF along(vectors[i].x(), -vectors[i].y());
        const double length = std::hypot(along.x(), along.y());
        if (!std::isfinite(length) || length < 1)
            continue;
        const QPointF tip = tail + along;
        const QPointF unit = along / length, across(-unit.y(), unit.x());
        const double head = std::min(5.0, length * 0.5);
        shafts << tail << tip << tip - unit * head + across * head * 0.5 << tip << tip - unit * head - across * head * 0.5 << tip;
    }
    const bool figure = painter->modes() & (QCPPainter::pmVectorized | QCPPainter::pmNoCaching);
    for (QPen each : {halo, pen})
        if (each.style() != Qt::NoPen) {
            if (!figure)
                each.setCapStyle(Qt::SquareCap); // several times as quick as round ends
            painter->setPen(each);
            painter->drawLines(shafts);
        }
}

double NumberTicker::getTickStep(const QCPRange& range)
{
    const bool level = m_axis->orientation() == Qt::Horizontal;
    const int length = level ? m_axis->axisRect()->width() : m_axis->axisRect()->height();
    const int type = std::max(1, m_axis->tickLabelFont().pixelSize());
    setTickCount(std::clamp(length / (type * (level ? 4 : 2)), level ? 3 : 2, 5));
    m_step = QCPAxisTicker::getTickStep(range);
    return m_step;
}

QString NumberTicker::getTickLabel(double tick, const QLocale&, QChar, int)
{
    const double value = std::abs(tick) < m_step * 1e-6 ? 0 : tick;
    const double size = std::max(std::abs(value), m_step);
    if (size >= 1e7 || m_step < 1e-5)
        return shownSignificant(value, 3);
    int decimals = 0;
    for (double step = m_step; decimals < 8 && std::abs(step - std::round(step)) > 1e-6 * step; step *= 10)
        ++decimals;
    return shownNumber(value, decimals);
}

QVector<double> PowerTicker::createTickVector(double tickStep, const QCPRange& range)
{
    const QVector<double> all = allTicks(tickStep, range);
    const int shown = static_cast<int>(std::count_if(all.begin(), all.end(), [&](double tick) { return range.contains(tick); }));
    const bool level = m_axis->orientation() == Qt::Horizontal;
    const int length = level ? m_axis->axisRect()->width() : m_axis->axisRect()->height();
    const int most = std::max(2, static_cast<int>(length / (m_axis->tickLabelFont().pixelSize() * (level ? 3 : 1.3))));
    const int stride = (shown + most - 1) / most; // so that labels keep apart
    QVector<double> ticks;
    for (qsizetype i = all.size() - 1; i >= 0; i -= std::max(1, stride))
        ticks.prepend(all[i]);
    return ticks;
}

QVector<double> PowerTicker::allTicks(double tickStep, const QCPRange& range)
{
    if (!(range.lower > 0) || range.upper / range.lower > kFewPowers)
        return QCPAxisTickerLog::createTickVector(tickStep, range);
    QVector<double> ticks;
    for (double power = std::pow(10.0, std::floor(std::log10(range.lower))); power < range.upper; power *= 10)
        for (const double each : {power, 2 * power, 5 * power})
            if (each >= range.lower && each <= range.upper)
                ticks.append(each);
    if (ticks.size() >= kFewTicks)
        return ticks;
    ticks.clear();
    const double step = cleanMantissa((range.upper - range.lower) / kFewTicks);
    for (double each = std::ceil(range.lower / step) * step; each <= range.upper; each += step)
        ticks.append(each);
    return ticks;
}

QString PowerTicker::getTickLabel(double tick, const QLocale&, QChar, int)
{
    int digits = 1; // those of the tick itself
    for (double unit = std::pow(10.0, std::floor(std::log10(std::abs(tick)))); digits < 6 && std::abs(std::remainder(tick, unit)) > 1e-6 * std::abs(tick); unit /= 10)
        ++digits;
    return shownSignificant(tick, digits);
}

QFont chartFont(Theme theme)
{
    QFont font = QApplication::font();
    font.setFamily(QFontInfo(font).family()); // the true name, as files must say it
    font.setPixelSize(static_cast<int>(std::lround(kFigureType * typeScale(theme))));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

void styleAxis(QCPAxis* axis, Theme theme)
{
    const Surfaces& s = surfaces(theme);
    const QPen pen(s.quietText, lineScale(theme), Qt::SolidLine, Qt::FlatCap);
    axis->setBasePen(pen);
    axis->setTickPen(pen);
    axis->setSubTickPen(pen);
    axis->setTickLabelColor(s.text);
    axis->setTickLabelFont(chartFont(theme));
    axis->setLabelFont(chartFont(theme));
    axis->setTickLength(0, 4);
    axis->setSubTickLength(0, 2);
    axis->setTickLabelPadding(3);
    axis->setLabelPadding(0);
}

QCPAxisRect* plainAxisRect(QCustomPlot* plot, std::initializer_list<QCPAxis::AxisType> axes)
{
    auto* area = new QCPAxisRect(plot, false);
    for (const QCPAxis::AxisType type : axes) {
        QCPAxis* axis = area->addAxis(type);
        axis->grid()->setVisible(false);
        axis->setTicker(QSharedPointer<NumberTicker>::create(axis));
        axis->setSubTicks(false);
        axis->setLayer(QStringLiteral("axes"));
    }
    return area;
}

void placeInside(QCPAxisRect& area, const QRect& inner) { area.setOuterRect(inner.marginsAdded(area.margins())); }

void setEqualUnits(QCPAxisRect& area, AxisRange x, AxisRange y)
{
    const QRect room = area.rect();
    QRect inner(QPoint(), QSizeF(x.most - x.least, y.most - y.least).scaled(room.size(), Qt::KeepAspectRatio).toSize());
    inner.moveCenter(room.center());
    placeInside(area, inner);
    const double width = std::max(1, area.width()), height = std::max(1, area.height());
    const double unit = std::max((x.most - x.least) / width, (y.most - y.least) / height);
    const double middleX = (x.least + x.most) / 2, middleY = (y.least + y.most) / 2;
    area.axis(QCPAxis::atBottom)->setRange(middleX - unit * width / 2, middleX + unit * width / 2);
    area.axis(QCPAxis::atLeft)->setRange(middleY - unit * height / 2, middleY + unit * height / 2);
    area.update(QCPLayoutElement::upPreparation); // the ticks of these ranges
}

} // namespace realuid::widgets
