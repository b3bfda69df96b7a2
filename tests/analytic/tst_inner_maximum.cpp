// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/quantity.h"
#include "tests/analytic/golden.h"

using namespace realuid;

namespace
{

double value(const Scene& scene, Quantity quantity, double t, double x)
{
    return evaluate(scene, quantity, Side::Real, t, std::vector<double>{x})[0];
}

QString said(const char* what, double got, double want)
{
    return QString("%1: got %2, want %3").arg(what).arg(got, 0, 'g', 17).arg(want, 0, 'g', 17);
}

void compareFake(const Scene& scene, const golden::Json& at, const char* key, const golden::Json& points)
{
    if (!at.contains(key))
        return;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double want = at.at(key)[i];
        const double got = value(scene, Quantity::OptimalFake, points[i].at("t"), points[i].at("x"));
        QVERIFY2(golden::difference(got, want, 1e-3) < 1e-9, qPrintable(said(key, got, want)));
    }
}

void compareValues(const Scene& scene, const golden::Json& at, const golden::Json& points)
{
    const std::string& kind = scene.loss.kind;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double t = points[i].at("t"), x = points[i].at("x");
        const double wantLog = at.at("ln_values").at(kind)[i];
        const double gotLog = value(scene, Quantity::LogDistance, t, x);
        QVERIFY2(std::abs(gotLog - wantLog) < 1e-8 + 1e-13 * std::abs(wantLog),
                 qPrintable(said(kind.c_str(), gotLog, wantLog)));
        double want = 0;
        parseNumber(at.at("values").at(kind)[i].get<std::string>(), want);
        if (want < 1e-300)
            continue;
        const double got = value(scene, Quantity::Distance, t, x);
        QVERIFY2(golden::difference(got, want) < 1e-8, qPrintable(said(kind.c_str(), got, want)));
    }
}

void compareRatios(const Scene& scene, const golden::Json& points)
{
    for (const golden::Json& point : points) {
        const double want = point.at("ln_p_generated").get<double>() - point.at("ln_p_real").get<double>();
        const double got = value(scene, Quantity::Ratio, point.at("t"), point.at("x"));
        QVERIFY2(golden::difference(got, want, 1) < 1e-11, qPrintable(said("ratio", got, want)));
    }
}

/// Every pair, coefficients and kind of a file; the number of compared combinations.
int compareFile(const std::filesystem::path& path)
{
    int compared = 0;
    const golden::Json file = golden::read(path);
    for (const golden::Json& pair : file.at("pairs")) {
        Scene scene;
        scene.real = golden::distribution(pair.at("real"));
        scene.generated = golden::distribution(pair.at("generated"));
        for (const golden::Json& c : pair.at("coefficients"))
            for (const char* kind : {"uid", "realuid", "general", "normalized"}) {
                scene.loss = {kind, c.at("alpha"), c.at("beta"), c.at("gamma"), "standard"};
                compareValues(scene, c.at("at_points"), pair.at("points"));
                compareFake(scene, c.at("at_points"), (std::string("fake_") + kind).c_str(), pair.at("points"));
                ++compared;
            }
        compareRatios(scene, pair.at("points"));
    }
    return compared;
}

/// What the fake model maximises at one point, as Definition 3 has it, with the field value f free.
double objective(const Loss& loss, double p, double q, double teacher, double generated, double f)
{
    const Coefficients c = coefficients(loss);
    const double d = loss.parametrisation == "beta" ? c.beta * (teacher - f) : teacher - f;
    return p * (-c.gamma * d * d + 2 * d * (c.alpha * teacher - c.beta * generated)) +
           q * (-(1 - c.gamma) * d * d + 2 * d * ((1 - c.alpha) * teacher - (1 - c.beta) * teacher));
}

} // namespace

class TestInnerMaximum : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goldenSubset() { QVERIFY(compareFile(golden::small("distances.json")) >= 8); }

    void goldenAll()
    {
        REALUID_FIXTURE(path, "distances.json");
        QVERIFY(compareFile(path) >= 8);
    }

    void maximisesTheObjective_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("parametrisation");
        QTest::newRow("uid") << "uid" << "standard";
        QTest::newRow("realuid") << "realuid" << "standard";
        QTest::newRow("general") << "general" << "standard";
        QTest::newRow("general, beta") << "general" << "beta";
    }
    void maximisesTheObjective()
    {
        QFETCH(QString, kind);
        QFETCH(QString, parametrisation);
        Scene scene;
        scene.loss = {kind.toStdString(), 0.8, 0.7, 0.6, parametrisation.toStdString()};
        for (const double x : {-0.6, 0.2, 1.1}) {
            const double t = 0.5;
            const auto one = [&](Quantity quantity, Side side) {
                return evaluate(scene, quantity, side, t, std::vector<double>{x})[0];
            };
            const double p = one(Quantity::Density, Side::Generated), q = one(Quantity::Density, Side::Real);
            const double teacher = one(Quantity::Velocity, Side::Teacher);
            const double generated = one(Quantity::Velocity, Side::Generated);
            const double f = value(scene, Quantity::OptimalFake, t, x);
            const auto at = [&](double fake) { return objective(scene.loss, p, q, teacher, generated, fake); };
            QVERIFY(golden::difference(at(f), value(scene, Quantity::Distance, t, x)) < 1e-12);
            QVERIFY(at(f + 0.1) < at(f) && at(f - 0.1) < at(f));
        }
    }

    void whereOneSideVanishes_data()
    {
        QTest::addColumn<double>("alpha");
        QTest::addColumn<double>("beta");
        QTest::addColumn<double>("gamma");
        QTest::newRow("above the diagonal") << 0.94 << 0.96 << 0.94;
        QTest::newRow("below") << 0.9 << 0.7 << 0.9;
        QTest::newRow("a gamma of its own") << 0.8 << 0.9 << 0.3;
    }
    /// P -> 0: l / Q -> (beta - alpha)^2 f*^2 / (1 - gamma); Q -> 0: l / P -> (alpha f* - beta f^theta)^2 / gamma. Both marginals are
    /// narrow, so that the other density is below e^-700 of the larger.
    void whereOneSideVanishes()
    {
        QFETCH(double, alpha);
        QFETCH(double, beta);
        QFETCH(double, gamma);
        Scene scene;
        scene.real = gaussian({3}, {1e-3});
        scene.generated = gaussian({-3}, {2e-3});
        scene.loss = {"general", alpha, beta, gamma, "standard"};
        const double t = 0.97;
        const auto at = [&](double x, Quantity quantity, Side side) { return evaluate(scene, quantity, side, t, std::vector<double>{x})[0]; };
        for (const double off : {-0.03, 0.0, 0.05}) {
            const double onReal = 3 * t + off, onGenerated = -3 * t + off;
            const double teacher = at(onReal, Quantity::Velocity, Side::Teacher);
            QVERIFY(at(onReal, Quantity::Ratio, Side::Real) < -700 && at(onGenerated, Quantity::Ratio, Side::Real) > 700);
            const double missed = (beta - alpha) * (beta - alpha) * teacher * teacher / (1 - gamma);
            QVERIFY(golden::difference(value(scene, Quantity::Distance, t, onReal) / at(onReal, Quantity::Density, Side::Real), missed) < 1e-10);
            const double pulled = alpha * at(onGenerated, Quantity::Velocity, Side::Teacher) - beta * at(onGenerated, Quantity::Velocity, Side::Generated);
            QVERIFY(golden::difference(value(scene, Quantity::Distance, t, onGenerated) / at(onGenerated, Quantity::Density, Side::Generated),
                                       pulled * pulled / gamma) < 1e-10);
        }
    }

    void dataFreeIsALimit_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"realuid", "normalized", "dmd"})
            QTest::newRow(kind) << kind;
    }
    /// alpha = beta -> 1 goes to the data-free value, and no slower than 1 - alpha does.
    void dataFreeIsALimit()
    {
        QFETCH(QString, kind);
        Scene scene;
        scene.real = {{{1, {-1.2}, {0.2}}, {2, {1}, {0.35}}}};
        scene.generated = gaussian({0.3}, {0.8});
        for (const double x : {-4.0, -0.6, 0.2, 1.1, 4.0}) {
            const auto near = [&](double alpha) {
                scene.loss = {kind.toStdString(), alpha, alpha};
                return value(scene, Quantity::Distance, 0.6, x);
            };
            const double limit = near(1);
            double before = std::abs(near(1 - 1e-3) - limit);
            QVERIFY(limit > 0 && before > 0);
            for (const double gap : {1e-4, 1e-5, 1e-6}) {
                const double off = std::abs(near(1 - gap) - limit);
                QVERIFY2(off < 0.2 * before, qPrintable(QString("x %1, 1 - alpha %2: %3 after %4").arg(x).arg(gap).arg(off).arg(before)));
                before = off;
            }
        }
    }

    void nothingIsLeftWhereBothAgree_data()
    {
        QTest::addColumn<double>("alpha");
        QTest::addColumn<double>("beta");
        QTest::newRow("data-free") << 1.0 << 1.0;
        QTest::newRow("diagonal") << 0.9 << 0.9;
        QTest::newRow("above") << 0.94 << 0.96;
        QTest::newRow("alpha 1") << 1.0 << 0.9;
    }
    void nothingIsLeftWhereBothAgree()
    {
        QFETCH(double, alpha);
        QFETCH(double, beta);
        Scene scene;
        scene.generated = scene.real = {{{1, {2}, {0.09}}, {3, {-1}, {0.25}}}};
        for (const char* kind : {"uid", "realuid", "general", "normalized"}) {
            scene.loss = {kind, alpha, beta, 0.7, "standard"};
            for (const double x : {-20.0, -1.0, 0.5, 2.0})
                QVERIFY(value(scene, Quantity::Distance, 0.6, x) < 1e-14);
        }
    }

    /// Real data that the generator misses: alpha = beta does not see it, alpha != beta does.
    void uncoveredRealData()
    {
        Scene scene;
        scene.real = gaussian({4}, {0.01});
        scene.generated = gaussian({-4}, {0.01});
        const double t = 0.95, x = 3.8;
        const double q = evaluate(scene, Quantity::Density, Side::Real, t, std::vector<double>{x})[0];
        const double f = evaluate(scene, Quantity::Velocity, Side::Real, t, std::vector<double>{x})[0];
        for (const double alpha : {0.9, 1.0}) {
            scene.loss = {"realuid", alpha, alpha, alpha, "standard"};
            QVERIFY(value(scene, Quantity::Distance, t, x) < 1e-300);
            QVERIFY(std::isfinite(value(scene, Quantity::LogDistance, t, x)));
        }
        scene.loss = {"realuid", 0.8, 0.9, 0.8, "standard"};
        QVERIFY(golden::difference(value(scene, Quantity::Distance, t, x), q * 0.01 / 0.2 * f * f) < 1e-12);
        QVERIFY(golden::difference(value(scene, Quantity::OptimalFake, t, x), 0.1 / 0.2 * f) < 1e-12);
        scene.loss = {"realuid", 1, 0.9, 1, "standard"};
        QVERIFY(value(scene, Quantity::LogDistance, t, x) > 1000);
        QVERIFY(std::isinf(value(scene, Quantity::Distance, t, x)));
    }

    void onlyGenerated()
    {
        Scene scene;
        scene.real = gaussian({4}, {0.01});
        scene.generated = gaussian({-4}, {0.01});
        scene.loss = {"realuid", 0.8, 0.9, 0.8, "standard"};
        const double t = 0.95, x = -3.8;
        const auto one = [&](Quantity quantity, Side side) {
            return evaluate(scene, quantity, side, t, std::vector<double>{x})[0];
        };
        const double difference = one(Quantity::Velocity, Side::Real) - 0.9 / 0.8 * one(Quantity::Velocity, Side::Generated);
        const double want = one(Quantity::Density, Side::Generated) * 0.8 * difference * difference;
        QVERIFY(golden::difference(value(scene, Quantity::Distance, t, x), want) < 1e-12);
    }

    void normalizedFakeIsAUnitDirection()
    {
        Scene scene;
        scene.real = gaussian({1, 0}, {0.2, 0.05, 0.05, 0.3});
        scene.generated = gaussian({-1, 0.5}, {0.4, 0, 0, 0.2});
        scene.loss.kind = "normalized";
        const std::vector<double> n = evaluate(scene, Quantity::OptimalFake, Side::Real, 0.8, std::vector<double>{30, -20});
        QVERIFY(std::abs(std::hypot(n[0], n[1]) - 1) < 1e-14);
    }
};

QTEST_GUILESS_MAIN(TestInnerMaximum)
#include "tst_inner_maximum.moc"
