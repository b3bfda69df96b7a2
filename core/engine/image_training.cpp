// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/image_training.h"

#include "core/api/error.h"
#include "core/engine/device.h"
#include "core/engine/image_sheet.h"
#include "core/engine/random_fill.h"
#include "core/io/run_json.h"

#include <ATen/ATen.h>

namespace realuid::engine
{
namespace
{
constexpr std::int64_t kStudioVersion = 1;

/// Loss and parameters as they are now: change() may have moved them away from run.json's.
std::string parameterText(const RunRequest& request)
{
    Json parameters;
    writeTable(lossParameters(), request.loss, parameters);
    writeTable(trainingParameters(), request.training, parameters);
    return parameters.dump();
}

[[noreturn]] void notOurs(const CheckpointReader& reader)
{
    throw Error(ErrorKind::File, {REALUID_TEXT("does not hold what exact resumption needs (key realuid_studio)")},
                reader.file().string(), {REALUID_TEXT("resume from a checkpoint that RealUID Studio wrote")});
}
} // namespace

ImageTraining::ImageTraining(RunParts parts) : m_parts(std::move(parts)) {}

AdamSettings ImageTraining::adamSettings() const
{
    const TrainingParameters& p = parameters();
    return {.lr = p.lr, .beta1 = p.beta1, .beta2 = p.beta2, .clip = p.clip, .warmup = p.warmup};
}

UpdateRecord ImageTraining::advanceAs(Player player, Observer& observer)
{
    useThreads(m_parts.threads);
    if ((player == Player::Teacher) != (turn() == Player::Teacher))
        throw Error(ErrorKind::Usage, {REALUID_TEXT("this run has no %1 updates"), {name(player)}});
    const Made made = update(player, m_step);
    ++m_step;
    // The end has its own sheet and checkpoint, from whoever drives the run.
    if (m_step % parameters().sampleEvery == 0 && m_step < steps())
        sample(observer);
    if (m_step % parameters().saveEvery == 0 && m_step < steps())
        save(observer);
    return {m_step, player, made.loss, made.gradNorm, made.lr, 0};
}

Draw ImageTraining::draw(std::int64_t step, bool conditional, bool real) const
{
    const TrainingParameters& p = parameters();
    const auto seed = static_cast<std::uint64_t>(p.seed);
    const auto options = at::TensorOptions(at::kFloat).device(device());
    const auto rows = [&](Purpose purpose) { return RandomRows{seed, purpose, static_cast<std::uint32_t>(step), 0}; };
    const std::vector<std::int64_t> shape{p.batch, 3, CifarData::kSide, CifarData::kSide};
    Draw out;
    out.x0 = at::empty(shape, options);
    fillNormal(rows(Purpose::Noise), out.x0);
    out.z = at::empty(shape, options);
    fillNormal(rows(Purpose::Latent), out.z);
    out.t = at::empty({p.batch}, options);
    fillUniform(rows(Purpose::Time), out.t);
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
    const Tensor z = at::empty({p.samples, 3, CifarData::kSide, CifarData::kSide}, options);
    fillNormal({static_cast<std::uint64_t>(p.seed), Purpose::FixedLatent, 0, 0}, z);
    Tensor labels;
    if (classes() > 0)
        labels = at::arange(p.samples, options.dtype(at::kLong)).remainder(classes());
    for (const Weights& weights : shown()) {
        std::vector<Tensor> parts;
        for (std::int64_t begin = 0; begin < p.samples; begin += p.batch) {
            const std::int64_t n = std::min(p.batch, p.samples - begin);
            parts.push_back(pictures(weights, z.narrow(0, begin, n), labels.defined() ? labels.narrow(0, begin, n) : labels).cpu());
        }
        const ImageSheet sheet = sheetOf(at::cat(parts), m_step, weights.label);
        writePng(m_parts.folder.sample(m_step, weights.label), sheet, true);
        observer.sampled(sheet);
    }
    m_sampledAt = m_step;
}

std::string ImageTraining::save(Observer& observer)
{
    const std::filesystem::path file = m_parts.folder.checkpoint(m_step);
    if (m_savedAt == m_step)
        return file.string();
    CheckpointContent all = content();
    all.step = m_step;
    all.studio.set("version", kStudioVersion);
    all.studio.set("parameters", parameterText(m_parts.request));
    writeCheckpoint(file, all, true);
    m_parts.folder.setLatest(m_step);
    m_parts.folder.prune(parameters().keep, m_step);
    m_savedAt = m_step;
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
    request.loss = newLoss;
    request.training = newTraining;
    m_savedAt = -1;
    settingsChanged();
}

void ImageTraining::restoreProgress(const CheckpointReader& reader, std::optional<std::int64_t> steps)
{
    const PickleValue* text = reader.studio() ? reader.studio()->find("parameters") : nullptr;
    if (!text || !text->text() || !reader.step())
        notOurs(reader);
    RunRequest& request = m_parts.request;
    std::vector<Fault> faults;
    readParameters(parseJson(*text->text(), reader.file().string()), request.loss, request.training, faults);
    if (!faults.empty())
        throw Error::listing(ErrorKind::File, std::move(faults), reader.file().string());
    request.training.steps = steps.value_or(request.training.steps);
    m_step = *reader.step();
    if (steps && *steps < m_step)
        throw Error::listing(ErrorKind::Usage, {{"steps", std::to_string(*steps),
                                                 {REALUID_TEXT("must be at least %1, the updates already made"), {std::to_string(m_step)}}}});
    m_sampledAt = m_step;
    m_savedAt = m_step;
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
