// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/error.h"
#include "core/io/atomic_file.h"
#include "core/io/metrics.h"
#include "core/io/run_folder.h"
#include "core/io/run_json.h"
#include "core/io/run_log.h"

#include <QtTest>

using namespace realuid;

class TestRunFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExistingRunIsNeverTouched()
    {
        const RunFolder folder = RunFolder::create(path("run"));
        QVERIFY(std::filesystem::exists(folder.root() / "samples"));
        writeAtomically(path("run/run.json.part123"), false, "x"); // of a process that was killed before it wrote anything
        RunFolder::create(path("run"));
        writeAtomically(folder.runJson(), false, "x");
        QVERIFY_EXCEPTION_THROWN(RunFolder::create(path("run")), Error);
        writeAtomically(path("file"), false, "x");
        QVERIFY_EXCEPTION_THROWN(RunFolder::create(path("file")), Error);
        std::filesystem::create_directory(path("empty"));
        RunFolder::create(path("empty"));
    }

    /// Milestones stay whatever `newest` says; above the budget the oldest go, milestones last, and never the newest or the best.
    void keepsMilestonesWithinTheBudget()
    {
        const RunFolder folder = RunFolder::create(path("budget"));
        for (const int step : {10, 20, 30, 40, 50, 60, 70})
            writeAtomically(folder.checkpoint(step), false, std::string(100, 'x'));
        writeAtomically(folder.bestCheckpoint("ema0.999"), false, std::string(100, 'x'));
        const auto kept = [&] {
            std::string steps;
            for (const int step : {10, 20, 30, 40, 50, 60, 70})
                if (std::filesystem::exists(folder.checkpoint(step)))
                    steps += std::to_string(step) + " ";
            return steps;
        };
        QCOMPARE(folder.prune({.newest = 3, .milestoneEvery = 20}, 70), 0.0);
        QCOMPARE(kept(), std::string("20 40 50 60 70 "));
        QCOMPARE(folder.prune({.newest = 3, .milestoneEvery = 20, .budget = 450}, 70), 0.0);
        QCOMPARE(kept(), std::string("40 60 70 "));
        QCOMPARE(folder.prune({.newest = 3, .milestoneEvery = 20, .budget = 50}, 70), 150.0);
        QCOMPARE(kept(), std::string("70 "));
        QVERIFY(std::filesystem::exists(folder.bestCheckpoint("ema0.999")));
    }

    void keepsTheNewestCheckpoints()
    {
        const RunFolder folder = RunFolder::create(path("prune"));
        for (const int step : {5, 20, 1000000, 3})
            writeAtomically(folder.checkpoint(step), false, "x");
        folder.prune({.newest = 1}, 5);
        QVERIFY(std::filesystem::exists(folder.checkpoint(5)));
        QVERIFY(std::filesystem::exists(folder.checkpoint(20)));
        QVERIFY(!std::filesystem::exists(folder.checkpoint(3)));
        folder.prune({.newest = 2}, 1000000);
        QVERIFY(std::filesystem::exists(folder.checkpoint(1000000)));
        QVERIFY(std::filesystem::exists(folder.checkpoint(20)));
        QVERIFY(!std::filesystem::exists(folder.checkpoint(5)));
        QCOMPARE(folder.latestCheckpoint(), folder.checkpoint(1000000));
        folder.setLatest(20);
        QCOMPARE(folder.latestCheckpoint(), folder.checkpoint(20));
        folder.setLatest(5);
        QVERIFY_EXCEPTION_THROWN(folder.latestCheckpoint(), Error);
    }

    void leftoversOfAKilledProcess()
    {
        const RunFolder folder = RunFolder::create(path("leftovers"));
        QVERIFY(!folder.hasCheckpoint());
        QVERIFY_EXCEPTION_THROWN(folder.latestCheckpoint(), Error);
        writeAtomically(folder.checkpoint(5), false, "x");
        QVERIFY(folder.hasCheckpoint());
        for (const char* name : {"run.json.part12", "samples/step-000005-gen.png.part7", "checkpoints/step-000010.pt.part7", "notes.party"})
            writeAtomically(folder.root() / name, false, "x");
        folder.removeLeftovers();
        QVERIFY(!std::filesystem::exists(folder.root() / "run.json.part12"));
        QVERIFY(!std::filesystem::exists(folder.root() / "samples/step-000005-gen.png.part7"));
        QVERIFY(!std::filesystem::exists(folder.root() / "checkpoints/step-000010.pt.part7"));
        QVERIFY(std::filesystem::exists(folder.root() / "notes.party"));
        QVERIFY(std::filesystem::exists(folder.checkpoint(5)));
    }

    void metricsAreCutOnResume()
    {
        const RunFolder folder = RunFolder::create(path("metrics"));
        {
            MetricsWriter writer(folder, 0);
            writer.changed({{"lr", "0.1", "0.2"}}, 3);
            for (int step = 1; step <= 10; ++step)
                writer.updated({step, step % 6 == 0 ? Player::Generator : Player::Fake, 0.1 * step, 1.5, 1e-5, 100});
            writer.updated({11, Player::Fake, std::numeric_limits<double>::infinity(), 1, 0, 0});
        }
        std::vector<UpdateRecord> records = readMetrics(folder.metrics());
        QCOMPARE(records.size(), std::size_t{11});
        QCOMPARE(records[5].player, Player::Generator);
        QCOMPARE(records[2].loss, 0.1 * 3);
        QVERIFY(std::isinf(records[10].loss));
        std::FILE* torn = std::fopen(folder.metrics().c_str(), "ab");
        std::fputs("{\"step\": 12, \"ki", torn);
        std::fclose(torn);
        QCOMPARE(readMetrics(folder.metrics()).size(), std::size_t{11});
        {
            MetricsWriter writer(folder, 6);
            writer.updated({7, Player::Fake, 7, 1, 0, 0});
        }
        records = readMetrics(folder.metrics());
        QCOMPARE(records.size(), std::size_t{7});
        QCOMPARE(records.back().loss, 7.0);
    }

    void theLogTellsWhatHappened()
    {
        const RunFolder folder = RunFolder::create(path("log"));
        RunLog(folder, 0).changed({{"lr", "0.1", "0.2"}, {"alpha", "1", "0.9"}}, 5);
        std::FILE* torn = std::fopen(folder.log().c_str(), "ab");
        std::fputs("2026-", torn);
        std::fclose(torn);
        RunLog(folder, 5).finished({Outcome::Kind::Stopped, 7, {}, ErrorKind::Stopped});
        RunLog(folder, 7).finished({Outcome::Kind::Diverged, 9, "the loss is not finite", ErrorKind::Diverged});
        const QStringList lines = QString::fromStdString(readFile(folder.log())).split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 7);
        QVERIFY(lines[0].endsWith("Z  started"));
        QVERIFY(lines[1].endsWith("changed after step 5: lr from 0.1 to 0.2, alpha from 1 to 0.9"));
        QVERIFY(lines[3].endsWith("went on from step 5"));
        QVERIFY(lines[4].endsWith("stopped at step 7"));
        QVERIFY(lines[5].endsWith("went on from step 7"));
        QVERIFY(lines[6].endsWith("diverged at step 9: the loss is not finite"));
    }

    void requestsSurvive()
    {
        RunRequest request;
        request.teacher = "/somewhere/teacher.pt:0.999";
        request.data = "/somewhere/data";
        request.initFake = "teacher";
        request.loss = {"general", 0.9, 0.8, 0.7, "beta"};
        request.training.emaDecays = {0.9};
        request.training.device = "cpu";
        request.training.lr = 1.0 / 3;
        const RunRequest back = runRequestFromJson(parseJson(runJson(request, {}).dump(), "x"), "x");
        QVERIFY(back.loss == request.loss);
        QVERIFY(back.training == request.training);
        QCOMPARE(back.teacher, request.teacher);
        QCOMPARE(back.initFake, request.initFake);
    }

    void badRunFilesAreListed()
    {
        try {
            runRequestFromJson(parseJson(R"({"kind": "dance", "parameters": {"alpha": "x", "betta": 1}})", "run.json"), "run.json");
            QFAIL("accepted");
        } catch (const Error& error) {
            QCOMPARE(error.faults().size(), std::size_t{4});
            QCOMPARE(error.kind(), ErrorKind::File);
        }
        Loss loss;
        TrainingParameters training;
        std::vector<Fault> faults;
        readParameters(parseJson(R"({"alpha": 0.5, "fake_steps": 3})", "x"), loss, training, faults);
        QVERIFY(faults.empty());
        QCOMPARE(loss.alpha, 0.5);
        QCOMPARE(training.fakeSteps, 3);
    }

private:
    std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(TestRunFolder)
#include "tst_run_folder.moc"
