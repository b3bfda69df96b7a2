// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/distances.h"
#include "analytic/landscape.h"

#include <QtTest>

using namespace realuid;

namespace
{

std::vector<double> spaced(double from, double to, int n)
{
    std::vector<double> out;
    for (int i = 0; i < n; ++i)
        out.push_back(from + (to - from) * i / (n - 1));
    return out;
}

GeneratorParameter parameter(const char* path, const Scene& scene)
{
    std::vector<Fault> faults;
    return *GeneratorParameter::named(path, scene, "x", faults);
}

Scene plane()
{
    Scene scene;
    scene.real = gaussian({1, 0}, {0.3, 0.1, 0.1, 0.4});
    scene.generated = gaussian({0, 0}, {1, 0.6, 0.6, 1});
    return scene;
}

SceneParameter numberOf(const char* path, const Scene& scene)
{
    std::vector<Fault> faults;
    return *SceneParameter::named(path, scene, "x", faults);
}

} // namespace

class TestLandscape : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void leastAtTheRealParameters_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<double>("beta");
        QTest::newRow("uid") << QByteArray("uid") << 1.0 << 1.0;
        QTest::newRow("equal") << QByteArray("realuid") << 0.9 << 0.9;
        QTest::newRow("beta above") << QByteArray("realuid") << 0.94 << 0.96;
        QTest::newRow("beta below") << QByteArray("realuid") << 0.98 << 0.96;
        QTest::newRow("half") << QByteArray("realuid") << 0.5 << 0.9;
        QTest::newRow("far below") << QByteArray("realuid") << 0.9 << 0.5;
        QTest::newRow("unstable") << QByteArray("realuid") << 1.0 << 0.95;
        QTest::newRow("normalized") << QByteArray("normalized") << 0.9 << 0.95;
    }
    void leastAtTheRealParameters()
    {
        QFETCH(QByteArray, kind);
        QFETCH(double, alpha);
        QFETCH(double, beta);
        Scene scene;
        scene.real = gaussian({0.5}, {0.49});
        scene.loss = {kind.toStdString(), alpha, beta};
        for (const char* path : {"linear", "vp-cosine", "stochastic"}) {
            scene.interpolant.kind = path;
            const std::vector<double> means = spaced(-1, 2, 7), sds = spaced(0.3, 1.5, 7);
            const Landscape found = landscape(scene, {parameter("generated.mean[0]", scene), means},
                                              {parameter("generated.sd[0]", scene), sds});
            QCOMPARE(means[found.lowest % 7], 0.5);
            QVERIFY(std::abs(sds[found.lowest / 7] - 0.7) < 1e-12);
            QVERIFY(found.values[found.lowest] < 1e-12);
        }
    }

    void valuesAreDistances()
    {
        const Scene scene = plane();
        const std::vector<double> x{-1, 0.5}, y{0.5, 0.8, 1.5};
        const Landscape found =
            landscape(scene, {parameter("generated.mean[1]", scene), x}, {parameter("generated.sd[0]", scene), y}, {.from = 0.1, .to = 0.9});
        Scene at = scene;
        at.generated = gaussian({0, 0.5}, {2.25, 0.9, 0.9, 1}); // the correlation stays 0.6
        const double want = distanceOver(at, 0.1, 0.9).value;
        QVERIFY(std::abs(found.values[2 * 2 + 1] - want) < 1e-3 * want);
    }

    /// The plane (alpha, beta), gamma, and a number of the loss beside one of the generator.
    void overTheLoss()
    {
        Scene scene;
        scene.loss = {"general", 0.9, 0.95, 0.7};
        const std::vector<double> alphas{0.5, 0.9, 1}, betas{0.6, 0.9, 1}, gammas{0.3, 1}, means{0, 1.6};
        const auto distance = [&](const Loss& loss, double mean) {
            Scene at = scene;
            at.loss = loss;
            at.generated = gaussian({mean}, {0.36});
            return distanceOver(at, 0.02, 0.98).value;
        };
        const auto compare = [](double got, double want) {
            QVERIFY2(got == want || std::abs(got - want) < 1e-7 * want, qPrintable(QString("%1, not %2").arg(got).arg(want)));
        };
        const Landscape plane = landscape(scene, {numberOf("alpha", scene), alphas}, {numberOf("beta", scene), betas});
        for (std::size_t i = 0; i < 9; ++i)
            compare(plane.values[i], distance({"general", alphas[i % 3], betas[i / 3], 0.7}, -0.9));
        const Landscape mixed = landscape(scene, {numberOf("generated.mean[0]", scene), means}, {numberOf("gamma", scene), gammas});
        for (std::size_t i = 0; i < 4; ++i)
            compare(mixed.values[i], distance({"general", 0.9, 0.95, gammas[i / 2]}, means[i % 2]));
        scene.loss = {"realuid", 0.9, 0.95};
        const Landscape turned = landscape(scene, {numberOf("beta", scene), betas}, {numberOf("generated.mean[0]", scene), means});
        for (std::size_t i = 0; i < 6; ++i)
            compare(turned.values[i], distance({"realuid", 0.9, betas[i % 3]}, means[i / 3]));
    }

    void draftsAndStops()
    {
        const Scene scene;
        const std::vector<double> means = spaced(-2, 2, 9), sds = spaced(0.2, 1.5, 9);
        const LandscapeAxis x{numberOf("generated.mean[0]", scene), means}, y{numberOf("generated.sd[0]", scene), sds};
        const Landscape fine = landscape(scene, x, y), draft = landscape(scene, x, y, {.tolerance = kForSliders});
        QVERIFY(!fine.stopped);
        for (std::size_t i = 0; i < fine.values.size(); ++i)
            QVERIFY2(std::abs(draft.values[i] - fine.values[i]) < 3e-4 * fine.values[i] + 1e-12, qPrintable(QString::number(i)));
        std::stop_source source;
        source.request_stop();
        const Landscape none = landscape(scene, x, y, {.stop = source.get_token()});
        QVERIFY(none.stopped);
        QVERIFY(std::all_of(none.values.begin(), none.values.end(), [](double value) { return std::isnan(value); }));
        QVERIFY(std::isnan(distanceOver(scene, 0.02, 0.98, kAccurate, 1, source.get_token()).value));
    }

    /// The quick pass keeps what it promises, where places are far apart, near, narrow and wide, and for mixtures.
    void withinTheTolerance_data()
    {
        QTest::addColumn<int>("dimension");
        QTest::addColumn<int>("components");
        QTest::addColumn<QByteArray>("path");
        for (const int dimension : {1, 2})
            for (const int components : {1, 3})
                for (const char* path : {"linear", "vp-cosine", "stochastic"})
                    if (dimension == 1 || components == 1)
                        QTest::addRow("%d-D, %d components, %s", dimension, components, path) << dimension << components << QByteArray(path);
    }
    void withinTheTolerance()
    {
        QFETCH(int, dimension);
        QFETCH(int, components);
        QFETCH(QByteArray, path);
        Scene scene = dimension == 1 ? Scene{} : plane();
        for (int k = 1; k < components; ++k)
            scene.real.components.push_back({0.7, {-1.2 * k}, {0.05 * k}});
        scene.interpolant.kind = path.toStdString();
        const std::vector<double> means{-3, 1.4}, sds{0.15, 0.9}, alphas{0.5, 0.98};
        const auto compare = [&](const LandscapeAxis& x, const LandscapeAxis& y, double tolerance) {
            const Landscape found = landscape(scene, x, y, {.tolerance = tolerance});
            for (std::size_t i = 0; i < 4; ++i) {
                Scene at = scene;
                x.parameter.set(at, x.values[i % 2]);
                y.parameter.set(at, y.values[i / 2]);
                const double want = distanceOver(at, 0.02, 0.98, 0.01 * tolerance).value;
                QVERIFY2(std::abs(found.values[i] - want) < tolerance * want,
                         qPrintable(QString("%1: %2, not %3").arg(i).arg(found.values[i], 0, 'g', 12).arg(want, 0, 'g', 12)));
            }
        };
        const LandscapeAxis mean{numberOf("generated.mean[0]", scene), means}, sd{numberOf("generated.sd[0]", scene), sds},
            alpha{numberOf("alpha", scene), alphas};
        compare(mean, sd, 1e-4);
        compare(alpha, sd, 1e-4);
        if (dimension == 1)
            compare(sd, alpha, 1e-8);
    }

    void parametersOfTheLoss()
    {
        Scene scene;
        std::vector<Fault> faults;
        QVERIFY(!SceneParameter::named("gamma", scene, "x", faults));
        scene.loss.kind = "uid";
        QVERIFY(!SceneParameter::named("alpha", scene, "x", faults));
        QVERIFY(!SceneParameter::named("parametrisation", scene, "x", faults));
        QCOMPARE(faults.size(), std::size_t{3});
        scene.loss.kind = "general";
        const SceneParameter gamma = numberOf("gamma", scene);
        QVERIFY(gamma.ofLoss() && gamma.range().contains(1) && !gamma.range().contains(0));
        gamma.set(scene, 0.25);
        QCOMPARE(scene.loss.gamma, 0.25);
        QCOMPARE(gamma.get(scene), 0.25);
        QVERIFY(!numberOf("generated.sd[0]", scene).range().contains(0));
        QVERIFY(numberOf("generated.mean[0]", scene).range().contains(-3));
    }

    /// A parameter of a mixture, of a joint coupling, and paths that name nothing.
    void parameters()
    {
        Scene scene;
        scene.generatedCoupling = {"joint", {}, {{{2, {0, 1}, {1, 0.3, 0.3, 0.25}}, {1, {0, -1}, {1, 0, 0, 2}}}}};
        scene.generated = dataMarginal(scene.generatedCoupling.joint);
        const GeneratorParameter sd = parameter("generated.components[0].sd[0]", scene);
        QCOMPARE(sd.get(scene), 0.5);
        sd.set(scene, 1);
        QCOMPARE(scene.generatedCoupling.joint.components[0].covariance, (std::vector<double>{1, 0.6, 0.6, 1}));
        parameter("generated.components[1].mean[0]", scene).set(scene, 3);
        QCOMPARE(scene.generated.components[1].mean[0], 3.0);
        parameter("generated.components[1].weight", scene).set(scene, 5);
        QCOMPARE(scene.generated.components[1].weight, 5.0);
        QVERIFY(check(scene).empty());
        QCOMPARE(GeneratorParameter::usual(scene).size(), std::size_t{4});
        std::vector<Fault> faults;
        for (const char* path : {"generated.mean[0]", "generated.components[2].mean[0]", "generated.components[0].mean[1]",
                                 "generated.components[0].sd", "real.mean[0]", "generated.components[0].mean[0]x", ""})
            QVERIFY2(!GeneratorParameter::named(path, scene, "x", faults), path);
        QCOMPARE(faults.size(), std::size_t{7});
    }

    void speed()
    {
        const Scene scene;
        const std::vector<double> means = spaced(-2, 2, 31), sds = spaced(0.1, 1.5, 31);
        QElapsedTimer timer;
        timer.start();
        const Landscape found = landscape(scene, {parameter("generated.mean[0]", scene), means},
                                          {parameter("generated.sd[0]", scene), sds});
        qInfo("31 x 31 landscape on the line: %.0f ms", static_cast<double>(timer.nsecsElapsed()) / 1e6);
        QVERIFY(found.values.size() == 961);
    }
};

QTEST_GUILESS_MAIN(TestLandscape)
#include "tst_landscape.moc"
