// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/train/training_session.h"
#include "core/io/metrics.h"
#include "tests/app/fake_engine.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace realuid;
using studio::RunNews;
using studio::TrainingSession;
using State = TrainingSession::State;

class TestTrainingSession : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    RunRequest request(std::int64_t steps)
    {
        static int number = 0;
        RunRequest out;
        out.directory = m_folder.filePath(QStringLiteral("run%1").arg(++number)).toStdString();
        out.training.steps = steps;
        return out;
    }

private Q_SLOTS:
    void aRunReportsEveryUpdate()
    {
        fake::FakeEngine engine;
        TrainingSession session([&]() -> const LoadedEngine& { return engine.load(); });
        std::vector<std::int64_t> steps;
        int drains = 0;
        connect(&session, &TrainingSession::news, this, [&](const RunNews& news) {
            ++drains;
            for (const UpdateRecord& update : news.updates)
                steps.push_back(update.step);
        });
        const RunRequest wanted = request(300);
        session.start(wanted);
        QVERIFY(session.busy());
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Finished, 20000);
        QCOMPARE(steps.size(), 300u);
        for (std::size_t i = 0; i < steps.size(); ++i)
            QCOMPARE(steps[i], static_cast<std::int64_t>(i + 1));
        QVERIFY(drains < 300); // joined, at most 30 a second
        QCOMPARE(readMetrics(RunFolder(wanted.directory).metrics()).size(), 300u);
        QCOMPARE(engine.log.players()[5], Player::Generator);
        QCOMPARE(engine.log.saves.load(), 1);
        QVERIFY(engine.log.thread.load() != std::this_thread::get_id());
        QCOMPARE(session.engineInfo().torchVersion, std::string("9.9"));
    }

    void pauseStepContinueStop()
    {
        fake::FakeEngine engine;
        TrainingSession session([&]() -> const LoadedEngine& { return engine.load(); });
        std::vector<UpdateRecord> updates;
        connect(&session, &TrainingSession::news, this, [&](const RunNews& news) {
            updates.insert(updates.end(), news.updates.begin(), news.updates.end());
        });
        session.start(request(100000));
        QTRY_COMPARE(session.state(), State::Running);
        session.post(command::Pause{});
        QTRY_COMPARE(session.state(), State::Paused);
        QTest::qWait(80);
        const std::size_t before = updates.size();
        session.post(command::Step{Player::Generator});
        QTRY_COMPARE(updates.size(), before + 1);
        QVERIFY(updates.back().player == Player::Generator);
        QTest::qWait(80);
        QCOMPARE(updates.size(), before + 1);
        session.post(command::Resume{});
        QTRY_COMPARE(session.state(), State::Running);
        QTRY_VERIFY(updates.size() > before + 5);
        session.stop();
        QCOMPARE(session.state(), State::Stopping);
        QTRY_COMPARE(session.state(), State::Stopped);
        QCOMPARE(engine.log.saves.load(), 1);
    }

    void divergenceAndFailureAreTold()
    {
        fake::FakeEngine engine;
        engine.divergeAt = 7;
        TrainingSession session([&]() -> const LoadedEngine& { return engine.load(); });
        session.start(request(50));
        QTRY_COMPARE(session.state(), State::Diverged);
        QVERIFY(session.problem().contains(QStringLiteral("update 7")));
        engine.failStart = true;
        session.start(request(50));
        QTRY_COMPARE(session.state(), State::Failed);
        QVERIFY(session.problem().contains(QStringLiteral("is damaged")));
        QVERIFY(session.problem().contains(QStringLiteral("take another file")));
    }

    void withoutAnEngineItSaysWhy()
    {
        LoadedEngine none;
        none.problem = {"no engine library was found"};
        TrainingSession session([&]() -> const LoadedEngine& { return none; });
        session.load();
        QTRY_COMPARE(session.state(), State::NoEngine);
        QCOMPARE(session.problem(), QStringLiteral("no engine library was found"));
        session.start(request(5));
        QCOMPARE(session.state(), State::NoEngine);
    }

    void theEngineIsLoadedOnlyWhenAskedFor()
    {
        fake::FakeEngine engine;
        TrainingSession session([&]() -> const LoadedEngine& { return engine.load(); });
        QTest::qWait(20);
        QCOMPARE(engine.log.loads.load(), 0);
        session.load();
        QTRY_COMPARE(session.state(), State::Idle);
    }

    void destructionSavesARunInProgress()
    {
        fake::FakeEngine engine;
        {
            TrainingSession session([&]() -> const LoadedEngine& { return engine.load(); });
            session.start(request(100000));
            QTRY_COMPARE(session.state(), State::Running);
        }
        QCOMPARE(engine.log.saves.load(), 1);
    }
};

QTEST_MAIN(TestTrainingSession)
#include "tst_training_session.moc"
