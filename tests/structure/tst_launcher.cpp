// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

namespace
{

struct Result {
    int exitCode = -1;
    QString out;
    QString err;
    qint64 pid = 0;
};

void writeScript(const QString& path, const QString& body)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + body.toUtf8() + "\n");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

/// A copy of the launcher in a folder with a space in its name, on a machine whose tools are all stand-ins that write
/// down how they were called. Nothing is installed or built.
class Machine
{
public:
    explicit Machine(const QString& osRelease = "ID=debian\nVERSION_ID=12\n")
    {
        for (const char* name : {"sh", "dirname", "readlink", "cat", "sed", "grep", "awk", "find", "mkdir", "nproc", "flock", "env"}) {
            const QString tool = QStandardPaths::findExecutable(name);
            QVERIFY2(!tool.isEmpty(), name);
            QDir().mkpath(at("bin"));
            QVERIFY(QFile::link(tool, at("bin/") + name));
        }
        QVERIFY(QDir().mkpath(root()));
        QVERIFY(QFile::copy(REALUID_SOURCE_DIR "/realuid", root() + "/realuid"));
        QFile os(at("os-release"));
        QVERIFY(os.open(QIODevice::WriteOnly));
        os.write(osRelease.toUtf8());
        stub("dpkg-query", "echo 'g++ installed'");
        stub("id", "echo 0");
        stub("update-alternatives", ":");
        stub("apt-get", noteCall);
        stub("cmake", noteCall + "\n: >\"" + root() + "/build/build.ninja\"");
        stub("ninja", "echo 'ninja: no work to do.'");
        stub("ctest", noteCall + "\nexit 8");
        writeScript(root() + "/build/bin/realuid", "printf '%s\\n' \"$@\" \"$$\"\nexit 7");
        writeScript(root() + "/build/bin/realuid-studio", "printf 'studio\\n'; printf '%s\\n' \"$@\"");
    }

    void stub(const QString& name, const QString& body) { writeScript(at("bin/") + name, body); }
    void isBuilt() { QVERIFY(QFile(root() + "/build/build.ninja").open(QIODevice::WriteOnly)); }
    void hasEverything() { stub("dpkg-query", "shift 2; for package; do echo \"$package installed\"; done"); }
    QString root() const { return at("a project"); }
    QString at(const QString& name) const { return m_folder.filePath(name); }

    QString calls() const
    {
        QFile log(at("calls"));
        return log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll()) : QString();
    }

    Result call(const QStringList& arguments, const QStringList& environment = {}) const
    {
        QProcess process;
        process.setProcessEnvironment({});
        process.setEnvironment(QStringList{"PATH=" + at("bin"), "HOME=" + at("."), "REALUID_OS_RELEASE=" + at("os-release"),
                                           "CALLS=" + at("calls")} + environment);
        process.setWorkingDirectory(QDir::tempPath());
        process.start(at("bin/sh"), QStringList{root() + "/realuid"} + arguments);
        Result result;
        result.pid = process.processId();
        if (process.waitForFinished(20000) && process.exitStatus() == QProcess::NormalExit)
            result.exitCode = process.exitCode();
        result.out = QString::fromUtf8(process.readAllStandardOutput());
        result.err = QString::fromUtf8(process.readAllStandardError());
        return result;
    }

private:
    const QString noteCall = "echo \"${0##*/} $*\" >>\"$CALLS\"";
    QTemporaryDir m_folder;
};

} // namespace

/// The script `realuid` at the root of the repository, as cli.md describes it.
class TstLauncher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isPlainShell()
    {
        const QString dash = QStandardPaths::findExecutable("dash");
        QCOMPARE(QProcess::execute(dash.isEmpty() ? "sh" : dash, {"-n", REALUID_SOURCE_DIR "/realuid"}), 0);
        QVERIFY(QFileInfo(REALUID_SOURCE_DIR "/realuid").isExecutable());
        QVERIFY(QFileInfo(REALUID_SOURCE_DIR "/.ci/run").isExecutable());
    }

    void noInstallListsWhatIsMissing_data()
    {
        QTest::addColumn<QString>("osRelease");
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("notHere");
        QTest::newRow("Debian 12") << "ID=debian\nVERSION_ID=\"12\"\n" << "libtorch-dev" << "python3-venv";
        QTest::newRow("Debian 13") << "ID=debian\nVERSION_ID=\"13\"\n" << "qt6-svg-plugins" << "python3-venv";
        QTest::newRow("Ubuntu 24.04") << "ID=ubuntu\nID_LIKE=debian\nVERSION_ID=\"24.04\"\n" << "python3-venv" << "libtorch-dev";
    }

    void noInstallListsWhatIsMissing()
    {
        QFETCH(QString, osRelease);
        QFETCH(QString, engine);
        QFETCH(QString, notHere);
        const Machine machine(osRelease);
        for (const QStringList& line : {QStringList{"--no-install", "build"}, QStringList{"run", "--no-install"}}) {
            const Result result = machine.call(line);
            QCOMPARE(result.exitCode, 1);
            QCOMPARE(result.out, "");
            for (const QString& package : {QString("cmake"), QString("libqcustomplot-dev"), engine})
                QVERIFY2(result.err.contains("  " + package + " "), qPrintable(package + "\n" + result.err));
            QVERIFY(!result.err.contains("  " + notHere + " "));
            QVERIFY(!result.err.contains("  g++ "));
            QCOMPARE(machine.calls(), "");
        }
    }

    void whoMayNotInstallIsToldWhatToType()
    {
        Machine machine;
        machine.stub("id", "echo 1000");
        const Result result = machine.call({"build"});
        QCOMPARE(result.exitCode, 1);
        QVERIFY(result.err.contains("apt-get install -y --no-install-recommends cmake ninja-build"));
        QCOMPARE(machine.calls(), "");
    }

    void installsAsRootOrThroughSudo_data()
    {
        QTest::addColumn<QString>("user");
        QTest::newRow("root") << "0";
        QTest::newRow("a user") << "1000";
    }

    void installsAsRootOrThroughSudo()
    {
        QFETCH(QString, user);
        Machine machine;
        machine.stub("id", "echo " + user);
        machine.stub("sudo", "echo \"sudo $*\" >>\"$CALLS\"; exec \"$@\"");
        QCOMPARE(machine.call({"build"}).exitCode, 0);
        QVERIFY(machine.calls().contains("apt-get install -y --no-install-recommends cmake ninja-build"));
        QVERIFY(machine.calls().contains("cmake -S " + machine.root() + " --preset release\n"));
        QCOMPARE(machine.calls().contains("sudo "), user != "0");
    }

    void doesNothingTwice()
    {
        Machine machine;
        machine.hasEverything();
        QCOMPARE(machine.call({"build"}).exitCode, 0);
        QCOMPARE(machine.calls().count("cmake"), 1);
        QCOMPARE(machine.call({"build"}).exitCode, 0);
        QCOMPARE(machine.calls().count("cmake"), 1);
        QVERIFY(!machine.calls().contains("apt-get"));
    }

    void anUnknownDistributionIsToldAndGoesOn()
    {
        const Machine machine("ID=plan9\n");
        const Result result = machine.call({"build"});
        QCOMPARE(result.exitCode, 0);
        QVERIFY(result.err.contains("libqcustomplot-dev"));
        QVERIFY(machine.calls().startsWith("cmake "));
    }

    void verbsReachTheProgramAsTheyWereTyped()
    {
        Machine machine;
        machine.hasEverything();
        machine.isBuilt();
        const Result result = machine.call({"field", "--out", "two words", "", "--no-install"});
        QCOMPARE(result.exitCode, 7);
        // The last line is the process itself: signals reach the program, not a shell before it.
        const QStringList lines = {"field", "--out", "two words", "", "--no-install", QString::number(result.pid), ""};
        QCOMPARE(result.out.split('\n'), lines);
        QCOMPARE(result.err, "");
    }

    void runStartsTheStudioOrWithNoDisplayTheDemo()
    {
        Machine machine;
        machine.hasEverything();
        machine.isBuilt();
        QCOMPARE(machine.call({"run", "a scene.json"}, {"DISPLAY=:9"}).out, "studio\na scene.json\n");
        QCOMPARE(machine.call({"run"}, {"WAYLAND_DISPLAY=wayland-0"}).out, "studio\n\n");
        QCOMPARE(machine.call({"run", "--list", "scenes"}).out, "studio\n--list\nscenes\n");
        const Result demo = machine.call({"run"});
        QVERIFY(demo.err.contains("no display"));
        QVERIFY(demo.out.startsWith("demo\n--out\nrealuid-demo\n--overwrite\n"));
    }

    void testEndsAsCtestDoes()
    {
        Machine machine;
        machine.hasEverything();
        machine.isBuilt();
        QCOMPARE(machine.call({"test", "-L", "unit"}).exitCode, 8);
        QVERIFY(machine.calls().startsWith("ctest --test-dir " + machine.root() + "/build --output-on-failure -j"));
        QVERIFY(machine.calls().endsWith(" -L unit\n"));
    }

    void aFailedBuildStopsTheVerb()
    {
        Machine machine;
        machine.hasEverything();
        machine.isBuilt();
        machine.stub("ninja", "echo FAILED; exit 1");
        const Result result = machine.call({"params"});
        QCOMPARE(result.exitCode, 1);
        QCOMPARE(result.out, "");
        QVERIFY(result.err.contains("the build failed"));
    }

    void continuousIntegrationCallsTest()
    {
        const QTemporaryDir folder;
        writeScript(folder.filePath("realuid"), "echo \"$*\"; pwd; exit 3");
        QVERIFY(QDir().mkpath(folder.filePath(".ci")));
        QVERIFY(QFile::copy(REALUID_SOURCE_DIR "/.ci/run", folder.filePath(".ci/run")));
        QProcess process;
        process.start(folder.filePath(".ci/run"), QStringList());
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 3);
        QVERIFY(process.readAllStandardOutput().startsWith("test\n"));
    }
};

QTEST_GUILESS_MAIN(TstLauncher)
#include "tst_launcher.moc"
