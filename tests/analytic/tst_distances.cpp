// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/distances.h"
#include "analytic/quantity.h"
#include "core/api/philox.h"
#include "tests/analytic/golden.h"

#include <chrono>

using namespace realuid;

namespace
{

void compareIntegral(const Scene& scene, const IntegratedDistance& got, double want)
{
    const double tolerance = 1e-8;
    const double difference = std::abs(got.value - want);
    QVERIFY2(difference < tolerance * want, qPrintable(QString("%1 %2 %3: got %4 want %5")
                                                          .arg(scene.loss.kind.c_str())
                                                          .arg(scene.loss.alpha)
                                                          .arg(scene.loss.beta)
                                                          .arg(got.value, 0, 'g', 17)
                                                          .arg(want, 0, 'g', 17)));
    QVERIFY2(difference <= got.error + 1e-12 * want,
             qPrintable(QString("error %1, estimated %2").arg(difference).arg(got.error)));
}

/// "integral_t_0.02_0.98" -> {0.02, 0.98}
std::pair<double, double> rangeOf(const std::string& key)
{
    const QStringList parts = QString::fromStdString(key).split('_');
    return {parts[2].toDouble(), parts[3].toDouble()};
}

void compareCoefficients(Scene scene, const golden::Json& c)
{
    for (const char* kind : {"uid", "realuid", "general", "normalized"}) {
        scene.loss = {kind, c.at("alpha"), c.at("beta"), c.at("gamma"), "standard"};
        for (const auto& [t, values] : c.at("integral_x").items())
            compareIntegral(scene, distanceAt(scene, QString::fromStdString(t).toDouble()), values.at(kind));
        for (const auto& [key, values] : c.items())
            if (key.starts_with("integral_t_") && key != "integral_t_relative_error") {
                const auto [from, to] = rangeOf(key);
                compareIntegral(scene, distanceOver(scene, from, to), values.at(kind));
            }
    }
}

int compareFile(const std::filesystem::path& path)
{
    int compared = 0;
    const golden::Json file = golden::read(path);
    for (const golden::Json& pair : file.at("pairs")) {
        Scene scene;
        scene.real = golden::distribution(pair.at("real"));
        scene.generated = golden::distribution(pair.at("generated"));
        for (const golden::Json& c : pair.at("coefficients")) {
            compareCoefficients(scene, c);
            ++compared;
        }
    }
    return compared;
}

/// Both coordinates independent: with alpha = beta = 1 the plane's distance is the sum of the lines'.
Scene product(double mean0, double sd0, double mean1, double sd1)
{
    Scene scene;
    scene.real = gaussian({mean0, -mean1}, {sd0 * sd0, 0, 0, sd1 * sd1});
    scene.generated = gaussian({-mean0, mean1}, {sd1 * sd1, 0, 0, sd0 * sd0});
    scene.loss.kind = "uid";
    return scene;
}

Scene line(double real, double realSd, double generated, double generatedSd)
{
    Scene scene;
    scene.real = gaussian({real}, {realSd * realSd});
    scene.generated = gaussian({generated}, {generatedSd * generatedSd});
    scene.loss.kind = "uid";
    return scene;
}

Scene plane()
{
    Scene scene;
    scene.real = {{{1, {1, 0}, {0.1, 0.05, 0.05, 0.2}}, {2, {-1, 0.5}, {0.3, -0.1, -0.1, 0.1}}}};
    scene.generated = gaussian({0.3, -0.2}, {0.8, 0.3, 0.3, 0.5});
    return scene;
}

} // namespace

class TestDistances : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goldenSubset() { QVERIFY(compareFile(golden::small("distances.json")) >= 2); }

    void goldenAll()
    {
        REALUID_FIXTURE(path, "distances.json");
        QVERIFY(compareFile(path) >= 8);
    }

    void planeOfIndependentCoordinates()
    {
        const double t = 0.8;
        const IntegratedDistance got = distanceAt(product(0.7, 0.4, 0.3, 0.9), t);
        const double want = distanceAt(line(0.7, 0.4, -0.7, 0.9), t).value + distanceAt(line(-0.3, 0.9, 0.3, 0.4), t).value;
        QVERIFY(golden::difference(got.value, want) < 1e-8);
        QVERIFY(got.error < 1e-6 * want);
    }

    /// Against Monte Carlo: the mean of l / P over samples of x_t of the generator, which covers the real data.
    void planeAgainstSamples_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("realuid") << "realuid";
        QTest::newRow("normalized") << "normalized";
    }
    void planeAgainstSamples()
    {
        QFETCH(QString, kind);
        Scene scene = plane();
        scene.loss.kind = kind.toStdString();
        const double t = 0.7, root = std::sqrt(0.8);
        constexpr int kSamples = 200000;
        double sum = 0, squares = 0;
        for (std::uint64_t i = 0; i < kSamples; ++i) {
            double z[4];
            fillNormal({7, Purpose::Sample, 0, i}, z, 4);
            const double x1 = 0.3 + root * z[0];
            const double y1 = -0.2 + 0.3 / root * z[0] + std::sqrt(0.5 - 0.09 / 0.8) * z[1];
            const std::vector<double> x{t * x1 + (1 - t) * z[2], t * y1 + (1 - t) * z[3]};
            const double l = evaluate(scene, Quantity::LogDistance, Side::Real, t, x)[0];
            const double share = std::exp(l - evaluate(scene, Quantity::LogDensity, Side::Generated, t, x)[0]);
            sum += share;
            squares += share * share;
        }
        const double mean = sum / kSamples;
        const double deviation = std::sqrt((squares / kSamples - mean * mean) / kSamples);
        const IntegratedDistance got = distanceAt(scene, t);
        QVERIFY2(std::abs(got.value - mean) < 4 * deviation,
                 qPrintable(QString("%1 against %2 +- %3").arg(got.value).arg(mean).arg(deviation)));
        QVERIFY(deviation < 0.01 * mean);
        QVERIFY(got.error < 1e-4 * got.value);
    }

    void zeroWhereBothAgree()
    {
        for (const char* kind : {"uid", "realuid", "general", "normalized"}) {
            Scene scene;
            scene.real = scene.generated = {{{1, {2}, {0.09}}, {3, {-1}, {0.25}}}};
            scene.loss.kind = kind;
            QVERIFY(distanceOver(scene, 0, 1).value < 1e-14);
            scene.real = scene.generated = plane().real;
            QVERIFY(distanceAt(scene, 0.5).value < 1e-14);
        }
    }

    /// alpha = 1, beta = 0.9: Q^2 / P falls off as long as 2 V_P > V_Q.
    void divergence_data()
    {
        QTest::addColumn<double>("generatedSd");
        QTest::addColumn<bool>("finite");
        QTest::newRow("wider") << 0.6 << true;
        QTest::newRow("a little narrower") << 0.4 << true;
        QTest::newRow("much narrower") << 0.2 << false;
    }
    void divergence()
    {
        QFETCH(double, generatedSd);
        QFETCH(bool, finite);
        for (const int dimension : {1, 2}) {
            Scene scene = dimension == 1 ? line(0.3, 0.5, -0.3, generatedSd) : product(0.3, 0.5, 0.3, 0.5);
            if (dimension == 2)
                scene.generated.components[0].covariance = {generatedSd * generatedSd, 0, 0, 0.3};
            scene.loss = {"realuid", 1, 0.9, 1, "standard"};
            const IntegratedDistance at = distanceAt(scene, 0.98), over = distanceOver(scene, 0.02, 0.98);
            QCOMPARE(std::isfinite(at.value), finite);
            QCOMPARE(std::isfinite(over.value), finite);
            QCOMPARE(at.remark.empty(), finite);
            QVERIFY(!finite || at.error < 1e-5 * at.value);
        }
    }

    /// The unstable but finite case against a plain midpoint sum of the same integrand over a far wider range.
    void unstableButFinite()
    {
        Scene scene = line(1.5, 0.4, -0.7, 0.35);
        scene.loss = {"realuid", 1, 0.9, 1, "standard"};
        std::vector<double> x;
        const double step = 60.0 / 60000;
        for (int i = 0; i < 60000; ++i)
            x.push_back(-10 + step * (i + 0.5));
        double sum = 0;
        for (const double value : evaluate(scene, Quantity::Distance, Side::Real, 0.6, x))
            sum += value * step;
        QVERIFY(golden::difference(distanceAt(scene, 0.6).value, sum) < 1e-9);
    }

    void forSliders()
    {
        const Scene scene;
        const auto start = std::chrono::steady_clock::now();
        const IntegratedDistance quick = distanceOver(scene, 0.02, 0.98, kForSliders);
        const auto middle = std::chrono::steady_clock::now();
        const IntegratedDistance accurate = distanceOver(scene, 0.02, 0.98);
        const auto end = std::chrono::steady_clock::now();
        const auto spent = [](auto from, auto to) { return std::chrono::duration<double, std::milli>(to - from).count(); };
        qInfo("over t: %.2f ms for sliders, %.2f ms accurate", spent(start, middle), spent(middle, end));
        QVERIFY(golden::difference(quick.value, accurate.value) < 1e-4);
    }

    void planeOverTime()
    {
        const auto start = std::chrono::steady_clock::now();
        const IntegratedDistance over = distanceOver(plane(), 0.02, 0.98);
        qInfo("plane over t: %.0f ms, relative error estimate %.1e",
              std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count(),
              over.error / over.value);
        // midpoint rule over t of the distances at one time
        double sum = 0;
        constexpr int kTimes = 60;
        for (int i = 0; i < kTimes; ++i)
            sum += distanceAt(plane(), 0.02 + 0.96 * (i + 0.5) / kTimes, 1e-6).value * 0.96 / kTimes;
        QVERIFY(golden::difference(over.value, sum) < 1e-3);
        QVERIFY(over.error < 1e-5 * over.value);
    }
};

QTEST_GUILESS_MAIN(TestDistances)
#include "tst_distances.moc"
