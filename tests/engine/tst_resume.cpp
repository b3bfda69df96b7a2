// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/error.h"
#include "core/engine/shapes_data.h"
#include "core/io/atomic_file.h"
#include "core/io/run_folder.h"
#include "tests/engine/small_run.h"

#include <QtTest>

namespace
{
using namespace realuid;
namespace fs = std::filesystem;

std::unique_ptr<Training> begin(const RunRequest& r)
{
    Observer nobody;
    return engine::startRun(r, nobody);
}

/// Updates up to `step`, then a checkpoint; its path.
std::string train(Training& training, std::int64_t step)
{
    Observer nobody;
    while (training.step() < step)
        training.advance(nobody);
    return training.save(nobody);
}

bool sameBytes(const fs::path& a, const fs::path& b)
{
    return readFile(a, 1u << 30) == readFile(b, 1u << 30);
}
} // namespace

/// k updates, save, load, m updates are k + m updates, bit for bit: weights, averages, moments, everything in the file.
class TestResume : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void exact_data();
    void exact();
    void changedOnTheWay();
    void refusals_data();
    void refusals();
    void nothingWritten();

public:
    /// What a row's run has other than the usual one.
    using Change = std::function<void(RunRequest&, const TestResume&)>;

private:
    RunRequest request(const std::string& name, bool distil) const;
    QTemporaryDir m_temporary;
    fs::path m_folder;
    std::string m_teacher, m_conditional, m_bridge;
};

Q_DECLARE_METATYPE(TestResume::Change)

void TestResume::initTestCase()
{
    m_folder = m_temporary.path().toStdString();
    m_teacher = train(*begin(request("teacher", false)), 1);
    RunRequest conditional = request("conditional teacher", false);
    conditional.training.classes = 10;
    m_conditional = train(*begin(conditional), 1);
    RunRequest bridge = request("bridge teacher", false);
    onBridge(bridge, "low:4");
    m_bridge = train(*begin(bridge), 1);
}

RunRequest TestResume::request(const std::string& name, bool distil) const
{
    RunRequest r = smallRun(m_folder, name, 16);
    r.training.emaDecays = {0.9, 0.999};
    r.training.discriminatorHead = true;
    r.kind = distil ? RunKind::Distil : RunKind::Teacher;
    r.teacher = distil ? m_teacher : "";
    return r;
}

void TestResume::exact_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("k");
    const auto row = [](const char* name, int k, const Change& change) { QTest::newRow(name) << change << k; };
    const auto objective = [](const char* kind, const char* parametrisation = "standard") {
        return [=](RunRequest& r, const TestResume&) {
            r.loss.kind = kind;
            r.loss.parametrisation = parametrisation;
            r.loss.gamma = 0.7;
        };
    };
    const auto adversarial = [](RunRequest& r, const TestResume&) {
        r.loss.kind = "uid";
        r.training.ganGenerator = 0.1;
        r.training.ganCritic = 0.3;
    };
    row("teacher", 4, [](RunRequest& r, const TestResume&) { r.kind = RunKind::Teacher; });
    row("conditional teacher", 5, [](RunRequest& r, const TestResume&) {
        r.kind = RunKind::Teacher;
        r.training.classes = 10;
    });
    row("realuid, before a generator update", 5, objective("realuid"));
    row("realuid, amid fake updates", 4, objective("realuid"));
    row("uid", 3, objective("uid"));
    row("general", 5, objective("general"));
    row("general in beta", 4, objective("general", "beta"));
    row("sid", 5, objective("sid"));
    row("normalized", 7, objective("normalized"));
    row("dmd", 4, objective("dmd"));
    row("teacher targets", 5, [](RunRequest& r, const TestResume&) { r.loss.realTarget = "teacher"; });
    row("discriminator", 5, adversarial);
    row("discriminator and AdamW", 4, [=](RunRequest& r, const TestResume& t) {
        adversarial(r, t);
        r.training.optimizer = "adamw";
    });
    row("conditional", 5, [](RunRequest& r, const TestResume& t) { r.teacher = t.m_conditional; });
    row("teacher on a bridge", 5, [](RunRequest& r, const TestResume&) {
        r.kind = RunKind::Teacher;
        onBridge(r, "low:4");
    });
    row("distillation on a bridge", 5, [](RunRequest& r, const TestResume& t) {
        onBridge(r, "low:4");
        r.teacher = t.m_bridge;
        r.training.sourceNoise = 0.5;
    });
    row("fine-tuning", 5, [](RunRequest& r, const TestResume& t) {
        r.initGenerator = t.m_teacher + ":net_model";
        r.initFake = "teacher";
        r.training.warmup = 1;
    });
}

void TestResume::exact()
{
    QFETCH(Change, change);
    QFETCH(int, k);
    const std::string tag = QTest::currentDataTag();
    RunRequest whole = request(tag + " whole", true), parted = request(tag + " parted", true);
    change(whole, *this);
    change(parted, *this);
    const std::string expected = train(*begin(whole), 9);
    train(*begin(parted), k);
    Observer nobody;
    const auto resumed = engine::resumeRun(parted.directory, {}, nobody);
    QCOMPARE(resumed->step(), k);
    QCOMPARE(resumed->steps(), 9);
    const std::string got = train(*resumed, 9);
    QVERIFY(sameBytes(expected, got));
}

/// alpha, rate and an update out of turn survive a checkpoint.
void TestResume::changedOnTheWay()
{
    const auto begun = [&](const std::string& name) {
        const RunRequest r = request(name, true);
        auto training = begin(r);
        train(*training, 2);
        Loss loss = r.loss;
        loss.alpha = 0.9;
        TrainingParameters changed = r.training;
        changed.lr = 5e-4;
        changed.steps = 1; // not one of those that change
        training->change(loss, changed);
        Observer nobody;
        if (training->advanceAs(Player::Generator, nobody).player != Player::Generator)
            training.reset();
        return training;
    };
    const auto whole = begun("change whole");
    QVERIFY(whole);
    const std::string expected = train(*whole, 7);
    train(*begun("change parted"), 3);
    Observer nobody;
    const auto resumed = engine::resumeRun((m_folder / "change parted").string(), {}, nobody);
    QVERIFY(sameBytes(expected, train(*resumed, 7)));
}

void TestResume::refusals_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("kind");
    QTest::newRow("no run folder") << "absent" << static_cast<int>(ErrorKind::File);
    QTest::newRow("other data") << "data" << static_cast<int>(ErrorKind::File);
    QTest::newRow("truncated checkpoint") << "checkpoint" << static_cast<int>(ErrorKind::File);
}

void TestResume::refusals()
{
    QFETCH(QString, what);
    QFETCH(int, kind);
    RunRequest r = request("refused " + what.toStdString(), false);
    r.data = (m_folder / "data").string();
    r.training.side = 32;
    engine::writeShapes(r.data, 16, 1, true);
    fs::path checkpoint;
    if (what != "absent")
        checkpoint = train(*begin(r), 1);
    if (what == "checkpoint")
        fs::resize_file(checkpoint, fs::file_size(checkpoint) / 2);
    if (what == "data") {
        fs::rename(r.data, r.data + " kept");
        engine::writeShapes(r.data, 16, 2);
    }
    try {
        Observer nobody;
        engine::resumeRun(r.directory, {}, nobody);
        QFAIL("resumed");
    } catch (const Error& error) {
        QCOMPARE(static_cast<int>(error.kind()), kind);
    }
    if (what == "data") {
        fs::remove_all(r.data);
        fs::rename(r.data + " kept", r.data);
    }
}

/// All faults at once, and no folder.
void TestResume::nothingWritten()
{
    RunRequest r = request("never", true);
    r.loss.alpha = 0;
    r.training.batch = 0;
    r.teacher.clear();
    try {
        begin(r);
        QFAIL("started");
    } catch (const Error& error) {
        QCOMPARE(static_cast<int>(error.kind()), static_cast<int>(ErrorKind::Usage));
        QCOMPARE(error.faults().size(), 3u);
    }
    QVERIFY(!fs::exists(r.directory));
}

QTEST_GUILESS_MAIN(TestResume)
#include "tst_resume.moc"
