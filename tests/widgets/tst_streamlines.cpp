// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/streamlines.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>
#include <functional>
#include <set>

using namespace realuid::widgets;

namespace
{

VectorGrid gridOf(const std::function<QPointF(double, double)>& field)
{
    VectorGrid grid{65, 65, -2, 2, -1, 1, {}};
    for (int row = 0; row < 65; ++row)
        for (int column = 0; column < 65; ++column)
            grid.vectors.push_back(field(-2 + column / 16.0, -1 + row / 32.0));
    return grid;
}

} // namespace

class TestStreamlines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesBetweenGridPointsAreBilinear()
    {
        const VectorGrid grid = gridOf([](double x, double y) { return QPointF(x * y, 1 + y); });
        const QPointF at = grid.at({0.413, -0.277});
        QVERIFY(std::abs(at.x() - 0.413 * -0.277) < 1e-12);
        QVERIFY(std::abs(at.y() - 0.723) < 1e-12);
        QVERIFY(std::isnan(grid.at({2.1, 0}).x()));
    }

    void anEvenFieldGivesStraightLines()
    {
        const auto lines = streamlines(gridOf([](double, double) { return QPointF(1, 0.5); }), 20);
        QVERIFY(lines.size() > 10);
        for (const QPolygonF& line : lines)
            for (qsizetype i = 1; i < line.size(); ++i) {
                const QPointF way = line[i] - line[i - 1];
                QVERIFY(way.x() > 0); // in the field's direction
                QVERIFY(std::abs(way.y() - 0.5 * way.x()) < 1e-9);
            }
    }

    void aTurningFieldGivesCircles()
    {
        const auto lines = streamlines(gridOf([](double x, double y) { return QPointF(-y, x); }), 20);
        QVERIFY(lines.size() > 10);
        for (const QPolygonF& line : lines)
            for (const QPointF& at : line) {
                const double first = std::hypot(line[0].x(), line[0].y()), here = std::hypot(at.x(), at.y());
                QVERIFY2(std::abs(here - first) < 0.02 * first + 0.005, qPrintable(QString::number(here / first)));
            }
    }

    void linesKeepApart()
    {
        constexpr int cells = 24;
        std::set<std::pair<int, int>> taken;
        for (const QPolygonF& line : streamlines(gridOf([](double x, double y) { return QPointF(std::cos(3 * y), std::sin(2 * x)); }), cells)) {
            std::set<std::pair<int, int>> own;
            for (const QPointF& at : line)
                own.emplace(static_cast<int>((at.x() + 2) / 4 * cells), static_cast<int>((at.y() + 1) / 2 * cells));
            for (const auto& cell : own)
                QVERIFY(taken.insert(cell).second);
        }
        QVERIFY(taken.size() > cells * cells / 3);
    }

    void holesAndStillnessEndLines()
    {
        const auto lines = streamlines(gridOf([](double x, double) { return x < 0 ? QPointF(1, 0) : QPointF(std::nan(""), 0); }), 20);
        QVERIFY(!lines.empty());
        for (const QPolygonF& line : lines)
            for (const QPointF& at : line)
                QVERIFY(at.x() < 0.05);
        QVERIFY(streamlines(gridOf([](double, double) { return QPointF(); }), 20).empty());
        QVERIFY(streamlines({}, 20).empty());
    }

    void speed()
    {
        const VectorGrid grid = gridOf([](double x, double y) { return QPointF(std::cos(3 * y), std::sin(2 * x)); });
        QElapsedTimer clock;
        clock.start();
        const auto lines = streamlines(grid, 30);
        qInfo("%zu lines: %.2f ms", lines.size(), static_cast<double>(clock.nsecsElapsed()) / 1e6);
        QVERIFY(!lines.empty());
    }
};

QTEST_APPLESS_MAIN(TestStreamlines)
#include "tst_streamlines.moc"
