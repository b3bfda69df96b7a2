// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/distances.h"
#include "analytic/field_grid.h"
#include "analytic/generator_gradient.h"
#include "tests/analytic/frozen_value.h"

#include <QtTest>

using namespace realuid;

namespace
{

Scene mixtures(const char* kind, double alpha, double beta, double alphaSid = 1)
{
    Scene scene;
    scene.real = {{{1, {-1.2}, {0.2}}, {2, {1}, {0.35}}}};
    scene.generated = {{{1, {-0.8}, {0.3}}, {1.5, {0.7}, {0.45}}}};
    scene.loss = {kind, alpha, beta};
    scene.loss.alphaSid = alphaSid;
    return scene;
}

std::vector<GeneratorParameter> all(const Scene& scene)
{
    std::vector<GeneratorParameter> out = GeneratorParameter::usual(scene);
    std::vector<Fault> faults;
    out.push_back(*GeneratorParameter::named("generated.components[0].weight", scene, "x", faults));
    return out;
}

/// Central differences of a value of the generator at two steps, and their limit.
struct Differences {
    double coarse, fine;
    double limit() const { return (4 * fine - coarse) / 3; }
};
template <class Of>
Differences differences(const Scene& scene, const GeneratorParameter& parameter, const Of& of)
{
    const auto central = [&](double h) {
        Scene up = scene, down = scene;
        parameter.set(up, parameter.get(scene) + h);
        parameter.set(down, parameter.get(scene) - h);
        return (of(up) - of(down)) / (2 * h);
    };
    return {central(4e-3), central(2e-3)};
}

/// log(q / p*) as the definition has it.
double logRatio(double alpha, double p, double q) { return std::log((alpha * p + (1 - alpha) * q) / q); }

} // namespace

class TestObjectives : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void targets()
    {
        Scene scene;
        for (const auto& [kind, target] : {std::pair("uid", "velocity"), {"realuid", "velocity"}, {"sid", "score"}, {"dmd", "score"}}) {
            scene.loss.kind = kind;
            QCOMPARE(modelTarget(scene), std::string_view(target));
        }
        scene.loss = {"dmd", 0.9, 0.9};
        QVERIFY(check(scene).empty());
        scene.loss.beta = 0.8;
        QVERIFY(!anyFault(check(scene)) && check(scene).size() == 1); // biased, which is worth a warning
        scene.target = "velocity";
        QVERIFY(anyFault(check(scene)));
        scene.loss = {"sid", 0.9, 0.9};
        QVERIFY(check(scene).empty());
        scene.loss.alphaSid = 2.5;
        QVERIFY(anyFault(check(scene)));
    }

    /// SiD's fake model, distance and surface are those of RealUID on scores.
    void sidIsRealUidOfScores()
    {
        const Scene sid = mixtures("sid", 0.8, 0.9, 1.2);
        Scene plain = mixtures("realuid", 0.8, 0.9);
        plain.target = "score";
        for (const Quantity quantity : {Quantity::OptimalFake, Quantity::Distance, Quantity::LogDistance})
            QCOMPARE(frozen::of(sid, quantity, Side::Real, 0.6), frozen::of(plain, quantity, Side::Real, 0.6));
        QCOMPARE(distanceOver(sid, 0.2, 0.8).value, distanceOver(plain, 0.2, 0.8).value);
    }

    void frozenGradient_data()
    {
        QTest::addColumn<double>("alpha");
        QTest::addColumn<double>("beta");
        QTest::addColumn<double>("alphaSid");
        QTest::newRow("data-free, true gradient") << 1.0 << 1.0 << 0.5;
        QTest::newRow("data-free, 1") << 1.0 << 1.0 << 1.0;
        QTest::newRow("real data, true gradient") << 0.8 << 0.9 << 0.5;
        QTest::newRow("real data, 1") << 0.9 << 0.8 << 1.0;
        QTest::newRow("real data, 1.2") << 0.8 << 0.9 << 1.2;
    }
    /// What SiD's generator follows is the derivative with the fake model held still, and a gradient at 1/2 only.
    void frozenGradient()
    {
        QFETCH(double, alpha);
        QFETCH(double, beta);
        QFETCH(double, alphaSid);
        const Scene scene = mixtures("sid", alpha, beta, alphaSid);
        const std::vector<GeneratorParameter> parameters = all(scene);
        const std::vector<double> got = distanceGradient(scene, parameters, frozen::kFrom, frozen::kTo);
        double farthest = 0, size = 0;
        for (const double value : got)
            size = std::max(size, std::abs(value));
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            const Differences want = differences(scene, parameters[i], [&](const Scene& at) {
                return frozen::value(at, scene, alpha, beta, 2 * alphaSid * alpha);
            });
            QVERIFY2(std::abs(got[i] - want.limit()) < 1e-6 * size,
                     qPrintable(QString("%1: %2, not %3").arg(parameters[i].path().c_str()).arg(got[i], 0, 'g', 10).arg(want.limit(), 0, 'g', 10)));
            QVERIFY(std::abs(want.fine - want.limit()) <= std::abs(want.coarse - want.limit()) + 1e-9 * size);
            const Differences distance = differences(scene, parameters[i], [](const Scene& at) {
                return distanceOver(at, frozen::kFrom, frozen::kTo).value;
            });
            farthest = std::max(farthest, std::abs(got[i] - distance.limit()) / size);
        }
        QVERIFY(alphaSid == 0.5 ? farthest < 1e-6 : farthest > 0.1);
    }

    /// A fake model that lags behind is another scene's.
    void gradientUnderAnotherFake()
    {
        const Scene scene = mixtures("realuid", 0.8, 0.9);
        Scene behind = scene;
        behind.generated.components[0].mean[0] -= 0.3;
        behind.generated.components[1].covariance[0] *= 1.4;
        const std::vector<GeneratorParameter> parameters = all(scene);
        const std::vector<double> got = distanceGradient(scene, parameters, frozen::kFrom, frozen::kTo, 0, &behind);
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            const double want = differences(scene, parameters[i], [&](const Scene& at) {
                                    return frozen::value(at, behind, 0.8, 0.9, 0.8);
                                }).limit();
            QVERIFY2(std::abs(got[i] - want) < 1e-6, qPrintable(QString("%1, not %2").arg(got[i]).arg(want)));
        }
    }

    void divergence_data()
    {
        QTest::addColumn<double>("alpha");
        QTest::newRow("1") << 1.0;
        QTest::newRow("0.9") << 0.9;
        QTest::newRow("0.4") << 0.4;
    }
    /// DMD's distance is KL(q || p*), its fake model the score of q, its vector field the gradient.
    void divergence()
    {
        QFETCH(double, alpha);
        const Scene scene = mixtures("dmd", alpha, alpha);
        const auto direct = [&](const Scene& at) {
            return frozen::integral([&](double t) {
                auto p = frozen::of(at, Quantity::Density, Side::Generated, t);
                const auto q = frozen::of(at, Quantity::Density, Side::Real, t);
                for (std::size_t i = 0; i < p.size(); ++i)
                    p[i] = q[i] > 0 ? (alpha * p[i] + (1 - alpha) * q[i]) * logRatio(alpha, p[i], q[i]) : 0;
                return p;
            });
        };
        const double want = direct(scene);
        QVERIFY(want > 1e-3);
        const double distance = distanceOver(scene, frozen::kFrom, frozen::kTo).value;
        QVERIFY2(std::abs(distance - want) < 1e-7 * want, qPrintable(QString("%1, not %2").arg(distance, 0, 'g', 12).arg(want, 0, 'g', 12)));
        const std::vector<GeneratorParameter> parameters = all(scene);
        const std::vector<double> got = distanceGradient(scene, parameters, frozen::kFrom, frozen::kTo);
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            const Differences by = differences(scene, parameters[i], direct);
            QVERIFY2(std::abs(got[i] - by.limit()) < 1e-7,
                     qPrintable(QString("%1: %2, not %3").arg(parameters[i].path().c_str()).arg(got[i]).arg(by.limit())));
        }
        const std::vector<double> x{-2, -0.4, 0.3, 1.9};
        const auto ofQ = [&](Quantity quantity) {
            const auto p = evaluate(scene, Quantity::Density, Side::Generated, 0.6, x), q = evaluate(scene, Quantity::Density, Side::Real, 0.6, x);
            const auto sp = evaluate(scene, Quantity::Score, Side::Generated, 0.6, x), sq = evaluate(scene, Quantity::Score, Side::Real, 0.6, x);
            std::vector<double> out;
            for (std::size_t i = 0; i < x.size(); ++i)
                out.push_back(quantity == Quantity::Score
                                  ? (alpha * p[i] * sp[i] + (1 - alpha) * q[i] * sq[i]) / (alpha * p[i] + (1 - alpha) * q[i])
                                  : (alpha * p[i] + (1 - alpha) * q[i]) * (logRatio(alpha, p[i], q[i]) - 1) + q[i]);
            return out;
        };
        const auto fake = evaluate(scene, Quantity::OptimalFake, Side::Real, 0.6, x), surface = evaluate(scene, Quantity::Distance, Side::Real, 0.6, x);
        for (std::size_t i = 0; i < x.size(); ++i) {
            QVERIFY(std::abs(fake[i] - ofQ(Quantity::Score)[i]) < 1e-12);
            QVERIFY(std::abs(surface[i] - ofQ(Quantity::Distance)[i]) < 1e-13);
            QVERIFY(surface[i] > 0);
        }
        const auto rows = distanceSurface(scene, std::vector<double>{0.6}, x, false);
        for (std::size_t i = 0; i < x.size(); ++i)
            QVERIFY(std::abs(rows[i] - surface[i]) < 1e-12 * surface[i]);
    }

    void divergenceOfGaussians()
    {
        Scene scene; // N(1.6, 0.35^2) and N(-0.9, 0.6^2)
        scene.loss = {"dmd", 1, 1};
        const double t = 0.7, q = t * t * 0.1225 + 0.09, p = t * t * 0.36 + 0.09, apart = t * 2.5;
        const double want = 0.5 * (p / q - 1 - std::log(p / q) + apart * apart / q);
        QVERIFY(std::abs(distanceAt(scene, t).value - want) < 1e-9 * want);
        scene.generated = scene.real;
        QVERIFY(distanceAt(scene, t).value == 0);
        for (const double x : {-40.0, 1.0, 40.0}) { // far out nothing underflows in the logarithm
            scene.generated = gaussian({1.6001}, {0.35 * 0.35});
            const double got = evaluate(scene, Quantity::LogDistance, Side::Real, t, std::vector<double>{x})[0];
            QVERIFY2(std::isfinite(got), qPrintable(QString::number(x)));
        }
    }

    /// alpha != beta: the generator's samples are carried by fake model - teacher, which is no gradient's field any more.
    void biasedField()
    {
        Scene scene;
        scene.generated = gaussian({0.4}, {0.5});
        scene.loss = {"dmd", 0.7, 0.8};
        const double sd = std::sqrt(0.5);
        const auto carried = [&](bool ofSd) {
            return frozen::integral([&](double t) {
                auto out = frozen::of(scene, Quantity::Density, Side::Generated, t);
                const auto fake = frozen::of(scene, Quantity::OptimalFake, Side::Real, t), teacher = frozen::of(scene, Quantity::Score, Side::Real, t),
                           data = frozen::of(scene, Quantity::PosteriorData, Side::Generated, t);
                for (std::size_t i = 0; i < out.size(); ++i)
                    out[i] *= 0.7 * (fake[i] - teacher[i]) * t * (ofSd ? (data[i] - 0.4) / sd : 1);
                return out;
            });
        };
        const std::vector<double> got = distanceGradient(scene, GeneratorParameter::usual(scene), frozen::kFrom, frozen::kTo);
        for (const std::size_t i : {0, 1}) {
            const double want = carried(i == 1);
            QVERIFY2(std::abs(got[i] - want) < 1e-6, qPrintable(QString("%1, not %2").arg(got[i], 0, 'g', 12).arg(want, 0, 'g', 12)));
        }
        scene.loss.beta = 0.7;
        const double unbiased = distanceGradient(scene, GeneratorParameter::usual(scene), frozen::kFrom, frozen::kTo)[0];
        QVERIFY2(std::abs(unbiased - got[0]) > 1e-3 * std::abs(got[0]), qPrintable(QString("%1 and %2").arg(unbiased).arg(got[0])));
    }

    void planeGradients_data()
    {
        QTest::addColumn<QByteArray>("kind");
        for (const char* kind : {"uid", "general", "sid", "dmd"})
            QTest::newRow(kind) << QByteArray(kind);
    }
    void planeGradients()
    {
        QFETCH(QByteArray, kind);
        Scene scene;
        scene.real = gaussian({0.5, 0}, {0.8, 0.2, 0.2, 0.7});
        scene.generated = {{{1, {0.1, -0.2}, {0.9, 0.3, 0.3, 0.6}}, {1, {-0.5, 0.4}, {0.6, 0, 0, 0.8}}}};
        scene.loss = {kind.toStdString(), 0.8, kind == "dmd" ? 0.8 : 0.9, 0.7};
        scene.loss.alphaSid = 0.5;
        const std::vector<GeneratorParameter> parameters = all(scene);
        const std::vector<double> got = distanceGradient(scene, parameters, 0.45, 0.5);
        double size = 0;
        for (const double value : got)
            size = std::max(size, std::abs(value));
        for (const std::size_t i : {0, 3, 8}) {
            const double want = differences(scene, parameters[i], [](const Scene& at) { return distanceOver(at, 0.45, 0.5, 1e-6).value; }).limit();
            QVERIFY2(std::abs(got[i] - want) < 1e-4 * size, qPrintable(QString("%1, not %2").arg(got[i]).arg(want)));
        }
    }
};

QTEST_GUILESS_MAIN(TestObjectives)
#include "tst_objectives.moc"
