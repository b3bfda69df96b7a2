// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/atomic_file.h"
#include "core/io/json.h"

#include <QtTest>

#include <csignal>

using namespace realuid;

class TestSweepVerb : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    QStringList sweep(const QString& run, const QString& steps) const
    {
        return {"sweep", "--base", "toy", "--scene", "mixtures-2d", "--alphas", "0.94,1", "--betas", "0.96,1", "--run", run, "--steps", steps,
                "--batch", "32", "--settle", "0", "--threads", "1", "--json", "--quiet"};
    }
    struct Ran {
        int code = -1;
        QByteArray out, errors;
    };
    static Ran ended(QProcess& process)
    {
        if (!process.waitForFinished(100000) || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    static Ran ran(const QStringList& arguments)
    {
        QProcess process;
        process.start(QStringLiteral(REALUID_BINARY_DIR "/bin/realuid"), arguments);
        return ended(process);
    }
    static QByteArray content(const QString& file)
    {
        QFile f(file);
        return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
    }

private Q_SLOTS:
    void aTableOfAllPairs()
    {
        const Ran run = ran(sweep(path("a"), QStringLiteral("30")));
        QVERIFY2(run.code == 0, run.errors);
        const Json table = parseJson(run.out.toStdString(), "standard output");
        QCOMPARE(table["values"].size(), std::size_t{2});
        for (const Json& row : table["values"])
            for (const Json& value : row)
                QVERIFY(value.is_number() && value.get<double>() > 0);
        QVERIFY(table["values"][0][0] != table["values"][0][1]);
        QCOMPARE(content(path("a/table.csv")).count('\n'), 5);
    }

    void endedCellsAreKept()
    {
        const QString kept = path("a/cells/alpha0.94-beta1.json"), gone = path("a/cells/alpha1-beta0.96.json");
        const QByteArray before = content(gone);
        QVERIFY(QFile::remove(gone));
        const QDateTime written = QFileInfo(kept).lastModified();
        const Ran run = ran(sweep(path("a"), QStringLiteral("30")));
        QVERIFY2(run.code == 0, run.errors);
        QCOMPARE(QFileInfo(kept).lastModified(), written);
        const auto distance = [](const QByteArray& text) { return parseJson(text.toStdString(), "cell")["distance_after"].get<double>(); };
        QCOMPARE(distance(content(gone)), distance(before));
    }

    void anotherSweepIsRefused()
    {
        QCOMPARE(ran(sweep(path("a"), QStringLiteral("31"))).code, 2);
        QCOMPARE(ran({"sweep", "--alphas", "0,1.5", "--run", path("b")}).code, 2);
        QVERIFY(!QFile::exists(path("b")));
        const Ran wrong = ran({"sweep", "--scene", "mixtures-2d", "--no-such-option", "3", "--run", path("c"), "--quiet"});
        QCOMPARE(wrong.code, 2);
        QVERIFY2(wrong.errors.contains("no-such-option"), wrong.errors);
    }

    /// A refused command leaves nothing that would refuse the mended one; a sweep that has begun stays.
    void mendedAfterARefusal()
    {
        QStringList wrong = sweep(path("e"), QStringLiteral("30"));
        wrong[wrong.indexOf(QStringLiteral("--batch")) + 1] = QStringLiteral("0");
        QCOMPARE(ran(wrong).code, 2);
        QVERIFY(!QFile::exists(path("e")));
        const Ran mended = ran(sweep(path("e"), QStringLiteral("30")));
        QVERIFY2(mended.code == 0, mended.errors);
        QVERIFY(QFile::remove(path("e/cells/alpha1-beta1.json")));
        QCOMPARE(ran(sweep(path("e"), QStringLiteral("31"))).code, 2);
        QVERIFY(QFile::exists(path("e/sweep.json")));
    }

    void stoppedInACell()
    {
        QProcess process;
        process.start(QStringLiteral(REALUID_BINARY_DIR "/bin/realuid"), sweep(path("d"), QStringLiteral("1000000")));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path("d/cells/alpha0.94-beta0.96/metrics.jsonl")), 30000);
        ::kill(static_cast<pid_t>(process.processId()), SIGTERM);
        const Ran run = ended(process);
        QCOMPARE(run.code, 5);
        QVERIFY(!QFile::exists(path("d/cells/alpha0.94-beta0.96.json")));
    }
};

QTEST_GUILESS_MAIN(TestSweepVerb)
#include "tst_sweep_verb.moc"
