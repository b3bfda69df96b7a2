// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/shapes_data.h"
#include "core/io/json.h"
#include "core/io/metrics.h"
#include "core/io/npy.h"

#include <QtTest>

#include <csignal>

using namespace realuid;
namespace fs = std::filesystem;

/// The program as a user types it: distil, a signal in the middle, resume.
class TestRunVerbs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void stoppedAndResumed();
    void changedWhenResumed();
    void refusals_data();
    void refusals();
    void betweenSeeds();
    void rowsOfClasses();
    void allSampleFaultsAtOnce();

private:
    QStringList distil(const QString& run) const;
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
};

namespace
{
const QString kProgram = QStringLiteral(REALUID_BINARY_DIR "/bin/realuid");
const QStringList kSmall{"--batch", "4",  "--width", "32", "--multipliers", "1", "--blocks", "1", "--head-channels", "32",
                         "--samples", "2", "--ema-decays", "0.9", "--threads", "2", "--device", "cpu", "--quiet", "--json"};

struct Ran {
    int code = -1;
    Json json;
    QString said;
};

Ran ended(QProcess& process)
{
    process.waitForFinished(60000);
    const QByteArray out = process.readAllStandardOutput();
    Ran ran{process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, {}, process.readAllStandardError()};
    if (!out.isEmpty())
        ran.json = Json::parse(out.toStdString());
    return ran;
}

Ran run(const QStringList& arguments)
{
    QProcess process;
    process.start(kProgram, arguments);
    return ended(process);
}

QByteArray content(const QString& file)
{
    QFile f(file);
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
}
} // namespace

void TestRunVerbs::initTestCase()
{
    QVERIFY(QFile::exists(kProgram));
    const Ran shapes = run({"data", "shapes", path("set"), "--n", "32", "--json"});
    QCOMPARE(shapes.code, 0);
    const Ran teacher = run(QStringList{"teacher", "--data", path("set"), "--run", path("teacher"), "--steps", "2"} + kSmall);
    QVERIFY2(teacher.code == 0, qPrintable(teacher.said));
}

QStringList TestRunVerbs::distil(const QString& run) const
{
    return QStringList{"distil", "--teacher", path("teacher/checkpoints/step-000002.pt"), "--data", path("set"), "--run", run,
                       "--steps", "24", "--lr", "1e-3", "--warmup", "2"} + kSmall;
}

void TestRunVerbs::stoppedAndResumed()
{
    const Ran whole = run(distil(path("whole")));
    QVERIFY2(whole.code == 0, qPrintable(whole.said));
    QCOMPARE(whole.json["step"], 24);
    QVERIFY(std::isfinite(whole.json["loss_fake"].get<double>()) && std::isfinite(whole.json["loss_generator"].get<double>()));
    QCOMPARE(whole.json["samples"].size(), 5u); // gen, its average, and three of the fields

    QProcess process;
    process.start(kProgram, distil(path("parted")));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path("parted/metrics.jsonl")), 30000);
    QTest::qWait(400);
    ::kill(static_cast<pid_t>(process.processId()), SIGTERM);
    const Ran stopped = ended(process);
    QVERIFY2(stopped.code == 5, qPrintable(stopped.said));
    QCOMPARE(stopped.json["outcome"], "stopped");
    const std::int64_t at = stopped.json["step"];
    QVERIFY2(at < 24, "the run was over before the signal came");

    const Ran resumed = run({"resume", "--run", path("parted"), "--quiet", "--json"});
    QVERIFY2(resumed.code == 0, qPrintable(resumed.said));
    QCOMPARE(resumed.json["step"], 24);
    const QByteArray expected = content(path("whole/checkpoints/step-000024.pt"));
    QVERIFY(!expected.isEmpty());
    QVERIFY(content(path("parted/checkpoints/step-000024.pt")) == expected);
    QVERIFY(content(path("parted/samples/step-000024-gen.png")) == content(path("whole/samples/step-000024-gen.png")));
    const auto lines = readMetrics(path("parted/metrics.jsonl").toStdString());
    QCOMPARE(lines.size(), 24u);
    for (std::size_t i = 0; i < lines.size(); ++i)
        QCOMPARE(lines[i].step, static_cast<std::int64_t>(i + 1));
}

void TestRunVerbs::changedWhenResumed()
{
    QVERIFY(run(distil(path("changed")) + QStringList{"--save-every", "100"}).code == 0);
    const Ran refused = run({"resume", "--run", path("changed"), "--batch", "8", "--beta", "nan", "--quiet"});
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.said.contains("batch = 8, cannot change") && refused.said.contains("beta"), qPrintable(refused.said));
    const Ran ran = run({"resume", "--run", path("changed"), "--steps", "26", "--lr", "5e-4", "--alpha", "0.9", "--quiet", "--json"});
    QVERIFY2(ran.code == 0, qPrintable(ran.said));
    QCOMPARE(ran.json["step"], 26);
    QVERIFY2(content(path("changed/log.txt")).contains("changed after step 24: alpha from 0.94 to 0.9, steps from 24 to 26, lr from 0.001 to 5e-04"), content(path("changed/log.txt")).constData());
    QVERIFY(content(path("changed/metrics.jsonl")).contains("{\"step\":24,\"kind\":\"changed\",\"parameters\":{\"alpha\":{\"from\":\"0.94\",\"to\":\"0.9\"}"));
    const auto lines = readMetrics(path("changed/metrics.jsonl").toStdString());
    QCOMPARE(lines.size(), 26u);
    QCOMPARE(lines.back().lr, 5e-4);
}

void TestRunVerbs::refusals_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("alpha 0") << QStringList{"--alpha", "0"} << 2 << "alpha";
    QTest::newRow("alpha 1.2") << QStringList{"--alpha", "1.2"} << 2 << "alpha";
    QTest::newRow("beta nan") << QStringList{"--beta", "nan"} << 2 << "beta";
    QTest::newRow("run that exists") << QStringList{"--run", "teacher"} << 2 << "exists";
    QTest::newRow("no such teacher") << QStringList{"--teacher", "absent.pt"} << 3 << "absent.pt";
    QTest::newRow("data that is none") << QStringList{"--data", "teacher/run.json"} << 3 << "run.json";
}

void TestRunVerbs::refusals()
{
    QFETCH(QStringList, more);
    QFETCH(int, code);
    QFETCH(QString, says);
    QStringList arguments = distil(path("refused"));
    if (const qsizetype at = arguments.indexOf(more[0]); at >= 0)
        arguments[at + 1] = path(more[1]);
    else
        arguments += more;
    const Ran ran = run(arguments);
    QCOMPARE(ran.code, code);
    QVERIFY2(ran.said.contains(says), qPrintable(ran.said));
    QCOMPARE(ran.said.count('\n'), 1);
    QVERIFY(!QFile::exists(path("refused")));
}

void TestRunVerbs::betweenSeeds()
{
    const QStringList from{"--checkpoint", path("teacher/checkpoints/step-000002.pt"), "--head-channels", "32", "--device", "cpu", "--quiet", "--json"};
    const auto interpolated = [&](const QString& out) {
        return run(QStringList{"interpolate", "--seeds", "3,5,3", "--frames", "4", "--out", path(out)} + from);
    };
    const Ran way = interpolated("way.npy");
    QVERIFY2(way.code == 0, qPrintable(way.said));
    QCOMPARE(way.json["n"], 7);
    const NpyArray images = readNpy(path("way.npy").toStdString());
    QCOMPARE(images.shape, (std::vector<std::size_t>{7, 3, 32, 32}));
    const auto frame = [&](std::size_t i) { return std::vector<double>(images.values.begin() + static_cast<std::ptrdiff_t>(i * 3072), images.values.begin() + static_cast<std::ptrdiff_t>((i + 1) * 3072)); };
    // The ends are what these seeds draw anyway, apart from the order of sums in another batch.
    QCOMPARE(run(QStringList{"sample", "--n", "1", "--seed", "5", "--out", path("five.npy")} + from).code, 0);
    const std::vector<double> five(readNpy(path("five.npy").toStdString()).values);
    const std::vector<double> middle = frame(3);
    double apart = 0;
    for (std::size_t i = 0; i < five.size(); ++i)
        apart = std::max(apart, std::abs(five[i] - middle[i]));
    QVERIFY(apart < 1e-4);
    QVERIFY(frame(1) != frame(0) && frame(1) != frame(2));
    QCOMPARE(interpolated("way.png").code, 0);
    const QByteArray png = content(path("way.png"));
    QCOMPARE(static_cast<unsigned char>(png[19]), static_cast<unsigned char>(4 * 32)); // a row from seed to seed
    QCOMPARE(static_cast<unsigned char>(png[23]), static_cast<unsigned char>(2 * 32));
    QCOMPARE(interpolated("way.gif").code, 0);
    const QByteArray gif = content(path("way.gif"));
    QVERIFY(gif.startsWith("GIF89a") && gif.endsWith(';'));
    QCOMPARE(interpolated("way.gif").code, 2); // never replaced unasked
    QCOMPARE(run(QStringList{"interpolate", "--seeds", "3", "--out", path("x.png")} + from).code, 2);
}

void TestRunVerbs::rowsOfClasses()
{
    const Ran taught = run(QStringList{"teacher", "--data", path("set"), "--run", path("classes"), "--steps", "1", "--classes", "10"} + kSmall);
    QVERIFY2(taught.code == 0, qPrintable(taught.said));
    const Ran drawn = run({"sample", "--checkpoint", path("classes/checkpoints/step-000001.pt"), "--head-channels", "32", "--device", "cpu", "--n", "12",
                           "--class", "all", "--out", path("classes.png"), "--quiet", "--json"});
    QVERIFY2(drawn.code == 0, qPrintable(drawn.said));
    const QByteArray png = content(path("classes.png"));
    QCOMPARE(static_cast<unsigned char>(png[19]), static_cast<unsigned char>(2 * 32));
    QCOMPARE(static_cast<unsigned char>(png[22]) * 256 + static_cast<unsigned char>(png[23]), 10 * 32);
}

void TestRunVerbs::allSampleFaultsAtOnce()
{
    const Ran ran = run({"sample", "--checkpoint", "x.pt", "--n", "0", "--solver", "leap", "--device", "gpu", "--out", path("x.png"), "--json"});
    QCOMPARE(ran.code, 2);
    for (const char* field : {"n = 0", "solver = leap", "device = gpu"})
        QVERIFY2(ran.said.contains(field), qPrintable(ran.said));
}

QTEST_GUILESS_MAIN(TestRunVerbs)
#include "tst_run_verbs.moc"
