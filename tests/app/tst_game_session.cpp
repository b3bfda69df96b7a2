// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/distil/distil_form.h"
#include "app/distil/game_session.h"
#include "core/api/error.h"

#include <QSignalSpy>
#include <QtTest>

using namespace realuid;
using namespace realuid::studio;

class TestGameSession : public QObject
{
    Q_OBJECT

    static DistilSetup setup(std::int64_t steps = 300)
    {
        DistilSetup setup = usualSetup();
        setup.game.width = 16;
        setup.game.depth = 1;
        setup.game.batch = 64;
        setup.game.steps = steps;
        return setup;
    }
    static GamePlayer player(const DistilSetup& from)
    {
        GamePlayer player;
        player.begin(from.scene, from.game);
        return player;
    }
    /// Runs to the end in pieces of that length.
    static void finish(GamePlayer& player, std::chrono::microseconds piece = std::chrono::microseconds(500))
    {
        player.run();
        while (player.running())
            player.work(piece, false);
    }
    static GameNews look(GamePlayer& player)
    {
        player.showSamples();
        return player.take();
    }

private Q_SLOTS:
    void theSameSeedMakesTheSameGame()
    {
        GamePlayer one = player(setup()), other = player(setup());
        finish(one);
        finish(other, std::chrono::microseconds(20000)); // cut into other pieces
        const GameNews a = look(one), b = look(other);
        QCOMPARE(a.standing.step, 300);
        QVERIFY(a.standing.status == GameStatus::Finished);
        QVERIFY(a.samples->generated == b.samples->generated);
        QVERIFY(a.judgements == b.judgements);
        one.begin(setup().scene, setup().game);
        finish(one);
        const GameNews again = look(one);
        QVERIFY(again.fresh);
        QVERIFY(again.samples->generated == a.samples->generated);
        DistilSetup unlike = setup();
        unlike.game.seed = 43;
        GamePlayer third = player(unlike);
        finish(third);
        QVERIFY(look(third).samples->generated != a.samples->generated);
    }

    void singleStepsMoveOnePlayer()
    {
        GamePlayer game = player(setup());
        const auto before = look(game).samples->generated;
        game.step(Player::Fake);
        GameNews news = look(game);
        QCOMPARE(news.standing.step, 1);
        QVERIFY(news.samples->generated == before);
        QVERIFY(news.updates.at(0).player == Player::Fake);
        for (int i = 0; i < 2; ++i) // where the fake model still is the teacher, nothing pushes the generator
            game.step(Player::Fake);
        for (int i = 0; i < 3; ++i) // the first of a warm-up has the rate 0
            game.step(Player::Generator);
        news = look(game);
        QVERIFY(news.samples->generated != before);
        QVERIFY(news.standing.status == GameStatus::Paused);
    }

    void goingBackAndOnRepeatsTheGame()
    {
        GamePlayer game = player(setup());
        finish(game);
        const GameNews whole = look(game);
        QVERIFY(whole.standing.moments.size() >= 6);
        game.rewind(2);
        GameNews back = look(game);
        QCOMPARE(back.standing.step, whole.standing.moments[2]);
        QCOMPARE(back.standing.moments.size(), whole.standing.moments.size()); // nothing is forgotten yet
        QVERIFY(back.samples->generated != whole.samples->generated);
        game.rewind(static_cast<int>(whole.standing.moments.size()) - 1);
        QVERIFY(look(game).samples->generated == whole.samples->generated);
        game.rewind(2);
        finish(game);
        const GameNews again = look(game);
        QCOMPARE(*again.truncated, whole.standing.moments[2]);
        QVERIFY(again.samples->generated == whole.samples->generated);
    }

    /// Rivals play in lock step as they play alone, and go back with the game.
    /// Training a teacher takes as long as it takes, but nobody waits for one that is no longer wanted; one that fails is told.
    void teachersInTraining()
    {
        DistilSetup patient = setup();
        patient.game.teacherUpdates = 1000000;
        QElapsedTimer clock;
        clock.start();
        {
            GameSession session;
            session.begin(patient.scene, patient.game);
            QTest::qWait(50);
            session.begin(patient.scene, patient.game);
            QTest::qWait(50);
            DistilSetup quick = setup();
            quick.game.teacherUpdates = 20;
            session.begin(quick.scene, quick.game);
            QTRY_VERIFY(session.settled() && session.log().samples.has_value());
            QCOMPARE(session.standing().settings.teacherUpdates, std::int64_t{20});
            session.begin(patient.scene, patient.game);
            QTest::qWait(50);
        }
        QVERIFY(clock.elapsed() < 10000);
        GamePlayer player;
        DistilSetup wild = setup();
        wild.scene.real.components[0].mean[0] = 1e25;
        wild.game.teacherUpdates = 20;
        player.begin(wild.scene, wild.game);
        const GameNews news = player.take();
        QVERIFY(news.standing.status == GameStatus::Diverged);
        QVERIFY2(news.standing.problem.find("teacher") != std::string::npos, news.standing.problem.c_str());
        wild.game.batch = 0;
        QVERIFY_EXCEPTION_THROWN(player.begin(wild.scene, wild.game), Error);
    }

    void rivalsPlayInLockStep()
    {
        std::vector<Fault> faults;
        const game::Contender rival = game::readContender("uid", faults);
        GamePlayer both;
        both.begin(setup().scene, setup().game, {rival});
        finish(both);
        const GameNews news = look(both);
        DistilSetup own = setup();
        own.scene.loss = rival.loss;
        GamePlayer alone = player(own), main = player(setup());
        finish(alone);
        finish(main);
        const GameNews wanted = look(alone), mine = look(main);
        QVERIFY(news.samples->rivals.at(0) == wanted.samples->generated);
        QVERIFY(news.samples->generated == mine.samples->generated);
        QVERIFY(news.samples->rivals.at(0) != news.samples->generated);
        QCOMPARE(news.judgements.back().rivals.at(0), wanted.judgements.back().distance);
        QCOMPARE(news.standing.rivals.size(), std::size_t{1});
        both.rewind(2);
        finish(both);
        QVERIFY(look(both).samples->rivals.at(0) == wanted.samples->generated);
    }

    void whatIsShownWithTheSamples()
    {
        GamePlayer game = player(setup());
        GameNews news = look(game);
        QVERIFY(news.samples->pushes.empty() && news.samples->lines.empty());
        game.setView(SampleView::Pushes);
        news = look(game);
        QCOMPARE(news.samples->pushes.size(), std::size_t{60});
        QVERIFY(news.samples->pushes[3].at == news.samples->generated[3]);
        QVERIFY(std::hypot(news.samples->pushes[3].fake[0], news.samples->pushes[3].fake[1]) > 0);
        game.setView(SampleView::Grid);
        QCOMPARE(look(game).samples->lines.size(), std::size_t{26});
        game.setView(SampleView::Flow);
        news = look(game);
        QVERIFY(news.samples->lines.at(5).front() == news.samples->noise[5]);
        // The flow ends at the data: each end lies near one of the eight means, 2 from the middle.
        for (const auto& way : news.samples->lines)
            QVERIFY2(std::abs(std::hypot(way.back()[0], way.back()[1]) - 2) < 0.8, qPrintable(QString::number(std::hypot(way.back()[0], way.back()[1]))));
    }

    void aChangeMakesABranch()
    {
        GamePlayer game = player(setup());
        finish(game);
        const GameNews whole = look(game);
        game.rewind(2);
        Loss loss = setup().scene.loss;
        loss.alpha = 0.8;
        game.change(loss, setup().game);
        QCOMPARE(look(game).standing.moments.size(), whole.standing.moments.size()); // the next update branches off
        finish(game);
        const GameNews branch = look(game);
        QVERIFY(branch.samples->generated != whole.samples->generated);
        QCOMPARE(branch.standing.events.size(), std::size_t{1});
        QCOMPARE(branch.standing.events[0].step, whole.standing.moments[2]);
        QCOMPARE(branch.standing.loss.alpha, 0.8);
        QCOMPARE(branch.updates.front().step, whole.standing.moments[2] + 1);
    }

    void divergenceIsCaughtAndLeadsBack()
    {
        DistilSetup wild = setup(20000);
        wild.game.width = 64;
        GamePlayer game = player(wild);
        game.run();
        for (int i = 0; i < 150; ++i)
            game.work(std::chrono::microseconds(0), true);
        wild.game.lr = wild.game.lrGenerator = 1;
        wild.game.fakeSteps = 1;
        game.change(wild.scene.loss, wild.game);
        while (game.running())
            game.work(std::chrono::microseconds(5000), false);
        const GameNews news = look(game);
        QVERIFY(news.standing.status == GameStatus::Diverged);
        QVERIFY(news.standing.step < 20000);
        game.goBack();
        const GameNews back = look(game);
        QVERIFY(back.standing.status == GameStatus::Paused);
        QVERIFY(back.standing.step <= 150);
        QVERIFY(std::abs(back.samples->generated[0][0]) < back.standing.extent);
        QVERIFY(back.standing.moment >= 0);
    }

    void theFieldHasAnOptimumUnlessNormalized()
    {
        DistilSetup from = setup();
        GamePlayer game = player(from);
        game.setTime(0.5);
        game.showField();
        GameField field = *game.take().field;
        QCOMPARE(field.fake.size(), std::size_t(field.columns * field.rows));
        QCOMPARE(field.optimum.size(), field.fake.size());
        QCOMPARE(field.t, 0.5);
        QVERIFY(field.error > 0);
        from.scene.loss.kind = "normalized";
        game.begin(from.scene, from.game);
        game.showField();
        field = *game.take().field;
        QVERIFY(field.optimum.empty());
        QVERIFY(std::isnan(field.error));
    }

    void aThreadTellsEverythingInOrder()
    {
        GameSession session;
        session.begin(setup().scene, setup().game);
        session.run();
        QTRY_VERIFY_WITH_TIMEOUT(session.standing().status == GameStatus::Finished, 30000);
        QCOMPARE(session.log().updates.size(), std::size_t{300});
        for (std::size_t i = 0; i < 300; ++i)
            QCOMPARE(session.log().updates[i].step, static_cast<std::int64_t>(i) + 1);
        session.rewind(2);
        QTRY_VERIFY(session.standing().moment == 2);
        session.step(Player::Fake);
        QTRY_VERIFY(session.standing().moment == -1);
        QCOMPARE(session.log().updates.size(), std::size_t(session.standing().step));
    }

    void pausesAndEndsWhileItRuns()
    {
        auto session = std::make_unique<GameSession>();
        const DistilSetup endless = setup(1000000);
        session->begin(endless.scene, endless.game);
        session->run();
        QTRY_VERIFY(session->standing().step > 0);
        session->pause();
        QTRY_VERIFY(session->settled());
        QVERIFY(session->standing().status == GameStatus::Paused);
        const std::int64_t step = session->standing().step;
        QTest::qWait(100);
        QCOMPARE(session->standing().step, step);
        session->run();
        QTRY_VERIFY(session->standing().step > step);
        QElapsedTimer timer;
        timer.start();
        session.reset();
        QVERIFY(timer.elapsed() < 2000);
    }
};

QTEST_GUILESS_MAIN(TestGameSession)
#include "tst_game_session.moc"
