// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/inner_maximum.h"
#include "app/explore/regime.h"

#include <QtTest>

#include <cmath>

using namespace realuid;
using namespace realuid::studio;

namespace
{

/// The generator is nowhere near the real data.
Scene missing(const QString& kind, double alpha, double beta, double gamma, bool wrongTeacher)
{
    Scene scene;
    scene.generated = gaussian({-6}, {0.09});
    scene.loss = {.kind = kind.toStdString(), .alpha = alpha, .beta = beta, .gamma = gamma};
    if (wrongTeacher)
        scene.teacher = gaussian({1.9}, {0.16});
    return scene;
}

} // namespace

class TestRegime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSaidHolds_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<double>("beta");
        QTest::addColumn<double>("gamma");
        QTest::addColumn<bool>("wrongTeacher");
        QTest::addColumn<int>("regime");
        const auto row = [](const char* name, const char* kind, double a, double b, double g, bool wrong, Regime::Kind r) {
            QTest::newRow(name) << QString::fromLatin1(kind) << a << b << g << wrong << static_cast<int>(r);
        };
        using Kind = Regime::Kind;
        row("uid", "uid", 0.5, 0.6, 0.5, false, Kind::DataFree);
        row("1, 1", "realuid", 1, 1, 1, false, Kind::DataFree);
        row("0.9, 0.9", "realuid", 0.9, 0.9, 1, false, Kind::NoEffect);
        row("beta above", "realuid", 0.94, 0.96, 1, false, Kind::CoversMissed);
        row("beta below", "realuid", 0.98, 0.96, 1, false, Kind::CoversMissed);
        row("alpha 1", "realuid", 1, 0.96, 0.5, false, Kind::Unstable);
        row("gamma saves", "general", 1, 0.96, 0.5, false, Kind::CoversMissed);
        row("gamma 1", "general", 0.9, 0.96, 1, false, Kind::Unstable);
        row("gamma 1, beta 1", "general", 0.9, 1, 1, false, Kind::Unstable);
        row("gamma 1, alpha = beta", "general", 0.9, 0.9, 1, false, Kind::NoEffect);
        row("gamma below 1", "general", 1, 1, 0.5, false, Kind::NoEffect);
        row("normalized", "normalized", 1, 0.96, 1, false, Kind::CoversMissed);
        row("normalized, alpha = beta", "normalized", 0.9, 0.9, 1, false, Kind::NoEffect);
        row("wrong teacher, 1, 1", "realuid", 1, 1, 1, true, Kind::DataFree);
        row("wrong teacher, 0.9, 0.9", "realuid", 0.9, 0.9, 1, true, Kind::OverCorrects);
        row("wrong teacher, beta above", "realuid", 0.94, 0.96, 1, true, Kind::CoversMissed);
        row("wrong teacher, gamma 1", "general", 0.9, 0.9, 1, true, Kind::Unstable);
        row("wrong teacher, normalized", "normalized", 0.9, 0.9, 1, true, Kind::OverCorrects);
    }

    void divergence()
    {
        Scene scene;
        const auto kind = [&](double alpha, double beta) {
            scene.loss = {.kind = "dmd", .alpha = alpha, .beta = beta};
            return regime(scene).kind;
        };
        QCOMPARE(kind(1, 1), Regime::Kind::DataFree);
        QCOMPARE(kind(0.9, 0.9), Regime::Kind::NoEffect);
        QCOMPARE(kind(0.9, 0.96), Regime::Kind::Unstable);
        QVERIFY(regimeFormulas(scene).integrand.contains("log"));
    }

    /// The limit that the words are about, l for P -> 0, against what the scene's integrand does where P is 1e-100 Q.
    void whatIsSaidHolds()
    {
        QFETCH(QString, kind);
        QFETCH(double, alpha);
        QFETCH(double, beta);
        QFETCH(double, gamma);
        QFETCH(bool, wrongTeacher);
        QFETCH(int, regime);
        const Scene scene = missing(kind, alpha, beta, gamma, wrongTeacher);
        const Regime found = studio::regime(scene);
        QCOMPARE(static_cast<int>(found.kind), regime);
        QVERIFY(!found.heading.isEmpty() && !found.text.isEmpty());

        const Coefficients c = coefficients(scene.loss);
        const FieldPair at = MarginalPair(scene, 0.9).at({1.5, 0});
        QVERIFY(at.logGenerated < at.logReal - 200);
        const double q = std::exp(at.logReal), share = InnerMaximum(scene.loss).distance(at) / q;
        const double teacher = at.teacher[0], real = teacher - at.excess[0];
        const double seen = std::abs((1 - c.alpha) * teacher - (1 - c.beta) * real);
        switch (found.kind) {
        case Regime::Kind::DataFree:
        case Regime::Kind::NoEffect:
            QVERIFY(share < 1e-60);
            break;
        case Regime::Kind::OverCorrects:
        case Regime::Kind::CoversMissed:
            QVERIFY(seen > 0.01);
            QVERIFY(std::abs(share / (kind == QStringLiteral("normalized") ? seen : seen * seen / (1 - c.gamma)) - 1) < 1e-9);
            break;
        case Regime::Kind::Unstable:
            QVERIFY(share > 1e60);
            break;
        }
    }

    void onlyTheUnstableIsWarnedOf()
    {
        const auto warned = [](const char* kind, double alpha, double beta, double gamma) {
            return !check(Loss{.kind = kind, .alpha = alpha, .beta = beta, .gamma = gamma}).empty();
        };
        QVERIFY(warned("realuid", 1, 0.96, 0.5));
        QVERIFY(!warned("realuid", 1, 1, 0.5));
        QVERIFY(warned("general", 0.9, 1, 1));
        QVERIFY(!warned("general", 0.9, 0.9, 1));
        QVERIFY(!warned("normalized", 1, 0.96, 1));
    }

    void formulasCarryTheNumbers()
    {
        Scene scene;
        const RegimeFormulas formulas = regimeFormulas(scene);
        QCOMPARE(formulas.numeratorNumbers, QStringLiteral("N = (0.94\\,P + 0.02\\,Q) f^* \\\\ \\quad - 0.96\\,P f^\\theta"));
        QCOMPARE(formulas.integrandNumbers, QStringLiteral("l = \\frac{|N|^2}{0.94\\,P + 0.06\\,Q}"));
        QCOMPARE(formulas.limitNumbers, QStringLiteral("l \\to \\frac{Q}{0.06} |0.02\\,f^*|^2"));
        scene.loss.alpha = 0.98;
        QVERIFY(regimeFormulas(scene).numeratorNumbers.contains(QStringLiteral("P - 0.02\\,Q")));
        scene.loss.alpha = scene.loss.beta = 1;
        QCOMPARE(regimeFormulas(scene).numeratorNumbers, QStringLiteral("N = P f^* \\\\ \\quad - P f^\\theta"));
        QCOMPARE(regimeFormulas(scene).limitNumbers, QStringLiteral("l \\to 0"));
        scene.loss.beta = 0.96;
        QCOMPARE(regimeFormulas(scene).limitNumbers, QStringLiteral("l \\to \\frac{Q^2}{P} |0.04\\,f^*|^2 \\to \\infty"));
    }

    void aWrongTeacherHasItsOwnFormula()
    {
        const Scene scene = missing(QStringLiteral("realuid"), 0.94, 0.96, 1, true);
        const RegimeFormulas formulas = regimeFormulas(scene);
        QCOMPARE(formulas.numeratorNumbers,
                 QStringLiteral("N = (0.94\\,P + 0.06\\,Q) f^* - 0.96\\,P f^\\theta \\\\ \\quad - 0.04\\,Q f^{\\mathrm{real}}"));
        QCOMPARE(formulas.limitNumbers, QStringLiteral("l \\to \\frac{Q}{0.06} |0.06\\,f^* - 0.04\\,f^{\\mathrm{real}}|^2"));
        Scene told = scene; // real data say what the teacher says
        told.loss.realTarget = "teacher";
        QCOMPARE(regimeFormulas(told).limitNumbers, QStringLiteral("l \\to \\frac{Q}{0.06} |0.02\\,f^*|^2"));
    }
};

QTEST_GUILESS_MAIN(TestRegime)
#include "tst_regime.moc"
