// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/distances.h"
#include "analytic/flow.h"
#include "analytic/generator_gradient.h"

#include "tests/analytic/wrong_teachers.h"

#include <QtTest>

#include <cmath>

using namespace realuid;

namespace
{

/// Central difference of the adaptive integrals, which share neither points nor rule with the gradient.
double difference(const Scene& scene, const GeneratorParameter& parameter, double h)
{
    const auto at = [&](double offset) {
        Scene near = scene;
        parameter.set(near, parameter.get(scene) + offset);
        return distanceOver(near, 0.02, 0.98).value;
    };
    return (at(h) - at(-h)) / (2 * h);
}

Scene twoMixtures()
{
    Scene scene;
    scene.real = {{{1, {-1.2}, {0.09}}, {2, {1}, {0.25}}}};
    scene.generated = {{{1, {-0.8}, {0.16}}, {1, {0.7}, {0.36}}}};
    scene.loss = {"realuid", 0.9, 0.95};
    return scene;
}

Scene joint()
{
    Scene scene;
    scene.interpolant.kind = "bridge";
    scene.coupling = {"joint", {}, {{{1, {-0.5, 1.2}, {0.64, 0.336, 0.336, 0.36}}}}};
    scene.real = dataMarginal(scene.coupling.joint);
    scene.generatedCoupling = {"joint", {}, {{{1, {-0.5, 0.6}, {0.64, 0.2, 0.2, 0.5}}}}};
    scene.generated = dataMarginal(scene.generatedCoupling.joint);
    return scene;
}

Scene oneForTwo()
{
    Scene scene;
    scene.real = {{{0.5, {1}, {0.1}}, {0.5, {-1}, {0.1}}}};
    scene.generated = gaussian({0.4}, {1.44});
    scene.loss = {"normalized", 0.9, 0.9};
    return scene;
}

Scene wrongTeacher()
{
    Scene scene;
    scene.teacher = gaussian({1.9}, {0.09});
    scene.loss = {"realuid", 0.8, 0.9};
    return scene;
}

struct Minimiser {
    double mean, sd;
};

/// Real N(1.5, 0.4^2), a teacher of its own: where the flow ends, as in the notes' section 7.
Minimiser minimiser(double teacherMean, double teacherSd, double alpha, double beta)
{
    Scene scene;
    scene.real = gaussian({1.5}, {0.16});
    scene.generated = gaussian({1.4}, {0.2});
    scene.teacher = gaussian({teacherMean}, {teacherSd * teacherSd});
    scene.loss = {"realuid", alpha, beta};
    const std::vector<GeneratorParameter> parameters = GeneratorParameter::usual(scene);
    const Flow found = flow(scene, parameters, {.steps = 32, .rate = 0.25, .kept = 1});
    return {found.steps.back().parameters[0], found.steps.back().parameters[1]};
}

} // namespace

class TestFlow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void gradient_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("Gaussians") << 0;
        QTest::newRow("mixtures") << 1;
        QTest::newRow("joint coupling, bridge") << 2;
        QTest::newRow("wrong teacher") << 3;
        QTest::newRow("normalized, whose field jumps") << 4;
    }
    void gradient()
    {
        QFETCH(int, which);
        const Scene scene = which == 0 ? Scene{} : which == 1 ? twoMixtures() : which == 2 ? joint() : which == 3 ? wrongTeacher() : oneForTwo();
        std::vector<GeneratorParameter> parameters = GeneratorParameter::usual(scene);
        std::vector<Fault> faults;
        if (which == 1)
            parameters.push_back(*GeneratorParameter::named("generated.components[1].weight", scene, "x", faults));
        const std::vector<double> got = distanceGradient(scene, parameters, 0.02, 0.98);
        double size = 0;
        for (const double value : got)
            size = std::max(size, std::abs(value));
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            const double coarse = difference(scene, parameters[i], 2e-3), fine = difference(scene, parameters[i], 1e-3);
            const double limit = (4 * fine - coarse) / 3; // errors fall as h^2
            QVERIFY2(std::abs(got[i] - limit) < (which == 4 ? 1e-4 : 1e-6) * size,
                     qPrintable(QString("%1: %2, differences %3 and %4")
                                    .arg(parameters[i].path().c_str())
                                    .arg(got[i], 0, 'g', 12)
                                    .arg(coarse, 0, 'g', 12)
                                    .arg(fine, 0, 'g', 12)));
            QVERIFY(std::abs(fine - limit) <= std::abs(coarse - limit) + 1e-8 * size);
        }
    }

    void gradientInThePlane()
    {
        Scene scene;
        scene.real = gaussian({1, 0}, {0.4, 0.1, 0.1, 0.3});
        scene.generated = gaussian({0.3, -0.2}, {0.8, 0.3, 0.3, 0.5});
        const std::vector<GeneratorParameter> parameters = GeneratorParameter::usual(scene);
        const std::vector<double> got = distanceGradient(scene, parameters, 0.02, 0.98);
        QCOMPARE(got.size(), std::size_t{4});
        for (const std::size_t i : {0, 2})
            QVERIFY(std::abs(got[i] - difference(scene, parameters[i], 0.01)) < 2e-3 * std::abs(got[i]));
    }

    void reachesTheRealParameters_data()
    {
        QTest::addColumn<double>("alpha");
        QTest::addColumn<double>("beta");
        QTest::newRow("data-free") << 1.0 << 1.0;
        QTest::newRow("recommended") << 0.94 << 0.96;
        QTest::newRow("far apart") << 0.6 << 0.9;
    }
    void reachesTheRealParameters()
    {
        QFETCH(double, alpha);
        QFETCH(double, beta);
        Scene scene;
        scene.loss = {"realuid", alpha, beta};
        const std::vector<GeneratorParameter> parameters = GeneratorParameter::usual(scene);
        const Flow found = flow(scene, parameters, {.steps = 40, .rate = 0.2, .kept = 8});
        QVERIFY(found.remark.empty());
        QCOMPARE(found.steps.front().step, std::int64_t{0});
        QCOMPARE(found.steps.front().parameters[0], -0.9);
        QCOMPARE(found.steps.back().step, std::int64_t{40});
        QVERIFY(std::abs(found.steps.back().parameters[0] - 1.6) < 1e-4);
        QVERIFY(std::abs(found.steps.back().parameters[1] - 0.35) < 1e-4);
        for (std::size_t i = 1; i < found.steps.size(); ++i)
            QVERIFY(found.steps[i].distance <= found.steps[i - 1].distance + 1e-12);
    }

    /// The minimum of |N| is the tip of a cone, where no field vanishes.
    void endsAtAnEdge()
    {
        Scene scene;
        scene.real = gaussian({1.5}, {0.16});
        scene.generated = gaussian({-3}, {2.25});
        scene.loss = {"normalized", 0.94, 0.96};
        const Flow found = flow(scene, GeneratorParameter::usual(scene), {.steps = 200, .rate = 0.05, .kept = 4});
        QVERIFY(found.remark.empty());
        QVERIFY2(found.end.english().find("edge") != std::string::npos, found.end.english().c_str());
        QVERIFY(std::abs(found.steps.back().parameters[0] - 1.5) < 1e-4);
        QVERIFY(std::abs(found.steps.back().parameters[1] - 0.4) < 1e-4);
    }

    void minimisersOfWrongTeachers_data() { wrongteachers::rows(); }
    void minimisersOfWrongTeachers()
    {
        QFETCH(double, teacherMean);
        QFETCH(double, teacherSd);
        QFETCH(QList<double>, want);
        for (int i = 0; i < 7; ++i) {
            const Minimiser got = minimiser(teacherMean, teacherSd, wrongteachers::kPairs[i][0], wrongteachers::kPairs[i][1]);
            wrongteachers::compare(want, i, got.mean, got.sd);
        }
    }

    void tooSmallAFamily_data()
    {
        QTest::addColumn<QList<double>>("coefficients");
        QTest::addColumn<double>("from");
        QTest::addColumn<QList<double>>("want"); // mean, sd, distance
        QTest::newRow("data-free, both modes") << QList<double>{1, 1} << 0.1 << QList<double>{0, 1.32, 1.042};
        QTest::newRow("data-free, one mode") << QList<double>{1, 1} << 1.3 << QList<double>{1.28, .36, 1.347};
        QTest::newRow("(.5, .6), both modes") << QList<double>{.5, .6} << 0.1 << QList<double>{0, 1.25, .461};
        QTest::newRow("(.5, .6), one mode wins") << QList<double>{.5, .6} << 1.3 << QList<double>{1.29, .35, .423};
    }
    /// One Gaussian for two modes: local minima, of which the coefficients choose the lower one.
    void tooSmallAFamily()
    {
        QFETCH(QList<double>, coefficients);
        QFETCH(double, from);
        QFETCH(QList<double>, want);
        Scene scene;
        scene.real = {{{1, {-1.5}, {0.09}}, {1, {1.5}, {0.09}}}};
        scene.generated = gaussian({from}, {from < 1 ? 1.44 : 0.16});
        scene.loss = {"realuid", coefficients[0], coefficients[1]};
        const FlowStep end = flow(scene, GeneratorParameter::usual(scene), {.steps = 20, .rate = 0.5, .kept = 1}).steps.back();
        QVERIFY2(std::abs(end.parameters[0] - want[0]) < 6e-3 && std::abs(end.parameters[1] - want[1]) < 6e-3 &&
                     std::abs(end.distance - want[2]) < 6e-4,
                 qPrintable(QString("%1, %2: %3").arg(end.parameters[0]).arg(end.parameters[1]).arg(end.distance)));
    }

    void adamReachesTheRealParameters()
    {
        const Scene scene;
        const std::vector<GeneratorParameter> parameters = GeneratorParameter::usual(scene);
        const Flow found = flow(scene, parameters, {.steps = 600, .rate = 0.02, .kept = 5, .optimizer = Optimizer::Adam, .beta1 = 0.5, .beta2 = 0.99});
        QVERIFY(std::abs(found.steps.back().parameters[0] - 1.6) < 1e-3);
        QVERIFY(std::abs(found.steps.back().parameters[1] - 0.35) < 1e-3);
    }

    /// Its first step is the rate in the gradient's direction, whatever the gradient's size.
    void adamStep()
    {
        const Scene scene;
        const std::vector<GeneratorParameter> parameters = GeneratorParameter::usual(scene);
        const Flow found = flow(scene, parameters, {.steps = 2, .rate = 0.01, .optimizer = Optimizer::Adam, .beta1 = 0.5, .beta2 = 0.9});
        const std::vector<double> first = distanceGradient(scene, parameters, 0.02, 0.98);
        Scene next = scene;
        for (std::size_t i = 0; i < 2; ++i) {
            QVERIFY(std::abs(found.steps[1].parameters[i] - (found.steps[0].parameters[i] - std::copysign(0.01, first[i]))) < 1e-8);
            parameters[i].set(next, found.steps[1].parameters[i]);
        }
        const std::vector<double> second = distanceGradient(next, parameters, 0.02, 0.98);
        for (std::size_t i = 0; i < 2; ++i) {
            const double mean = (0.5 * 0.5 * first[i] + 0.5 * second[i]) / (1 - 0.25);
            const double square = (0.9 * 0.1 * first[i] * first[i] + 0.1 * second[i] * second[i]) / (1 - 0.81);
            QVERIFY(std::abs(found.steps[2].parameters[i] - (found.steps[1].parameters[i] - 0.01 * mean / std::sqrt(square))) < 1e-8);
        }
    }

    void laggingFake()
    {
        const Scene scene;
        const std::vector<GeneratorParameter> parameters = GeneratorParameter::usual(scene);
        FlowOptions how{.steps = 30, .rate = 0.1};
        const Flow ideal = flow(scene, parameters, how);
        const Flow near = flow(scene, parameters, {.steps = 3, .rate = 0.1, .lag = 0.02});
        for (std::size_t i = 0; i < 2; ++i) {
            QVERIFY(std::abs(near.steps[3].parameters[i] - ideal.steps[3].parameters[i]) < 0.01); // hardly any lag, hardly any difference
            QVERIFY(ideal.steps[3].fake == ideal.steps[3].parameters);
        }
        how.lag = 1;
        const Flow behind = flow(scene, parameters, how);
        QVERIFY(behind.remark.empty());
        const auto& early = behind.steps[5];
        QVERIFY(early.fake[0] < early.parameters[0]); // it runs after a mean that grows
        QVERIFY(behind.steps[10].parameters[0] > 1.61 && ideal.steps[10].parameters[0] < 1.6); // and overshoots
        // A lag moves no fixed point: where nothing moves, the fake model has caught up.
        QVERIFY(std::abs(behind.steps.back().parameters[0] - 1.6) < 1e-3);
        QVERIFY(std::abs(behind.steps.back().fake[1] - 0.35) < 1e-3);
    }

    /// Under Adam the gap shrinks by e^{-1/lag} a step.
    void laggingFakeUnderAdam()
    {
        const Scene scene;
        const Flow found = flow(scene, GeneratorParameter::usual(scene), {.steps = 2, .rate = 0.01, .optimizer = Optimizer::Adam, .lag = 4});
        double fake = found.steps[0].parameters[0];
        for (const std::size_t k : {1, 2}) {
            fake = found.steps[k].parameters[0] + std::exp(-0.25) * (fake - found.steps[k].parameters[0]);
            QVERIFY(std::abs(found.steps[k].fake[0] - fake) < 1e-14);
        }
    }

    void sidFollowsItsOwnField()
    {
        Scene scene;
        scene.loss = {"sid", 0.9, 0.9};
        const std::vector<GeneratorParameter> parameters = GeneratorParameter::usual(scene);
        std::vector<double> after;
        for (const double alphaSid : {0.5, 1.0, 1.2}) {
            scene.loss.alphaSid = alphaSid;
            const Flow found = flow(scene, parameters, {.steps = 2, .rate = 0.01});
            after.push_back(found.steps.back().parameters[0]);
            QVERIFY(found.steps.back().distance < found.steps.front().distance);
        }
        QVERIFY(std::abs(after[0] - after[1]) > 1e-3 && std::abs(after[1] - after[2]) > 1e-4);
    }

    void divergenceReachesTheRealParameters()
    {
        Scene scene;
        scene.loss = {"dmd", 0.9, 0.9};
        const Flow found = flow(scene, GeneratorParameter::usual(scene), {.steps = 30, .rate = 0.3, .kept = 5});
        QVERIFY(std::abs(found.steps.back().parameters[0] - 1.6) < 1e-3);
        QVERIFY(std::abs(found.steps.back().parameters[1] - 0.35) < 1e-3);
    }

    void infiniteDistanceEndsIt()
    {
        Scene scene;
        scene.generated = gaussian({0}, {1e-3});
        scene.loss = {"realuid", 1, 0.9};
        const Flow found = flow(scene, GeneratorParameter::usual(scene), {.steps = 5, .rate = 0.1});
        QVERIFY(!found.remark.empty());
        QVERIFY(!found.steps.empty());
    }
};

QTEST_GUILESS_MAIN(TestFlow)
#include "tst_flow.moc"
