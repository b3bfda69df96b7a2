// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/runner.h"

#include <QtTest>

#include <thread>

using namespace realuid;

namespace
{

class CountingTraining : public Training
{
public:
    explicit CountingTraining(std::int64_t total) : m_steps(total) {}
    UpdateRecord advance(Observer& observer) override
    {
        return advanceAs(m_step % 6 == 5 ? Player::Generator : Player::Fake, observer);
    }
    UpdateRecord advanceAs(Player player, Observer&) override
    {
        if (m_step == divergeAt)
            throw Error(ErrorKind::Diverged, {"loss is not finite"});
        if (m_step == throwAt)
            throw std::runtime_error("surprise");
        std::this_thread::sleep_for(std::chrono::microseconds(200));
        return {++m_step, player, 1.0, 0.5, 1e-3, 0};
    }
    std::int64_t step() const override { return m_step; }
    std::int64_t steps() const override { return m_steps; }
    int batch() const override { return 8; }
    void sample(Observer&) override { ++samples; }
    std::string save(Observer& observer) override
    {
        ++saves;
        observer.saved("file", m_step);
        return "file";
    }
    void change(const Loss& loss, const TrainingParameters&) override { alpha = loss.alpha; }

    int samples = 0, saves = 0;
    double alpha = 0;
    std::int64_t divergeAt = -1, throwAt = -1;

private:
    std::int64_t m_step = 0, m_steps;
};

class Recorder : public Observer
{
public:
    void updated(const UpdateRecord& record) override { records.push_back(record); }
    void paused(bool on) override { pauses += on ? 1 : 0; }
    void finished(const Outcome&) override
    {
        ++ends;
        if (failAtEnd)
            throw std::runtime_error("late");
    }
    std::vector<UpdateRecord> records;
    int pauses = 0, ends = 0;
    bool failAtEnd = false;
};

} // namespace

class TestRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsToTheEndAndSaves()
    {
        CountingTraining training(30);
        Recorder recorder;
        const Outcome outcome = Runner(training, recorder).run();
        QCOMPARE(outcome.kind, Outcome::Kind::Finished);
        QCOMPARE(outcome.step, 30);
        QCOMPARE(recorder.records.size(), std::size_t{30});
        QVERIFY(recorder.records.back().imagesPerSecond > 0);
        QCOMPARE(training.saves, 1);
        QCOMPARE(training.samples, 1);
        QCOMPARE(recorder.ends, 1);
    }

    void stopsAndSaves()
    {
        CountingTraining training(1'000'000);
        Recorder recorder;
        Runner runner(training, recorder);
        Outcome outcome;
        std::thread worker([&] { outcome = runner.run(); });
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        runner.stop();
        worker.join();
        QCOMPARE(outcome.kind, Outcome::Kind::Stopped);
        QVERIFY(outcome.step > 0 && outcome.step < 1'000'000);
        QCOMPARE(training.saves, 1);
    }

    void pausesAndSteps()
    {
        CountingTraining training(1'000'000);
        Recorder recorder;
        Runner runner(training, recorder);
        runner.post(command::Pause{});
        runner.post(command::Step{});
        runner.post(command::Step{Player::Generator});
        runner.post(command::Change{Loss{.alpha = 0.5}, {}});
        runner.post(command::Save{});
        std::thread worker([&] { runner.run(); });
        std::this_thread::sleep_for(std::chrono::milliseconds(60));
        runner.stop();
        worker.join();
        QCOMPARE(recorder.records.size(), std::size_t{2});
        QCOMPARE(recorder.records[1].player, Player::Generator);
        QCOMPARE(recorder.pauses, 1);
        QCOMPARE(training.alpha, 0.5);
        QCOMPARE(training.saves, 2);
    }

    void tellsDivergenceOnceAndKeepsTheLastGoodState()
    {
        CountingTraining training(30);
        training.divergeAt = 7;
        Recorder recorder;
        recorder.failAtEnd = true;
        const Outcome outcome = Runner(training, recorder).run();
        QCOMPARE(outcome.kind, Outcome::Kind::Diverged);
        QCOMPARE(outcome.step, 7);
        QVERIFY(outcome.reason.find("not finite") != std::string::npos);
        QCOMPARE(recorder.ends, 1);
        QCOMPARE(training.saves, 1);
    }

    void noExceptionLeaves()
    {
        CountingTraining training(30);
        training.throwAt = 3;
        Recorder recorder;
        const Outcome outcome = Runner(training, recorder).run();
        QCOMPARE(outcome.kind, Outcome::Kind::Failed);
        QVERIFY(outcome.reason.find("surprise") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestRunner)
#include "tst_runner.moc"
