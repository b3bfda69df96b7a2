// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/game/settings.h"

#include <array>

namespace realuid::game
{
namespace
{
constexpr double kUnbounded = std::numeric_limits<double>::infinity();

using Row = Parameter<GameSettings>;

Row whole(std::string_view id, std::string_view title, std::string_view meaning, Range range, Range slider,
          std::int64_t GameSettings::*member, Tier tier = Tier::Lesson)
{
    return {{.id = id, .symbol = "", .title = title, .meaning = meaning, .unit = "", .range = range, .slider = slider,
             .step = 1, .tier = tier},
            member};
}

Row number(std::string_view id, std::string_view title, std::string_view meaning, Range range, double step,
           double GameSettings::*member, Tier tier = Tier::Expert)
{
    return {{.id = id, .symbol = "", .title = title, .meaning = meaning, .unit = "", .range = range, .step = step,
             .tier = tier},
            member};
}

Row rateRow(std::string_view id, std::string_view title, std::string_view meaning, double GameSettings::*member)
{
    return {{.id = id,
             .symbol = "",
             .title = title,
             .meaning = meaning,
             .unit = "",
             .range = {0, 1},
             .slider = {1e-5, 1e-1},
             .scale = Scale::Logarithmic,
             .step = 1e-5,
             .tier = Tier::Lesson},
            member};
}

Row choiceRow(std::string_view id, std::string_view title, std::string_view meaning, std::vector<std::string_view> choices,
              std::string GameSettings::*member)
{
    return {{.id = id, .symbol = "", .title = title, .meaning = meaning, .unit = "", .tier = Tier::Expert, .choices = std::move(choices)},
            member};
}

void requireThat(bool good, const char* field, const std::string& value, const char* must, std::vector<Fault>& faults)
{
    if (!good)
        faults.push_back({field, value, {must}});
}
} // namespace

std::span<const Parameter<GameSettings>> gameParameters()
{
    static const std::array<Row, 23> table{{
        whole("steps", REALUID_TEXT("updates"), REALUID_TEXT("Updates of either player to make in all."), {1, kUnbounded}, {},
              &GameSettings::steps),
        whole("fake_steps", REALUID_TEXT("fake updates in a row"),
              REALUID_TEXT("Fake updates before each generator update; 5 makes the authors' 5 : 1."), {1, 1000}, {1, 20},
              &GameSettings::fakeSteps),
        whole("batch", REALUID_TEXT("batch"), REALUID_TEXT("Samples in an update."), {1, 65536}, {16, 2048}, &GameSettings::batch),
        rateRow("lr", REALUID_TEXT("learning rate"), REALUID_TEXT("The fake model's rate after the warm-up."), &GameSettings::lr),
        rateRow("lr_generator", REALUID_TEXT("generator's rate"), REALUID_TEXT("The generator's rate after the warm-up."),
                &GameSettings::lrGenerator),
        number("lr_end", REALUID_TEXT("rate at the end"),
               REALUID_TEXT("Share of the rate that is left at the end; it falls over the second half of the updates."), {0, 1}, 0.01,
               &GameSettings::lrEnd),
        whole("warmup", REALUID_TEXT("warm-up"), REALUID_TEXT("Updates over which each optimiser's rate grows from 0."),
              {0, kUnbounded}, {0, 1000}, &GameSettings::warmup, Tier::Expert),
        number("beta1", REALUID_TEXT("first moment's decay"),
               REALUID_TEXT("Adam's memory of gradients; the authors distil with 0."), {0, 1, false, true}, 0.01, &GameSettings::beta1),
        number("beta2", REALUID_TEXT("second moment's decay"), REALUID_TEXT("Adam's memory of squared gradients."),
               {0, 1, false, true}, 0.001, &GameSettings::beta2),
        number("clip", REALUID_TEXT("gradient clip"),
               REALUID_TEXT("Largest norm of all gradients together; larger ones are scaled down to it."), {0, kUnbounded, true, false},
               0.1, &GameSettings::clip),
        number("ema_decay", REALUID_TEXT("EMA decay"), REALUID_TEXT("Decay of the generator's moving average."),
               {0, 1, false, true}, 0.001, &GameSettings::emaDecay),
        whole("width", REALUID_TEXT("network width"), REALUID_TEXT("Neurons of each hidden layer."), {1, 1024}, {16, 256},
              &GameSettings::width),
        whole("depth", REALUID_TEXT("hidden layers"), REALUID_TEXT("Hidden layers of generator and fake model."), {1, 16}, {1, 6},
              &GameSettings::depth),
        choiceRow("activation", REALUID_TEXT("activation"), REALUID_TEXT("What follows each hidden layer of the small networks."),
                  {"silu", "tanh", "relu"}, &GameSettings::activation),
        choiceRow("start", REALUID_TEXT("both players' start"),
                  REALUID_TEXT("teacher: as with the authors, who begin with the teacher's weights: the fake model is the teacher plus its "
                               "network, which begins at 0, the generator the teacher's one step from the noise, the data's mean, plus its "
                               "network. random: networks alone, from random weights."),
                  {"teacher", "random"}, &GameSettings::start),
        whole("teacher_updates", REALUID_TEXT("teacher's training"),
              REALUID_TEXT("0: the teacher is the exact field. Otherwise a network as large as the players' is trained on samples of its distribution "
                           "for so many updates before the game, and teaches with all that it got wrong."),
              {0, 1e6}, {0, 5000}, &GameSettings::teacherUpdates),
        choiceRow("times", REALUID_TEXT("times"),
                  REALUID_TEXT("uniform: t is drawn from (0, 1). late: as 0.95 times the root of that, more often where the fields are finest; "
                               "the fake model's optimum does not depend on it."),
                  {"uniform", "late"}, &GameSettings::times),
        number("input_scale", REALUID_TEXT("scale of the inputs"),
               REALUID_TEXT("Factor on the first layer's initial weights and biases: larger ones start with finer detail."),
               {0, 1000, true, false}, 0.1, &GameSettings::inputScale),
        number("gan_generator", REALUID_TEXT("GAN weight, generator"),
               REALUID_TEXT("Weight of softplus(−D) on generated samples in the generator's turn (eqs. 7–9); 0 is without."), {0, 1e6}, 0.1,
               &GameSettings::ganGenerator),
        number("gan_critic", REALUID_TEXT("GAN weight, discriminator"),
               REALUID_TEXT("Weight of softplus(D) on generated and softplus(−D) on real samples in the fake model's turn; D is a network of its "
                            "own here. 0 is without."), {0, 1e6}, 0.1, &GameSettings::ganCritic),
        number("gan_from", REALUID_TEXT("GAN's earliest t"),
               REALUID_TEXT("The adversarial terms see t uniform from here to 1; the authors take the last fifth."), {0, 1, false, true}, 0.05,
               &GameSettings::ganFrom),
        whole("seed", REALUID_TEXT("seed"), REALUID_TEXT("All random numbers follow from it."), {0, kUnbounded}, {0, 1000},
              &GameSettings::seed),
        whole("threads", REALUID_TEXT("threads"), REALUID_TEXT("Processor threads; 0 takes all. Results do not depend on them."),
              {0, 1024}, {0, 16}, &GameSettings::threads, Tier::Expert),
    }};
    return table;
}

std::vector<Fault> check(const GameSettings& settings)
{
    std::vector<Fault> faults;
    checkTable(gameParameters(), settings, faults);
    if (settings.ganGenerator > 0 && settings.ganCritic == 0)
        faults.push_back({"gan_critic", "0", {REALUID_TEXT("must be above 0 where gan_generator is: the discriminator would never learn")}});
    return faults;
}

std::vector<Fault> checkPlayable(const Scene& scene)
{
    std::vector<Fault> faults;
    requireThat(scene.interpolant.kind == "linear", "interpolant.kind", scene.interpolant.kind,
                REALUID_TEXT("must be linear: the game is played on this path alone"), faults);
    requireThat(scene.target.empty() || scene.target == "velocity", "target", scene.target,
                REALUID_TEXT("must be velocity: the game's networks learn no other target"), faults);
    requireThat(!scene.coupling.isJoint() && scene.coupling.source.components.empty(), "coupling", scene.coupling.kind,
                REALUID_TEXT("must be independent, with standard normal noise: the game knows no other"), faults);
    return faults;
}

MlpShape shapeOf(const GameSettings& s, int dimension)
{
    using dense::Activation;
    const Activation activation = s.activation == "tanh"   ? Activation::Tanh
                                  : s.activation == "relu" ? Activation::Relu
                                                           : Activation::Silu;
    return {dimension, static_cast<int>(s.width), static_cast<int>(s.depth), activation};
}

} // namespace realuid::game
