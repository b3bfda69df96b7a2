// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/error.h"
#include "core/engine/batch_ahead.h"
#include "core/engine/checkpoint.h"
#include "core/engine/preflight.h"
#include "core/engine/run_start.h"
#include "core/io/atomic_file.h"
#include "core/io/run_recorder.h"

#include <ATen/ATen.h>
#include <QtTest>

#include <set>

using namespace realuid;
using namespace realuid::engine;
namespace fs = std::filesystem;

namespace
{

/// The smallest network, on the built-in pictures at side 8, with much to keep.
RunRequest smallRun(const fs::path& directory)
{
    RunRequest r;
    r.kind = RunKind::Teacher;
    r.data = "shapes";
    r.directory = directory.string();
    TrainingParameters& t = r.training;
    t.side = 8;
    t.steps = 8;
    t.batch = 8;
    t.lr = 1e-3;
    t.warmup = 2;
    t.width = 32;
    t.multipliers = {1, 2};
    t.blocks = 1;
    t.headChannels = 32;
    t.samples = 2;
    t.emaDecays = {0.5, 0.9};
    t.threads = 1;
    t.device = "cpu";
    t.saveEvery = 2;
    t.keep = 1;
    t.milestoneEvery = 4;
    t.trackEvery = 4;
    t.trackSamples = 8;
    return r;
}

/// Remembers what was measured.
struct Measured : Observer {
    std::vector<TrackRecord> records;
    void tracked(const TrackRecord& record) override { records.push_back(record); }
};

/// Up to `step`, as whoever drives a run does it: files written, a checkpoint at the end.
std::vector<TrackRecord> advance(Training& training, const std::string& directory, std::int64_t step)
{
    RunRecorder recorder(RunFolder(directory), training.step());
    Measured measured;
    Observers all({&recorder, &measured});
    while (training.step() < step)
        all.updated(training.advance(all));
    training.save(all);
    return measured.records;
}

std::set<std::string> names(const fs::path& folder)
{
    std::set<std::string> out;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        out.insert(entry.path().filename().string());
    return out;
}
} // namespace

/// What of a run stays on the disk, what it would take, and batches made ahead.
class TestKeeping : public QObject
{
    Q_OBJECT

    QTemporaryDir m_temporary;
    fs::path path(const std::string& name) const { return fs::path(m_temporary.path().toStdString()) / name; }

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_CACHE_HOME", QByteArray::fromStdString(path("cache").string())); }

    /// The newest, the milestones and each average's best; the same files after a stop in between.
    void theSameAfterAStop()
    {
        Observer nobody;
        const RunRequest whole = smallRun(path("whole")), parted = smallRun(path("parted"));
        const std::vector<TrackRecord> measured = advance(*startRun(whole, nobody), whole.directory, 8);
        QCOMPARE(names(path("whole") / "checkpoints"),
                 (std::set<std::string>{"best-ema0.5.pt", "best-ema0.9.pt", "latest.json", "step-000004.pt", "step-000008.pt"}));
        QCOMPARE(measured.size(), std::size_t{4}); // two averages, twice

        advance(*startRun(parted, nobody), parted.directory, 5);
        advance(*resumeRun(parted.directory, {}, nobody), parted.directory, 8);
        QCOMPARE(names(path("parted") / "checkpoints"), names(path("whole") / "checkpoints"));
        for (const std::string& name : names(path("whole") / "checkpoints"))
            QVERIFY2(readFile(path("whole") / "checkpoints" / name) == readFile(path("parted") / "checkpoints" / name), name.c_str());
        QCOMPARE(readFile(RunFolder(parted.directory).evaluations()), readFile(RunFolder(whole.directory).evaluations()));
    }

    /// best-ema0.5.pt holds that average as it was when it was nearest, and is what its name says when no state is named.
    void theBestIsTheNearest()
    {
        double least = 1e300;
        std::int64_t step = 0;
        std::istringstream lines(readFile(RunFolder(path("whole")).evaluations()));
        for (std::string line; std::getline(lines, line);) {
            const Json json = parseJson(line, "evaluations.jsonl");
            if (json["ema"] != "0.5")
                continue;
            QCOMPARE(json["best"].get<bool>(), json["proxy_fid"].get<double>() < least);
            if (json["best"].get<bool>())
                least = json["proxy_fid"], step = json["step"];
        }
        const CheckpointReader best(RunFolder(path("whole")).bestCheckpoint("ema0.5"));
        QCOMPARE(best.step().value_or(0), step);
        QCOMPARE(best.defaultState(), std::string("0.5"));
        QCOMPARE(best.studio()->find("proxy_fid")->number().value_or(0), least);
        QCOMPARE(best.emas(), std::vector<std::string>{"0.5"});
        QCOMPARE(best.kind(), CheckpointKind::Teacher);
    }

    /// A budget below two checkpoints leaves the newest, and says when even that is too much.
    void aBudgetLeavesTheNewest()
    {
        struct Notes : Observer {
            int many = 0;
            void noted(const Text&) override { ++many; }
        } notes;
        RunRequest r = smallRun(path("budget"));
        r.training.diskBudget = 1e-6;
        r.training.trackEvery = 0;
        const auto training = startRun(r, notes);
        notes.many = 0;
        for (int i = 0; i < 9; ++i)
            training->advance(notes);
        QCOMPARE(names(path("budget") / "checkpoints"), (std::set<std::string>{"latest.json", "step-000008.pt"}));
        QCOMPARE(notes.many, 1);
    }

    /// Nothing on the disk, sensible numbers, the same refusals as a start.
    void preflight()
    {
        Observer nobody;
        RunRequest r = smallRun(path("never"));
        const Preflight told = preflightOf(r, nobody, {});
        QVERIFY(!fs::exists(r.directory));
        QCOMPARE(told.networks.size(), std::size_t{1});
        const CheckpointReader made(RunFolder(path("whole")).checkpoint(8));
        QCOMPARE(told.networks[0].parameters, made.read("net_model").parameterCount());
        const auto bytes = static_cast<double>(fs::file_size(made.file()));
        QVERIFY2(std::abs(static_cast<double>(told.checkpoint) / bytes - 1) < 0.1, qPrintable(QString::number(bytes)));
        QVERIFY(told.disk > 3 * told.checkpoint && told.diskFree > 0 && told.memory > 0);
        QCOMPARE(told.timedUpdates, 3);
        QVERIFY(told.secondsPerUpdate > 0 && told.hours * 3600 > 0.99 * 8 * told.secondsPerUpdate);
        r.training.batch = 0;
        QVERIFY_EXCEPTION_THROWN(preflightOf(r, nobody, {}), Error);
    }

    /// A batch is the same whether it was foreseen, asked for out of order, or made on the spot.
    void batchesAhead()
    {
        const CifarData data = CifarData::read("shapes", 8), own = data; // each keeps the order of an epoch for one thread
        BatchAhead ahead(own, 5, 3000, true);
        for (const std::int64_t step : {0, 1, 2, 5, 6, 4, 3, 3, 40}) {
            const ImageBatch got = ahead.take(step), expected = data.batch(5, step, 3000, true);
            QVERIFY(at::equal(got.images, expected.images) && at::equal(got.labels, expected.labels));
        }
    }
};

QTEST_GUILESS_MAIN(TestKeeping)
#include "tst_keeping.moc"
