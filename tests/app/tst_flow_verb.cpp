// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/atomic_file.h"
#include "core/io/json.h"
#include "tests/analytic/wrong_teachers.h"
#include "tests/app/ran_program.h"

using namespace realuid;

namespace
{

using wrongteachers::kPairs;

Json gaussianJson(double mean, double sd) { return {{"kind", "gaussian"}, {"mean", {mean}}, {"covariance", {{sd * sd}}}}; }

Json twoModes(double mean, double sd)
{
    Json out{{"kind", "mixture"}, {"components", Json::array()}};
    for (const double sign : {-1.0, 1.0})
        out["components"].push_back({{"weight", 0.5}, {"mean", {sign * mean}}, {"covariance", {{sd * sd}}}});
    return out;
}

QString text(double value) { return QString::number(value, 'g', 17); }

} // namespace

/// What the notes on imperfect teachers say in numbers, as a user gets it from the command line.
class TestFlowVerb : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString scene() const { return m_folder.filePath("scene.json"); }
    void write(const Json& real, const Json& generated, const Json& teacher = {}) const
    {
        Json out{{"version", 1}, {"real", real}, {"generated", generated}};
        if (!teacher.is_null())
            out["teacher"] = teacher;
        writeAtomically(scene().toStdString(), true, out.dump());
    }
    Json flow(double alpha, double beta, const QStringList& more) const
    {
        const Ran run = ran(QStringList{"flow", "--scene", scene(), "--alpha", text(alpha), "--beta", text(beta), "--json", "--quiet"} + more);
        return run.code == 0 ? run.json() : Json{{"steps", Json::array({{{"parameters", Json::object()}}})}};
    }
    static double last(const Json& flow, const char* path) { return flow.at("steps").back().at("parameters").value(path, NAN); }

private Q_SLOTS:
    void minimisersOfWrongTeachers_data() { wrongteachers::rows(); }
    void minimisersOfWrongTeachers()
    {
        QFETCH(double, teacherMean);
        QFETCH(double, teacherSd);
        QFETCH(QList<double>, want);
        write(gaussianJson(1.5, 0.4), gaussianJson(-0.5, 0.9), gaussianJson(teacherMean, teacherSd));
        for (int i = 0; i < 7; ++i) {
            const Json found = flow(kPairs[i][0], kPairs[i][1], {"--steps", "60", "--rate", "0.4"});
            wrongteachers::compare(want, i, last(found, "generated.mean[0]"), last(found, "generated.sd[0]"));
        }
    }

    /// The flow of the mean and sd from far off, and the landscape about them.
    void realParametersAreReachedAndLowest()
    {
        write(gaussianJson(1.5, 0.4), gaussianJson(-4, 2));
        for (const auto& [alpha, beta] : kPairs) {
            const Json found = flow(alpha, beta, {"--steps", "60", "--rate", "0.4"});
            QVERIFY2(std::abs(last(found, "generated.mean[0]") - 1.5) < 1e-4 && std::abs(last(found, "generated.sd[0]") - 0.4) < 1e-4,
                     qPrintable(QString("(%1, %2): %3, %4").arg(alpha).arg(beta).arg(last(found, "generated.mean[0]")).arg(last(found, "generated.sd[0]"))));
            const Json minimum = ran({"landscape", "--scene", scene(), "--alpha", text(alpha), "--beta", text(beta), "--json", "--x",
                                      "generated.mean[0]=0.5:2.5:9", "--y", "generated.sd[0]=0.2:0.8:7", "--tolerance", "1e-6"})
                                     .json().at("minimum");
            QCOMPARE(minimum.at("x").get<double>(), 1.5);
            QVERIFY(std::abs(minimum.at("y").get<double>() - 0.4) < 1e-12);
        }
    }

    /// A teacher that lacks one of two modes: no (alpha, beta) brings it back. The generator gives the mode up, and where its
    /// weights may move, its component's weight falls to 0 in finite time, which the flow must survive and tell.
    void missingMode_data()
    {
        QTest::addColumn<int>("pair");
        QTest::addColumn<double>("mean");
        QTest::addColumn<double>("sd");
        const double want[7][2] = {{1.5, .3}, {1.526, .293}, {1.505, .297}, {1.516, .297}, {1.645, .265}, {1.34, .382}, {1.774, .382}};
        for (int i = 0; i < 7; ++i)
            QTest::addRow("(%g, %g)", kPairs[i][0], kPairs[i][1]) << i << want[i][0] << want[i][1];
    }
    void missingMode()
    {
        QFETCH(int, pair);
        QFETCH(double, mean);
        QFETCH(double, sd);
        const auto& [alpha, beta] = kPairs[pair];
        for (const double from : {0.0, -1.5}) {
            write(twoModes(1.5, 0.3), gaussianJson(from, from < 0 ? 0.3 : 1.5), gaussianJson(1.5, 0.3));
            const Json found = flow(alpha, beta, {"--steps", "60", "--rate", "0.5"});
            QVERIFY(std::abs(last(found, "generated.mean[0]") - mean) < 6e-4);
            QVERIFY(std::abs(last(found, "generated.sd[0]") - sd) < 6e-4);
        }
        write(twoModes(1.5, 0.3), twoModes(1, 0.4), gaussianJson(1.5, 0.3));
        const Json weighed = flow(alpha, beta, {"--steps", "10", "--rate", "0.03", "--parameters", "generated.components[0].weight"});
        QCOMPARE(weighed.at("steps").back().at("step").get<int>(), 10);
        QVERIFY(!weighed.at("end").get<std::string>().empty());
        const double weight = last(weighed, "generated.components[0].weight");
        if (weighed.at("vanished").empty()) {
            QVERIFY(weight > 1e-3);
        } else {
            QCOMPARE(weighed.at("vanished").at(0).get<std::string>(), std::string("generated.components[0].weight"));
            QVERIFY(weight < 1e-5);
        }
        QVERIFY(weighed.at("steps").back().at("distance").get<double>() < weighed.at("steps").front().at("distance").get<double>());
    }
};

QTEST_GUILESS_MAIN(TestFlowVerb)
#include "tst_flow_verb.moc"
