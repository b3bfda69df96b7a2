// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/error.h"
#include "core/engine/run_start.h"
#include "core/engine/shapes_data.h"
#include "core/io/atomic_file.h"
#include "core/io/run_folder.h"

#include <QtTest>

namespace
{
using namespace realuid;
namespace fs = std::filesystem;

/// The smallest network that has every kind of layer, on a few drawn pictures.
RunRequest smallRun(const fs::path& folder, const std::string& name)
{
    RunRequest r;
    r.data = (folder / "data").string();
    r.directory = (folder / name).string();
    TrainingParameters& t = r.training;
    t.steps = 9;
    t.batch = 4;
    t.fakeSteps = 2;
    t.lr = 1e-3;
    t.warmup = 3;
    t.width = 32;
    t.multipliers = {1, 2};
    t.blocks = 1;
    t.headChannels = 32;
    t.samples = 4;
    t.emaDecays = {0.9, 0.999};
    t.threads = 2;
    t.device = "cpu";
    t.dropout = 0.1;
    t.discriminatorHead = true;
    return r;
}

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

private:
    RunRequest request(const std::string& name, bool distil) const;
    QTemporaryDir m_temporary;
    fs::path m_folder;
    std::string m_teacher;
};

void TestResume::initTestCase()
{
    m_folder = m_temporary.path().toStdString();
    engine::writeShapes(m_folder / "data", 16, 1);
    m_teacher = train(*begin(request("teacher", false)), 1);
}

RunRequest TestResume::request(const std::string& name, bool distil) const
{
    RunRequest r = smallRun(m_folder, name);
    r.kind = distil ? RunKind::Distil : RunKind::Teacher;
    r.teacher = distil ? m_teacher : "";
    return r;
}

void TestResume::exact_data()
{
    QTest::addColumn<bool>("distil");
    QTest::addColumn<QString>("loss");
    QTest::addColumn<int>("k");
    QTest::newRow("teacher") << false << "realuid" << 4;
    QTest::newRow("realuid, before a generator update") << true << "realuid" << 5;
    QTest::newRow("realuid, amid fake updates") << true << "realuid" << 4;
    QTest::newRow("uid") << true << "uid" << 3;
    QTest::newRow("normalized") << true << "normalized" << 7;
    QTest::newRow("dmd with a discriminator and AdamW") << true << "dmd" << 5;
}

void TestResume::exact()
{
    QFETCH(bool, distil);
    QFETCH(QString, loss);
    QFETCH(int, k);
    const std::string tag = QTest::currentDataTag();
    RunRequest whole = request(tag + " whole", distil), parted = request(tag + " parted", distil);
    whole.loss.kind = parted.loss.kind = loss.toStdString();
    if (loss == "dmd")
        for (TrainingParameters* t : {&whole.training, &parted.training}) {
            t->ganGenerator = 0.1;
            t->ganCritic = 0.3;
            t->optimizer = "adamw";
        }
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
    const RunRequest r = request("refused " + what.toStdString(), false);
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
