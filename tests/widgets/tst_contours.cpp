// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/contours.h"
#include "widgets/curve_series.h"

#include <QTest>

#include <cmath>

using namespace realuid::widgets;

namespace
{

template <class Function>
Grid gridOf(int columns, int rows, Function f)
{
    Grid grid{columns, rows, -2, 2, -1, 1, {}};
    for (int j = 0; j < rows; ++j)
        for (int i = 0; i < columns; ++i)
            grid.values.push_back(f(-2 + 4.0 * i / (columns - 1), -1 + 2.0 * j / (rows - 1)));
    return grid;
}

} // namespace

class TestContours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCircleIsOneClosedLine()
    {
        const Grid grid = gridOf(81, 61, [](double x, double y) { return std::hypot(x, y); });
        const std::vector<Contour> lines = contours(grid, std::vector<double>{0.7});
        QCOMPARE(lines.size(), std::size_t{1});
        QVERIFY(lines[0].line.isClosed());
        QVERIFY(lines[0].line.size() > 80);
        for (const QPointF& p : lines[0].line)
            QVERIFY(std::abs(std::hypot(p.x(), p.y()) - 0.7) < 2e-3);
    }

    void aPlaneGivesOneExactOpenLine()
    {
        const Grid grid = gridOf(9, 7, [](double x, double y) { return x + 0.1 * y; });
        const std::vector<Contour> lines = contours(grid, std::vector<double>{0.33, 99});
        QCOMPARE(lines.size(), std::size_t{1});
        QCOMPARE(lines[0].level, 0.33);
        QVERIFY(!lines[0].line.isClosed());
        for (const QPointF& p : lines[0].line)
            QVERIFY(std::abs(p.x() + 0.1 * p.y() - 0.33) < 1e-12);
        QVERIFY(std::abs(std::abs(lines[0].line.first().y() - lines[0].line.last().y()) - 2) < 1e-12); // from edge to edge
    }

    void saddlesFollowTheMiddle_data()
    {
        QTest::addColumn<double>("level");
        QTest::addColumn<bool>("upwards"); // whether the lines separate the lower corners
        QTest::newRow("middle above") << 0.4 << true;
        QTest::newRow("middle below") << 0.6 << false;
    }

    void saddlesFollowTheMiddle()
    {
        QFETCH(double, level);
        QFETCH(bool, upwards);
        const Grid grid{2, 2, 0, 1, 0, 1, {1, 0, 0, 1}}; // above at (0, 0) and (1, 1)
        const std::vector<Contour> lines = contours(grid, std::vector<double>{level});
        QCOMPARE(lines.size(), std::size_t{2});
        for (const Contour& contour : lines) {
            const QPointF sum = contour.line.first() + contour.line.last();
            // Joined corners lie on the diagonal x = y: then no line comes near the other two corners' side of it.
            const bool nearLowCorner = std::abs(sum.x() - sum.y()) > 0.9;
            QCOMPARE(nearLowCorner, upwards);
        }
    }

    void holesAreLeftOut()
    {
        Grid grid = gridOf(21, 21, [](double x, double) { return x; });
        for (int i = 0; i < 21; ++i)
            grid.values[static_cast<std::size_t>(10 * 21 + i)] = std::nan("");
        QCOMPARE(contours(grid, std::vector<double>{0.05}).size(), std::size_t{2}); // above and below the hole
        QVERIFY(contours(Grid{1, 5, 0, 1, 0, 1, {1, 2, 3, 4, 5}}, std::vector<double>{2}).empty());
    }

    void levelsAreRoundAndInside()
    {
        QCOMPARE(contourLevels(0.1, 2.9, 5), (std::vector<double>{0.5, 1, 1.5, 2, 2.5}));
        QCOMPARE(contourLevels(0.002, 50, 9, true), (std::vector<double>{0.01, 0.1, 1, 10}));
        QVERIFY(contourLevels(1, 1, 5).empty());
    }

    void gridsInterpolate()
    {
        const Grid grid = gridOf(5, 5, [](double x, double y) { return 2 * x - y; });
        QVERIFY(std::abs(grid.valueAt(0.3, -0.7) - 1.3) < 1e-12);
        QVERIFY(std::abs(grid.valueAt(2, 1) - 3) < 1e-12);
        QVERIFY(std::isnan(grid.valueAt(2.01, 0)));
    }

    void decimationKeepsPeaksAndIsShort()
    {
        CurveSeries series;
        for (int i = 1; i <= 100000; ++i)
            series.append(i, i == 77777 ? 50 : std::sin(i * 0.001));
        const std::vector<QPointF> all = series.decimated(0, 100001, 500);
        QVERIFY(all.size() >= 1000 && all.size() <= 4100);
        QVERIFY(std::any_of(all.begin(), all.end(), [](const QPointF& p) { return p.y() == 50; }));
        QVERIFY(std::is_sorted(all.begin(), all.end(), [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); }));
        const std::vector<QPointF> few = series.decimated(1000, 1100, 500);
        QCOMPARE(few.size(), std::size_t{102}); // 999 to 1100: the end itself is the one beyond
        QCOMPARE(series.most(), 50.0);
    }

    void blocksHoldEveryValue()
    {
        CurveSeries series;
        for (int i = 0; i < 5000; ++i)
            series.append(i, (i * 7919) % 4999);
        for (const double from : {0.0, 1500.0}) {
            const std::vector<QPointF> shown = series.decimated(from, 5000, 100);
            double most = 0;
            for (const QPointF& p : shown)
                most = std::max(most, p.y());
            double truth = 0;
            for (int i = static_cast<int>(from); i < 5000; ++i)
                truth = std::max(truth, static_cast<double>((i * 7919) % 4999));
            QCOMPARE(most, truth);
        }
    }
};

QTEST_APPLESS_MAIN(TestContours)
#include "tst_contours.moc"
