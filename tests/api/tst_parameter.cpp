// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/parameter.h"
#include "core/api/training.h"

#include <QtTest>

#include <set>

using namespace realuid;

class TestParameter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowReadsBackItsDefault()
    {
        readBack(lossParameters(), Loss{});
        readBack(trainingParameters(), TrainingParameters{});
    }

    void defaultsAreSound()
    {
        QVERIFY(check(Loss{}).empty());
        QVERIFY(check(TrainingParameters{}).empty());
        QVERIFY(check(teacherDefaults()).empty());
    }

    void idsAreUnique()
    {
        std::set<std::string_view> ids;
        for (const auto& row : lossParameters())
            QVERIFY(ids.insert(row.info.id).second);
        for (const auto& row : trainingParameters())
            QVERIFY(ids.insert(row.info.id).second);
    }

    void lossFaults_data()
    {
        QTest::addColumn<double>("alpha");
        QTest::addColumn<double>("beta");
        QTest::addColumn<QString>("told");
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("alpha 0") << 0.0 << 0.96 << "alpha = 0, must be in (0, 1]";
        QTest::newRow("alpha 1.2") << 1.2 << 0.96 << "alpha = 1.2, must be in (0, 1]";
        QTest::newRow("beta nan") << 0.94 << nan << "beta = nan, must be a finite number";
        QTest::newRow("beta 2.5") << 0.94 << 2.5 << "beta = 2.5, must be in (0, 2]";
    }

    void lossFaults()
    {
        QFETCH(double, alpha);
        QFETCH(double, beta);
        QFETCH(QString, told);
        const std::vector<Fault> faults = check(Loss{.alpha = alpha, .beta = beta});
        QVERIFY(anyFault(faults));
        QCOMPARE(QString::fromStdString(faults.front().english()), told);
    }

    void allFaultsAtOnce()
    {
        TrainingParameters p;
        p.batch = 0;
        p.lr = -1;
        p.width = 33;
        p.device = "gpu";
        QCOMPARE(check(p).size(), std::size_t{5}); // width 33 has a head that does not divide its levels as well
    }

    void theUnstableEdgeIsAWarning()
    {
        const std::vector<Fault> faults = check(Loss{.alpha = 1, .beta = 0.96});
        QCOMPARE(faults.size(), std::size_t{1});
        QVERIFY(!anyFault(faults));
        QVERIFY(check(Loss{.kind = "uid", .alpha = 1, .beta = 0.96}).empty());
    }

    void valuesAreReadStrictly_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("number") << "lr" << "1e-4" << true;
        QTest::newRow("plus") << "lr" << "+0.5" << true;
        QTest::newRow("comma for point") << "lr" << "0,5" << false;
        QTest::newRow("rest") << "lr" << "0.5x" << false;
        QTest::newRow("empty") << "lr" << "" << false;
        QTest::newRow("whole") << "batch" << "16" << true;
        QTest::newRow("not whole") << "batch" << "16.5" << false;
        QTest::newRow("too large") << "batch" << "99999999999999999999" << false;
        QTest::newRow("list") << "ema_decays" << "0.9,0.99" << true;
        QTest::newRow("list with a hole") << "ema_decays" << "0.9,,0.99" << false;
        QTest::newRow("bool") << "flips" << "off" << true;
        QTest::newRow("no bool") << "flips" << "perhaps" << false;
    }

    void valuesAreReadStrictly()
    {
        QFETCH(QString, id);
        QFETCH(QString, text);
        QFETCH(bool, good);
        for (const auto& row : trainingParameters()) {
            if (row.info.id != id.toStdString())
                continue;
            Value value;
            std::vector<Fault> faults;
            QCOMPARE(parseValue(text.toStdString(), row.info, row.get({}), value, faults), good);
            QCOMPARE(faults.empty(), good);
            return;
        }
        QFAIL("no such row");
    }

    void textsAreFilled()
    {
        QCOMPARE(fill("%1 of %2, %3 %", {"a", "b"}), std::string("a of b, %3 %"));
        QCOMPARE(numberText(0.1), std::string("0.1"));
        QCOMPARE(kebabCase("fake_steps"), std::string("fake-steps"));
    }

private:
    template <class S>
    void readBack(std::span<const Parameter<S>> table, const S& defaults)
    {
        for (const Parameter<S>& row : table) {
            const Value value = row.get(defaults);
            Value back;
            std::vector<Fault> faults;
            QVERIFY2(parseValue(valueText(value), row.info, value, back, faults), row.info.id.data());
            QVERIFY2(back == value, row.info.id.data());
            S copy = defaults;
            row.set(copy, back);
            QVERIFY2(copy == defaults, row.info.id.data());
            QVERIFY(!row.info.title.empty() && !row.info.meaning.empty());
        }
    }
};

QTEST_APPLESS_MAIN(TestParameter)
#include "tst_parameter.moc"
