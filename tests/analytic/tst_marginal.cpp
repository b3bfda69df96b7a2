// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/quantity.h"
#include "tests/analytic/golden.h"

using namespace realuid;

namespace
{

Scene sceneOf(const Distribution& distribution)
{
    Scene scene;
    scene.real = scene.generated = distribution;
    return scene;
}

std::vector<double> at(const Distribution& d, Quantity quantity, double t, const std::vector<double>& x)
{
    return evaluate(sceneOf(d), quantity, Side::Real, t, x);
}

/// Rows of the 1-D cases of the linear path: the coupling names the marginal of x1.
Distribution ofCoupling(const golden::Json& coupling)
{
    Distribution d;
    for (const golden::Json& c : coupling) {
        const double sd = c.at("sd1");
        d.components.push_back({c.at("weight"), {c.at("mean1").get<double>()}, {sd * sd}});
    }
    return d;
}

void compare(const Distribution& d, const golden::Json& point, const char* key, Quantity quantity, double scale = 0)
{
    if (!point.contains(key))
        return;
    const std::vector<double> want = golden::numbers(point.at(key));
    const std::vector<double> got = at(d, quantity, point.at("t"), golden::numbers(point.at("x")));
    QCOMPARE(got.size(), want.size());
    double size = scale;
    for (const double value : want)
        size = std::max(size, std::abs(value));
    for (std::size_t i = 0; i < want.size(); ++i)
        QVERIFY2(golden::difference(got[i], want[i], size) < 1e-9, qPrintable(QString("%1: got %2, want %3")
                                                                                  .arg(key)
                                                                                  .arg(got[i], 0, 'g', 17)
                                                                                  .arg(want[i], 0, 'g', 17)));
}

void compareAll(const Distribution& d, const golden::Json& point)
{
    compare(d, point, "p", Quantity::Density);
    compare(d, point, "log_p", Quantity::LogDensity, 1e-3);
    compare(d, point, "score", Quantity::Score, 1e-3);
    compare(d, point, "mean_x0", Quantity::PosteriorNoise, 1e-3);
    compare(d, point, "mean_x1", Quantity::PosteriorData, 1e-3);
    compare(d, point, "velocity", Quantity::Velocity, 1e-3);
    compare(d, point, "velocity_variance", Quantity::TargetVariance);
}

int compareFile(const std::filesystem::path& path)
{
    const golden::Json file = golden::read(path);
    int points = 0;
    for (const golden::Json& c : file.at("cases_1d")) {
        if (c.at("schedule") != "linear")
            continue;
        for (const golden::Json& point : c.at("points")) {
            compareAll(ofCoupling(c.at("coupling")), point);
            ++points;
        }
    }
    for (const golden::Json& c : file.at("cases_2d")) {
        if (c.at("schedule") != "linear")
            continue;
        for (const golden::Json& point : c.at("points")) {
            compareAll(golden::distribution(c.at("components")), point);
            ++points;
        }
    }
    return points;
}

/// E[h(x1, x0) | x_t = x] in 2-D straight from the definition: x0 = (x - t x1)/(1 - t), midpoint rule over x1.
template <class H>
double byDefinition(const Distribution& d, double t, double x, double y, const H& h)
{
    constexpr int kSteps = 600;
    constexpr double kHalf = 6;
    double sum = 0, weight = 0;
    for (int i = 0; i < kSteps; ++i)
        for (int j = 0; j < kSteps; ++j) {
            const double u = kHalf * (2 * (i + 0.5) / kSteps - 1), v = kHalf * (2 * (j + 0.5) / kSteps - 1);
            double density = 0;
            for (const Component& c : d.components) {
                const std::vector<double>& s = c.covariance;
                const double determinant = s[0] * s[3] - s[1] * s[2];
                const double dx = u - c.mean[0], dy = v - c.mean[1];
                const double q = (s[3] * dx * dx - 2 * s[1] * dx * dy + s[0] * dy * dy) / determinant;
                density += c.weight * std::exp(-q / 2) / std::sqrt(determinant);
            }
            const double n0 = (x - t * u) / (1 - t), n1 = (y - t * v) / (1 - t);
            const double w = density * std::exp(-(n0 * n0 + n1 * n1) / 2);
            weight += w;
            sum += w * h(u - n0, v - n1);
        }
    return sum / weight;
}

} // namespace

class TestMarginal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goldenSubset() { QVERIFY(compareFile(golden::small("fields.json")) >= 8); }

    void goldenAll()
    {
        REALUID_FIXTURE(path, "fields.json");
        QVERIFY(compareFile(path) >= 40);
    }

    void planeAgainstDefinition()
    {
        const Distribution d{{{2, {0.8, -0.3}, {0.5, 0.3, 0.3, 0.4}}, {1, {-1, 0.7}, {0.2, -0.05, -0.05, 0.6}}}};
        const double t = 0.6, x = 0.2, y = 0.4;
        const std::vector<double> v = at(d, Quantity::Velocity, t, {x, y});
        const double vx = byDefinition(d, t, x, y, [](double a, double) { return a; });
        const double vy = byDefinition(d, t, x, y, [](double, double b) { return b; });
        QVERIFY(golden::difference(v[0], vx) < 1e-9);
        QVERIFY(golden::difference(v[1], vy) < 1e-9);
        const double variance = byDefinition(
            d, t, x, y, [&](double a, double b) { return (a - vx) * (a - vx) + (b - vy) * (b - vy); });
        QVERIFY(golden::difference(at(d, Quantity::TargetVariance, t, {x, y})[0], variance) < 1e-9);
    }

    void identitiesBetweenFields_data()
    {
        QTest::addColumn<double>("t");
        for (const double t : {0.0, 1e-6, 0.3, 0.999, 1.0})
            QTest::newRow(qPrintable(QString::number(t))) << t;
    }
    void identitiesBetweenFields()
    {
        QFETCH(double, t);
        const Distribution d{{{1, {2}, {0.09}}, {3, {-1}, {0.25}}}};
        for (const double x : {-30.0, -1.0, 0.1, 2.5, 25.0}) {
            const double data = at(d, Quantity::PosteriorData, t, {x})[0];
            const double noise = at(d, Quantity::PosteriorNoise, t, {x})[0];
            const double scale = 1 + std::abs(x);
            QVERIFY(std::abs(t * data + (1 - t) * noise - x) < 1e-13 * scale);
            QVERIFY(std::abs(data - noise - at(d, Quantity::Velocity, t, {x})[0]) < 1e-11 * scale);
            QVERIFY(std::abs(noise + (1 - t) * at(d, Quantity::Score, t, {x})[0]) < 1e-11 * scale);
            QCOMPARE(at(d, Quantity::Drift, t, {x})[0], at(d, Quantity::Velocity, t, {x})[0]);
        }
    }

    void bothEnds()
    {
        const Distribution d{{{1, {2}, {0.09}}, {3, {-1}, {0.25}}}};
        const double mean = (2.0 - 3.0) / 4, square = (4.09 + 3 * 1.25) / 4;
        QCOMPARE(at(d, Quantity::PosteriorData, 0, {0.7})[0], mean);
        QCOMPARE(at(d, Quantity::PosteriorNoise, 0, {0.7})[0], 0.7);
        QCOMPARE(at(d, Quantity::TargetVariance, 0, {0.7})[0], square - mean * mean);
        QCOMPARE(at(d, Quantity::PosteriorNoise, 1, {0.7})[0], 0.0);
        QCOMPARE(at(d, Quantity::Velocity, 1, {0.7})[0], 0.7);
        QCOMPARE(at(d, Quantity::TargetVariance, 1, {0.7})[0], 1.0);
    }

    void weightsNeedNotSumToOne()
    {
        const Distribution d{{{1, {2}, {0.09}}, {3, {-1}, {0.25}}}};
        Distribution scaled = d;
        for (Component& c : scaled.components)
            c.weight *= 7;
        QCOMPARE(at(scaled, Quantity::LogDensity, 0.5, {0.4})[0], at(d, Quantity::LogDensity, 0.5, {0.4})[0]);
    }

    /// Where every term underflows, the nearest component in the metric of its covariance takes all.
    void farTail()
    {
        const Distribution d{{{1, {2}, {0.09}}, {3, {-1}, {0.25}}}};
        const double got = at(d, Quantity::LogDensity, 1, {100})[0];
        QVERIFY(golden::difference(got, std::log(0.75) - 0.5 * std::log(2 * M_PI * 0.25) - 0.5 * 101 * 101 / 0.25) < 1e-14);
        QCOMPARE(at(d, Quantity::Density, 1, {100})[0], 0.0);
        QVERIFY(golden::difference(at(d, Quantity::Score, 1, {100})[0], -101 / 0.25) < 1e-14);
    }
};

QTEST_GUILESS_MAIN(TestMarginal)
#include "tst_marginal.moc"
