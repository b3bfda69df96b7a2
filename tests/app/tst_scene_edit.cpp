// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/explore_parameters.h"
#include "app/explore/regime.h"
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

    void regimes_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<double>("beta");
        QTest::addColumn<double>("gamma");
        QTest::addColumn<int>("regime");
        const auto row = [](const char* name, const char* kind, double a, double b, double g, Regime::Kind r) {
            QTest::newRow(name) << QString::fromLatin1(kind) << a << b << g << static_cast<int>(r);
        };
        row("uid", "uid", 0.5, 0.6, 0.5, Regime::Kind::DataFree);
        row("1, 1", "realuid", 1, 1, 1, Regime::Kind::DataFree);
        row("0.9, 0.9", "realuid", 0.9, 0.9, 1, Regime::Kind::NoEffect);
        row("beta above", "realuid", 0.94, 0.96, 1, Regime::Kind::CoversMissed);
        row("beta below", "realuid", 0.98, 0.96, 1, Regime::Kind::CoversMissed);
        row("alpha 1", "realuid", 1, 0.96, 0.5, Regime::Kind::Unstable);
        row("gamma saves", "general", 1, 0.96, 0.5, Regime::Kind::CoversMissed);
        row("gamma 1", "general", 0.9, 0.96, 1, Regime::Kind::Unstable);
        row("gamma below 1", "general", 1, 1, 0.5, Regime::Kind::NoEffect);
        row("normalized", "normalized", 1, 0.96, 1, Regime::Kind::CoversMissed);
    }
    void regimes()
    {
        QFETCH(QString, kind);
        QFETCH(double, alpha);
        QFETCH(double, beta);
        QFETCH(double, gamma);
        QFETCH(int, regime);
        Loss loss;
        loss.kind = kind.toStdString();
        loss.alpha = alpha;
        loss.beta = beta;
        loss.gamma = gamma;
        const Regime found = studio::regime(loss);
        QCOMPARE(static_cast<int>(found.kind), regime);
        QVERIFY(!found.text.isEmpty());
    }

    void titlesBecomeFileNames()
    {
        QCOMPARE(fileStem(QStringLiteral("Two Gaussians, 1-D")), QStringLiteral("two-gaussians-1-d"));
        QCOMPARE(fileStem(QStringLiteral("a/b (c)")), QStringLiteral("a-b-c"));
        QCOMPARE(fileStem(QStringLiteral("///")), QStringLiteral("figure"));
    }

    void formulasCarryTheNumbers()
    {
        Loss loss;
        const RegimeFormulas formulas = regimeFormulas(loss);
        QCOMPARE(formulas.numeratorNumbers, QStringLiteral("N = (0.94\\,P + 0.02\\,Q) f^* \\\\ \\quad - 0.96\\,P f^\\theta"));
        QCOMPARE(formulas.integrandNumbers, QStringLiteral("l = \\frac{|N|^2}{0.94\\,P + 0.06\\,Q}"));
        loss.alpha = 0.98;
        QVERIFY(regimeFormulas(loss).numeratorNumbers.contains(QStringLiteral("P - 0.02\\,Q")));
        loss.alpha = loss.beta = 1;
        QCOMPARE(regimeFormulas(loss).numeratorNumbers, QStringLiteral("N = P f^* \\\\ \\quad - P f^\\theta"));
    }
};

QTEST_MAIN(TestSceneEdit)
#include "tst_scene_edit.moc"
