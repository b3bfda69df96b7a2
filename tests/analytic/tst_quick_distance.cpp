// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/distances.h"
#include "analytic/draft_distance.h"
#include "analytic/quick_distance.h"
#include "core/api/philox.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace realuid;

namespace
{

/// Random numbers of one scene.
class Dice
{
public:
    explicit Dice(std::uint64_t scene) : m_scene(scene) {}
    double between(double from, double to)
    {
        double z = 0;
        fillNormal({11, Purpose::Sample, m_next++, m_scene}, &z, 1);
        return from + (to - from) * 0.5 * std::erfc(-z / std::sqrt(2.0));
    }
    std::size_t below(std::size_t n) { return std::min(n - 1, static_cast<std::size_t>(between(0, static_cast<double>(n)))); }

private:
    std::uint64_t m_scene;
    std::uint32_t m_next = 0;
};

Distribution mixture(Dice& dice, int dimension)
{
    const auto sd = [&] { return std::exp(dice.between(std::log(0.1), std::log(1.4))); };
    Distribution out;
    for (std::size_t left = 1 + dice.below(3); left > 0; --left) {
        const double weight = dice.between(0.2, 2), first = sd(), second = sd(), cross = dice.between(-0.9, 0.9) * first * second;
        if (dimension == 1)
            out.components.push_back({weight, {dice.between(-2.5, 2.5)}, {first * first}});
        else
            out.components.push_back({weight, {dice.between(-2, 2), dice.between(-2, 2)}, {first * first, cross, cross, second * second}});
    }
    return out;
}

/// `kinked`: normalized, too.
Scene sceneOf(std::uint64_t number, int dimension, bool kinked = false)
{
    Dice dice(number);
    Scene scene;
    scene.real = mixture(dice, dimension);
    scene.generated = mixture(dice, dimension);
    const auto& kinds = interpolantParameters().front().info.choices;
    scene.interpolant.kind = std::string(kinds[dice.below(kinds.size())]);
    const char* losses[] = {"uid", "realuid", "general", "sid", "dmd", "normalized"};
    scene.loss.kind = losses[dice.below(kinked ? 6 : 5)];
    scene.loss.alpha = dice.between(0.3, 0.99);
    scene.loss.beta = dice.below(3) == 0 ? scene.loss.alpha : dice.between(0.3, 1.1);
    scene.loss.gamma = dice.between(0.1, 0.99);
    if (dice.below(3) == 0) {
        scene.teacher = mixture(dice, dimension);
        scene.loss.realTarget = dice.below(2) == 0 ? "sampled" : "teacher";
    }
    return scene;
}

} // namespace

class TestQuickDistance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Where its error claims a tolerance it is kept: against the adaptive integral, over random scenes of all paths.
    void keepsItsPromise_data()
    {
        QTest::addColumn<int>("dimension");
        QTest::addColumn<double>("tolerance");
        QTest::addColumn<int>("scenes");
        QTest::newRow("line, drafts") << 1 << 1e-4 << 400;
        QTest::newRow("line, fine") << 1 << 1e-8 << 400;
        QTest::newRow("plane") << 2 << 1e-4 << 36;
    }
    void keepsItsPromise()
    {
        QFETCH(int, dimension);
        QFETCH(double, tolerance);
        QFETCH(int, scenes);
        int claimed = 0;
        for (int i = 0; i < scenes; ++i) {
            const Scene scene = sceneOf(static_cast<std::uint64_t>(i), dimension);
            QVERIFY(!anyFault(check(scene)));
            QVERIFY(QuickDistance::serves(scene));
            const QuickDistance quick(scene, 0.02, 0.98, QuickDistance::piecesFor(scene, tolerance));
            const Integral got = quick.values(scene, std::vector<Loss>{scene.loss}, {})[0];
            if (!(got.error <= tolerance * got.value))
                continue;
            ++claimed;
            const IntegratedDistance want = distanceOver(scene, 0.02, 0.98, dimension == 1 ? 1e-10 : 1e-6);
            QVERIFY2(std::abs(got.value - want.value) <= tolerance * want.value + want.error,
                     qPrintable(QString("scene %1: off by %2, claimed %3").arg(i).arg(std::abs(got.value / want.value - 1)).arg(got.error / got.value)));
        }
        qInfo("claimed in %d of %d scenes", claimed, scenes);
        QVERIFY(claimed > scenes / 10); // or it would be of no use
    }

    /// Drafts, of all losses and with wrong teachers: near the adaptive integral, and mostly very near.
    void draftsAreNear_data()
    {
        QTest::addColumn<int>("dimension");
        QTest::addColumn<int>("scenes");
        QTest::newRow("line") << 1 << 200;
        QTest::newRow("plane") << 2 << 24;
    }
    void draftsAreNear()
    {
        QFETCH(int, dimension);
        QFETCH(int, scenes);
        std::vector<double> errors;
        for (int i = 0; i < scenes; ++i) {
            const Scene scene = sceneOf(static_cast<std::uint64_t>(i), dimension, true);
            const double want = distanceOver(scene, 0.02, 0.98, 1e-4).value;
            errors.push_back(std::abs(draftDistance(scene, 0.02, 0.98) / want - 1));
        }
        std::sort(errors.begin(), errors.end());
        const std::size_t n = errors.size();
        qInfo("relative errors: median %.2g, 9 of 10 below %.2g, largest %.2g", errors[n / 2], errors[n * 9 / 10], errors.back());
        QVERIFY(errors[n / 2] < 0.01);
        QVERIFY(errors[n * 9 / 10] < 0.05);
        QVERIFY(errors.back() < 0.3);
    }

    void draftsTellWhereTheDistanceIsInfinite()
    {
        Scene scene = sceneOf(3, 1);
        scene.loss.kind = "realuid";
        scene.loss.alpha = 1;
        scene.loss.beta = 0.9;
        scene.teacher.reset();
        scene.interpolant = {};
        scene.generated.components = {{1, {0}, {0.01}}};
        scene.real.components = {{1, {0}, {1}}};
        QCOMPARE(draftDistance(scene, 0.02, 0.98), std::numeric_limits<double>::infinity());
    }
};

QTEST_GUILESS_MAIN(TestQuickDistance)
#include "tst_quick_distance.moc"
