// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/quantity.h"
#include "analytic/source_arc.h"
#include "analytic/trajectories.h"

#include <QtTest>

#include <cmath>

using namespace realuid;

namespace
{

Scene plane()
{
    Scene scene;
    scene.real = gaussian({1, -0.5}, {0.5, 0.2, 0.2, 0.3});
    scene.generated = gaussian({0, 0}, {1, 0, 0, 1});
    return scene;
}

Scene ofPath(const char* kind)
{
    Scene scene = plane();
    scene.interpolant.kind = kind;
    return scene;
}

double errorOf(const Scene& scene, Method method, int steps)
{
    const std::vector<double> starts{-1, 0.5, 0.3, 1.2, 2, -1};
    return *trajectories(scene, Side::Real, starts, {.method = method, .steps = steps}).errorVsExact;
}

} // namespace

class TestTrajectories : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Errors fall with the method's order.
    void orders_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<double>("order");
        QTest::newRow("euler") << static_cast<int>(Method::Euler) << 1.0;
        QTest::newRow("midpoint") << static_cast<int>(Method::Midpoint) << 2.0;
        QTest::newRow("heun") << static_cast<int>(Method::Heun) << 2.0;
        QTest::newRow("rk4") << static_cast<int>(Method::Rk4) << 4.0;
    }
    void orders()
    {
        QFETCH(int, method);
        QFETCH(double, order);
        const double coarse = errorOf(ofPath("vp-cosine"), static_cast<Method>(method), 40),
                     fine = errorOf(ofPath("vp-cosine"), static_cast<Method>(method), 80);
        const double got = std::log2(coarse / fine);
        QVERIFY2(std::abs(got - order) < 0.35, qPrintable(QString("order %1, errors %2 and %3").arg(got).arg(coarse).arg(fine)));
    }

    void arcs()
    {
        Scene scene = plane();
        const std::vector<double> ends{1.5, 0, 0, -0.5, -1, 1};
        const std::vector<double> got = sourceArc(scene, Side::Real, ends, 5);
        QCOMPARE(got.size(), std::size_t{18});
        for (const std::size_t k : {0, 1, 2})
            for (const std::size_t i : {0, 1})
                QCOMPARE(got[8 * k + i], ends[2 * k + i]);
        QVERIFY(std::abs(got[4] - 1.5 * std::sqrt(0.5)) < 1e-15 && std::abs(got[5] + 0.5 * std::sqrt(0.5)) < 1e-15);
    }

    /// Between draws of the source lie draws of the source.
    void arcsKeepTheLaw()
    {
        Scene scene;
        scene.coupling.source = gaussian({2}, {0.25});
        double mean = 0, square = 0;
        constexpr int n = 4000;
        for (int seed = 0; seed < n; ++seed) {
            std::vector<double> ends = startingPoints(scene, Side::Real, 1, 2 * seed);
            ends.push_back(startingPoints(scene, Side::Real, 1, 2 * seed + 1)[0]);
            const double middle = sourceArc(scene, Side::Real, ends, 3)[1];
            mean += middle / n;
            square += middle * middle / n;
        }
        QVERIFY2(std::abs(mean - 2) < 0.03, qPrintable(QString::number(mean)));
        QVERIFY2(std::abs(square - mean * mean - 0.25) < 0.02, qPrintable(QString::number(square - mean * mean)));
    }

    void adaptiveFollowsTheExactMap_data()
    {
        QTest::addColumn<QByteArray>("kind");
        for (const char* kind : {"linear", "trigonometric", "vp-linear", "ve", "stochastic"})
            QTest::newRow(kind) << QByteArray(kind);
    }
    void adaptiveFollowsTheExactMap()
    {
        QFETCH(QByteArray, kind);
        const Scene scene = ofPath(kind.constData());
        const double error = errorOf(scene, Method::Rk45, 5);
        QVERIFY2(error < 1e-5, qPrintable(QString::number(error)));
        QCOMPARE(errorOf(scene, Method::Exact, 3), 0.0);
    }

    /// The map itself, from the formula in one dimension.
    void exactMap()
    {
        const Scene scene;
        const std::vector<double> starts{-0.7, 1.3};
        const Trajectories found = trajectories(scene, Side::Real, starts, {.method = Method::Exact, .steps = 4});
        for (std::size_t n = 0; n < 2; ++n)
            for (std::size_t step = 0; step <= 4; ++step) {
                const double t = 0.25 * static_cast<double>(step);
                const double want = t * 1.6 + std::sqrt(t * t * 0.1225 + (1 - t) * (1 - t)) * starts[n];
                QVERIFY(std::abs(found.paths[5 * n + step] - want) < 1e-13);
            }
        Scene mixture;
        mixture.real = {{{1, {0}, {1}}, {1, {2}, {1}}}};
        QVERIFY(!hasExactMap(mixture, Side::Real));
        QVERIFY(!trajectories(mixture, Side::Real, starts, {.method = Method::Heun, .steps = 4}).errorVsExact);
    }

    /// With noise the marginals stay: mean and variance of 20,000 ends against the data's.
    void noiseKeepsTheMarginals()
    {
        const Scene scene;
        const std::vector<double> starts = startingPoints(scene, Side::Real, 20000, 5);
        const Trajectories found = trajectories(scene, Side::Real, starts, {.method = Method::Sde, .steps = 200, .noise = 0.7, .seed = 5});
        QVERIFY(!found.errorVsExact);
        double sum = 0, squares = 0;
        for (std::size_t n = 0; n < 20000; ++n) {
            const double end = found.paths[201 * n + 200];
            sum += end;
            squares += end * end;
        }
        const double mean = sum / 20000, sd = std::sqrt(squares / 20000 - mean * mean);
        QVERIFY2(std::abs(mean - 1.6) < 0.015 && std::abs(sd - 0.35) < 0.01, qPrintable(QString("%1, %2").arg(mean).arg(sd)));
    }

    void startsAreOfTheSource()
    {
        Scene scene;
        scene.coupling.source = {{{1, {-2}, {0.25}}, {3, {2}, {0.25}}}};
        double sum = 0, squares = 0;
        const std::vector<double> starts = startingPoints(scene, Side::Real, 20000, 1);
        for (const double x : starts) {
            sum += x;
            squares += x * x;
        }
        QVERIFY(std::abs(sum / 20000 - 1) < 0.05);
        QVERIFY(std::abs(squares / 20000 - 4.25) < 0.06);
    }

    /// Each point of a batch moves by the field of the exact path.
    void batchesFollowTheField()
    {
        Scene scene = plane();
        scene.real.components.push_back({0.5, {-2, 1}, {0.2, 0.05, 0.05, 0.1}});
        const std::vector<double> starts = startingPoints(scene, Side::Real, 1037, 4);
        const Trajectories found = trajectories(scene, Side::Real, starts, {.method = Method::Euler, .steps = 2});
        for (const int step : {0, 1}) {
            std::vector<double> from, to;
            for (std::size_t n = 0; n < 1037; ++n)
                for (std::size_t i = 0; i < 2; ++i) {
                    from.push_back(found.paths[6 * n + 2 * static_cast<std::size_t>(step) + i]);
                    to.push_back(found.paths[6 * n + 2 * static_cast<std::size_t>(step) + 2 + i]);
                }
            const std::vector<double> velocity = evaluate(scene, Quantity::Velocity, Side::Real, 0.5 * step, from);
            for (std::size_t i = 0; i < to.size(); ++i)
                QVERIFY(std::abs(to[i] - (from[i] + 0.5 * velocity[i])) < 1e-12 * (1 + std::abs(to[i])));
        }
        QCOMPARE(found.evaluations, std::int64_t{2 * 1037});
    }

    void stops()
    {
        const std::vector<double> starts = startingPoints(plane(), Side::Real, 20, 3);
        std::stop_source source;
        source.request_stop();
        for (const Method method : {Method::Euler, Method::Rk45}) {
            const Trajectories found =
                trajectories(plane(), Side::Real, starts, {.method = method, .steps = 50, .stop = source.get_token()});
            QVERIFY(found.stopped);
            QCOMPARE(found.paths[1], starts[1]);
            QVERIFY(std::isnan(found.paths.back()));
        }
    }

    void threadsDoNotMatter()
    {
        const std::vector<double> starts = startingPoints(plane(), Side::Real, 33, 9);
        for (const Method method : {Method::Rk4, Method::Rk45, Method::Sde}) {
            TrajectoryOptions how{.method = method, .steps = 7, .threads = 1};
            const Trajectories one = trajectories(plane(), Side::Real, starts, how);
            how.threads = 3;
            const Trajectories three = trajectories(plane(), Side::Real, starts, how);
            QCOMPARE(one.paths, three.paths);
            QCOMPARE(one.evaluations, three.evaluations);
        }
    }
};

QTEST_GUILESS_MAIN(TestTrajectories)
#include "tst_trajectories.moc"
