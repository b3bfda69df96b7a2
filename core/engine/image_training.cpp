// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/image_training.h"

#include "core/api/error.h"
#include "core/engine/device.h"
#include "core/engine/image_sheet.h"
#include "core/engine/random_fill.h"
#include "core/engine/run_changes.h"

#include <ATen/ATen.h>

#include <utility>

namespace realuid::engine
{
namespace
{
constexpr std::int64_t kStudioVersion = 1;
/// Times of the adversarial terms are those of samples beyond any batch.
constexpr std::uint64_t kCriticSamples = std::uint64_t{1} << 32;
} // namespace

ImageTraining::ImageTraining(RunParts parts)
    : m_parts(std::move(parts)), m_changes(std::move(m_parts.changes)), m_keepChanges(!m_changes.empty())
{
}

AdamSettings ImageTraining::adamSettings() const
{
    const TrainingParameters& p = parameters();
    return {.lr = p.lr, .beta1 = p.beta1, .beta2 = p.beta2, .clip = p.clip, .warmup = p.warmup,
            .decoupled = p.optimizer == "adamw", .decay = p.optimizer == "adamw" ? p.weightDecay : 0};
}

UpdateRecord ImageTraining::advanceAs(Player player, Observer& observer)
{
    useThreads(m_parts.threads);
    if ((player == Player::Teacher) != (turn() == Player::Teacher))
        throw Error(ErrorKind::Usage, {REALUID_TEXT("this run has no %1 updates"), {name(player)}});
    settle(observer);
    Made made;
    try {
        made = update(player, m_step);
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::Diverged)
            stopDiverged(player, error);
        throw;
    }
    ++m_step;
    return {m_step, player, made.loss, made.gradNorm, made.lr, 0};
}

/// What fell due with the last update. Only now has its record been told, so a checkpoint never runs ahead of the metrics.
/// The end has its own sheet and checkpoint, from whoever drives the run.
void ImageTraining::settle(Observer& observer)
{
    if (m_step > 0 && m_step % parameters().sampleEvery == 0)
        sample(observer);
    if (m_keepChanges || (m_step > 0 && m_step % parameters().saveEvery == 0))
        save(observer);
    tellChanges(observer);
}

/// No weight has changed by now. Keeps the batch, finds what first went wrong, and says how to go on.
void ImageTraining::stopDiverged(Player player, const Error& error)
{
    const Draw batch = draw(m_step, classes() > 0, true);
    const std::vector<NamedTensor> weights = weightsOf(content());
    m_lost = !firstNotFinite(weights).empty();
    std::vector<NamedTensor> found = tensorsOf(batch), parts = terms(batch), all = weights;
    found.insert(found.end(), parts.begin(), parts.end());
    all.insert(all.end(), found.begin(), found.end());
    const std::string first = firstNotFinite(all);
    const Text reason = first.empty() ? Text{REALUID_TEXT("%1; the batch, the weights and all fields are finite"), {error.text().english()}}
                                      : Text{REALUID_TEXT("%1; the first thing that is not finite: %2"), {error.text().english(), first}};
    const std::filesystem::path file = m_parts.folder.divergedBatch(m_step + 1);
    writeDivergedBatch(file, m_step + 1, player, reason.english(), found);
    throw Error(ErrorKind::Diverged, reason, file.string(),
                {REALUID_TEXT("the batch is in this file; go on from the last good state with a smaller rate (`realuid resume --run %1 --lr ...`) or, "
                              "in distillation, with alpha and beta nearer to each other"),
                 {m_parts.folder.root().string()}});
}

void ImageTraining::tellChanges(Observer& observer)
{
    if (!m_changes.empty())
        observer.changed(std::exchange(m_changes, {}), m_step);
}

Draw ImageTraining::draw(std::int64_t step, bool conditional, bool real) const
{
    const TrainingParameters& p = parameters();
    const auto seed = static_cast<std::uint64_t>(p.seed);
    const auto options = at::TensorOptions(at::kFloat).device(device());
    const auto rows = [&](Purpose purpose) { return RandomRows{seed, purpose, static_cast<std::uint32_t>(step), 0}; };
    const std::vector<std::int64_t> shape{p.batch, 3, p.side, p.side};
    Draw out;
    out.x0 = at::empty(shape, options);
    fillNormal(rows(Purpose::Noise), out.x0);
    out.z = at::empty(shape, options);
    fillNormal(rows(Purpose::Latent), out.z);
    out.t = at::empty({p.batch}, options);
    fillUniform(rows(Purpose::Time), out.t);
    if (p.ganGenerator > 0 || p.ganCritic > 0) {
        out.criticTimes = at::empty({p.batch}, options);
        RandomRows times = rows(Purpose::Time);
        times.firstSample += kCriticSamples;
        fillUniform(times, out.criticTimes);
        out.criticTimes.mul_(1 - p.ganFrom).add_(p.ganFrom);
    }
    if (!conditional && !real)
        return out;
    const ImageBatch batch = m_parts.data.batch(seed, step, p.batch, p.flips);
    out.real = batch.images.to(device());
    if (conditional)
        out.labels = batch.labels.to(device());
    return out;
}

void ImageTraining::sample(Observer& observer)
{
    if (m_sampledAt == m_step)
        return;
    useThreads(m_parts.threads);
    const TrainingParameters& p = parameters();
    const at::TensorOptions options = at::TensorOptions(at::kFloat).device(device());
    const auto fixed = [&](std::uint32_t number) {
        const Tensor out = at::empty({p.samples, 3, p.side, p.side}, options);
        fillNormal({static_cast<std::uint64_t>(p.seed), Purpose::FixedLatent, number, 0}, out);
        return out;
    };
    const Tensor z = fixed(0), x0 = fixed(1);
    Tensor labels;
    if (classes() > 0)
        labels = at::arange(p.samples, options.dtype(at::kLong)).remainder(classes());
    const auto show = [&](const Diagnostic& what) {
        std::vector<Tensor> parts;
        for (std::int64_t begin = 0; begin < p.samples; begin += p.batch) {
            const std::int64_t n = std::min(p.batch, p.samples - begin);
            const auto part = [&](const Tensor& all) { return all.defined() ? all.narrow(0, begin, n) : all; };
            parts.push_back(what.images(part(z), part(x0), part(labels)).cpu());
        }
        const ImageSheet sheet = sheetOf(at::cat(parts), m_step, what.label);
        writePng(m_parts.folder.sample(m_step, what.label), sheet, true);
        observer.sampled(sheet);
    };
    for (const Weights& weights : shown())
        show({weights.label, [&](const Tensor& latents, const Tensor&, const Tensor& y) { return pictures(weights, latents, y); }});
    for (const Diagnostic& diagnostic : diagnostics())
        show(diagnostic);
    m_sampledAt = m_step;
}

std::string ImageTraining::save(Observer& observer)
{
    if (m_lost)
        return m_parts.folder.latestCheckpoint().string();
    const std::filesystem::path file = m_parts.folder.checkpoint(m_step);
    if (m_savedAt == m_step && !m_keepChanges)
        return file.string();
    if (m_step > 0 && m_step % parameters().sampleEvery == 0)
        sample(observer); // a run that goes on from here will not look back
    tellChanges(observer);
    observer.saving();
    CheckpointContent all = content();
    all.step = m_step;
    all.studio.set("version", kStudioVersion);
    all.studio.set("parameters", parameterText(m_parts.request));
    writeCheckpoint(file, all, true);
    m_parts.folder.setLatest(m_step);
    m_parts.folder.prune(parameters().keep, m_step);
    m_savedAt = m_step;
    m_keepChanges = false;
    observer.saved(file.string(), m_step);
    return file.string();
}

void ImageTraining::change(const Loss& loss, const TrainingParameters& training)
{
    RunRequest& request = m_parts.request;
    Loss newLoss = request.loss;
    newLoss.alpha = loss.alpha;
    newLoss.beta = loss.beta;
    TrainingParameters newTraining = request.training;
    newTraining.lr = training.lr;
    newTraining.fakeSteps = training.fakeSteps;
    std::vector<Fault> faults = check(newLoss), more = check(newTraining);
    faults.insert(faults.end(), more.begin(), more.end());
    if (anyFault(faults))
        throw Error::listing(ErrorKind::Usage, std::move(faults));
    m_changes = merged(std::move(m_changes), differences(request, newLoss, newTraining));
    request.loss = newLoss;
    request.training = newTraining;
    m_savedAt = -1;
    settingsChanged();
}

void ImageTraining::restoreProgress(const CheckpointReader& reader)
{
    if (!reader.step())
        notOurs(reader);
    m_step = m_sampledAt = m_savedAt = *reader.step();
    settingsChanged();
}

std::int64_t ImageTraining::studioNumber(const CheckpointReader& reader, const char* key)
{
    const PickleValue* value = reader.studio() ? reader.studio()->find(key) : nullptr;
    if (!value || !value->integer())
        notOurs(reader);
    return *value->integer();
}

std::vector<std::pair<std::string, StateDict>> averageStates(const Ema& averages, const ParameterSet& layout)
{
    std::vector<std::pair<std::string, StateDict>> out;
    for (std::size_t i = 0; i < averages.decays().size(); ++i)
        out.emplace_back(numberText(averages.decays()[i]), layout.stateDict(averages.average(i)));
    return out;
}

} // namespace realuid::engine
