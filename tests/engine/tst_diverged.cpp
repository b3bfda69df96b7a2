// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/error.h"
#include "core/engine/checkpoint.h"
#include "core/engine/inspect_file.h"
#include "core/engine/run_start.h"
#include "core/engine/shapes_data.h"
#include "core/engine/tensor_archive.h"
#include "core/io/atomic_file.h"
#include "core/io/run_folder.h"

#include <ATen/ATen.h>
#include <QtTest>

#include <limits>

using namespace realuid;
using namespace realuid::engine;
namespace fs = std::filesystem;

/// A loss that is not finite ends a run before weights change; the batch is kept, and only good states are saved.
class TestDiverged : public QObject
{
    Q_OBJECT

    QTemporaryDir m_temporary;
    fs::path path(const std::string& name) const { return fs::path(m_temporary.path().toStdString()) / name; }

    RunRequest request(const std::string& run, bool distil) const
    {
        RunRequest r;
        r.kind = distil ? RunKind::Distil : RunKind::Teacher;
        r.data = path("data").string();
        r.directory = path(run).string();
        r.training.steps = 9;
        r.training.batch = 4;
        r.training.fakeSteps = 2;
        r.training.width = 32;
        r.training.multipliers = {1};
        r.training.blocks = 1;
        r.training.headChannels = 32;
        r.training.samples = 2;
        r.training.emaDecays = {0.9};
        r.training.threads = 1;
        r.training.device = "cpu";
        return r;
    }
    Error failure(Training& training) const
    {
        Observer nobody;
        try {
            while (training.step() < training.steps())
                training.advance(nobody);
        } catch (const Error& error) {
            return error;
        }
        return Error(ErrorKind::Other, {"did not diverge"});
    }

private Q_SLOTS:
    void initTestCase()
    {
        writeShapes(path("data"), 16, 1);
        Observer nobody;
        const auto teacher = startRun(request("teacher", false), nobody);
        StateDict weights = CheckpointReader(teacher->save(nobody)).read("net_model");
        writeWeights(path("good.pt"), weights, false);
        weights.entries.front().second.fill_(3e38); // finite, as files must be; what follows from it is not
        writeWeights(path("bad.pt"), weights, false);
    }

    /// The teacher is first asked in the generator's update, the third.
    void theBatchIsKept()
    {
        RunRequest r = request("run", true);
        r.teacher = path("bad.pt").string();
        r.initGenerator = r.initFake = path("good.pt").string();
        Observer nobody;
        const auto training = startRun(r, nobody);
        const Error error = failure(*training);
        QCOMPARE(error.kind(), ErrorKind::Diverged);
        QVERIFY2(QString::fromUtf8(error.what()).contains("teacher_on_generated"), error.what());
        QVERIFY2(QString::fromUtf8(error.what()).contains("generator update 3"), error.what());
        QCOMPARE(training->step(), 2);

        const fs::path file = RunFolder(r.directory).divergedBatch(3);
        QCOMPARE(error.where(), file.string());
        const PickleValue kept = readTorchFile(std::make_shared<TensorArchive>(file));
        QCOMPARE(kept.dict()->find("step")->integer().value_or(0), 3);
        QCOMPARE(*kept.dict()->find("player")->text(), std::string("generator"));
        for (const char* name : {"z", "x0", "real", "generated"}) {
            const Tensor values = kept.dict()->find(name)->tensor()->read();
            QCOMPARE(values.size(0), 4);
            QVERIFY(at::isfinite(values).all().item<bool>());
        }
        QVERIFY(!at::isfinite(kept.dict()->find("teacher_on_generated")->tensor()->read()).any().item<bool>());

        const CheckpointReader saved(training->save(nobody));
        QCOMPARE(saved.step().value_or(-1), 2);
        for (const std::string& state : saved.states())
            for (const auto& entry : saved.read(state).entries)
                QVERIFY(at::isfinite(entry.second).all().item<bool>());
    }

    /// The state whose next update fails would fail again at any rate: the run goes on from the checkpoint before it.
    void goesBackToAnEarlierState()
    {
        RunRequest r = request("back", true);
        r.teacher = path("bad.pt").string();
        r.initGenerator = r.initFake = path("good.pt").string();
        r.training.saveEvery = 1;
        Observer nobody;
        auto training = startRun(r, nobody);
        QCOMPARE(failure(*training).kind(), ErrorKind::Diverged);
        const RunFolder folder(r.directory);
        QCOMPARE(folder.latestCheckpoint(), folder.checkpoint(2));
        QCOMPARE(training->save(nobody), folder.checkpoint(1).string());
        QCOMPARE(folder.latestCheckpoint(), folder.checkpoint(1));
        training.reset();
        const auto again = resumeRun(r.directory, {{"lr", "1e-6"}}, nobody);
        QCOMPARE(again->step(), 1);
        again->advance(nobody);
    }

    /// A folder that takes no file changes nothing of how the run ends.
    void aBatchThatCannotBeKept()
    {
        RunRequest r = request("unwritable", true);
        r.teacher = path("bad.pt").string();
        r.initGenerator = r.initFake = path("good.pt").string();
        Observer nobody;
        const auto training = startRun(r, nobody);
        fs::create_directory(RunFolder(r.directory).divergedBatch(3)); // a folder where the file would lie
        const Error error = failure(*training);
        QCOMPARE(error.kind(), ErrorKind::Diverged);
        QVERIFY2(QString::fromUtf8(error.what()).contains("teacher_on_generated"), error.what());
        QCOMPARE(CheckpointReader(training->save(nobody)).step().value_or(-1), 2);
    }

    /// Weights that are not finite are never saved over a good state.
    void badWeightsAreNotSaved()
    {
        RunRequest r = request("lost", true);
        r.teacher = r.initGenerator = r.initFake = path("good.pt").string();
        Observer nobody;
        auto training = startRun(r, nobody);
        training->advance(nobody);
        const fs::path file = training->save(nobody);
        training.reset();
        CheckpointContent content;
        {
            const CheckpointReader reader(file);
            content = {{{"gen", reader.read("gen")}, {"u", reader.read("u")}}, {{"0.9", reader.read("0.9")}},
                       {{"optim_gen", reader.optimiser("optim_gen")}, {"optim_u", reader.optimiser("optim_u")}}, reader.schedule(), 1, *reader.studio()};
        }
        content.networks[1].second.entries.front().second.fill_(std::numeric_limits<float>::quiet_NaN());
        writeCheckpoint(file, content, true);
        const std::string bytes = readFile(file);
        const auto resumed = resumeRun(r.directory, {}, nobody);
        QCOMPARE(failure(*resumed).kind(), ErrorKind::Diverged);
        QCOMPARE(resumed->save(nobody), file.string());
        QVERIFY(readFile(file) == bytes);
    }

    /// Nor do they begin a run.
    void damagedWeightsAreRefused()
    {
        StateDict weights = CheckpointReader(path("good.pt")).read("weights");
        weights.entries.back().second.fill_(std::numeric_limits<float>::infinity());
        writeWeights(path("infinite.pt"), weights, true);
        RunRequest r = request("refused", true);
        r.teacher = path("infinite.pt").string();
        Observer nobody;
        try {
            startRun(r, nobody);
            QFAIL("started");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::File);
            QVERIFY2(QString::fromUtf8(error.what()).contains(QString::fromStdString(weights.entries.back().first)), error.what());
            QVERIFY(!fs::exists(r.directory));
        }
        const Inspection seen = inspectTensorFile(path("infinite.pt"));
        QVERIFY(!seen.problems.empty() && seen.problems.front().english().find("not finite") != std::string::npos);
    }

    /// A run is written by one process.
    void oneWritesARun()
    {
        const RunRequest r = request("locked", false);
        Observer nobody;
        auto training = startRun(r, nobody);
        try {
            resumeRun(r.directory, {}, nobody);
            QFAIL("resumed");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::Usage);
            QCOMPARE(error.where(), r.directory);
        }
        training.reset();
        resumeRun(r.directory, {}, nobody);
    }
};

QTEST_GUILESS_MAIN(TestDiverged)
#include "tst_diverged.moc"
