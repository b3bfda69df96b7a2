// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/atomic_file.h"
#include "core/io/csv.h"
#include "core/io/json.h"
#include "core/io/metrics.h"
#include "core/io/scene_json.h"

#include <QProcess>
#include <QtTest>

#include <csignal>

using namespace realuid;

namespace
{

struct Ran {
    int code = -1;
    QByteArray out, err;
    Json json() const { return parseJson(out.toStdString(), "stdout"); }
};

const QString kProgram = QStringLiteral(REALUID_BINARY_DIR "/bin/realuid");

Ran ran(const QStringList& arguments)
{
    QProcess process;
    process.start(kProgram, arguments);
    process.waitForFinished(110000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

} // namespace

class TestToyVerb : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(name); }
    QStringList small(const char* run, const char* steps = "120") const
    {
        return {"toy",     "--scene", path("moons.json"), "--run", path(run), "--json", "--steps", steps, "--batch",
                "64",      "--width", "16",               "--depth", "1",     "--settle", "50"};
    }

private Q_SLOTS:
    void initTestCase()
    {
        writeAtomically(path("moons.json").toStdString(), true,
                        std::string_view(R"({"version": 1, "real": {"kind": "named", "name": "two-moons"},
                            "generated": {"kind": "gaussian", "mean": [0, 0], "covariance": [[1, 0], [0, 1]]}, "seed": 7})"));
    }

    void runFolder()
    {
        const Ran run = ran(small("a"));
        QVERIFY2(run.code == 0, run.err.constData());
        const Json json = run.json();
        QCOMPARE(json.at("steps").get<int>(), 120);
        QCOMPARE(json.at("outcome").get<std::string>(), std::string("finished"));
        for (const char* key : {"distance_before", "distance_after", "field_rmse_vs_closed_form"})
            QVERIFY2(json.at(key).get<double>() > 0, key);
        QVERIFY(json.at("seconds").is_number() && json.at("updates_per_second").is_number());
        QVERIFY(json.at("modes_covered").get<int>() <= 16);
        const std::vector<UpdateRecord> metrics = readMetrics(path("a/metrics.jsonl").toStdString());
        QCOMPARE(metrics.size(), 120u);
        QVERIFY(metrics[5].player == Player::Generator && metrics[6].player == Player::Fake);
        const Json about = readJson(path("a/run.json").toStdString());
        QCOMPARE(about.at("kind").get<std::string>(), std::string("toy"));
        QCOMPARE(about.at("parameters").at("seed").get<int>(), 7); // the scene's
        QCOMPARE(about.at("parameters").at("width").get<int>(), 16);
        QCOMPARE(sceneFromJson(about.at("scene"), "run.json").real.components.size(), 16u);
        QCOMPARE(readCsv(path("a/samples/step-000120-average.csv").toStdString()).rows(), std::size_t(10000));
        QCOMPARE(ran(small("a")).code, 2); // a run never overwrites another
    }

    /// The seed makes the whole run, samples included.
    void sameSeedSameRun()
    {
        const Json first = ran(small("b")).json(), second = ran(small("c") + QStringList{"--threads", "1"}).json();
        const std::string file = "samples/step-000120-average.csv";
        QVERIFY(readFile(path("b").toStdString() + "/" + file) == readFile(path("c").toStdString() + "/" + file));
        QCOMPARE(first.at("field_rmse_vs_closed_form").get<double>(), second.at("field_rmse_vs_closed_form").get<double>());
        QCOMPARE(ran(small("d") + QStringList{"--seed", "8", "--quiet"}).code, 0);
        QVERIFY(readFile(path("b").toStdString() + "/" + file) != readFile(path("d").toStdString() + "/" + file));
    }

    /// Stopped and resumed, a run ends where one that was never stopped ends.
    void aStoppedRunIsResumed()
    {
        QProcess process;
        process.start(kProgram, small("r", "3000"));
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(path("r/metrics.jsonl")).size() > 0, 20000);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitCode(), 5);
        const Ran rest = ran({"toy", "--resume", path("r"), "--json", "--quiet", "--settle", "0"});
        QVERIFY2(rest.code == 0, rest.err.constData());
        QCOMPARE(rest.json().at("steps").get<int>(), 3000);
        QCOMPARE(readMetrics(path("r/metrics.jsonl").toStdString()).size(), 3000u);
        QCOMPARE(ran(small("s", "3000")).code, 0);
        const std::string file = "samples/step-003000-average.csv";
        QVERIFY(readFile(path("r").toStdString() + "/" + file) == readFile(path("s").toStdString() + "/" + file));
        QCOMPARE(ran({"toy", "--resume", path("r")}).code, 2); // it has ended
        writeAtomically(path("r/checkpoints/stopped.game").toStdString(), true, "RUIDGAM1 and no more");
        QCOMPARE(ran({"toy", "--resume", path("r")}).code, 3);
    }

    /// Each objective ends where it ends alone.
    void objectivesInLockStep()
    {
        const Ran run = ran(small("g") + QStringList{"--compare", "uid,realuid:0.8:0.9", "--seeds", "2", "--reach", "100,0.0001"});
        QVERIFY2(run.code == 0, run.err.constData());
        const Json json = run.json();
        QVERIFY(json.at("seeds") == Json::array({7, 8}));
        const Json& settings = json.at("settings");
        QCOMPARE(settings.size(), 2u);
        QCOMPARE(settings[1].at("name").get<std::string>(), std::string("realuid 0.8 0.9"));
        QVERIFY(settings[0].at("distance_after") != settings[1].at("distance_after"));
        QCOMPARE(settings[0].at("distance_before"), settings[1].at("distance_before"));
        QCOMPARE(settings[0].at("steps_to_reach")[0].at("steps").get<int>(), 0);
        QVERIFY(settings[0].at("steps_to_reach")[1].at("steps").is_null());
        QCOMPARE(readCsv(path("g/compare.csv").toStdString()).rows(), std::size_t(2 * 2 * 4)); // updates 0, 50, 100, 120
        QCOMPARE(ran(small("h") + QStringList{"--compare", "uid,nothing:1"}).code, 2);
        QCOMPARE(ran(small("i") + QStringList{"--compare", "realuid:half"}).code, 2);
    }

    void faultsAreToldTogether()
    {
        const Ran run = ran({"toy", "--scene", path("moons.json"), "--lr", "2", "--width", "0", "--alpha", "7"});
        QCOMPARE(run.code, 2);
        for (const char* text : {"lr = 2", "width = 0", "alpha = 7", "run, must be given"})
            QVERIFY2(run.err.contains(text), run.err.constData());
    }

    void divergenceIsToldWithItsStep()
    {
        const Ran run = ran({"toy", "--scene", path("moons.json"), "--run", path("e"), "--json", "--steps", "100000", "--batch", "16",
                             "--width", "16", "--depth", "16", "--alpha", "1", "--beta", "0.5", "--lr", "1", "--lr-generator", "1", "--lr-end", "1", "--clip",
                             "1e30", "--warmup", "0"});
        QVERIFY2(run.code == 4, run.err.constData());
        QVERIFY(run.err.contains("diverged"));
        const Json json = run.json();
        QCOMPARE(json.at("outcome").get<std::string>(), std::string("diverged"));
        QCOMPARE(readMetrics(path("e/metrics.jsonl").toStdString()).size(), json.at("steps").get<std::size_t>());
    }

    void aSignalStopsIt()
    {
        QProcess process;
        process.start(kProgram, small("f", "100000000"));
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(path("f/metrics.jsonl")).size() > 0, 20000);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitCode(), 5);
        QCOMPARE(parseJson(process.readAllStandardOutput().toStdString(), "stdout").at("outcome").get<std::string>(),
                 std::string("stopped"));
    }
};

QTEST_GUILESS_MAIN(TestToyVerb)
#include "tst_toy_verb.moc"
