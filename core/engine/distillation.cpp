// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/distillation.h"

#include "core/api/error.h"
#include "core/engine/field_solver.h"
#include "core/engine/learner_state.h"

#include <ATen/ATen.h>

namespace realuid::engine
{
namespace
{
constexpr double kDiagnosticTime = 0.5;

Field fieldOf(const UNet& net)
{
    return [&net](const Tensor& x, const Tensor& t, const Tensor& y) { return net.forward(x, t, y); };
}

/// Off where the run has no adversarial terms.
Game::Critic criticOf(const UNet& fake, const TrainingParameters& p)
{
    return {[&fake](const Tensor& x, const Tensor& t, const Tensor& y) { return fake.criticLogits(fake.middle(x, t, y)); },
            {p.ganGenerator, p.ganCritic, p.ganFrom}};
}

UNet frozen(UNet net)
{
    net.parameters().freeze();
    return net;
}
} // namespace

Distillation::Distillation(RunParts parts, Networks networks)
    : ImageTraining(std::move(parts)), m_networks(std::move(networks)), m_viewer(frozen(m_networks.generator.clone())),
      m_fake(Player::Fake, fieldOf(m_networks.fake), m_networks.fake.parameters(), adamSettings()),
      m_generator(Player::Generator, fieldOf(m_networks.generator), m_networks.generator.parameters(), adamSettings()),
      m_averages(m_networks.generator.parameters().everything(), parameters().emaDecays),
      m_game(fieldOf(m_networks.teacher), m_fake, m_generator, m_averages, criticOf(m_networks.fake, parameters()),
             path(), spread())
{
    m_networks.teacher.parameters().freeze();
    for (UNet* network : {&m_networks.teacher, &m_networks.generator, &m_networks.fake})
        network->computes(computing());
}

Player Distillation::turn() const { return m_phase >= parameters().fakeSteps ? Player::Generator : Player::Fake; }

Made Distillation::update(Player player, std::int64_t step)
{
    const LossForm form = lossForm(loss());
    const bool generatorTurn = player == Player::Generator;
    const Draw random = draw(step, classes() > 0, !generatorTurn && (form.usesReal() || parameters().ganCritic > 0));
    const Made made = generatorTurn ? m_game.generatorUpdate(random, form, step + 1) : m_game.fakeUpdate(random, form, step + 1);
    m_phase = generatorTurn ? 0 : m_phase + 1;
    return made;
}

std::vector<ImageTraining::Weights> Distillation::shown() const
{
    std::vector<Weights> all{{"gen", m_networks.generator.parameters().everything()}};
    for (std::size_t i = 0; i < m_averages.decays().size(); ++i)
        all.push_back({"ema" + numberText(m_averages.decays()[i]), m_averages.average(i)});
    return all;
}

Tensor Distillation::pictures(const Weights& weights, const Inputs& inputs)
{
    const NoGrad guard;
    m_viewer.parameters().everything().copy_(weights.everything);
    return path().solve({}, given(m_viewer, inputs.x0), inputs.z, inputs.labels).x;
}

/// One-step denoising E[x1 | x_t] of the generator's samples as both fields say, at one time, and where they differ:
/// there the generator still moves. On a bridge x_t is taken without noise.
std::vector<ImageTraining::Diagnostic> Distillation::diagnostics() const
{
    const auto denoised = [this](const UNet& net, const Inputs& of) {
        const NoGrad guard;
        const Tensor t = at::full({of.z.size(0)}, kDiagnosticTime, of.z.options());
        const Tensor x1 = path().generate(given(m_networks.generator, of.x0), of.z, of.labels);
        const Tensor points = path().point(of.x0, x1, t, at::zeros_like(x1));
        return path().data(points, given(net, of.x0)(points, t, of.labels), t);
    };
    const UNet &teacher = m_networks.teacher, &fake = m_networks.fake;
    return {{"teacher-denoised", [=, &teacher](const Inputs& of) { return denoised(teacher, of); }},
            {"fake-denoised", [=, &fake](const Inputs& of) { return denoised(fake, of); }},
            {"difference", [=, &teacher, &fake](const Inputs& of) { return denoised(teacher, of) - denoised(fake, of); }}};
}

std::vector<NamedTensor> Distillation::terms(const Draw& batch) const
{
    const NoGrad guard;
    const Tensor x1 = path().generate(given(m_networks.generator, batch.x0), batch.z, batch.labels);
    const auto point = [&](const Tensor& end) { return path().point(batch.x0, end, batch.t, batch.bridge); };
    const Tensor generated = point(x1), real = point(batch.real);
    const auto of = [&](const UNet& net, const Tensor& points) { return given(net, batch.x0)(points, batch.t, batch.labels); };
    std::vector<NamedTensor> all{{"generated", x1},
                                 {"teacher_on_generated", of(m_networks.teacher, generated)},
                                 {"fake_on_generated", of(m_networks.fake, generated)},
                                 {"teacher_on_real", of(m_networks.teacher, real)},
                                 {"fake_on_real", of(m_networks.fake, real)}};
    if (batch.criticTimes.defined())
        for (const auto& [label, end] : {std::pair("critic_on_generated", x1), std::pair("critic_on_real", batch.real)}) {
            const Tensor points = path().point(batch.x0, end, batch.criticTimes, batch.bridge);
            all.push_back({label, criticOf(m_networks.fake, parameters()).logits(seen(points, batch.condition), batch.criticTimes, batch.labels)});
        }
    return all;
}

std::vector<Preflight::Network> Distillation::networkSizes() const
{
    const auto count = [](const UNet& net) { return net.parameters().parameterCount(); };
    return {{"teacher", count(m_networks.teacher), false}, {"generator", count(m_networks.generator)}, {"fake", count(m_networks.fake)}};
}

CheckpointContent Distillation::content() const
{
    CheckpointContent all;
    all.networks = {{"gen", m_networks.generator.parameters().stateDict()}, {"u", m_networks.fake.parameters().stateDict()}};
    all.emas = averageStates(m_averages, m_networks.generator.parameters());
    all.optimisers = {{"optim_gen", adamStateOf(m_generator)}, {"optim_u", adamStateOf(m_fake)}};
    all.schedule = scheduleOf(m_generator);
    all.studio.set("head_channels", m_networks.generator.geometry().headChannels);
    all.studio.set("fake_head_channels", m_networks.fake.geometry().headChannels);
    all.studio.set("phase", m_phase);
    all.studio.set("updates_generator", m_generator.adam().updates());
    all.studio.set("updates_fake", m_fake.adam().updates());
    return all;
}

void Distillation::settingsChanged()
{
    m_fake.adam().settings() = adamSettings();
    m_generator.adam().settings() = adamSettings();
}

void Distillation::restore(const CheckpointReader& reader)
{
    const std::string where = reader.file().string();
    m_networks.generator.parameters().load(reader.read("gen"), where);
    m_networks.fake.parameters().load(reader.read("u"), where);
    for (std::size_t i = 0; i < m_averages.decays().size(); ++i) {
        m_viewer.parameters().load(reader.read(numberText(m_averages.decays()[i])), where);
        m_averages.average(i).copy_(m_viewer.parameters().everything());
    }
    engine::restore(m_generator, reader.optimiser("optim_gen"), studioNumber(reader, "updates_generator"), where);
    engine::restore(m_fake, reader.optimiser("optim_u"), studioNumber(reader, "updates_fake"), where);
    m_phase = studioNumber(reader, "phase");
    restoreProgress(reader);
}

} // namespace realuid::engine
