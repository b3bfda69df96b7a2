// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/checkpoint.h"
#include "core/engine/pickle_reader.h"
#include "core/engine/shapes_data.h"
#include "core/io/json.h"

#include <ATen/ATen.h>
#include <QtTest>

#include <fstream>

using namespace realuid;
using namespace realuid::engine;
namespace fs = std::filesystem;

/// Several processes make one run together. Skipped where there is no mpirun or the engine was built without MPI.
class TestMpirun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void sameRun_data();
    void sameRun();
    void exactResumption();
    void toldOnce_data();
    void toldOnce();
    void helpOnce();
    void stopped();
    void diverged();
    void oneFails();
    void damagedMetrics();

private:
    QStringList distil(const QString& run) const;
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
};

namespace
{
const QString kProgram = QStringLiteral(REALUID_BINARY_DIR "/bin/realuid");
const QStringList kSmall{"--batch", "6", "--width", "32", "--multipliers", "1,2", "--blocks", "1", "--head-channels", "32", "--attention", "16",
                         "--samples", "2", "--ema-decays", "0.9", "--threads", "1", "--device", "cpu", "--quiet", "--json"};

struct Ran {
    int code = -1;
    QByteArray out, said;
    Json json() const { return Json::parse(out.toStdString()); }
};

void start(QProcess& process, int processes, const QStringList& arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("OMPI_ALLOW_RUN_AS_ROOT", "1");
    environment.insert("OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "1");
    environment.insert("OMPI_MCA_rmaps_base_oversubscribe", "1");
    environment.insert("OMPI_MCA_hwloc_base_binding_policy", "none");
    process.setProcessEnvironment(environment);
    if (processes == 1)
        process.start(kProgram, arguments);
    else
        process.start("mpirun", QStringList{"-n", QString::number(processes), kProgram} + arguments);
}

Ran ended(QProcess& process)
{
    if (!process.waitForFinished(90000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Ran run(int processes, const QStringList& arguments)
{
    QProcess process;
    start(process, processes, arguments);
    return ended(process);
}

Tensor allOf(const StateDict& state)
{
    std::vector<Tensor> all;
    for (const auto& [name, shape] : state.shapes())
        all.push_back(state.find(name)->flatten());
    return at::cat(all);
}

double difference(const Tensor& a, const Tensor& b) { return ((a - b).norm() / b.norm()).item<double>(); }

QByteArray content(const QString& file)
{
    QFile f(file);
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
}
} // namespace

void TestMpirun::initTestCase()
{
    QProcess there;
    there.start("mpirun", {"--version"});
    if (!there.waitForFinished(10000))
        QSKIP("there is no mpirun");
    writeShapes(path("set").toStdString(), 64, 1);
    const QStringList teacher = QStringList{"teacher", "--data", path("set"), "--run", path("teacher"), "--steps", "2", "--warmup", "1", "--discriminator-head", "true"} + kSmall;
    const Ran trained = run(2, teacher);
    if (trained.said.contains("built without MPI"))
        QSKIP("the engine was built without MPI");
    QVERIFY2(trained.code == 0, trained.said.constData());
}

QStringList TestMpirun::distil(const QString& run) const
{
    return QStringList{"distil", "--teacher", path("teacher/checkpoints/step-000002.pt"), "--data", path("set"), "--run", path(run), "--steps", "8", "--fake-steps", "3",
                       "--warmup", "1", "--lr", "1e-4"} + kSmall;
}

void TestMpirun::sameRun_data()
{
    QTest::addColumn<int>("processes");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("two") << 2 << QStringList{};
    QTest::newRow("three, in passes of one") << 3 << QStringList{"--micro-batch", "1"};
    QTest::newRow("two, with a discriminator") << 2 << QStringList{"--gan-generator", "0.1", "--gan-critic", "0.3"};
    QTest::newRow("two teachers") << 2 << QStringList{"teacher"};
}

/// The run of several is that of one, but for the order of sums; and all of them hold the same weights, or the averages of the first
/// would drift from what the others' gradients are taken at.
void TestMpirun::sameRun()
{
    QFETCH(int, processes);
    QFETCH(QStringList, options);
    const QString tag = QTest::currentDataTag();
    const bool teacher = options.contains("teacher");
    const auto command = [&](const QString& name) {
        return teacher ? QStringList{"teacher", "--data", path("set"), "--run", path(name), "--steps", "6", "--warmup", "1", "--dropout", "0.2"} + kSmall
                       : distil(name) + options;
    };
    const Ran alone = run(1, command(tag + " alone")), together = run(processes, command(tag + " together"));
    QVERIFY2(alone.code == 0 && together.code == 0, together.said.constData());
    QCOMPARE(together.json()["step"], alone.json()["step"]);
    const Json about = readJson(path(tag + " together/run.json").toStdString());
    QCOMPARE(about["engine"]["processes"], processes);
    const std::string file = teacher ? "/checkpoints/step-000006.pt" : "/checkpoints/step-000008.pt";
    const CheckpointReader a(path(tag + " together").toStdString() + file), b(path(tag + " alone").toStdString() + file);
    for (const std::string& state : b.states()) {
        const double off = difference(allOf(a.read(state)), allOf(b.read(state)));
        QVERIFY2(off < 1e-4, qPrintable(QString::number(off)));
    }
    const auto lines = [&](const char* of) { return content(path(tag + of) + "/metrics.jsonl").count('\n'); };
    QCOMPARE(lines(" together"), lines(" alone"));
}

void TestMpirun::exactResumption()
{
    QCOMPARE(run(2, distil("whole")).code, 0);
    QStringList half = distil("parted");
    half[half.indexOf("--steps") + 1] = "5";
    QCOMPARE(run(2, half).code, 0);
    const Ran resumed = run(2, {"resume", "--run", path("parted"), "--steps", "8", "--quiet", "--json"});
    QVERIFY2(resumed.code == 0, resumed.said.constData());
    const auto weights = [&](const char* name) { return CheckpointReader(path(name).toStdString() + "/checkpoints/step-000008.pt"); };
    for (const char* state : {"gen", "u", "0.9"})
        QVERIFY(at::equal(allOf(weights("whole").read(state)), allOf(weights("parted").read(state))));
}

void TestMpirun::toldOnce_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("a batch that cannot be shared") << QStringList{"--batch", "5"} << QByteArray("must be a multiple of the 2 processes");
    QTest::newRow("no data") << QStringList{"--data", "/nowhere"} << QByteArray("/nowhere");
    QTest::newRow("another verb") << QStringList{"params"} << QByteArray("work for one process");
    QTest::newRow("no verb") << QStringList{"distill"} << QByteArray("unknown verb");
}

void TestMpirun::toldOnce()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    QStringList command = arguments;
    if (arguments.size() == 2) {
        command = distil("refused");
        command[command.indexOf(arguments[0]) + 1] = arguments[1];
    }
    const Ran refused = run(2, command);
    QVERIFY(refused.code == 2 || refused.code == 3);
    QVERIFY2(refused.said.count(says) == 1, refused.said.constData());
    QVERIFY(!fs::exists(path("refused").toStdString()));
}

void TestMpirun::helpOnce()
{
    const Ran helped = run(2, {"--help"});
    QCOMPARE(helped.code, 0);
    QCOMPARE(helped.out.count("Usage:"), 1);
}

/// mpirun passes SIGUSR1 on.
void TestMpirun::stopped()
{
    QStringList command = distil("stopped");
    command[command.indexOf("--steps") + 1] = "100000";
    QProcess process;
    start(process, 2, command);
    QTRY_VERIFY_WITH_TIMEOUT(content(path("stopped/metrics.jsonl")).count('\n') > 3, 60000);
    QProcess::execute("kill", {"-USR1", QString::number(process.processId())});
    const Ran ran = ended(process);
    QVERIFY2(ran.code == 5, ran.said.constData());
    QCOMPARE(ran.json()["outcome"], "stopped");
    QVERIFY(QFile::exists(QString::fromStdString(ran.json()["checkpoint"].get<std::string>())));
    const Ran resumed = run(2, {"resume", "--run", path("stopped"), "--steps", QString::number(ran.json()["step"].get<int>() + 2), "--quiet", "--json"});
    QVERIFY2(resumed.code == 0, resumed.said.constData());
}

/// Both processes stop, and the first keeps the batch of all.
void TestMpirun::diverged()
{
    StateDict weights = CheckpointReader(path("teacher/checkpoints/step-000002.pt").toStdString()).read("net_model");
    writeWeights(path("good.pt").toStdString(), weights, false);
    weights.entries.front().second.fill_(3e38); // what follows from it is not finite
    writeWeights(path("bad.pt").toStdString(), weights, false);
    QStringList command = distil("diverged");
    command[command.indexOf("--teacher") + 1] = path("bad.pt");
    command += {"--init-generator", path("good.pt"), "--init-fake", path("good.pt"), "--micro-batch", "2"};
    const Ran ran = run(2, command);
    QVERIFY2(ran.code == 4, ran.said.constData());
    QCOMPARE(ran.json()["outcome"], "diverged");
    const PickleValue kept = readTorchFile(std::make_shared<TensorArchive>(path("diverged/diverged-step-000004.pt").toStdString()));
    for (const char* name : {"z", "x0", "real", "teacher_on_generated"})
        QCOMPARE(kept.dict()->find(name)->tensor()->read().size(0), 6);
}

/// Where the first process fails alone, the other does not wait for ever.
void TestMpirun::oneFails()
{
    QStringList command = distil("failed");
    command[command.indexOf("--steps") + 1] = "100000";
    command += {"--save-every", "5"};
    QProcess process;
    start(process, 2, command);
    QTRY_VERIFY_WITH_TIMEOUT(content(path("failed/metrics.jsonl")).count('\n') > 2, 60000);
    const std::string folder = path("failed").toStdString();
    fs::rename(folder, folder + " moved");
    std::ofstream(folder) << "no folder";
    const Ran ran = ended(process);
    QVERIFY2(ran.code > 0, ran.said.constData());
}

/// Only the first process reads metrics.jsonl.
void TestMpirun::damagedMetrics()
{
    QStringList command = distil("damaged");
    command[command.indexOf("--steps") + 1] = "4";
    QCOMPARE(run(2, command).code, 0);
    std::ofstream(path("damaged/metrics.jsonl").toStdString(), std::ios::app) << "no metrics\n";
    const Ran ran = run(2, {"resume", "--run", path("damaged"), "--steps", "6", "--quiet", "--json"});
    QVERIFY2(ran.code > 0, ran.said.constData());
    QVERIFY2(ran.said.contains("metrics.jsonl"), ran.said.constData());
}

QTEST_GUILESS_MAIN(TestMpirun)
#include "tst_mpirun.moc"
