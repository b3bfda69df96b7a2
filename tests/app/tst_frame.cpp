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
        const Frame frame = evaluateFrame({scene, windowOf(scene), Detail::Full});
        qInfo("full frame: %.1f ms; draft: %.1f ms", frame.milliseconds,
              evaluateFrame({scene, windowOf(scene), Detail::Draft}).milliseconds);
        QCOMPARE(frame.total.has_value(), scene.dimension() == 1);
        const Frame total = evaluateTotal(frame.request);
        QVERIFY(total.total->value > 0);
        QVERIFY(total.total->error < 1e-4 * total.total->value);
        QVERIFY(!frame.distanceLines.empty());
        const widgets::Grid& grid = frame.distance;
        QCOMPARE(grid.values.size(), static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows));
        QVERIFY(frame.ranges.distanceMost >= 0.9 * *std::max_element(grid.values.begin(), grid.values.end()));
        QCOMPARE(frame.plane.teacher.size(), scene.dimension() == 2 ? 13u * 13u : 0u);
    }

    void theGridIsTheSurface()
    {
        const Scene scene;
        const Window window = windowOf(scene);
        const Frame frame = evaluateFrame({scene, window, Detail::Draft});
        const int column = 20, row = 40;
        const double x = window.xLeast + (window.xMost - window.xLeast) * column / (frame.distance.columns - 1);
        const double t = static_cast<double>(row) / (frame.distance.rows - 1);
        const double expected = evaluate(scene, Quantity::Distance, Side::Real, t, std::array{x})[0];
        QVERIFY(std::abs(frame.distance.at(column, row) - expected) <= 1e-9 * expected);
        QVERIFY(std::abs(valuesAt(scene, t, {x, 0}).distance - expected) <= 1e-9 * expected);
    }

    void theTotalIsTheIntegralOverTime()
    {
        const Scene scene;
        const Frame frame = evaluateFrame({scene, windowOf(scene), Detail::Full});
        double sum = 0;
        constexpr int kSteps = 400; // Simpson's rule
        for (int i = 0; i <= kSteps; ++i) {
            const double t = Frame::kTotalFrom + (Frame::kTotalTo - Frame::kTotalFrom) * i / kSteps;
            sum += (i == 0 || i == kSteps ? 1 : i % 2 ? 4 : 2) * distanceAt(scene, t).value;
        }
        sum *= (Frame::kTotalTo - Frame::kTotalFrom) / kSteps / 3;
        QVERIFY(std::abs(frame.total->value - sum) < 1e-6 * sum);
    }

    void equalDistributionsHaveNoDistance()
    {
        Scene scene;
        scene.generated = scene.real;
        const Frame frame = evaluateFrame({scene, windowOf(scene), Detail::Full});
        QVERIFY(frame.total->value < 1e-12);
    }

    void theUnstableRegimeIsInfinite()
    {
        Scene scene;
        scene.loss.alpha = 1;
        scene.loss.beta = 0.9;
        scene.generated = gaussian({-0.9}, {0.01});
        const Frame frame = evaluateFrame({scene, windowOf(scene), Detail::Full});
        QVERIFY(std::isinf(frame.total->value));
    }
};

QTEST_MAIN(TestFrame)
#include "tst_frame.moc"
