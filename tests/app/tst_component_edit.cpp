// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/component_edit.h"
#include "app/explore/component_parameters.h"
#include "app/explore/data_coupling.h"
#include "app/explore/distribution_kind.h"
#include "app/explore/explore_parameters.h"
#include "app/explore/freehand.h"
#include "app/explore/scene_edit.h"
#include "app/explore/wrong_teacher.h"
#include "core/api/named_distribution.h"

#include <QtTest>

#include <numbers>

using namespace realuid;
using namespace realuid::studio;

namespace
{

bool close(const std::vector<double>& a, const std::vector<double>& b, double tolerance = 1e-12)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](double x, double y) { return std::abs(x - y) <= tolerance; });
}

Scene plane() { return scenePresets()[3].scene; }
Scene line() { return scenePresets()[1].scene; }

bool sound(const Scene& scene) { return !anyFault(check(scene)); }

double densityAt(const Distribution& d, double x)
{
    double sum = 0, total = 0;
    for (const Component& c : d.components) {
        total += c.weight;
        sum += c.weight * std::exp(-0.5 * (x - c.mean[0]) * (x - c.mean[0]) / c.covariance[0]) / std::sqrt(2 * std::numbers::pi * c.covariance[0]);
    }
    return sum / total;
}

} // namespace

class TestComponentEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEllipseComesBack_data()
    {
        QTest::addColumn<double>("first");
        QTest::addColumn<double>("second");
        QTest::addColumn<double>("angle");
        QTest::newRow("long") << 2.0 << 0.3 << 0.4;
        QTest::newRow("short axis first") << 0.3 << 2.0 << 1.2;
        QTest::newRow("beyond a half turn") << 1.0 << 0.5 << 4.0;
        QTest::newRow("round") << 0.7 << 0.7 << 0.9;
    }
    void anEllipseComesBack()
    {
        QFETCH(double, first);
        QFETCH(double, second);
        QFETCH(double, angle);
        Component c{1, {0, 0}, {1, 0, 0, 1}};
        setEllipse(c, {{first, second}, angle});
        const Ellipse back = ellipseOf(c, angle + 0.1);
        QVERIFY(std::abs(back.sd[0] - first) < 1e-12 && std::abs(back.sd[1] - second) < 1e-12);
        if (first != second)
            QVERIFY(std::abs(back.angle - angle) < 1e-12);
    }

    void spreadKeepsItsCorrelation()
    {
        Component c{1, {0, 0}, {1, 0, 0, 1}};
        setSpread(c, {0.5, 2}, -0.6);
        QVERIFY(close(c.covariance, {0.25, -0.6, -0.6, 4}));
        ComponentValues values = valuesOf(c);
        values.sdX = 1;
        QVERIFY(std::abs(correlationOf(withValues(c, values)) + 0.6) < 1e-12);
        values = valuesOf(c);
        values.meanX = 3;
        QCOMPARE(withValues(c, values).covariance, c.covariance); // to the bit
    }

    void theWholeIsMappedOntoItsEllipse()
    {
        const Distribution before = plane().generated;
        const Component from = wholeOf(before);
        Component to = from;
        to.mean = {2, -1};
        Ellipse ellipse = ellipseOf(from);
        ellipse.sd[0] *= 1.5;
        ellipse.angle += 0.3;
        setEllipse(to, ellipse);
        const Component after = wholeOf(mapped(before, from, to));
        QVERIFY(close(after.mean, to.mean));
        QVERIFY(close(after.covariance, to.covariance));
    }

    void kindsAreReadOffTheComponents()
    {
        QCOMPARE(kindOf(plane().real), std::string(kMixture));
        QCOMPARE(kindOf(gaussian({0}, {1})), std::string(kGaussian));
        for (const NamedDistribution& named : namedDistributions())
            QCOMPARE(kindOf(named.distribution), std::string(named.id));
        std::vector<std::vector<double>> points;
        for (int i = 0; i < 20; ++i)
            points.push_back({0.1 * i, 0});
        const Distribution drawn = drawnDistribution(points, 0.2);
        QCOMPARE(kindOf(drawn), std::string(kDrawn));
        QCOMPARE(bandwidthOf(withBandwidth(drawn, 0.5)), 0.5);
    }

    void everyKindMakesASoundScene_data()
    {
        QTest::addColumn<int>("preset");
        for (int i = 0; i < 4; ++i)
            QTest::addRow("preset %d", i) << i;
    }
    void everyKindMakesASoundScene()
    {
        QFETCH(int, preset);
        const Scene scene = scenePresets()[static_cast<std::size_t>(preset)].scene;
        for (const Side side : {Side::Real, Side::Generated})
            for (const std::string& kind : kindsFor(scene, side)) {
                const Scene next = withKind(scene, side, kind);
                QVERIFY2(sound(next), kind.c_str());
                const std::string got = kindOf(distributionOf(next, side));
                if (kind != kDrawn && kind != kMissingMode && kind != kSameAsOther)
                    QCOMPARE(got, kind);
            }
        const Component before = wholeOf(scene.generated);
        for (const std::string_view kind : {kGaussian, kMixture}) {
            const Component after = wholeOf(withKind(scene, Side::Generated, kind).generated);
            QVERIFY(close(before.mean, after.mean) && close(before.covariance, after.covariance));
        }
    }

    void aMissingModeIsTheOtherSideWithoutOne()
    {
        const Scene next = withKind(plane(), Side::Generated, kMissingMode);
        QCOMPARE(next.generated.components.size(), next.real.components.size() - 1);
        QVERIFY(next.generated.components[0] == next.real.components[1]);
    }

    void aWrongTeacherStaysWrongInItsWay_data()
    {
        QTest::addColumn<int>("kind");
        for (int k = 1; k <= 5; ++k)
            QTest::addRow("%d", k) << k;
    }
    void aWrongTeacherStaysWrongInItsWay()
    {
        QFETCH(int, kind);
        const TeacherChoice wanted = usualChoice(static_cast<TeacherChoice::Kind>(kind));
        for (const Scene& scene : {plane(), line()}) {
            const Scene wrong = withTeacher(scene, wanted);
            QVERIFY(sound(wrong) && wrong.teacher && !(*wrong.teacher == wrong.real));
            QVERIFY(teacherChoice(wrong) == wanted);
            Distribution moved = wrong.real;
            moved.components[1].mean[0] += 0.37;
            const Scene after = withDistribution(wrong, Side::Real, moved);
            QVERIFY(teacherChoice(after) == wanted);
            QVERIFY(!(*after.teacher == *wrong.teacher));
            QVERIFY(!withTeacher(after, {}).teacher);
        }
    }

    void theTableOfWrongTeachers()
    {
        Scene scene;
        scene.real = gaussian({1.5}, {0.16});
        QVERIFY(close(withTeacher(scene, usualChoice(TeacherChoice::Kind::Shifted)).teacher->components[0].mean, {1.8}));
        QVERIFY(close(withTeacher(scene, usualChoice(TeacherChoice::Kind::Widened)).teacher->components[0].covariance, {0.36}));
        QVERIFY(close(withTeacher(scene, usualChoice(TeacherChoice::Kind::Narrowed)).teacher->components[0].covariance, {0.0625}));
        TeacherChoice few = usualChoice(TeacherChoice::Kind::FewSamples);
        few.samples = 200;
        const Distribution known = *withTeacher(scene, few).teacher;
        QVERIFY(teacherChoice(withTeacher(scene, few)) == few);
        QVERIFY(close(known.components[0].covariance, {0.15 * 0.15 * 0.16}));
        double mean = 0;
        for (const Component& each : known.components)
            mean += each.mean[0] / 200;
        QVERIFY(std::abs(mean - 1.5) < 4 * 0.4 / std::sqrt(200.0));
        scene.teacher = gaussian({0.1}, {2});
        QVERIFY(teacherChoice(scene).kind == TeacherChoice::Kind::Own);
    }

    void couplingsFollowTheirDistributions()
    {
        for (const Scene& scene : {plane(), line()}) {
            const Scene coupled = withCoupling(scene, {CouplingChoice::Kind::Correlated, 0.6});
            QVERIFY(sound(coupled));
            QVERIFY(couplingChoice(coupled).kind == CouplingChoice::Kind::Correlated);
            QCOMPARE(couplingChoice(coupled).correlation, 0.6);
            Distribution moved = coupled.real;
            moved.components[0].mean[0] += 1;
            for (double& entry : moved.components[0].covariance)
                entry *= 2;
            Scene after = withDistribution(coupled, Side::Real, moved);
            QVERIFY(sound(after) && after.real == moved);
            QCOMPARE(couplingChoice(after).correlation, 0.6);
            moved.components.pop_back();
            after = withDistribution(coupled, Side::Real, moved);
            QVERIFY(sound(after));
            QCOMPARE(couplingChoice(after).correlation, 0.6);
            QVERIFY(sound(withParameters(coupled, {0.5, 0.1, 0.2, 0.9})));
        }
    }

    void aCouplingFromAFileIsMappedOn()
    {
        Scene scene;
        scene.coupling = {"joint", {}, {{{1, {0.2, 1.6}, {1, 0.1, 0.1, 0.1225}}}}};
        scene.real = dataMarginal(scene.coupling.joint);
        QVERIFY(sound(scene));
        QVERIFY(couplingChoice(scene).kind == CouplingChoice::Kind::Own);
        const Scene after = withDistribution(scene, Side::Real, gaussian({2}, {4 * 0.1225}));
        QVERIFY(sound(after));
        QVERIFY(close(after.coupling.joint.components[0].covariance, {1, 0.2, 0.2, 0.49})); // twice as wide: twice the covariance
    }

    void aPaintedCurveComesBackAsDensity()
    {
        Freehand hand(1, -4, 4);
        QVERIFY(hand.empty() && !hand.distribution(0.1));
        hand.add({-2, 0.0}, true);
        hand.add({-1, 0.5}, false);
        hand.add({0, 0.0}, false);
        hand.add({1, 0.25}, true);
        hand.add({3, 0.25}, false);
        const auto drawn = hand.distribution(0.1);
        QVERIFY(drawn && kindOf(*drawn) == kDrawn && check(*drawn, "real").empty());
        // A triangle and a box, both of mass one half.
        QVERIFY(std::abs(densityAt(*drawn, -1) - 0.5) < 0.06);
        QVERIFY(std::abs(densityAt(*drawn, -1.5) - 0.25) < 0.04);
        QVERIFY(std::abs(densityAt(*drawn, 2) - 0.25) < 0.03);
        QVERIFY(densityAt(*drawn, 0.5) < 0.02);
    }

    void paintedPointsAreThinned()
    {
        Freehand hand(2);
        for (int i = 0; i < 1000; ++i)
            hand.add({0.001 * i, 1}, i == 0);
        const auto drawn = hand.distribution(0.2);
        QCOMPARE(drawn->components.size(), Freehand::kMostPoints);
        QCOMPARE(drawn->components[0].mean[0], 0.0);
        QVERIFY(drawn->components.back().mean[0] > 0.99);
    }
};

QTEST_MAIN(TestComponentEdit)
#include "tst_component_edit.moc"
