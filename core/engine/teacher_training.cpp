// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/teacher_training.h"

#include "core/engine/field_solver.h"
#include "core/engine/learner_state.h"

#include <ATen/ATen.h>

namespace realuid::engine
{
namespace
{
/// Sheets while training are for the eye: few evaluations keep them about as dear as an update.
const Solver kSheetSolver{"heun", 8}, kBridgeSolver{"euler", 16};

UNet frozen(UNet net)
{
    net.parameters().freeze();
    return net;
}
} // namespace

TeacherTraining::TeacherTraining(RunParts parts, UNet network)
    : ImageTraining(std::move(parts)), m_network(std::move(network)), m_viewer(frozen(m_network.clone())),
      m_learner(
          Player::Teacher,
          [this](const Tensor& x, const Tensor& t, const Tensor& y) {
              return m_network.forward(x, t, y, m_dropout ? &*m_dropout : nullptr);
          },
          m_network.parameters(), adamSettings()),
      m_averages(m_network.parameters().everything(), parameters().emaDecays)
{
    m_network.computes(computing());
}

Made TeacherTraining::update(Player, std::int64_t step)
{
    m_learner.learns(true);
    std::int64_t first = ownRows().first;
    for (const Draw& part : draw(step, classes() > 0, true).parts(spread().atOnce)) {
        m_dropout.emplace(parameters().dropout, static_cast<std::uint64_t>(parameters().seed), static_cast<std::uint32_t>(step),
                          static_cast<std::uint64_t>(first));
        gather(part);
        first += part.x0.size(0);
    }
    const Made made = m_learner.finish(step + 1);
    const NoGrad guard;
    m_averages.update(m_network.parameters().everything());
    return made;
}

void TeacherTraining::gather(const Draw& part)
{
    const MatchingPath matching = path();
    const Tensor field = m_learner(seen(matching.point(part.x0, part.real, part.t, part.bridge), part.condition), part.t, part.labels);
    const NoGrad guard;
    const Tensor rest = field.detach() - matching.target(part.x0, part.real, part.t);
    const double numbers = static_cast<double>(rest.numel() / rest.size(0)) * static_cast<double>(spread().whole);
    m_learner.gather(field, rest * (2 / numbers), at::sum(rest * rest, at::kDouble) / numbers);
}

std::vector<ImageTraining::Weights> TeacherTraining::shown() const
{
    std::vector<Weights> all{{"teacher", m_network.parameters().everything()}};
    for (std::size_t i = 0; i < m_averages.decays().size(); ++i)
        all.push_back({"ema" + numberText(m_averages.decays()[i]), m_averages.average(i)});
    return all;
}

Tensor TeacherTraining::pictures(const Weights& weights, const Inputs& inputs)
{
    const NoGrad guard;
    m_viewer.parameters().everything().copy_(weights.everything);
    return path().solve(path().bridges() ? kBridgeSolver : kSheetSolver, given(m_viewer, inputs.x0), inputs.z, inputs.labels).x;
}

std::int64_t TeacherTraining::evaluationsOfPictures() const { return path().bridges() ? kBridgeSolver.steps : 2 * kSheetSolver.steps; }

std::vector<NamedTensor> TeacherTraining::terms(const Draw& batch) const
{
    const NoGrad guard;
    return {{"field", given(m_network, batch.x0)(path().point(batch.x0, batch.real, batch.t, batch.bridge), batch.t, batch.labels)}};
}

CheckpointContent TeacherTraining::content() const
{
    CheckpointContent all;
    all.networks = {{"net_model", m_network.parameters().stateDict()}};
    all.emas = averageStates(m_averages, m_network.parameters());
    all.optimisers = {{"optim", adamStateOf(m_learner)}};
    all.schedule = scheduleOf(m_learner);
    all.studio.set("head_channels", m_network.geometry().headChannels);
    all.studio.set("updates", m_learner.adam().updates());
    return all;
}

void TeacherTraining::settingsChanged() { m_learner.adam().settings() = adamSettings(); }

void TeacherTraining::restore(const CheckpointReader& reader)
{
    const std::string where = reader.file().string();
    m_network.parameters().load(reader.read("net_model"), where);
    for (std::size_t i = 0; i < m_averages.decays().size(); ++i) {
        m_viewer.parameters().load(reader.read(numberText(m_averages.decays()[i])), where);
        m_averages.average(i).copy_(m_viewer.parameters().everything());
    }
    engine::restore(m_learner, reader.optimiser("optim"), studioNumber(reader, "updates"), where);
    restoreProgress(reader);
}

} // namespace realuid::engine
