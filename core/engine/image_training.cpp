// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/image_training.h"

#include "core/api/error.h"
#include "core/engine/device.h"
#include "core/engine/image_sheet.h"
#include "core/engine/random_fill.h"
#include "core/engine/run_changes.h"

#include <ATen/ATen.h>

#include <cmath>
#include <utility>

namespace realuid::engine
{
namespace
{
constexpr std::int64_t kStudioVersion = 1;
constexpr std::uint32_t kTrackNoise = 2; // after those of the sheets
/// Times of the adversarial terms are those of samples beyond any batch.
constexpr std::uint64_t kCriticSamples = std::uint64_t{1} << 32;
/// So is the noise of bridges.
constexpr std::uint64_t kBridgeSamples = std::uint64_t{1} << 33;
} // namespace

ImageTraining::ImageTraining(RunParts parts)
    : m_parts(std::move(parts)),
      m_batches(m_parts.data, static_cast<std::uint64_t>(parameters().seed), parameters().batch, parameters().flips, ownRows()),
      m_tracker(m_parts.data, m_parts.device), m_changes(std::move(m_parts.changes)), m_keepChanges(!m_changes.empty())
{
}

BatchRows ImageTraining::ownRows() const
{
    const std::int64_t n = parameters().batch / m_all.count();
    return {m_all.rank() * n, n};
}

Computing ImageTraining::computing() const
{
    const bool half = parameters().precision == "bf16";
    return {half ? at::kBFloat16 : at::kFloat, half && device().is_cuda(), parameters().recompute};
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
    usePrecision(parameters().precision);
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
    if (due(parameters().sampleEvery))
        sample(observer);
    if (due(parameters().trackEvery))
        track(observer);
    if (m_keepChanges || due(parameters().saveEvery) || due(parameters().milestoneEvery))
        save(observer);
    tellChanges(observer);
}

/// No weight has changed by now. Keeps the batch, finds what first went wrong, and says how to go on.
void ImageTraining::stopDiverged(Player player, const Error& error)
{
    m_diverged = true;
    if (m_parts.folder.root().empty() || !m_all.first()) // in memory alone, or the first one's work
        throw error;
    const Draw batch = draw(m_step, classes() > 0, true, {0, parameters().batch});
    const std::vector<NamedTensor> weights = weightsOf(content());
    m_lost = !firstNotFinite(weights).empty();
    std::vector<NamedTensor> found = tensorsOf(batch), parts = termsOf(batch), all = weights;
    found.insert(found.end(), parts.begin(), parts.end());
    all.insert(all.end(), found.begin(), found.end());
    const std::string first = firstNotFinite(all);
    const Text reason = first.empty() ? Text{REALUID_TEXT("%1; the batch, the weights and all fields are finite"), {error.text().english()}}
                                      : Text{REALUID_TEXT("%1; the first thing that is not finite: %2"), {error.text().english(), first}};
    const std::filesystem::path file = m_parts.folder.divergedBatch(m_step + 1);
    try {
        writeDivergedBatch(file, m_step + 1, player, reason.english(), found);
    } catch (const Error& unwritten) { // no reason to end as anything but diverged
        throw Error(ErrorKind::Diverged, {REALUID_TEXT("%1; its batch could not be kept: %2"), {reason.english(), unwritten.text().english()}}, file.string());
    }
    throw Error(ErrorKind::Diverged, reason, file.string(),
                {REALUID_TEXT("the batch is in this file; go on from the last good state with a smaller rate (`realuid resume --run %1 --lr ...`) or, "
                              "in distillation, with alpha and beta nearer to each other"),
                 {m_parts.folder.root().string()}});
}

/// In passes that fit where an update fits.
std::vector<NamedTensor> ImageTraining::termsOf(const Draw& batch) const
{
    const std::int64_t own = ownRows().n, atOnce = parameters().microBatch > 0 ? std::min(own, parameters().microBatch) : own;
    std::vector<NamedTensor> all;
    for (const Draw& part : batch.parts(atOnce)) {
        const std::vector<NamedTensor> some = terms(part);
        if (all.empty())
            all = some;
        else
            for (std::size_t i = 0; i < all.size(); ++i)
                if (all[i].values.defined())
                    all[i].values = at::cat({all[i].values, some[i].values});
    }
    return all;
}

void ImageTraining::tellChanges(Observer& observer)
{
    if (!m_changes.empty())
        observer.changed(std::exchange(m_changes, {}), m_step);
}

Tensor ImageTraining::normal(const RandomRows& rows, std::int64_t n) const
{
    const Tensor out = at::empty({n, 3, parameters().side, parameters().side}, at::TensorOptions(at::kFloat).device(device()));
    fillNormal(rows, out);
    return out;
}

Draw ImageTraining::draw(std::int64_t step, bool conditional, bool real, BatchRows own)
{
    const TrainingParameters& p = parameters();
    const auto seed = static_cast<std::uint64_t>(p.seed);
    const auto rows = [&](Purpose purpose, std::uint64_t beyond = 0) {
        return RandomRows{seed, purpose, static_cast<std::uint32_t>(step), beyond + static_cast<std::uint64_t>(own.first)};
    };
    const auto times = [&](std::uint64_t beyond) {
        const Tensor t = at::empty({own.n}, at::TensorOptions(at::kFloat).device(device()));
        fillUniform(rows(Purpose::Time, beyond), t);
        return t;
    };
    Draw out;
    out.z = normal(rows(Purpose::Latent), own.n);
    out.t = times(0);
    if (p.ganGenerator > 0 || p.ganCritic > 0)
        out.criticTimes = times(kCriticSamples).mul_(1 - p.ganFrom).add_(p.ganFrom);
    if (path().bridges())
        out.bridge = normal(rows(Purpose::Noise, kBridgeSamples), own.n);
    if (!m_parts.source)
        out.x0 = normal(rows(Purpose::Noise), own.n);
    if (!conditional && !real && !m_parts.source)
        return out;
    const BatchRows usual = ownRows();
    const bool asUsual = own.first == usual.first && own.n == usual.n;
    const ImageBatch batch = asUsual ? m_batches.take(step) : m_batches.make(step, own);
    out.real = batch.images.to(device());
    if (conditional)
        out.labels = batch.labels.to(device());
    if (m_parts.source) {
        out.x0 = m_parts.source->of(batch, seed, step * p.batch + own.first, p.flips).to(device());
        out.z = out.x0 + p.sourceNoise * out.z;
        if (p.condition)
            out.condition = out.x0;
    }
    return out;
}

/// [n, 3, side, side], the same whenever it is asked for.
Tensor ImageTraining::fixedNoise(std::uint32_t number, std::int64_t n) const
{
    return normal({static_cast<std::uint64_t>(parameters().seed), Purpose::FixedLatent, number, 0}, n);
}

/// Noise or the run's first sources; all classes in turn, or none.
ImageTraining::Inputs ImageTraining::fixedInputs(std::uint32_t number, std::int64_t n)
{
    const TrainingParameters& p = parameters();
    Inputs out{fixedNoise(number, n), {}, {}};
    if (classes() > 0)
        out.labels = at::arange(n, at::TensorOptions(at::kLong).device(device())).remainder(classes());
    if (!m_parts.source) {
        out.x0 = fixedNoise(number + 1, n);
        return out;
    }
    const ImageBatch batch = m_batches.make(0, {0, n});
    out.x0 = m_parts.source->of(batch, static_cast<std::uint64_t>(p.seed), 0, p.flips).to(device());
    out.z = out.x0 + p.sourceNoise * out.z;
    if (classes() > 0)
        out.labels = batch.labels.to(device());
    return out;
}

ImageTraining::Inputs ImageTraining::Inputs::part(std::int64_t first, std::int64_t n) const
{
    const auto some = [&](const Tensor& all) { return all.defined() ? all.narrow(0, first, n) : all; };
    return {some(z), some(x0), some(labels)};
}

Field ImageTraining::given(const UNet& net, const Tensor& x0) const
{
    const Tensor condition = parameters().condition ? x0 : Tensor();
    return [&net, condition](const Tensor& x, const Tensor& t, const Tensor& y) { return net.forward(seen(x, condition), t, y); };
}

/// What is drawn is float32, whatever the updates are.
void ImageTraining::prepareToDraw() const
{
    useThreads(m_parts.threads);
    usePrecision("float32");
}

/// Measures every average, and keeps those that were never better.
void ImageTraining::track(Observer& observer)
{
    if (m_trackedAt == m_step || !m_all.first())
        return;
    prepareToDraw();
    const TrainingParameters& p = parameters();
    const Inputs inputs = fixedInputs(kTrackNoise, p.trackSamples);
    for (const Weights& weights : shown()) {
        if (!weights.label.starts_with("ema"))
            continue;
        const auto some = [&](std::int64_t first, std::int64_t n) { return pictures(weights, inputs.part(first, n)); };
        TrackRecord record{m_step, weights.label, m_tracker.distance(p.trackSamples, p.batch, some, observer), false};
        const auto before = m_best.find(record.label);
        record.best = std::isfinite(record.proxyFid) && (before == m_best.end() || record.proxyFid < before->second);
        if (record.best) {
            m_best[record.label] = record.proxyFid;
            writeCheckpoint(m_parts.folder.bestCheckpoint(record.label), best(record.label), true);
        }
        observer.tracked(record);
    }
    m_trackedAt = m_step;
}

/// What every checkpoint tells of its run.
void ImageTraining::describe(CheckpointContent& all) const
{
    all.step = m_step;
    all.studio.set("version", kStudioVersion);
    all.studio.set("parameters", parameterText(m_parts.request));
    if (m_parts.source)
        all.studio.set("source", m_parts.source->kind());
}

/// Networks and one average, for samples, evaluation and fine-tuning; without the optimisers that resuming takes.
CheckpointContent ImageTraining::best(const std::string& label) const
{
    CheckpointContent all = content();
    const std::string decay = label.substr(std::string_view("ema").size());
    std::erase_if(all.emas, [&](const auto& average) { return average.first != decay; });
    all.optimisers.clear();
    describe(all);
    all.studio.set("best", decay);
    all.studio.set("proxy_fid", m_best.contains(label) ? m_best.at(label) : 0.0);
    return all;
}

void ImageTraining::prune(Observer& observer)
{
    constexpr double kGiB = 1024.0 * 1024 * 1024;
    const TrainingParameters& p = parameters();
    const double above = m_parts.folder.prune({p.keep, p.milestoneEvery, p.diskBudget * kGiB}, m_step);
    if (above > 0 && !std::exchange(m_overBudget, above > 0))
        observer.noted({REALUID_TEXT("the newest and the best checkpoints alone take %1 GiB more than the disk budget of %2 GiB"),
                        {numberText(above / kGiB), numberText(p.diskBudget)}});
}

void ImageTraining::sample(Observer& observer)
{
    if (m_sampledAt == m_step || !m_all.first())
        return;
    prepareToDraw();
    const TrainingParameters& p = parameters();
    const Inputs inputs = fixedInputs(0, p.samples);
    const auto show = [&](const Diagnostic& what) {
        std::vector<Tensor> parts;
        for (std::int64_t begin = 0; begin < p.samples; begin += p.batch) {
            const std::int64_t n = std::min(p.batch, p.samples - begin);
            parts.push_back(what.images(inputs.part(begin, n)).cpu());
        }
        const ImageSheet sheet = sheetOf(at::cat(parts), m_step, what.label);
        writePng(m_parts.folder.sample(m_step, what.label), sheet, true);
        observer.sampled(sheet);
    };
    for (const Weights& weights : shown())
        show({weights.label, [&](const Inputs& some) { return pictures(weights, some); }});
    if (m_parts.source)
        show({"source", [](const Inputs& some) { return some.x0; }});
    for (const Diagnostic& diagnostic : diagnostics())
        show(diagnostic);
    m_sampledAt = m_step;
}

std::string ImageTraining::save(Observer& observer)
{
    if (!m_all.first())
        return {};
    if (m_diverged) // the same update would fail again, at any rate: an earlier state is the one to go on from
        if (const auto earlier = m_parts.folder.goBackBefore(m_step))
            return earlier->string();
    if (m_lost)
        return m_parts.folder.latestCheckpoint().string();
    const std::filesystem::path file = m_parts.folder.checkpoint(m_step);
    if (m_savedAt == m_step && !m_keepChanges)
        return file.string();
    if (due(parameters().sampleEvery)) // a run that goes on from here will not look back
        sample(observer);
    if (due(parameters().trackEvery))
        track(observer);
    tellChanges(observer);
    observer.saving();
    CheckpointContent all = content();
    describe(all);
    PickleDict measured;
    for (const auto& [label, distance] : m_best)
        measured.set(label, distance);
    all.studio.set("best_proxy_fid", std::move(measured));
    writeCheckpoint(file, all, true);
    m_parts.folder.setLatest(m_step);
    prune(observer);
    m_savedAt = m_step;
    m_keepChanges = false;
    observer.saved(file.string(), m_step);
    return file.string();
}

namespace
{
std::int64_t tensorBytes(const CheckpointContent& content)
{
    std::int64_t bytes = 0;
    for (const auto* states : {&content.networks, &content.emas})
        for (const auto& [name, state] : *states)
            bytes += 4 * state.parameterCount();
    return bytes;
}
} // namespace

/// Two moments for each trained parameter come with the weights.
std::int64_t ImageTraining::checkpointBytes() const
{
    const CheckpointContent all = content();
    std::int64_t bytes = tensorBytes(all);
    for (const auto& [name, state] : all.networks)
        bytes += 2 * 4 * state.parameterCount();
    return bytes;
}

std::int64_t ImageTraining::bestBytes() const
{
    return tensorBytes(best("ema" + numberText(parameters().emaDecays.back())));
}

void ImageTraining::drawSamples(std::int64_t n)
{
    prepareToDraw();
    pictures(shown().back(), fixedInputs(kTrackNoise, n)).cpu(); // a GPU is waited for
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
    m_step = m_sampledAt = m_trackedAt = m_savedAt = *reader.step();
    const PickleValue* measured = reader.studio() ? reader.studio()->find("best_proxy_fid") : nullptr; // older files have none
    if (measured && measured->dict())
        for (const PickleItem& item : measured->dict()->items)
            if (item.key.text() && item.value.number())
                m_best[*item.key.text()] = *item.value.number();
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
