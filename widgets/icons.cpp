// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/icons.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace realuid::widgets
{
namespace
{

constexpr double kSide = 24; // all drawings are on a square of this size

void polyline(QPainter& painter, std::initializer_list<QPointF> points) { painter.drawPolyline(QPolygonF(QList<QPointF>(points))); }

void paintBook(QPainter& painter)
{
    polyline(painter, {{12, 7}, {12, 20}});
    for (const int side : {-1, 1}) {
        QPainterPath page({12, 7});
        page.cubicTo(12 + side * 3, 4.5, 12 + side * 6, 4.5, 12 + side * 9, 5.5);
        page.lineTo(12 + side * 9, 18.5);
        page.cubicTo(12 + side * 6, 17.5, 12 + side * 3, 17.5, 12, 20);
        painter.drawPath(page);
    }
}

void paintExplore(QPainter& painter)
{
    // Two densities that overlap: what the page is about.
    for (const double middle : {8.5, 15.5}) {
        QPainterPath bell({middle - 6.5, 19});
        bell.cubicTo(middle - 2.5, 19, middle - 2.5, 5, middle, 5);
        bell.cubicTo(middle + 2.5, 5, middle + 2.5, 19, middle + 6.5, 19);
        painter.drawPath(bell);
    }
}

void paintDistil(QPainter& painter)
{
    painter.drawEllipse(QPointF(6.5, 17), 3, 3);
    painter.drawEllipse(QPointF(17.5, 7), 3, 3);
    polyline(painter, {{9, 14.8}, {14.6, 9.6}});
    polyline(painter, {{11.2, 9.4}, {14.8, 9.4}, {14.8, 13}});
}

void paintCorners(QPainter& painter, double from, double to)
{
    for (const int sx : {-1, 1})
        for (const int sy : {-1, 1})
            polyline(painter, {{12 + sx * to, 12 + sy * from}, {12 + sx * to, 12 + sy * to}, {12 + sx * from, 12 + sy * to}});
}

void paintTurn(QPainter& painter, bool forward)
{
    if (forward) {
        painter.translate(kSide, 0);
        painter.scale(-1, 1);
    }
    polyline(painter, {{9, 5}, {4.5, 9.5}, {9, 14}});
    QPainterPath path({4.5, 9.5});
    path.lineTo(14, 9.5);
    path.cubicTo(21, 9.5, 21, 19, 14, 19);
    path.lineTo(10, 19);
    painter.drawPath(path);
}

void paintFilled(QPainter& painter, Icon kind)
{
    painter.setBrush(painter.pen().color());
    if (kind == Icon::Stop)
        painter.drawRect(QRectF(6, 6, 12, 12));
    if (kind == Icon::More)
        for (const double x : {5.5, 12.0, 18.5})
            painter.drawEllipse(QPointF(x, 12), 1.2, 1.2);
    if (kind == Icon::Play)
        painter.drawPolygon(QPolygonF{{7, 4.5}, {19, 12}, {7, 19.5}});
    if (kind == Icon::Step) {
        painter.drawPolygon(QPolygonF{{5, 5.5}, {14.5, 12}, {5, 18.5}});
        painter.drawRect(QRectF(16.5, 5.5, 2, 13));
    }
    if (kind == Icon::Pause)
        for (const double x : {6.5, 14.0})
            painter.drawRect(QRectF(x, 5, 3.5, 14));
}

class LineIcon : public QIconEngine
{
public:
    explicit LineIcon(Icon kind) : m_kind(kind) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QApplication::palette();
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        painter->save();
        painter->setPen(palette.color(group, QPalette::ButtonText));
        paintIcon(*painter, m_kind, rect);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new LineIcon(m_kind); }

private:
    Icon m_kind;
};

} // namespace

void paintIcon(QPainter& painter, Icon kind, const QRectF& rect)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center());
    painter.scale(rect.width() / kSide, rect.height() / kSide);
    painter.translate(-kSide / 2, -kSide / 2);
    painter.setPen(QPen(painter.pen().color(), 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    switch (kind) {
    case Icon::Explore:
        paintExplore(painter);
        break;
    case Icon::Distil:
        paintDistil(painter);
        break;
    case Icon::Train:
        polyline(painter, {{4, 4}, {4, 20}, {20, 20}});
        polyline(painter, {{7, 7}, {10, 13}, {13, 12}, {16, 16}, {20, 15.5}});
        break;
    case Icon::Gallery:
        for (const double x : {4.0, 13.5})
            for (const double y : {4.0, 13.5})
                painter.drawRoundedRect(QRectF(x, y, 6.5, 6.5), 1, 1);
        break;
    case Icon::Lessons:
        paintBook(painter);
        break;
    case Icon::Maximise:
        paintCorners(painter, 3.5, 7.5);
        break;
    case Icon::Restore:
        paintCorners(painter, 7.5, 3);
        break;
    case Icon::Export:
        polyline(painter, {{12, 4}, {12, 14.5}});
        polyline(painter, {{7.5, 10}, {12, 14.5}, {16.5, 10}});
        polyline(painter, {{4.5, 16}, {4.5, 20}, {19.5, 20}, {19.5, 16}});
        break;
    case Icon::Undo:
    case Icon::Redo:
        paintTurn(painter, kind == Icon::Redo);
        break;
    default:
        paintFilled(painter, kind);
    }
    painter.restore();
}

QIcon icon(Icon kind) { return QIcon(new LineIcon(kind)); }

} // namespace realuid::widgets
