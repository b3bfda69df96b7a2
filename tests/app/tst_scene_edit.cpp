// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/explore_parameters.h"
#include "app/explore/scene_edit.h"
#include "app/shell/texts.h"

#include <QtTest>

using namespace realuid;
using namespace realuid::studio;

class TestSceneEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGaussianGetsExactlyMeanAndWidth()
    {
        const Distribution moved = placed(gaussian({-0.9}, {0.36}), {{0.3, 0}, 0.7});
        QCOMPARE(moved.components[0].mean[0], 0.3);
        QCOMPARE(moved.components[0].covariance[0], 0.7 * 0.7);
    }

    void aMixtureIsMovedAndStretched_data()
    {
        QTest::addColumn<int>("preset");
        QTest::newRow("mixture, 1-D") << 1;
        QTest::newRow("Gaussian, 2-D") << 2;
        QTest::newRow("mixture, 2-D") << 3;
    }
    void aMixtureIsMovedAndStretched()
    {
        QFETCH(int, preset);
        const Distribution before = scenePresets()[static_cast<std::size_t>(preset)].scene.generated;
        const double y = before.dimension() == 2 ? -0.5 : 0;
        const Distribution after = placed(before, {{0.25, y}, 1.5});
        const Placement at = placement(after);
        QVERIFY(std::abs(at.mean[0] - 0.25) < 1e-12);
        QVERIFY(std::abs(at.mean[1] - y) < 1e-12);
        QVERIFY(std::abs(at.width - 1.5) < 1e-12);
        QVERIFY(check(after, "generated").empty());
        const double scale = 1.5 / placement(before).width;
        QVERIFY(std::abs(after.components[0].covariance[0] - scale * scale * before.components[0].covariance[0]) < 1e-12);
    }

    void oneParameterLeavesTheOthersExact()
    {
        const Scene scene = scenePresets()[3].scene;
        SceneParameters parameters = sceneParameters(scene);
        parameters.t = 0.25;
        const Scene next = withParameters(scene, parameters);
        QVERIFY(next.generated == scene.generated);
        QCOMPARE(next.view.t, 0.25);
    }

    void theWindowHoldsBothDistributions()
    {
        Scene scene;
        scene.real = gaussian({7.2}, {0.25});
        const Window window = windowOf(scene);
        QVERIFY(window.xMost >= 7.2 + 3 * 0.5);
        QVERIFY(window.xLeast <= -3);
        QVERIFY(window.xMost < 10);
    }

    void titlesBecomeFileNames()
    {
        QCOMPARE(fileStem(QStringLiteral("Two Gaussians, 1-D")), QStringLiteral("two-gaussians-1-d"));
        QCOMPARE(fileStem(QStringLiteral("a/b (c)")), QStringLiteral("a-b-c"));
        QCOMPARE(fileStem(QStringLiteral("///")), QStringLiteral("figure"));
    }
};

QTEST_MAIN(TestSceneEdit)
#include "tst_scene_edit.moc"
