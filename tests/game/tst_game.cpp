// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/error.h"
#include "core/game/measures.h"
#include "core/game/plane_game.h"

#include <QtTest>

#include <cmath>

using namespace realuid;
using namespace realuid::game;

namespace
{

Scene scene(const std::string& kind = "realuid")
{
    Scene s;
    s.real = gaussian({1.5, -1}, {0.3, 0.1, 0.1, 0.2});
    s.generated = gaussian({0, 0}, {1, 0, 0, 1});
    s.loss.kind = kind;
    return s;
}

GameSettings settings()
{
    GameSettings s;
    s.steps = 1200;
    s.lr = s.lrGenerator = 2e-3;
    s.lrEnd = 0.1;
    s.inputScale = 1;
    s.emaDecay = 0.9;
    s.batch = 100; // two slices, the blocks of unequal length
    s.width = 24;
    s.depth = 2;
    s.threads = 1;
    return s;
}

void play(PlaneGame<float>& game, int updates)
{
    for (int i = 0; i < updates; ++i)
        game.advance();
}

ErrorKind kindOf(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Error& error) {
        return error.kind();
    }
    return ErrorKind::Other;
}

} // namespace

class TestGame : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void learns_data();
    void learns();
    void learnsOnALine();
    void turns();
    void sameSeedSameGame();
    void rewindAndBranch();
    void changesAreEvents();
    void divergenceKeepsTheState();
    void faults();
};

void TestGame::learns_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("teacherTarget");
    for (const char* kind : {"uid", "realuid", "general", "sid", "dmd"})
        QTest::newRow(kind) << kind << false;
    QTest::newRow("realuid, teacher on real points") << "realuid" << true;
}

/// From about N(0, I) most of the way to a Gaussian elsewhere.
void TestGame::learns()
{
    QFETCH(QString, kind);
    QFETCH(bool, teacherTarget);
    Scene s = scene(kind.toStdString());
    s.loss.realTarget = teacherTarget ? "teacher" : "sampled";
    PlaneGame<float> game(s, settings());
    const std::vector<Point> z = game.noise(2000), real = game.realSamples(2000);
    const double before = slicedDistance(game.generate(z, Weights::Average), real, 2);
    play(game, 1200);
    const std::vector<Point> samples = game.generate(z, Weights::Average);
    const double after = slicedDistance(samples, real, 2);
    QVERIFY2(after < 0.25 * before, qPrintable(QString("%1 to %2").arg(before).arg(after)));
    QCOMPARE(game.real().modesCovered(samples), 1);
}

/// Every objective plays; the unit direction does not settle, but it moves the right way.
void TestGame::learnsOnALine()
{
    Scene s = scene("normalized");
    s.real = gaussian({1.5}, {0.2});
    s.generated = gaussian({0}, {1});
    PlaneGame<float> game(s, settings());
    const std::vector<Point> z = game.noise(2000), real = game.realSamples(2000);
    const double before = slicedDistance(game.generate(z, Weights::Average), real, 1);
    play(game, 1200);
    QVERIFY(slicedDistance(game.generate(z, Weights::Average), real, 1) < 0.5 * before);
    QCOMPARE(game.generate(z, Weights::Average)[5][1], 0.0);
}

void TestGame::turns()
{
    GameSettings s = settings();
    s.fakeSteps = 2;
    PlaneGame<float> game(scene(), s);
    QString order;
    for (int i = 0; i < 7; ++i) {
        const UpdateRecord made = game.advance();
        QCOMPARE(made.step, i + 1);
        order += made.player == Player::Fake ? 'f' : 'g';
    }
    QCOMPARE(order, QString("ffgffgf"));
    // Stepping one player leaves the other's weights alone.
    const GameState<float> before = game.state();
    game.advanceAs(Player::Generator);
    QVERIFY(game.state().fake == before.fake && game.state().generator != before.generator);
    const GameState<float> then = game.state();
    game.advanceAs(Player::Fake);
    QVERIFY(game.state().generator == then.generator && game.state().fake != then.fake);
    QCOMPARE(game.step(), 9);
    QVERIFY(kindOf([&] { game.advanceAs(Player::Teacher); }) == ErrorKind::Usage);
}

/// Bit for bit, for any number of threads.
void TestGame::sameSeedSameGame()
{
    GameSettings s = settings();
    PlaneGame<float> a(scene(), s);
    s.threads = 3;
    PlaneGame<float> b(scene(), s);
    play(a, 60);
    play(b, 60);
    const GameState<float> first = a.state(), second = b.state();
    QVERIFY(first.fake == second.fake && first.generator == second.generator && first.average == second.average);
    s.seed = 43;
    PlaneGame<float> other(scene(), s);
    play(other, 60);
    QVERIFY(other.state().generator != first.generator);
}

void TestGame::rewindAndBranch()
{
    PlaneGame<float> game(scene(), settings());
    play(game, 20);
    const GameState<float> mark = game.state();
    play(game, 25);
    const GameState<float> straight = game.state();
    game.restore(mark);
    QVERIFY(game.state() == mark);
    play(game, 25);
    QVERIFY(game.state() == straight);
    // The same in a new game, as after a restart of the program.
    PlaneGame<float> again(scene(), settings());
    again.restore(mark);
    play(again, 25);
    QVERIFY(again.state() == straight);
    Loss loss = again.loss();
    loss.alpha = 0.5;
    again.restore(mark);
    again.change(loss, again.settings());
    play(again, 25);
    QVERIFY(again.state().fake != straight.fake);
    GameSettings wider = settings();
    wider.width = 32;
    PlaneGame<float> elsewhere(scene(), wider);
    QVERIFY(kindOf([&] { elsewhere.restore(mark); }) == ErrorKind::Usage);
}

void TestGame::changesAreEvents()
{
    PlaneGame<float> game(scene(), settings());
    play(game, 7);
    Loss loss = game.loss();
    loss.beta = 0.9;
    GameSettings s = game.settings();
    s.lr = 1e-4;
    s.fakeSteps = 9;
    s.width = 999; // not while it runs
    s.warmup = 0;
    game.change(loss, s);
    QVERIFY((game.events() == std::vector<GameEvent>{{7, "beta", 0.96, 0.9}, {7, "lr", settings().lr, 1e-4}, {7, "fake_steps", 5, 9}}));
    QCOMPARE(game.settings().width, settings().width);
    loss.alpha = 2;
    QVERIFY(kindOf([&] { game.change(loss, s); }) == ErrorKind::Usage);
    QCOMPARE(game.events().size(), 3u);
    QCOMPARE(game.loss().alpha, 0.94);
}

void TestGame::divergenceKeepsTheState()
{
    for (const Player player : {Player::Fake, Player::Generator}) {
        PlaneGame<float> game(scene(), settings());
        play(game, 12);
        GameState<float> broken = game.state();
        auto& weights = player == Player::Fake ? broken.fake.weights : broken.generator.weights;
        weights[3] = std::nanf("");
        game.restore(broken);
        try {
            game.advanceAs(player);
            QFAIL("went on");
        } catch (const Error& error) {
            QVERIFY(error.kind() == ErrorKind::Diverged);
            QVERIFY(std::string(error.what()).find("13") != std::string::npos);
        }
        QCOMPARE(game.step(), 12);
        QVERIFY(game.state().fake.second == broken.fake.second && game.state().generator.second == broken.generator.second);
    }
}

void TestGame::faults()
{
    Scene s = scene();
    s.interpolant.kind = "trigonometric";
    s.target = "score";
    GameSettings wrong = settings();
    wrong.lr = -1;
    wrong.activation = "sine";
    try {
        PlaneGame<float> game(s, wrong);
        QFAIL("started");
    } catch (const Error& error) {
        QVERIFY(error.kind() == ErrorKind::Usage);
        QCOMPARE(error.faults().size(), 4u);
    }
}

QTEST_GUILESS_MAIN(TestGame)
#include "tst_game.moc"
