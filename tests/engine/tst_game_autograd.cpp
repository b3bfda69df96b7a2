// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/game.h"
#include "core/engine/mixture_field.h"
#include "core/engine/mlp.h"
#include "core/engine/random_fill.h"
#include "core/game/plane_game.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>

#include <QtTest>

using namespace realuid;
using at::Tensor;
using game::Point;

namespace
{

template <class Real>
constexpr at::ScalarType kType = std::is_same_v<Real, float> ? at::kFloat : at::kDouble;
/// What the issue asks for: relative to the largest entry.
template <class Real>
constexpr double kTolerance = std::is_same_v<Real, float> ? 1e-5 : 1e-10;

/// A buffer laid out as game::MlpShape says, as the tensors that PyTorch has: weight [out, in], bias [out] of each layer.
template <class Real>
std::vector<Tensor> tensorsOf(const game::MlpShape& shape, const game::Buffer<Real>& flat)
{
    std::vector<Tensor> out;
    for (int l = 0; l < shape.layers(); ++l) {
        const int inputs = shape.inputs(l), outputs = shape.outputs(l);
        const auto part = [&](long offset, std::int64_t rows) {
            Tensor all = at::empty({rows, game::rowLength(outputs)}, kType<Real>);
            std::copy_n(flat.data() + offset, all.numel(), all.data_ptr<Real>());
            return all.narrow(1, 0, outputs);
        };
        out.push_back(part(shape.weight(l), inputs).t().contiguous());
        out.push_back(part(shape.bias(l), 1).reshape({outputs}));
    }
    return out;
}

Tensor forward(const std::vector<Tensor>& p, const Tensor& x, const Tensor& t, const std::string& activation)
{
    Tensor h = at::cat({x, t.unsqueeze(1)}, 1);
    for (std::size_t l = 0; l < p.size() / 2; ++l) {
        h = at::linear(h, p[2 * l], p[2 * l + 1]);
        if (2 * l + 2 < p.size())
            h = activation == "tanh" ? at::tanh(h) : activation == "relu" ? at::relu(h) : at::silu(h);
    }
    return h;
}

double error(const Tensor& got, const Tensor& want)
{
    return ((got - want).abs().max() / want.abs().max().clamp_min(1e-300)).template item<double>();
}

template <class Real>
Tensor normals(std::int64_t n, int dimension, std::uint64_t seed)
{
    const Tensor out = at::empty({n, dimension}, kType<Real>);
    engine::fillNormal({seed, Purpose::Noise, 0, 0}, out);
    return out;
}

Scene sceneIn(int dimension)
{
    Scene scene;
    if (dimension == 1) {
        scene.real.components = {{1, {-1}, {0.2}}, {2, {1.5}, {0.1}}};
        scene.generated = gaussian({0}, {1});
    } else {
        scene.real.components = {{1, {-1, 0.5}, {0.2, 0.05, 0.05, 0.3}}, {2, {1.5, -1}, {0.1, 0, 0, 0.1}}};
        scene.generated = gaussian({0, 0}, {1, 0, 0, 1});
    }
    return scene;
}

/// The first `columns` of n rows of a pass.
template <class Real>
Tensor rowsOf(const game::Buffer<Real>& buffer, std::int64_t n, std::int64_t columns)
{
    Tensor all = at::empty({n, game::MlpPass<Real>::kRow}, kType<Real>);
    std::copy_n(buffer.data(), all.numel(), all.data_ptr<Real>());
    return all.narrow(1, 0, columns);
}

} // namespace

/// The small networks and the game of realuid_game, against LibTorch's automatic derivatives.
class TestGameAutograd : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void network_data();
    void network();
    void sameStart();
    void game_data();
    void game();

private:
    template <class Real>
    void networkOf(const game::MlpShape& shape, const std::string& activation);
    template <class Real>
    void gameOf(const Loss& loss, int dimension, const std::string& start = "random");
};

void TestGameAutograd::network_data()
{
    QTest::addColumn<int>("dimension");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("depth");
    QTest::addColumn<QString>("activation");
    for (const char* activation : {"silu", "tanh", "relu"})
        for (const auto& [width, depth] : {std::pair{128, 3}, {40, 2}, {17, 1}})
            for (const int dimension : {1, 2})
                QTest::addRow("%s %d x %d, %d-D", activation, depth, width, dimension) << dimension << width << depth << activation;
}

void TestGameAutograd::network()
{
    QFETCH(int, dimension);
    QFETCH(int, width);
    QFETCH(int, depth);
    QFETCH(QString, activation);
    game::GameSettings settings;
    settings.width = width;
    settings.depth = depth;
    settings.activation = activation.toStdString();
    networkOf<float>(game::shapeOf(settings, dimension), settings.activation);
    networkOf<double>(game::shapeOf(settings, dimension), settings.activation);
}

template <class Real>
void TestGameAutograd::networkOf(const game::MlpShape& shape, const std::string& activation)
{
    constexpr int kRows = 53;
    const int d = shape.dimension;
    game::Mlp<Real> net(shape);
    net.initialise(5);
    std::vector<Tensor> parameters = tensorsOf(shape, net.weights());
    for (Tensor& p : parameters)
        p = p.clone().requires_grad_();
    const Tensor x = normals<Real>(kRows, d, 1).requires_grad_(), by = normals<Real>(kRows, d, 2);
    const Tensor t = at::linspace(0.01, 0.99, kRows, kType<Real>).requires_grad_();
    const Tensor want = forward(parameters, x, t, activation);
    torch::autograd::backward({want}, {by});

    game::MlpPass<Real> pass(shape, kRows);
    pass.rows = kRows;
    for (int i = 0; i < kRows; ++i) {
        const auto row = static_cast<std::size_t>(i * game::MlpPass<Real>::kRow);
        for (int k = 0; k < d; ++k) {
            pass.input[row + static_cast<std::size_t>(k)] = x[i][k].template item<Real>();
            pass.byOutput[row + static_cast<std::size_t>(k)] = by[i][k].template item<Real>();
        }
        pass.input[row + static_cast<std::size_t>(d)] = t[i].template item<Real>();
    }
    game::Buffer<Real> byWeights(static_cast<std::size_t>(shape.size()), 0);
    net.forward(pass, true);
    net.backward(pass, byWeights.data(), true);
    QVERIFY(error(rowsOf(pass.output, kRows, d), want.detach()) < kTolerance<Real>);
    const Tensor byInput = rowsOf(pass.byInput, kRows, d + 1);
    QVERIFY(error(byInput.narrow(1, 0, d), x.grad()) < kTolerance<Real>);
    QVERIFY(error(byInput.select(1, d), t.grad()) < kTolerance<Real>);
    const std::vector<Tensor> gradients = tensorsOf(shape, byWeights);
    for (std::size_t i = 0; i < gradients.size(); ++i)
        QVERIFY2(error(gradients[i], parameters[i].grad()) < kTolerance<Real>, qPrintable(QString::number(i)));
    // Padding has no gradient, or it would not stay 0.
    double whole = 0, parts = 0;
    for (const Real value : byWeights)
        whole += std::abs(static_cast<double>(value));
    for (const Tensor& gradient : gradients)
        parts += gradient.abs().sum(at::kDouble).template item<double>();
    QVERIFY(std::abs(whole - parts) <= 1e-12 * whole);
}

/// The same seed makes the engine's network.
void TestGameAutograd::sameStart()
{
    const game::MlpShape shape{2, 40, 2};
    game::Mlp<double> ours(shape);
    ours.initialise(7);
    engine::Mlp theirs(2, 40, 2, at::kDouble);
    theirs.initialise(7);
    const std::vector<Tensor> tensors = tensorsOf(shape, ours.weights());
    for (std::size_t i = 0; i < tensors.size(); ++i)
        QVERIFY(tensors[i].equal(theirs.parameters().get(i)));
}

void TestGameAutograd::game_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("dimension");
    for (const char* kind : {"uid", "realuid", "general", "sid", "dmd", "normalized"})
        for (const int dimension : {1, 2})
            if (dimension == 2 || QString(kind) != "normalized") // on a line the unit direction has no slope, only rounding
                QTest::addRow("%s, %d-D", kind, dimension) << kind << dimension;
}

void TestGameAutograd::game()
{
    QFETCH(QString, kind);
    QFETCH(int, dimension);
    Loss loss;
    loss.kind = kind.toStdString();
    loss.alpha = 0.8;
    loss.beta = 0.9;
    loss.gamma = 0.7;
    gameOf<double>(loss, dimension);
    gameOf<float>(loss, dimension);
    if (loss.kind != "normalized") // at the start there the two fields agree, and have no unit direction between them
        gameOf<double>(loss, dimension, "teacher");
    loss.parametrisation = "beta";
    loss.realTarget = "teacher";
    gameOf<double>(loss, dimension);
}

/// Three rounds of two fake updates and one of the generator, from the same networks and the same numbers.
template <class Real>
void TestGameAutograd::gameOf(const Loss& loss, int dimension, const std::string& start)
{
    Scene scene = sceneIn(dimension);
    scene.loss = loss;
    scene.teacher = scene.real;
    scene.teacher->components[0].mean[0] -= 0.3;
    game::GameSettings s;
    s.width = 32;
    s.depth = 2;
    s.batch = 150;
    s.fakeSteps = 2;
    s.lr = s.lrGenerator = 1e-3;
    s.inputScale = 1;
    s.start = start;
    s.lrEnd = 1;
    s.warmup = 2;
    s.threads = 2;
    game::PlaneGame<Real> ours(scene, s);

    engine::Mlp generator(dimension, s.width, s.depth, kType<Real>), fake(dimension, s.width, s.depth, kType<Real>);
    generator.initialise(42);
    fake.initialise(43);
    const engine::MixtureField teacher(*scene.teacher, kType<Real>);
    const bool fromTeacher = start == "teacher";
    if (fromTeacher)
        for (const std::size_t last : {2 * static_cast<std::size_t>(s.depth), 2 * static_cast<std::size_t>(s.depth) + 1})
            fake.parameters().get(last).detach().zero_();
    const engine::Field fakeField = [&](const Tensor& x, const Tensor& t, const Tensor&) {
        return fromTeacher ? fake.forward(x, t) + teacher.velocity(x, t) : fake.forward(x, t);
    };
    const engine::Field generatorField = [&](const Tensor& x, const Tensor& t, const Tensor&) {
        return fromTeacher ? generator.forward(x, t) + teacher.velocity(x, t).detach() : generator.forward(x, t);
    };
    const engine::AdamSettings adam{.lr = s.lr, .warmup = s.warmup};
    engine::Learner fakeLearner(Player::Fake, fakeField, fake.parameters(), adam);
    engine::Learner generatorLearner(Player::Generator, generatorField, generator.parameters(), adam);
    engine::Ema none(generator.parameters().everything(), {});
    engine::Game theirs([&](const Tensor& x, const Tensor& t, const Tensor&) { return teacher.velocity(x, t); }, fakeLearner,
                        generatorLearner, none);
    for (std::uint32_t k = 0; k < 9; ++k) {
        const auto filled = [&](Purpose purpose) {
            const Tensor out = at::empty({s.batch, dimension}, kType<Real>);
            engine::fillNormal({42, purpose, k, 0}, out);
            return out;
        };
        engine::Draw draw{at::empty({s.batch, dimension}, kType<Real>), filled(Purpose::Noise), at::empty({s.batch}, kType<Real>),
                          filled(Purpose::Latent), {}};
        engine::fillUniform({42, Purpose::Time, k, 0}, draw.t);
        for (std::int64_t i = 0; i < s.batch; ++i) {
            const Point x = ours.real().sample({42, Purpose::Real, k, static_cast<std::uint64_t>(i)});
            for (int d = 0; d < dimension; ++d)
                draw.real[i][d] = static_cast<Real>(x[static_cast<std::size_t>(d)]);
        }
        const engine::Made want = k % 3 == 2 ? theirs.generatorUpdate(draw, lossForm(loss), k + 1) : theirs.fakeUpdate(draw, lossForm(loss), k + 1);
        const UpdateRecord got = ours.advance();
        QVERIFY2(std::abs(got.loss - want.loss) <= kTolerance<Real> * std::max(1.0, std::abs(want.loss)), qPrintable(QString("%1: %2 for %3").arg(k).arg(got.loss, 0, 'g', 17).arg(want.loss, 0, 'g', 17)));
        QVERIFY(std::abs(got.gradNorm - want.gradNorm) <= 3 * kTolerance<Real> * want.gradNorm);
        QCOMPARE(got.lr, want.lr);
    }
    // Adam divides by the gradient's size: in single precision an entry near zero may take another step altogether.
    if (kType<Real> == at::kDouble) {
        const std::vector<Tensor> weights = tensorsOf(ours.shape(), ours.generatorNetwork().weights());
        for (std::size_t i = 0; i < weights.size(); ++i)
            QVERIFY(error(weights[i], generator.parameters().get(i).detach()) < 1e-8);
    }
}

QTEST_GUILESS_MAIN(TestGameAutograd)
#include "tst_game_autograd.moc"
