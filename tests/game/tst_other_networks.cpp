// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/game/block_turn.h"
#include "core/game/fake_optimum.h"
#include "core/game/lock_step.h"
#include "core/game/measures.h"
#include "core/game/pushes.h"
#include "core/game/softplus_term.h"
#include "tests/game/small_game.h"

#include <QtTest>

#include <cmath>

using namespace realuid;
using namespace realuid::game;

namespace
{

/// A gradient against differences of the loss by the network's weights, here and there.
void compareSlopes(Mlp<double>& network, const Buffer<double>& gradient, const std::function<double()>& loss)
{
    double most = 0;
    for (const double each : gradient)
        most = std::max(most, std::abs(each));
    QVERIFY(most > 1e-4);
    for (std::size_t i = 0; i < gradient.size(); i += 37) {
        constexpr double kStep = 1e-5;
        const double was = network.weights()[i];
        const auto at = [&](double value) {
            network.weights()[i] = value;
            network.prepare();
            return loss();
        };
        const double slope = (at(was + kStep) - at(was - kStep)) / (2 * kStep);
        at(was);
        if (gradient[i] == 0) // padding; where it is not, the slope is 0, too
            continue;
        QVERIFY2(std::abs(slope - gradient[i]) < 1e-7 * std::max(1.0, most), qPrintable(QString("%1: %2 for %3").arg(i).arg(gradient[i]).arg(slope)));
    }
}

} // namespace

/// The networks that not every game has: the discriminator of the GAN baseline, and a trained teacher.
class TestOtherNetworks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ganTermsHaveTheirDerivatives();
    void ganLearns();
    void ganIsExact();
    void teacherNetworkHasItsDerivatives();
    void aTrainedTeacher();
};

/// The GAN's parts of both turns against differences of their losses.
void TestOtherNetworks::ganTermsHaveTheirDerivatives()
{
    const MlpShape shape{2, 24, 2};
    Mlp<double> generator(shape), fake(shape), critic(shape);
    generator.initialise(1);
    fake.initialise(2);
    critic.initialise(3, 2);
    const Scene s = scene("uid");
    const MixtureField real(s.real);
    BlockTurn<double> turn(shape, {true, false});
    const TurnParts<double> parts{&generator, &fake, &real, &real, nullptr, lossForm(s.loss), false, {}, false, &critic, {0.7, 1.3, 0.6}, 5, 9, 50};
    const auto size = static_cast<std::size_t>(shape.size());
    Buffer<double> byCritic(size, 0.0), byGenerator(size, 0.0), ignored(size, 0.0);
    turn.fake(parts, 0, 50, ignored.data());
    turn.critic(parts, byCritic.data());
    compareSlopes(critic, byCritic, [&] {
        Buffer<double> none(size, 0.0);
        turn.fake(parts, 0, 50, none.data());
        return turn.critic(parts, none.data());
    });
    turn.generator(parts, 0, 50, byGenerator.data());
    compareSlopes(generator, byGenerator, [&] {
        Buffer<double> none(size, 0.0);
        return turn.generator(parts, 0, 50, none.data());
    });
    // Far from zero a logit's terms stay finite and have the slopes of straight lines.
    QCOMPARE(softplusTerm(-900, -1, 2).value, 1800.0);
    QCOMPARE(softplusTerm(-900, -1, 2).byLogit, -2.0);
    QCOMPARE(softplusTerm(900, -1, 2).value, 0.0);
}

/// From about N(0, I) most of the way to the data; with a teacher that is off, the GAN pulls towards the data.
void TestOtherNetworks::ganLearns()
{
    Scene s = scene("uid");
    s.teacher = s.real;
    s.teacher->components[0].mean = {1.1, -0.6};
    const auto end = [&](double weight) {
        GameSettings own = settings();
        own.ganGenerator = weight;
        own.ganCritic = 3 * weight;
        PlaneGame<float> game(s, own);
        play(game, 1200);
        const std::vector<Point> samples = game.generate(game.noise(2000), Weights::Average);
        return slicedDistance(samples, game.realSamples(2000), 2);
    };
    const double without = end(0), with = end(1);
    QVERIFY2(with < 0.7 * without, qPrintable(QString("%1 without, %2 with").arg(without).arg(with)));
}

/// The same game for any number of threads, after a rewind and in a new process; a state fits a game of its kind alone.
void TestOtherNetworks::ganIsExact()
{
    GameSettings s = settings();
    s.ganGenerator = 0.3;
    s.ganCritic = 1;
    PlaneGame<float> game(scene(), s);
    play(game, 20);
    const GameState<float> mark = game.state();
    play(game, 25);
    s.threads = 3;
    PlaneGame<float> again(scene(), s);
    again.restore(mark);
    play(again, 25);
    const GameState<float> straight = game.state(), second = again.state();
    QVERIFY(straight.critic == second.critic && straight.fake == second.fake && straight.generator == second.generator);
    QVERIFY(straight.critic.updates > 0 && straight.critic != mark.critic);
    PlaneGame<float> without(scene(), settings());
    QVERIFY(kindOf([&] { without.restore(mark); }) == ErrorKind::Usage);
    GameSettings taught = settings();
    taught.teacherUpdates = 1;
    const GameState<float> other = PlaneGame<float>(scene(), taught).state();
    QVERIFY(kindOf([&] { without.restore(other); }) == ErrorKind::Usage);
    GameSettings wide = taught;
    wide.width = 32;
    QVERIFY(kindOf([&] { PlaneGame<float>(scene(), taught, PlaneGame<float>(scene(), wide).teacherNetwork()); }) == ErrorKind::Usage);
    QVERIFY(kindOf([&] { PlaneGame<float>(scene(), taught, nullptr, [] { return true; }); }) == ErrorKind::Stopped);
    play(without, 45);
    QVERIFY(kindOf([&] { game.restore(without.state()); }) == ErrorKind::Usage);
    // A discriminator that breaks leaves all as it was.
    GameState<float> broken = mark;
    broken.critic.weights[0] = std::nanf("");
    game.restore(broken);
    QVERIFY(kindOf([&] { game.advanceAs(Player::Fake); }) == ErrorKind::Diverged);
    QVERIFY(game.state().fake == mark.fake && game.step() == mark.step);
    broken = mark;
    broken.fake.weights[0] = std::nanf("");
    game.restore(broken);
    QVERIFY(kindOf([&] { game.advanceAs(Player::Fake); }) == ErrorKind::Diverged);
    QVERIFY(game.state().critic == mark.critic);
}

/// The teacher's own training, and the generator's turn through a teacher that is a network, against differences of their losses.
void TestOtherNetworks::teacherNetworkHasItsDerivatives()
{
    const MlpShape shape{2, 24, 2};
    Mlp<double> generator(shape), fake(shape), teacher(shape);
    generator.initialise(1);
    fake.initialise(2);
    teacher.initialise(3);
    const Scene s = scene("realuid");
    const MixtureField real(s.real);
    BlockTurn<double> turn(shape, {false, true});
    TurnParts<double> parts{&generator, &fake, &real, &real, &teacher, lossForm(s.loss), false, {}, false, nullptr, {}, 5, 9, 50};
    const auto turnsOf = [&](Mlp<double>& network, const std::function<double(double*)>& play) {
        Buffer<double> gradient(static_cast<std::size_t>(shape.size()), 0.0);
        play(gradient.data());
        compareSlopes(network, gradient, [&] {
            Buffer<double> none(gradient.size(), 0.0);
            return play(none.data());
        });
    };
    for (const bool fromTeacher : {false, true}) {
        parts.fromTeacher = fromTeacher;
        turnsOf(generator, [&](double* gradient) { return turn.generator(parts, 0, 50, gradient); });
        turnsOf(fake, [&](double* gradient) { return turn.fake(parts, 0, 50, gradient); });
    }
    TurnParts<double> learning{};
    learning.fake = &teacher;
    learning.real = &real;
    learning.seed = 5;
    learning.batch = 50;
    turnsOf(teacher, [&](double* gradient) { return turn.teacher(learning, 0, 50, gradient); });
}

/// It comes near the exact field, plays its part in every view of the game, and one seed makes one.
void TestOtherNetworks::aTrainedTeacher()
{
    GameSettings s = settings();
    s.teacherUpdates = 1500;
    s.batch = 200;
    s.width = 48;
    PlaneGame<float> game(scene(), s);
    s.threads = 3;
    const PlaneGame<float> again(scene(), s);
    QVERIFY(game.teacherNetwork()->weights() == again.teacherNetwork()->weights());
    const std::vector<Point> noise = game.noise(500, Purpose::Noise), data = game.realSamples(500);
    std::vector<Point> x;
    std::vector<double> t;
    for (std::size_t i = 0; i < noise.size(); ++i) {
        t.push_back(0.05 + 0.85 * static_cast<double>(i) / 500);
        x.push_back({t[i] * data[i][0] + (1 - t[i]) * noise[i][0], t[i] * data[i][1] + (1 - t[i]) * noise[i][1]});
    }
    const std::vector<Point> taught = game.teacherAt(x, t), fake = game.fakeAt(x, t);
    QVERIFY(taught == again.teacherAt(x, t) && taught == fake); // where both players begin
    double error = 0, size = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const Point exact = game.teacher().at(x[i], t[i]).field;
        error += std::pow(taught[i][0] - exact[0], 2) + std::pow(taught[i][1] - exact[1], 2);
        size += exact[0] * exact[0] + exact[1] * exact[1];
    }
    QVERIFY2(error > 0 && std::sqrt(error / size) < 0.15, qPrintable(QString::number(std::sqrt(error / size))));
    for (const Push& push : pushes(game, game.noise(5)))
        QVERIFY(std::abs(push.teacher[0] + push.fake[0]) < 1e-3);
    const FakeOptimum optimum(game, 2000);
    QVERIFY(optimum.at({{1, -0.5}}, 0.5) != FakeOptimum(PlaneGame<float>(scene(), settings()), 2000).at({{1, -0.5}}, 0.5));
    const std::vector<Point> z = game.noise(2000), real = game.realSamples(2000);
    const double before = slicedDistance(game.generate(z, Weights::Average), real, 2);
    play(game, 1200);
    const double after = slicedDistance(game.generate(z, Weights::Average), real, 2);
    QVERIFY2(after < 0.5 * before, qPrintable(QString("%1 to %2").arg(before).arg(after)));
    std::vector<Fault> faults;
    const LockStep together(scene(), s, {readContender("uid", faults), readContender("uid+gan", faults)});
    QVERIFY(together.game(0).teacherNetwork() && together.game(0).teacherNetwork() == together.game(1).teacherNetwork());
}

QTEST_GUILESS_MAIN(TestOtherNetworks)
#include "tst_other_networks.moc"
