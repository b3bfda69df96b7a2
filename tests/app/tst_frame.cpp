// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/quantity.h"
#include "app/explore/frame.h"

#include <QtTest>

using namespace realuid;
using namespace realuid::studio;

class TestFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scenes_data()
    {
        QTest::addColumn<int>("preset");
        for (int i = 0; i < static_cast<int>(scenePresets().size()); ++i)
            QTest::newRow(scenePresets()[static_cast<std::size_t>(i)].id.data()) << i;
    }

    void scenes()
    {
        QFETCH(int, preset);
        const Scene scene = scenePresets()[static_cast<std::size_t>(preset)].scene;
        const FrameRequest request{scene, windowOf(scene), Detail::Full};
        const IntegratedDistance total = distanceInAll(scene, Detail::Full);
        QVERIFY(total.value > 0);
        QVERIFY(total.error < 1e-4 * total.value);
        const DistancePicture distance = distancePicture(request);
        QVERIFY(!distance.lines.empty());
        const widgets::Grid& grid = distance.grid;
        QCOMPARE(grid.values.size(), static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows));
        QVERIFY(rangesOf(request).distanceMost >= 0.9 * *std::max_element(grid.values.begin(), grid.values.end()));
        if (scene.dimension() == 2)
            QCOMPARE(planeFields(request).teacher.size(), 13u * 13u);
        else
            QCOMPARE(lineFields(request).teacher.size(), lineFields(request).x.size());
    }

    void scenesBesideCount()
    {
        Scene far;
        far.real = gaussian({5}, {0.01});
        const Scene scene;
        const Window window = united(windowOf(scene), windowOf(far));
        const SceneRanges alone = rangesOf({scene, window}), both = rangesOf({scene, window, Detail::Draft, {far}});
        QVERIFY(both.densityMost > 2 * alone.densityMost);
        QCOMPARE(both.densityMost, rangesOf({far, window}).densityMost);
    }

    void theGridIsTheSurface()
    {
        const Scene scene;
        const Window window = windowOf(scene);
        const widgets::Grid grid = distancePicture({scene, window, Detail::Draft}).grid;
        const int column = 20, row = 40;
        const double x = window.xLeast + (window.xMost - window.xLeast) * column / (grid.columns - 1);
        const double t = static_cast<double>(row) / (grid.rows - 1);
        const double expected = evaluate(scene, Quantity::Distance, Side::Real, t, std::array{x})[0];
        QVERIFY(std::abs(grid.at(column, row) - expected) <= 1e-9 * expected);
        QVERIFY(std::abs(valuesAt(scene, t, {x, 0}).distance - expected) <= 1e-9 * expected);
    }

    void theTotalIsTheIntegralOverTime()
    {
        const Scene scene;
        const IntegratedDistance total = distanceInAll(scene, Detail::Full);
        double sum = 0;
        constexpr int kSteps = 400; // Simpson's rule
        for (int i = 0; i <= kSteps; ++i) {
            const double t = kTotalFrom + (kTotalTo - kTotalFrom) * i / kSteps;
            sum += (i == 0 || i == kSteps ? 1 : i % 2 ? 4 : 2) * distanceAt(scene, t).value;
        }
        sum *= (kTotalTo - kTotalFrom) / kSteps / 3;
        QVERIFY(std::abs(total.value - sum) < 1e-6 * sum);
    }

    void equalDistributionsHaveNoDistance()
    {
        Scene scene;
        scene.generated = scene.real;
        const IntegratedDistance total = distanceInAll(scene, Detail::Full);
        QVERIFY(total.value < 1e-12);
    }

    void theUnstableRegimeIsInfinite()
    {
        Scene scene;
        scene.loss.alpha = 1;
        scene.loss.beta = 0.9;
        scene.generated = gaussian({-0.9}, {0.01});
        const IntegratedDistance total = distanceInAll(scene, Detail::Full);
        QVERIFY(std::isinf(total.value));
    }
};

QTEST_MAIN(TestFrame)
#include "tst_frame.moc"
