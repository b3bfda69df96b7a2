// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/distances.h"
#include "analytic/generator_gradient.h"
#include "analytic/quantity.h"
#include "analytic/trajectories.h"

#include <QtTest>

#include <cmath>

using namespace realuid;

namespace
{

constexpr double kEpsilon = 0.5;

/// x0 ~ N(-0.5, 0.8^2) on both sides; corrupted data that each side restores in its own way.
Scene bridge()
{
    Scene scene;
    scene.interpolant.kind = "bridge";
    scene.interpolant.epsilon = kEpsilon;
    scene.coupling = {"joint", {}, {{{1, {-0.5, 1.2}, {0.64, 0.336, 0.336, 0.36}}}}};
    scene.real = dataMarginal(scene.coupling.joint);
    scene.generatedCoupling = {"joint", {}, {{{1, {-0.5, 0.6}, {0.64, 0.2, 0.2, 0.5}}}}};
    scene.generated = dataMarginal(scene.generatedCoupling.joint);
    scene.conditional = true;
    return scene;
}

Scene mixtures()
{
    Scene scene = bridge();
    scene.coupling.joint = {{{1, {-1, 1.2}, {0.3, 0.1, 0.1, 0.2}}, {2, {0.8, -0.6}, {0.4, -0.1, -0.1, 0.3}}}};
    scene.generatedCoupling.joint = {{{1, {-1, 0.7}, {0.3, 0.05, 0.05, 0.4}}, {2, {0.8, -0.2}, {0.4, 0.1, 0.1, 0.25}}}};
    scene.real = dataMarginal(scene.coupling.joint);
    scene.generated = dataMarginal(scene.generatedCoupling.joint);
    return scene;
}

double normal(double x, double mean, double variance)
{
    return std::exp(-0.5 * (x - mean) * (x - mean) / variance) / std::sqrt(2 * M_PI * variance);
}

/// Density and drift at x given x0 by the definition: an integral over x1 of the joint density of (x1, x_t).
struct Given {
    double density = 0, drift = 0;
};
Given byQuadrature(const Distribution& joint, double x0, double t, double x)
{
    Given out;
    double source = 0;
    for (const Component& c : joint.components)
        source += c.weight * normal(x0, c.mean[0], c.covariance[0]);
    constexpr int n = 4001;
    constexpr double width = 10, h = 2 * width / (n - 1);
    for (int i = 0; i < n; ++i) {
        const double x1 = -width + h * i;
        double density = 0; // of (x0, x1)
        for (const Component& c : joint.components) {
            const double determinant = c.covariance[0] * c.covariance[3] - c.covariance[1] * c.covariance[1];
            const double a = x0 - c.mean[0], b = x1 - c.mean[1];
            const double square = (c.covariance[3] * a * a - 2 * c.covariance[1] * a * b + c.covariance[0] * b * b) / determinant;
            density += c.weight * std::exp(-0.5 * square) / (2 * M_PI * std::sqrt(determinant));
        }
        const double weight = h * density / source * normal(x, t * x1 + (1 - t) * x0, kEpsilon * t * (1 - t));
        out.density += weight;
        out.drift += weight * (x1 - x) / (1 - t);
    }
    out.drift /= out.density;
    return out;
}

double one(const Scene& scene, Quantity quantity, Side of, double t, double x)
{
    return evaluate(scene, quantity, of, t, std::vector<double>{x})[0];
}

} // namespace

class TestConditional : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void densitiesAndDrifts_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("Gaussians") << 0;
        QTest::newRow("mixtures") << 1;
    }
    void densitiesAndDrifts()
    {
        QFETCH(int, which);
        Scene scene = which == 0 ? bridge() : mixtures();
        QVERIFY(check(scene).empty());
        for (const double x0 : {-1.7, 0.1, 1.3})
            for (const double t : {0.2, 0.6, 0.95})
                for (const double x : {-1.0, 0.3, 1.4}) {
                    scene.view.x0 = {x0};
                    const auto sides = {std::pair(Side::Real, &scene.coupling.joint), std::pair(Side::Generated, &scene.generatedCoupling.joint)};
                    for (const auto& [side, joint] : sides) {
                        const Given want = byQuadrature(*joint, x0, t, x);
                        QVERIFY(std::abs(one(scene, Quantity::Density, side, t, x) - want.density) < 1e-9);
                        QVERIFY(std::abs(one(scene, Quantity::Drift, side, t, x) - want.drift) < 1e-8 * (1 + std::abs(want.drift)));
                        const double data = x + (1 - t) * want.drift; // what the drift points at
                        QVERIFY(std::abs(one(scene, Quantity::PosteriorData, side, t, x) - data) < 1e-8);
                    }
                }
    }

    /// A single Gaussian given x0: m + G (x0 - m0), and the bridge's own noise.
    void heldAtTheMean()
    {
        Scene scene = bridge();
        QCOMPARE(heldSource(scene), (std::vector<double>{-0.5}));
        scene.view.x0 = {0.7};
        const double gain = 0.336 / 0.64, mean = 1.2 + gain * 1.2, variance = 0.36 - gain * 0.336, t = 0.4;
        const double x = t * mean + (1 - t) * 0.7, spread = t * t * variance + kEpsilon * t * (1 - t);
        QVERIFY(std::abs(one(scene, Quantity::Density, Side::Real, t, x) - 1 / std::sqrt(2 * M_PI * spread)) < 1e-12);
        QVERIFY(std::abs(one(scene, Quantity::PosteriorData, Side::Real, t, x) - mean) < 1e-12);
    }

    /// The distance by sums over a grid of (x0, x), P and Q being the densities of both.
    void distances_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<double>("beta");
        QTest::newRow("Gaussians, data-free") << 0 << 1.0 << 1.0;
        QTest::newRow("Gaussians") << 0 << 0.8 << 0.9;
        QTest::newRow("mixtures") << 1 << 0.8 << 0.9;
    }
    void distances()
    {
        QFETCH(int, which);
        QFETCH(double, alpha);
        QFETCH(double, beta);
        Scene scene = which == 0 ? bridge() : mixtures();
        scene.loss = {"realuid", alpha, beta};
        const Distribution source = sourceOf(scene.coupling, 1);
        const double t = 0.6, h = 0.05;
        std::vector<double> points;
        for (int i = -150; i <= 150; ++i)
            points.push_back(h * i);
        double want = 0, weights = 0;
        for (const Component& c : source.components)
            weights += c.weight;
        for (int k = -60; k <= 60; ++k) {
            scene.view.x0 = {0.1 * k};
            double density = 0;
            for (const Component& c : source.components)
                density += c.weight / weights * normal(0.1 * k, c.mean[0], c.covariance[0]);
            const auto p = evaluate(scene, Quantity::Density, Side::Generated, t, points), q = evaluate(scene, Quantity::Density, Side::Real, t, points);
            const auto f = evaluate(scene, Quantity::Drift, Side::Generated, t, points), teacher = evaluate(scene, Quantity::Drift, Side::Real, t, points);
            for (std::size_t i = 0; i < points.size(); ++i) {
                const double n = (alpha * p[i] + (beta - alpha) * q[i]) * teacher[i] - beta * p[i] * f[i], d = alpha * p[i] + (1 - alpha) * q[i];
                want += d > 0 ? 0.1 * h * density * n * n / d : 0;
            }
        }
        const IntegratedDistance got = distanceAt(scene, t);
        QVERIFY2(std::abs(got.value - want) < 1e-5 * want, qPrintable(QString("%1, not %2").arg(got.value, 0, 'g', 10).arg(want, 0, 'g', 10)));
        QVERIFY(got.error < 1e-4 * want);
        scene.conditional = false;
        QVERIFY(std::abs(distanceAt(scene, t).value - want) > 0.01 * want); // models without x0 face another game
    }

    void vanishesAtTheRealCoupling()
    {
        Scene scene = bridge();
        scene.generatedCoupling = scene.coupling;
        scene.generated = scene.real;
        QVERIFY(std::abs(distanceOver(scene, 0.02, 0.98, 1e-6).value) < 1e-14);
    }

    void gradient()
    {
        const Scene scene = bridge();
        const std::vector<GeneratorParameter> parameters = GeneratorParameter::usual(scene);
        const std::vector<double> got = distanceGradient(scene, parameters, 0.3, 0.5);
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            const auto central = [&](double h) {
                Scene up = scene, down = scene;
                parameters[i].set(up, parameters[i].get(scene) + h);
                parameters[i].set(down, parameters[i].get(scene) - h);
                return (distanceOver(up, 0.3, 0.5).value - distanceOver(down, 0.3, 0.5).value) / (2 * h);
            };
            const double coarse = central(4e-3), fine = central(2e-3), want = (4 * fine - coarse) / 3;
            QVERIFY2(std::abs(got[i] - want) < 1e-6 * std::abs(want), qPrintable(QString("%1, not %2").arg(got[i], 0, 'g', 10).arg(want, 0, 'g', 10)));
        }
    }

    /// The drift given x0 and the bridge's own noise carry x0 to the data that belong to it.
    void carriesToTheData()
    {
        Scene scene = bridge();
        scene.view.x0 = {0.7};
        const std::vector<double> starts = startingPoints(scene, Side::Real, 20000, 3);
        QVERIFY(std::abs(starts[5] - 0.7) < 1e-12);
        const Trajectories found =
            trajectories(scene, Side::Real, starts, {.method = Method::Sde, .steps = 100, .noise = std::sqrt(kEpsilon)});
        double mean = 0, square = 0;
        for (std::size_t i = 0; i < starts.size(); ++i) {
            const double end = found.paths[i * 101 + 100];
            mean += end / static_cast<double>(starts.size());
            square += end * end / static_cast<double>(starts.size());
        }
        const double gain = 0.336 / 0.64, variance = 0.36 - gain * 0.336;
        QVERIFY2(std::abs(mean - (1.2 + gain * 1.2)) < 0.02, qPrintable(QString::number(mean)));
        QVERIFY2(std::abs(square - mean * mean - variance) < 0.02, qPrintable(QString::number(square - mean * mean)));
    }

    void inThePlane()
    {
        Scene scene;
        scene.interpolant.kind = "bridge";
        scene.coupling = {"joint", {}, {{{1, {0, 0, 1, -0.5},
            {0.6, 0.1, 0.2, 0, 0.1, 0.5, 0, 0.2, 0.2, 0, 0.4, 0.1, 0, 0.2, 0.1, 0.5}}}}};
        scene.real = dataMarginal(scene.coupling.joint);
        scene.generatedCoupling = scene.coupling;
        scene.generatedCoupling.joint.components[0].mean = {0, 0, 0.2, 0.1};
        scene.generated = dataMarginal(scene.generatedCoupling.joint);
        scene.conditional = true;
        scene.loss = {"uid"};
        QVERIFY(!anyFault(check(scene)));
        // Equal covariances: at each x0 and x the drifts differ by one and the same vector, and the distance is its square.
        const double t = 0.5;
        const std::vector<double> at{0.3, -0.2};
        const auto f = evaluate(scene, Quantity::Drift, Side::Real, t, at), g = evaluate(scene, Quantity::Drift, Side::Generated, t, at);
        const double want = (f[0] - g[0]) * (f[0] - g[0]) + (f[1] - g[1]) * (f[1] - g[1]);
        QVERIFY(want > 0.1);
        QVERIFY(std::abs(distanceAt(scene, t, 1e-6).value - want) < 1e-6 * want);
    }

    void faults()
    {
        Scene scene = bridge();
        scene.view.x0 = {1, 2};
        QVERIFY(anyFault(check(scene)));
        scene = bridge();
        scene.generatedCoupling.joint.components[0].mean[0] = 0.5; // another x0
        QVERIFY(anyFault(check(scene)));
        scene.conditional = false;
        QVERIFY(!anyFault(check(scene)));
        scene = mixtures();
        std::swap(scene.coupling.joint.components[0], scene.coupling.joint.components[1]);
        scene.real = dataMarginal(scene.coupling.joint);
        QVERIFY(!anyFault(check(scene))); // the order says nothing
    }
};

QTEST_GUILESS_MAIN(TestConditional)
#include "tst_conditional.moc"
