// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/error.h"
#include "core/game/convergence.h"
#include "core/game/fake_optimum.h"
#include "core/game/lock_step.h"
#include "core/game/measures.h"
#include "core/game/pushes.h"
#include "tests/game/small_game.h"

#include <QtTest>

#include <cmath>

using namespace realuid;
using namespace realuid::game;

class TestGame : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void learns_data();
    void learns();
    void learnsOnALine();
    void startsAtTheTeacher();
    void lockStep();
    void contenders();
    void arrival();
    void samplesBelongToModes();
    void convergence();
    void pushesFollowTheLoss();
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
    GameSettings random = settings();
    random.start = "random";
    PlaneGame<float> game(s, random);
    const std::vector<Point> z = game.noise(2000), real = game.realSamples(2000);
    const double before = slicedDistance(game.generate(z, Weights::Average), real, 1);
    play(game, 1200);
    QVERIFY(slicedDistance(game.generate(z, Weights::Average), real, 1) < 0.5 * before);
    QCOMPARE(game.generate(z, Weights::Average)[5][1], 0.0);
}

/// Both players begin as the authors' do; alone they begin at random.
void TestGame::startsAtTheTeacher()
{
    const PlaneGame<float> game(scene(), settings());
    const std::vector<Point> x{{0.3, -0.7}, {2, 1}};
    const std::vector<double> t{0.2, 0.8};
    const std::vector<Point> fake = game.fakeAt(x, t);
    for (std::size_t i = 0; i < x.size(); ++i)
        QVERIFY(fake[i] == game.teacher().at(x[i], t[i]).field);
    GameSettings random = settings();
    random.start = "random";
    const PlaneGame<float> other(scene(), random);
    QVERIFY(other.fakeAt(x, t) != fake);
    // The unit direction between equal fields is none: there the fake model begins beside the teacher.
    QVERIFY(PlaneGame<float>(scene("normalized"), settings()).fakeAt(x, t) != fake);
}

/// Each contender plays as it plays alone; one that diverges leaves the others alone.
void TestGame::lockStep()
{
    std::vector<Fault> faults;
    const std::vector<Contender> two{readContender("uid", faults), readContender("realuid:0.8:0.9", faults)};
    QVERIFY(faults.empty());
    LockStep together(scene(), settings(), two);
    for (int i = 0; i < 40; ++i)
        together.advance();
    together.judge();
    for (std::size_t c = 0; c < two.size(); ++c) {
        Scene own = scene();
        own.loss = two[c].loss;
        PlaneGame<float> alone(own, settings());
        play(alone, 40);
        QVERIFY(alone.state() == together.game(c).state());
        QCOMPARE(together.readings(c).size(), 1u);
        QCOMPARE(together.readings(c)[0].step, 40);
    }
    QVERIFY(together.readings(0)[0].distance != together.readings(1)[0].distance);
}

void TestGame::contenders()
{
    std::vector<Fault> faults;
    QCOMPARE(readContender("sid:0.9:0.95", faults).loss.kind, std::string("sid"));
    QCOMPARE(readContender("realuid:1", faults).loss.alpha, 1.0);
    const Contender both = readContender("realuid:0.9:0.95+gan", faults);
    QVERIFY(both.gan && both.loss.beta == 0.95);
    QCOMPARE(both.settings(settings()).ganGenerator, 0.3);
    GameSettings shared = settings();
    shared.ganGenerator = shared.ganCritic = 2;
    QCOMPARE(both.settings(shared).ganGenerator, 2.0);
    QVERIFY(!readContender("uid", faults).settings(shared).hasCritic());
    QVERIFY(!anyFault(faults));
    for (const char* wrong : {"realuid:x", "realuid:1:1:1", "+gan", "uid+gam", "nothing", "realuid:3:1", ""}) {
        faults.clear();
        readContender(wrong, faults);
        QVERIFY2(anyFault(faults), wrong);
    }
}

/// One lucky reading is no arrival.
void TestGame::arrival()
{
    const auto readings = [](std::vector<double> distances) {
        std::vector<Reading> out;
        for (const double d : distances)
            out.push_back({static_cast<std::int64_t>(out.size()) * 10, d, 0});
        return out;
    };
    QCOMPARE(LockStep::stepsToReach(readings({3, 2, 1, 0.5}), 1), std::optional<std::int64_t>(20));
    QCOMPARE(LockStep::stepsToReach(readings({3, 1, 3, 3, 3, 3, 1, 1}), 1), std::optional<std::int64_t>(60));
    QCOMPARE(LockStep::stepsToReach(readings({3, 2, 2}), 1), std::optional<std::int64_t>());
    QCOMPARE(LockStep::stepsToReach({}, 1), std::optional<std::int64_t>());
}

void TestGame::samplesBelongToModes()
{
    Distribution three = gaussian({0, 0}, {1, 0, 0, 1});
    three.components.push_back({1, {4, 0}, {0.01, 0, 0, 0.01}});
    three.components.push_back({2, {0, 5}, {0.5, 0.2, 0.2, 0.5}});
    const MixtureField field(three);
    for (int k = 0; k < 3; ++k)
        QCOMPARE(field.modeOf({three.components[static_cast<std::size_t>(k)].mean[0], three.components[static_cast<std::size_t>(k)].mean[1]}), k);
    QCOMPARE(field.modeOf({3, 0}), 0); // nearer to the second, but that one is narrow
    QCOMPARE(field.modeOf({100, 0}), 0);
}

/// Seed after seed as LockStep plays each; one seed's curve counts as far as it has come.
void TestGame::convergence()
{
    std::vector<Fault> faults;
    const std::vector<Contender> two{readContender("uid", faults), readContender("realuid:0.8:0.9", faults)};
    GameSettings s = settings();
    s.steps = 120;
    Convergence played(scene(), s, two, 2);
    QCOMPARE(played.total(), 240);
    int readings = 0;
    while (played.done() < 190)
        readings += played.advance();
    QCOMPARE(readings, 4); // 50, 100, 120; 50
    QVERIFY(!played.arrivalOf(0, 1, 1e-9) && std::isinf(*played.arrivalOf(0, 0, 1e-9))); // on its way, and never
    QVERIFY(std::isinf(played.arrival(0, 1e-9).least) && played.arrival(0, 1e9).most == 0);
    QCOMPARE(played.curve(0).size(), 4u);
    QCOMPARE(played.curve(0)[3].step, 120);
    QVERIFY(played.curve(0)[3].distance.least == played.curve(0)[3].distance.most && played.curve(0)[1].distance.least < played.curve(0)[1].distance.most);
    while (!played.finished())
        played.advance();
    for (std::size_t k = 0; k < 2; ++k) {
        GameSettings own = s;
        own.seed = played.seed(k);
        LockStep alone(scene(), own, two);
        alone.judge();
        for (int i = 0; i < 120; ++i) {
            alone.advance();
            if ((i + 1) % 50 == 0 || i + 1 == 120)
                alone.judge();
        }
        for (const std::size_t c : {0u, 1u})
            QVERIFY(alone.readings(c) == played.readings(c)[k]);
    }
    const SpreadAt end = played.curve(1).back();
    QCOMPARE(end.distance.least, std::min(played.readings(1)[0].back().distance, played.readings(1)[1].back().distance));
    QCOMPARE(played.arrival(1, 1e9).most, 0.0);
    QVERIFY(std::isinf(played.arrival(1, 1e-9).least));
    QCOMPARE(spreadOf({3, 1, INFINITY, 2}).median, 2.0);
}

/// The parts add up to the derivative of the loss by the sample: here data-free, with both fields known, L is
/// -|f* - f|^2 + 2 <f* - f, f* - u>, and at the start f = f*, so that the push is 0 whatever the sample.
void TestGame::pushesFollowTheLoss()
{
    Scene s = scene("uid");
    PlaneGame<float> game(s, settings());
    for (const Push& push : pushes(game, game.noise(5)))
        for (const std::size_t k : {0u, 1u}) {
            QVERIFY(std::abs(push.teacher[k] + push.fake[k]) < 1e-3);
            QCOMPARE(push.data[k], 0.0);
        }
    // Where the fake model differs there is a push, still none of it by real data.
    GameState<float> state = game.state();
    state.fake.weights[static_cast<std::size_t>(game.shape().bias(game.shape().depth))] = -0.5f;
    game.restore(state);
    for (const Push& push : pushes(game, game.noise(5))) {
        QVERIFY(std::hypot(push.teacher[0] + push.fake[0], push.teacher[1] + push.fake[1]) > 0.05);
        QCOMPARE(push.data[0], 0.0);
    }
    s.loss.kind = "realuid";
    PlaneGame<float> real(s, settings());
    real.restore([&] {
        GameState<float> other = state;
        other.loss = s.loss;
        return other;
    }());
    const std::vector<Push> there = pushes(real, real.noise(1)), here = pushes(game, game.noise(1));
    for (const std::size_t k : {0u, 1u})
        QVERIFY(std::abs(there[0].data[k] - (there[0].teacher[k] + there[0].fake[k] - here[0].teacher[k] - here[0].fake[k])) < 1e-6);
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
    wrong.ganGenerator = 1; // and no discriminator
    try {
        PlaneGame<float> game(s, wrong);
        QFAIL("started");
    } catch (const Error& error) {
        QVERIFY(error.kind() == ErrorKind::Usage);
        QCOMPARE(error.faults().size(), 5u);
    }
}

QTEST_GUILESS_MAIN(TestGame)
#include "tst_game.moc"
