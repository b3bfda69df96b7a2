// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/inner_maximum.h"
#include "analytic/quantity.h"
#include "core/api/named_distribution.h"
#include "core/game/fake_optimum.h"
#include "core/game/measures.h"

#include <QtTest>

using namespace realuid;
using namespace realuid::game;

namespace
{

Scene sceneOf(Distribution real)
{
    Scene scene;
    scene.generated = real.dimension() == 1 ? gaussian({0}, {1}) : gaussian({0, 0}, {1, 0, 0, 1});
    scene.real = std::move(real);
    return scene;
}

/// Correlated, of unequal weights, two of them far apart.
Distribution uneven()
{
    Distribution out;
    out.components = {{3, {1.5, -1}, {0.3, 0.1, 0.1, 0.2}}, {1, {-2, 0.5}, {0.05, -0.02, -0.02, 0.4}}, {2, {0, 2}, {0.2, 0, 0, 0.2}}};
    return out;
}

Distribution onALine()
{
    Distribution out;
    out.components = {{1, {-1.5}, {0.09}}, {2, {1}, {0.2}}};
    return out;
}

std::vector<Point> points(const MixtureField& field, std::uint32_t step, std::int64_t n)
{
    std::vector<Point> out;
    for (std::int64_t i = 0; i < n; ++i)
        out.push_back(field.sample({9, Purpose::Real, step, static_cast<std::uint64_t>(i)}));
    return out;
}

} // namespace

Q_DECLARE_METATYPE(realuid::Distribution)

class TestGameField : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agreesWithAnalytic_data();
    void agreesWithAnalytic();
    void samples();
    void modes();
    void distances();
    void optimum();
};

void TestGameField::agreesWithAnalytic_data()
{
    QTest::addColumn<Distribution>("distribution");
    QTest::newRow("plane") << uneven();
    QTest::newRow("line") << onALine();
    QTest::newRow("two moons") << namedDistributions()[0].distribution;
}

/// Field, density and the Jacobian's transpose, tails included.
void TestGameField::agreesWithAnalytic()
{
    QFETCH(Distribution, distribution);
    const Scene scene = sceneOf(distribution);
    const MixtureField field(distribution);
    const int d = scene.dimension();
    const auto dimension = static_cast<std::size_t>(d);
    for (const double t : {0.0, 0.13, 0.5, 0.97})
        for (int i = 0; i < 30; ++i) {
            const Point x{6 * std::sin(1.7 * i), d == 2 ? 6 * std::cos(2.9 * i) : 0};
            const std::span<const double> at(x.data(), dimension);
            const MixtureField::Value got = field.at(x, t);
            const std::vector<double> want = evaluate(scene, Quantity::Velocity, Side::Real, t, at);
            const double density = evaluate(scene, Quantity::LogDensity, Side::Real, t, at)[0];
            QVERIFY(std::abs(got.logDensity - density) <= 1e-10 * (1 + std::abs(density)));
            for (std::size_t k = 0; k < dimension; ++k)
                QVERIFY(std::abs(got.field[k] - want[k]) <= 1e-10 * (1 + std::abs(want[k])));
            const Point g{0.7, d == 2 ? -1.3 : 0}, pulled = field.pullBack(x, t, g);
            for (std::size_t k = 0; k < dimension; ++k) {
                constexpr double kStep = 1e-5;
                Point right = x, left = x;
                right[k] += kStep;
                left[k] -= kStep;
                const Point f = field.at(right, t).field, h = field.at(left, t).field;
                const double slope = ((f[0] - h[0]) * g[0] + (f[1] - h[1]) * g[1]) / (2 * kStep);
                QVERIFY2(std::abs(pulled[k] - slope) <= 1e-6 * (1 + std::abs(slope)), qPrintable(QString("%1 for %2").arg(pulled[k]).arg(slope)));
            }
        }
}

void TestGameField::samples()
{
    const MixtureField field(uneven());
    constexpr int kCount = 40000;
    Point mean{}, square{};
    double product = 0;
    for (const Point& x : points(field, 1, kCount)) {
        mean = {mean[0] + x[0] / kCount, mean[1] + x[1] / kCount};
        square = {square[0] + x[0] * x[0] / kCount, square[1] + x[1] * x[1] / kCount};
        product += x[0] * x[1] / kCount;
    }
    Point wantMean{}, wantSquare{};
    double wantProduct = 0;
    for (const Component& c : uneven().components) {
        const double w = c.weight / 6;
        wantMean = {wantMean[0] + w * c.mean[0], wantMean[1] + w * c.mean[1]};
        wantSquare = {wantSquare[0] + w * (c.covariance[0] + c.mean[0] * c.mean[0]), wantSquare[1] + w * (c.covariance[3] + c.mean[1] * c.mean[1])};
        wantProduct += w * (c.covariance[1] + c.mean[0] * c.mean[1]);
    }
    for (std::size_t k = 0; k < 2; ++k) {
        QVERIFY(std::abs(mean[k] - wantMean[k]) < 0.04);
        QVERIFY(std::abs(square[k] - wantSquare[k]) < 0.1);
    }
    QVERIFY(std::abs(product - wantProduct) < 0.06);
}

void TestGameField::modes()
{
    const MixtureField field(namedDistributions()[1].distribution);
    QCOMPARE(field.modesCovered(points(field, 1, 2000)), 8);
    QCOMPARE(field.modesCovered(std::vector<Point>(100, Point{2, 0})), 1);
    QCOMPARE(field.modesCovered(std::vector<Point>(100, Point{0, 0})), 0);
}

void TestGameField::distances()
{
    // A shift by s moves every projection by s cos(angle): the root of the mean square is |s| / sqrt 2.
    const MixtureField field(uneven());
    const std::vector<Point> a = points(field, 1, 3000), b = points(field, 2, 3000);
    std::vector<Point> moved = a;
    for (Point& x : moved)
        x = {x[0] + 3, x[1] - 4};
    QVERIFY(std::abs(slicedDistance(a, moved, 2) - 5 / std::sqrt(2.0)) < 1e-9);
    QCOMPARE(slicedDistance(a, a, 2), 0.0);
    QVERIFY(std::abs(energyDistance(a, b, 2)) < 0.01);
    QVERIFY(energyDistance(a, moved, 2) > 3);
    // On a line, for two points each: 2 (1 + 2 + 0 + 1)/4 - 1 - 1.
    QVERIFY(std::abs(energyDistance({{0, 0}, {1, 0}}, {{1, 0}, {2, 0}}, 1)) < 1e-12);
    QCOMPARE(slicedDistance({{0, 0}, {1, 0}}, {{3, 0}, {2, 0}}, 1), 2.0);
}

/// With a generator that shifts N(0, I) the empirical mixture stands for a Gaussian, whose optimum analytic knows.
void TestGameField::optimum()
{
    Scene scene = sceneOf(uneven());
    scene.teacher = gaussian({0.4, 0.2}, {1, 0.3, 0.3, 0.8});
    scene.loss.alpha = 0.7;
    scene.loss.beta = 0.9;
    GameSettings settings;
    settings.width = 8;
    settings.depth = 1;
    settings.start = "random";
    PlaneGame<double> game(scene, settings);
    GameState<double> state = game.state();
    std::fill(state.generator.weights.begin(), state.generator.weights.end(), 0.0);
    const long bias = game.shape().bias(1);
    state.generator.weights[static_cast<std::size_t>(bias)] = 0.5;
    state.generator.weights[static_cast<std::size_t>(bias + 1)] = -0.25;
    game.restore(state);
    scene.generated = gaussian({0.5, -0.25}, {1, 0, 0, 1});
    const FakeOptimum optimum(game, 100000);
    double error = 0, size = 0;
    for (const double t : {0.1, 0.4, 0.6})
        for (int i = 0; i < 8; ++i) {
            const Point x{std::sin(1.3 * i), std::cos(2.1 * i)};
            const Point got = optimum.at({x}, t).front();
            const std::vector<double> want = evaluate(scene, Quantity::OptimalFake, Side::Real, t, x);
            error += std::pow(got[0] - want[0], 2) + std::pow(got[1] - want[1], 2);
            size += std::pow(want[0], 2) + std::pow(want[1], 2);
        }
    QVERIFY2(error < 1e-3 * size, qPrintable(QString::number(error / size)));
}

QTEST_GUILESS_MAIN(TestGameField)
#include "tst_game_field.moc"
