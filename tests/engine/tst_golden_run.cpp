// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/game.h"
#include "core/engine/mlp.h"
#include "tests/engine/fixture_tensors.h"

namespace
{
using namespace realuid;
using namespace realuid::engine;

constexpr double kTolerance = 1e-9;

Field fieldOf(Mlp& net)
{
    return [&net](const Tensor& x, const Tensor& t, const Tensor&) { return net.forward(x, t); };
}

StateDict stateUnder(const SafetensorsReader& file, const std::string& prefix)
{
    StateDict state;
    for (const auto& [name, shape] : file.shapes())
        if (name.starts_with(prefix))
            state.add(name.substr(prefix.size()), file.read(name));
    return state;
}

std::string twoDigits(std::int64_t k) { return (k < 10 ? "0" : "") + std::to_string(k); }
} // namespace

/// The 24 updates that the authors' code made in two dimensions, by the code that trains on images.
class TestGoldenRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void run();

private:
    void compareState(const StateDict& got, const SafetensorsReader& file, const std::string& prefix);
    void compareMoments(const Learner& learner, const SafetensorsReader& file, const std::string& prefix);
};

void TestGoldenRun::run()
{
    REALUID_FIXTURE(description, "toy_run.json");
    REALUID_FIXTURE(tensors, "toy_run.safetensors");
    const Json json = readJson(description);
    const SafetensorsReader file(tensors);
    const Json& s = json["settings"];

    const auto make = [&](const std::string& name) {
        Mlp net(2, s["hidden"], 2, at::kDouble);
        net.parameters().load(stateUnder(file, "init/" + name + "/"), name);
        return net;
    };
    Mlp teacher = make("teacher"), generator = make("generator"), fake = make("fake");
    teacher.parameters().requiresGrad(false);
    const AdamSettings settings{.lr = s["lr"], .clip = s["clip"], .warmup = s["warmup"]};
    Learner fakeLearner(Player::Fake, fieldOf(fake), fake.parameters(), settings);
    Learner generatorLearner(Player::Generator, fieldOf(generator), generator.parameters(), settings);
    Ema averages(generator.parameters().everything(), s["ema"].get<std::vector<double>>());
    Game game(fieldOf(teacher), fakeLearner, generatorLearner, averages);
    Loss loss;
    loss.alpha = s["alpha"];
    loss.beta = s["beta"];

    for (const Json& expected : json["steps"]) {
        const std::int64_t k = expected["step"];
        const auto tensor = [&](const char* name) { return file.read("step" + twoDigits(k) + "/" + name); };
        const Draw draw{tensor("x1_real"), tensor("x0"), tensor("t").flatten(), tensor("z"), {}};
        const bool fakeTurn = expected["turn"] == "fake";
        const Made made = fakeTurn ? game.fakeUpdate(draw, lossForm(loss), k) : game.generatorUpdate(draw, lossForm(loss), k);
        const double sign = fakeTurn ? -1 : 1; // the authors maximise the fake loss
        QVERIFY(std::abs(sign * made.loss - expected["loss"].get<double>()) < kTolerance);
        QVERIFY(std::abs(made.gradNorm - expected["grad_norm"].get<double>()) < kTolerance);
        QVERIFY(std::abs(made.lr - expected["lr"].get<double>()) < 1e-15);
    }
    compareState(fake.parameters().stateDict(), file, "final/fake/");
    compareState(generator.parameters().stateDict(), file, "final/generator/");
    for (std::size_t i = 0; i < averages.decays().size(); ++i)
        compareState(generator.parameters().stateDict(averages.average(i)), file,
                     "final/ema_" + numberText(averages.decays()[i]) + "/");
    compareMoments(fakeLearner, file, "final/optim_u/");
    compareMoments(generatorLearner, file, "final/optim_gen/");
}

void TestGoldenRun::compareState(const StateDict& got, const SafetensorsReader& file, const std::string& prefix)
{
    QVERIFY(!got.entries.empty());
    for (const auto& [name, tensor] : got.entries)
        QVERIFY2(relativeError(tensor, file.read(prefix + name)) < kTolerance, (prefix + name).c_str());
}

void TestGoldenRun::compareMoments(const Learner& learner, const SafetensorsReader& file, const std::string& prefix)
{
    const ParameterSet& set = learner.parameters();
    for (std::size_t i = 0; i < set.size(); ++i) {
        const std::string name = prefix + std::to_string(i);
        QVERIFY2(relativeError(set.part(learner.adam().firstMoment(), i), file.read(name + "/exp_avg")) < kTolerance, name.c_str());
        QVERIFY2(relativeError(set.part(learner.adam().secondMoment(), i), file.read(name + "/exp_avg_sq")) < kTolerance, name.c_str());
    }
}

QTEST_GUILESS_MAIN(TestGoldenRun)
#include "tst_golden_run.moc"
