// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/named_distribution.h"
#include "core/api/scene.h"

#include <QtTest>

using namespace realuid;

class TestScene : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void presetsAreSound()
    {
        QVERIFY(scenePresets().size() >= 4);
        for (const ScenePreset& preset : scenePresets())
            QVERIFY2(check(preset.scene).empty(), preset.id.data());
    }

    void namedDistributionsAreSound()
    {
        for (const NamedDistribution& named : namedDistributions()) {
            QVERIFY2(check(named.distribution, "named").empty(), named.id.data());
            for (const Component& c : named.distribution.components)
                for (const double coordinate : c.mean)
                    QVERIFY(std::abs(coordinate) < 2.6);
        }
    }

    void marginalsOfAJoint()
    {
        const Distribution joint{{{2, {1, 2, 3, 4}, {9, 1, 2, 3, 1, 8, 4, 5, 2, 4, 7, 6, 3, 5, 6, 10}}}};
        QCOMPARE(sourceMarginal(joint).components[0].mean, (std::vector<double>{1, 2}));
        QCOMPARE(sourceMarginal(joint).components[0].covariance, (std::vector<double>{9, 1, 1, 8}));
        QCOMPARE(dataMarginal(joint).components[0].mean, (std::vector<double>{3, 4}));
        QCOMPARE(dataMarginal(joint).components[0].covariance, (std::vector<double>{7, 6, 6, 10}));
        QCOMPARE(dataMarginal(joint).components[0].weight, 2.0);
    }

    void differentSourcesAreWarnedAbout()
    {
        Scene s;
        s.coupling.source = gaussian({1}, {1});
        const std::vector<Fault> faults = check(s);
        QCOMPARE(faults.size(), std::size_t{1});
        QVERIFY(!anyFault(faults));
        s.generatedCoupling = s.coupling;
        QVERIFY(check(s).empty());
    }

    void faults_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("field");
        QTest::newRow("negative variance") << 0 << "real.covariance";
        QTest::newRow("weight 0") << 1 << "real.components[1].weight";
        QTest::newRow("not symmetric") << 2 << "generated.covariance";
        QTest::newRow("not definite") << 3 << "generated.covariance";
        QTest::newRow("wrong shape") << 4 << "generated.covariance";
        QTest::newRow("infinite mean") << 5 << "real.mean";
        QTest::newRow("three coordinates") << 6 << "real.mean";
        QTest::newRow("dimensions differ") << 7 << "generated.mean";
        QTest::newRow("no component") << 8 << "real.components";
        QTest::newRow("t outside") << 9 << "view.t";
        QTest::newRow("alpha outside") << 10 << "loss.alpha";
    }

    void faults()
    {
        QFETCH(int, what);
        QFETCH(QString, field);
        const double inf = std::numeric_limits<double>::infinity();
        Scene s;
        switch (what) {
        case 0: s.real = gaussian({0}, {-1}); break;
        case 1: s.real.components.push_back({0, {1}, {1}}); break;
        case 2: s = twoDimensional({1, 0.2, 0.1, 1}); break;
        case 3: s = twoDimensional({1, 2, 2, 1}); break;
        case 4: s = twoDimensional({1, 0, 0}); break;
        case 5: s.real = gaussian({inf}, {1}); break;
        case 6: s.real = gaussian({0, 0, 0}, {1, 0, 0, 0, 1, 0, 0, 0, 1}); break;
        case 7: s.generated = gaussian({0, 0}, {1, 0, 0, 1}); break;
        case 8: s.real.components.clear(); break;
        case 9: s.view.t = 1.5; break;
        default: s.loss.alpha = 0; break;
        }
        const std::vector<Fault> faults = check(s);
        QVERIFY(anyFault(faults));
        QCOMPARE(QString::fromStdString(faults.front().field), field);
    }

private:
    static Scene twoDimensional(std::vector<double> covariance)
    {
        Scene s;
        s.real = gaussian({0, 0}, {1, 0, 0, 1});
        s.generated = gaussian({0, 0}, std::move(covariance));
        return s;
    }
};

QTEST_APPLESS_MAIN(TestScene)
#include "tst_scene.moc"
