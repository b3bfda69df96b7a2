// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/distances.h"
#include "analytic/quantity.h"
#include "core/api/error.h"
#include "core/api/philox.h"
#include "core/io/scene_json.h"
#include "tests/analytic/golden.h"

using namespace realuid;

namespace
{

/// The kinds as golden files call them.
std::string kindOf(std::string schedule)
{
    if (schedule.starts_with("interpolant"))
        return "stochastic";
    std::replace(schedule.begin(), schedule.end(), '_', '-');
    return schedule;
}

/// A case's scene as someone else would write its file.
Scene sceneOf(const golden::Json& c)
{
    Json components = Json::array();
    for (const golden::Json& k : c.at("coupling")) {
        const double sd0 = k.at("sd0"), sd1 = k.at("sd1"), cross = k.at("correlation").get<double>() * sd0 * sd1;
        components.push_back({{"weight", k.at("weight").get<double>()},
                              {"mean", {k.at("mean0").get<double>(), k.at("mean1").get<double>()}},
                              {"covariance", {{sd0 * sd0, cross}, {cross, sd1 * sd1}}}});
    }
    return sceneFromJson({{"version", 1},
                          {"generated", {{"kind", "gaussian"}, {"mean", {0.0}}, {"covariance", {{1.0}}}}},
                          {"interpolant", {{"kind", kindOf(c.at("schedule"))}}},
                          {"coupling", {{"kind", "joint"}, {"components", components}}}},
                         "case");
}

struct Row {
    const char* key;
    Quantity quantity;
    double scale; ///< below it differences count absolutely
};
constexpr Row kRows[] = {{"p", Quantity::Density, 0},
                         {"log_p", Quantity::LogDensity, 1e-3},
                         {"score", Quantity::Score, 1e-3},
                         {"mean_x0", Quantity::PosteriorNoise, 1e-3},
                         {"mean_x1", Quantity::PosteriorData, 1e-3},
                         {"velocity", Quantity::Velocity, 1e-3},
                         {"velocity_variance", Quantity::TargetVariance, 0},
                         {"drift", Quantity::Drift, 1e-3}};

int comparePoint(const Scene& scene, const golden::Json& point)
{
    int compared = 0;
    for (const Row& row : kRows) {
        if (!point.contains(row.key))
            continue;
        const double want = point.at(row.key);
        const double got = evaluate(scene, row.quantity, Side::Real, point.at("t"), golden::numbers(point.at("x")))[0];
        const double difference = golden::difference(got, want, row.scale);
        if (difference > 1e-10)
            qWarning("%s: got %.17g, want %.17g", row.key, got, want);
        compared += difference <= 1e-10;
    }
    return compared;
}

Scene withKind(const char* kind)
{
    Scene scene;
    scene.interpolant.kind = kind;
    return scene;
}

/// A correlated pair in the plane, with a skew cross covariance.
Distribution planeJoint()
{
    return {{{2, {-0.5, 0.2, 1.0, 0.3}, {0.8, 0.1, 0.3, -0.2, 0.1, 0.6, 0.1, 0.2, 0.3, 0.1, 0.5, 0.1, -0.2, 0.2, 0.1, 0.4}},
             {1, {0.4, 0.9, -1.0, -0.6}, {0.5, 0, -0.2, 0, 0, 0.5, 0, 0.1, -0.2, 0, 0.3, 0, 0, 0.1, 0, 0.6}}}};
}

Scene planeScene()
{
    Scene scene;
    scene.coupling = {"joint", {}, planeJoint()};
    scene.real = dataMarginal(planeJoint());
    scene.generated = gaussian({0, 0}, {1, 0, 0, 1});
    scene.interpolant.kind = "bridge";
    return scene;
}

/// Cholesky's factor of a 4 x 4 covariance.
std::array<double, 16> factor(const std::vector<double>& c)
{
    std::array<double, 16> l{};
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t j = 0; j <= i; ++j) {
            double sum = c[4 * i + j];
            for (std::size_t k = 0; k < j; ++k)
                sum -= l[4 * i + k] * l[4 * j + k];
            l[4 * i + j] = i == j ? std::sqrt(sum) : sum / l[5 * j];
        }
    return l;
}

} // namespace

class TestPaths : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goldenAll()
    {
        REALUID_FIXTURE(path, "fields.json");
        for (const golden::Json& c : golden::read(path).at("cases_1d")) {
            const Scene scene = sceneOf(c);
            QCOMPARE(check(scene).size(), std::size_t{0});
            for (const golden::Json& point : c.at("points")) {
                const int rows = point.contains("drift") ? 8 : 7;
                QCOMPARE(comparePoint(scene, point), rows);
            }
        }
    }

    void derivatives_data()
    {
        QTest::addColumn<QByteArray>("kind");
        for (const std::string_view kind : interpolantParameters().front().info.choices)
            QTest::newRow(kind.data()) << QByteArray(kind.data());
    }
    void derivatives()
    {
        QFETCH(QByteArray, kind);
        const Interpolant path{.kind = kind.toStdString()};
        for (const double t : {0.2, 0.5, 0.7}) {
            const double h = 1e-5;
            const Schedule low = schedule(path, t - h), at = schedule(path, t), high = schedule(path, t + h);
            QVERIFY(golden::difference(at.da, (high.a - low.a) / (2 * h), 1) < 1e-7);
            QVERIFY(golden::difference(at.db, (high.b - low.b) / (2 * h), 1) < 1e-7);
            QVERIFY(golden::difference(at.dg, (high.g - low.g) / (2 * h), 1) < 1e-7);
            QVERIFY(golden::difference(at.bdb, at.b * at.db, 1) < 1e-13);
            QVERIFY(golden::difference(at.gdg, at.g * at.dg, 1) < 1e-13);
        }
    }

    /// Fields are finite at both ends and continue what they are beside them.
    void bothEnds_data() { derivatives_data(); }
    void bothEnds()
    {
        QFETCH(QByteArray, kind);
        const Scene scene = withKind(kind.constData());
        for (const Quantity quantity : {Quantity::Velocity, Quantity::Score, Quantity::PosteriorData, Quantity::PosteriorNoise})
            for (const double x : {-1.0, 0.4, 2.5})
                for (const double end : {0.0, 1.0}) {
                    const std::vector<double> point{x};
                    const double at = evaluate(scene, quantity, Side::Real, end, point)[0];
                    const double beside = evaluate(scene, quantity, Side::Real, std::abs(end - 1e-13), point)[0];
                    QVERIFY2(golden::difference(at, beside, 1) < 1e-5,
                             qPrintable(QString("%1 at %2: %3, beside %4").arg(x).arg(end).arg(at).arg(beside)));
                }
    }

    /// (1 - a)/(1 - t) by its series in 1 - t, and the added noise, whose part in the drift grows without bound.
    void driftAtTheEnd()
    {
        constexpr double kPi = 3.14159265358979323846;
        for (const double left : {1e-6, 1e-9, 1e-12}) {
            const auto onData = [&](const char* kind) {
                const Scene scene = withKind(kind);
                return targetOf(LinearField::Drift, scene.interpolant, 1 - left).onData;
            };
            const double exact = 1 - (1 - left); // what is left of it in double
            QVERIFY(golden::difference(onData("trigonometric"), kPi * kPi / 8 * exact, 0) < 1e-9);
            const Interpolant cosine = withKind("vp-cosine").interpolant;
            const double rate = kPi / 2 / (1 + cosine.s);
            QVERIFY(golden::difference(onData("vp-cosine"), rate * std::tan(rate * cosine.s) + rate * rate / 2 * exact, 0) < 1e-9);
            const Interpolant linear = withKind("vp-linear").interpolant;
            const double least = linear.betaMin / 2;
            QVERIFY(golden::difference(onData("vp-linear"), least + ((linear.betaMax - linear.betaMin) / 4 - least * least / 2) * exact, 0) < 1e-9);
        }
        for (const char* kind : {"bridge", "stochastic", "ve", "vp-cosine"})
            QVERIFY(!std::isfinite(evaluate(withKind(kind), Quantity::DriftVariance, Side::Real, 1, std::vector<double>{0.4})[0]));
    }

    /// E[x_t | x_t] = x: a E[x1] + b E[x0] + g E[z], with E[z] = (velocity - da E[x1] - db E[x0]) / dg.
    void partsMakeThePoint_data() { derivatives_data(); }
    void partsMakeThePoint()
    {
        QFETCH(QByteArray, kind);
        const Scene scene = withKind(kind.constData());
        const double t = 0.3;
        const Schedule s = schedule(scene.interpolant, t);
        for (const double x : {-2.0, 0.3, 4.0}) {
            const auto of = [&](Quantity q) { return evaluate(scene, q, Side::Generated, t, std::vector<double>{x})[0]; };
            const double data = of(Quantity::PosteriorData), noise = of(Quantity::PosteriorNoise);
            const double added = s.dg == 0 ? 0 : (of(Quantity::Velocity) - s.da * data - s.db * noise) / s.dg;
            QVERIFY(golden::difference(s.a * data + s.b * noise + s.g * added, x, 1) < 1e-11);
            QVERIFY(golden::difference(of(Quantity::Drift), (data - x) / (1 - t), 1) < 1e-11);
        }
    }

    /// Joint coupling in the plane: samples of the triple near one x_t.
    void planeCouplingAgainstSamples()
    {
        const Scene scene = planeScene();
        QVERIFY(check(scene).empty());
        const double t = 0.4, g = std::sqrt(0.5 * t * (1 - t)), width = 0.08;
        const std::vector<double> at{0.2, 0.4};
        double count = 0, sums[6]{}, squares[6]{};
        for (std::uint64_t i = 0; i < 1500000; ++i) {
            double n[8];
            fillNormal({3, Purpose::Sample, 0, i}, n, 8);
            const Component& c = scene.coupling.joint.components[i % 3 == 2 ? 1 : 0];
            const std::array<double, 16> l = factor(c.covariance);
            double w[4];
            for (std::size_t r = 0; r < 4; ++r) {
                w[r] = c.mean[r];
                for (std::size_t k = 0; k <= r; ++k)
                    w[r] += l[4 * r + k] * n[k];
            }
            const double x = t * w[2] + (1 - t) * w[0] + g * n[4], y = t * w[3] + (1 - t) * w[1] + g * n[5];
            if (std::hypot(x - at[0], y - at[1]) > width)
                continue;
            const double dg = 0.5 * (0.5 - t) / g;
            const double values[6] = {w[0], w[1], w[2], w[3], w[2] - w[0] + dg * n[4], w[3] - w[1] + dg * n[5]};
            count += 1;
            for (int k = 0; k < 6; ++k) {
                sums[k] += values[k];
                squares[k] += values[k] * values[k];
            }
        }
        const auto of = [&](Quantity q) { return evaluate(scene, q, Side::Real, t, at); };
        const double density = count / 1500000 / (M_PI * width * width);
        QVERIFY(golden::difference(of(Quantity::Density)[0], density) < 0.05);
        double variance = 0;
        for (int k = 0; k < 6; ++k) {
            const Quantity q = k < 2 ? Quantity::PosteriorNoise : k < 4 ? Quantity::PosteriorData : Quantity::Velocity;
            const double mean = sums[k] / count, spread = squares[k] / count - mean * mean;
            QVERIFY(std::abs(of(q)[static_cast<std::size_t>(k % 2)] - mean) < 4 * std::sqrt(spread / count) + 0.01);
            variance += k >= 4 ? spread : 0;
        }
        QVERIFY(golden::difference(of(Quantity::TargetVariance)[0], variance) < 0.08);
    }

    /// Affine in x_t and the velocity with the same factor on both sides, other targets give multiples of one distance.
    void targetsOfOneDistance()
    {
        Scene scene;
        scene.loss.kind = "uid";
        const double t = 0.6;
        const double velocity = distanceAt(scene, t).value;
        scene.target = "score"; // v = x/t + (1-t)/t s
        QVERIFY(golden::difference(distanceAt(scene, t).value, velocity * 2.25) < 1e-9);
        scene.target = "data"; // x1 = x + (1-t) v
        QVERIFY(golden::difference(distanceAt(scene, t).value, velocity * 0.16) < 1e-9);
        scene.target = "noise"; // x0 = x - t v
        QVERIFY(golden::difference(distanceAt(scene, t).value, velocity * 0.36) < 1e-9);
    }

    /// Section 7 of the notes: N with a teacher of its own, straight from densities and fields.
    void wrongTeacher()
    {
        Scene scene;
        scene.teacher = gaussian({1.9}, {0.2});
        scene.loss = {"realuid", 0.8, 0.9};
        const double t = 0.7;
        for (const bool sampled : {true, false})
            for (const double x : {-1.0, 0.3, 1.4}) {
                scene.loss.realTarget = sampled ? "sampled" : "teacher";
                const std::vector<double> at{x};
                const auto of = [&](Quantity q, Side side) { return evaluate(scene, q, side, t, at)[0]; };
                const double p = of(Quantity::Density, Side::Generated), q = of(Quantity::Density, Side::Real);
                const double own = of(Quantity::Velocity, Side::Generated), teacher = of(Quantity::Velocity, Side::Teacher);
                const double real = sampled ? of(Quantity::Velocity, Side::Real) : teacher;
                const double d = 0.8 * p + 0.2 * q, n = d * teacher - 0.9 * p * own - 0.1 * q * real;
                QVERIFY(golden::difference(of(Quantity::Distance, Side::Real), n * n / d) < 1e-10);
                QVERIFY(golden::difference(of(Quantity::OptimalFake, Side::Real), (0.9 * p * own + 0.1 * q * real) / d) < 1e-10);
            }
    }
};

QTEST_GUILESS_MAIN(TestPaths)
#include "tst_paths.moc"
