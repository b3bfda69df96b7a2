// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/shapes_data.h"
#include "core/io/json.h"
#include "core/io/metrics.h"

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
    void refusals_data();
    void refusals();

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
    QCOMPARE(whole.json["samples"].size(), 2u);

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

QTEST_GUILESS_MAIN(TestRunVerbs)
#include "tst_run_verbs.moc"
