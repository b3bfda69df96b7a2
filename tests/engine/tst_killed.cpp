// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/checkpoint.h"
#include "core/io/atomic_file.h"
#include "core/io/json.h"
#include "core/io/metrics.h"

#include <QtTest>

#include <QImage>
#include <QRandomGenerator>

#include <csignal>

using namespace realuid;
namespace fs = std::filesystem;

/// A process that is killed at any moment leaves a run that goes on to the same end, bit for bit, and no damaged file.
/// REALUID_KILLS is how often it is killed: 3 times, 30 in the slow test; 100 take ten minutes.
class TestKilled : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void sameEnd_data();
    void sameEnd();

private:
    QStringList command(const QString& run) const;
    int life(const QString& run, int deadline, int signal) const;
    void checkFiles(const QString& run) const;
    void compare(const QString& run) const;
    QString path(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    qint64 m_untilFirst = 0, m_whole = 0; ///< milliseconds of an uninterrupted run
};

namespace
{
constexpr int kSteps = 48;
const QString kProgram = QStringLiteral(REALUID_BINARY_DIR "/bin/realuid");
const QStringList kSmall{"--batch", "4", "--width", "32", "--multipliers", "1", "--blocks", "1", "--head-channels", "32", "--samples", "2",
                         "--ema-decays", "0.9", "--threads", "1", "--device", "cpu", "--save-every", "3", "--sample-every", "5", "--quiet", "--json"};

std::string text(const QString& path) { return readFile(path.toStdString(), 1u << 30); }

QStringList files(const QString& folder)
{
    QDirIterator all(folder, QDir::Files, QDirIterator::Subdirectories);
    QStringList out;
    while (all.hasNext())
        out << all.next();
    return out;
}
} // namespace

QStringList TestKilled::command(const QString& run) const
{
    return QStringList{"distil", "--teacher", path("teacher/checkpoints/step-000002.pt"), "--data", path("set"), "--run", run,
                       "--steps", QString::number(kSteps), "--lr", "1e-3", "--warmup", "2"} + kSmall;
}

void TestKilled::initTestCase()
{
    const auto run = [](const QStringList& arguments) {
        QProcess process;
        process.start(kProgram, arguments);
        return process.waitForFinished(100000) ? process.exitCode() : -1;
    };
    QCOMPARE(run({"data", "shapes", path("set"), "--n", "32"}), 0);
    QCOMPARE(run(QStringList{"teacher", "--data", path("set"), "--run", path("teacher"), "--steps", "2"} + kSmall), 0);
    QElapsedTimer clock;
    clock.start();
    QProcess process;
    process.start(kProgram, command(path("whole")));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path("whole/metrics.jsonl")), 60000);
    m_untilFirst = clock.elapsed();
    QVERIFY(process.waitForFinished(100000));
    QCOMPARE(process.exitCode(), 0);
    m_whole = clock.elapsed();
}

/// Starts or resumes the run and sends the signal after so many milliseconds. The exit code, -1 where the signal ended it.
int TestKilled::life(const QString& run, int deadline, int signal) const
{
    QProcess process;
    const bool begun = QFile::exists(run + "/run.json");
    process.start(kProgram, begun ? QStringList{"resume", "--run", run, "--quiet", "--json"} : command(run));
    if (!process.waitForFinished(deadline)) {
        ::kill(static_cast<pid_t>(process.processId()), signal);
        process.waitForFinished(100000);
    }
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() != 0 && process.exitCode() != 5)
        qWarning("%s", process.readAllStandardError().constData());
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

/// Whatever stands under a final name is whole.
void TestKilled::checkFiles(const QString& run) const
{
    for (const QString& file : files(run)) {
        if (isUnfinished(file.toStdString()))
            continue;
        if (file.endsWith(".json"))
            readJson(file.toStdString());
        else if (file.endsWith(".png"))
            QVERIFY2(!QImage(file).isNull(), qPrintable(file));
        else if (file.endsWith("metrics.jsonl"))
            readMetrics(file.toStdString());
        else if (file.endsWith(".pt"))
            for (const engine::CheckpointReader reader(file.toStdString()); const std::string& state : reader.states())
                QVERIFY(!reader.read(state).entries.empty());
    }
}

void TestKilled::compare(const QString& run) const
{
    const QString last = QStringLiteral("/checkpoints/step-%1.pt").arg(kSteps, 6, 10, QChar('0'));
    QVERIFY(text(run + last) == text(path("whole") + last));
    const QDir samples(path("whole/samples"));
    for (const QString& sheet : samples.entryList(QDir::Files))
        QVERIFY2(text(run + "/samples/" + sheet) == text(samples.filePath(sheet)), qPrintable(sheet));
    const auto expected = readMetrics(path("whole/metrics.jsonl").toStdString()), got = readMetrics((run + "/metrics.jsonl").toStdString());
    QCOMPARE(got.size(), expected.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
        QCOMPARE(got[i].step, expected[i].step);
        QCOMPARE(got[i].loss, expected[i].loss);
        QCOMPARE(got[i].gradNorm, expected[i].gradNorm);
    }
    for (const QString& file : files(run))
        QVERIFY2(!isUnfinished(file.toStdString()), qPrintable(file));
}

void TestKilled::sameEnd_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<int>("times");
    const int kills = qEnvironmentVariableIntValue("REALUID_KILLS");
    QTest::newRow("SIGKILL") << SIGKILL << (kills > 0 ? kills : 3);
    QTest::newRow("SIGTERM") << SIGTERM << (kills > 0 ? kills / 10 : 1);
}

void TestKilled::sameEnd()
{
    QFETCH(int, signal);
    QFETCH(int, times);
    QRandomGenerator random(42);
    const int most = static_cast<int>(m_untilFirst + (m_whole - m_untilFirst) / 3);
    int killed = 0;
    for (int round = 0; killed < times; ++round) {
        const QString run = path(QStringLiteral("%1-%2").arg(signal).arg(round));
        int code = -1;
        while (code != 0) {
            code = life(run, killed < times ? random.bounded(most) : 100000, signal);
            QVERIFY2(code == 0 || code == 5 || code == -1, qPrintable(QString::number(code)));
            killed += code == 0 ? 0 : 1;
            checkFiles(run);
            if (QTest::currentTestFailed())
                return;
        }
        compare(run);
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%d signals", killed);
}

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
