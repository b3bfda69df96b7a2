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

Computing ImageTraining::computing() const { return {parameters().precision == "bf16" ? at::kBFloat16 : at::kFloat, parameters().recompute}; }

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
    writeDivergedBatch(file, m_step + 1, player, reason.english(), found);
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

Draw ImageTraining::draw(std::int64_t step, bool conditional, bool real, BatchRows own)
{
    const TrainingParameters& p = parameters();
    const auto seed = static_cast<std::uint64_t>(p.seed);
    const auto options = at::TensorOptions(at::kFloat).device(device());
    const auto rows = [&](Purpose purpose) { return RandomRows{seed, purpose, static_cast<std::uint32_t>(step), static_cast<std::uint64_t>(own.first)}; };
    const std::vector<std::int64_t> shape{own.n, 3, p.side, p.side};
    Draw out;
    out.x0 = at::empty(shape, options);
    fillNormal(rows(Purpose::Noise), out.x0);
    out.z = at::empty(shape, options);
    fillNormal(rows(Purpose::Latent), out.z);
    out.t = at::empty({own.n}, options);
    fillUniform(rows(Purpose::Time), out.t);
    if (p.ganGenerator > 0 || p.ganCritic > 0) {
        out.criticTimes = at::empty({own.n}, options);
        RandomRows times = rows(Purpose::Time);
        times.firstSample += kCriticSamples;
        fillUniform(times, out.criticTimes);
        out.criticTimes.mul_(1 - p.ganFrom).add_(p.ganFrom);
    }
    if (!conditional && !real)
        return out;
    const BatchRows usual = ownRows();
    const bool asUsual = own.first == usual.first && own.n == usual.n;
    const ImageBatch batch = asUsual ? m_batches.take(step) : m_batches.make(step, own);
    out.real = batch.images.to(device());
    if (conditional)
        out.labels = batch.labels.to(device());
    return out;
}

/// [n, 3, side, side], the same whenever it is asked for.
Tensor ImageTraining::fixedNoise(std::uint32_t number, std::int64_t n) const
{
    const Tensor out = at::empty({n, 3, parameters().side, parameters().side}, at::TensorOptions(at::kFloat).device(device()));
    fillNormal({static_cast<std::uint64_t>(parameters().seed), Purpose::FixedLatent, number, 0}, out);
    return out;
}

/// All classes in turn; undefined where there are none.
Tensor ImageTraining::fixedLabels(std::int64_t n) const
{
    return classes() > 0 ? at::arange(n, at::TensorOptions(at::kLong).device(device())).remainder(classes()) : Tensor();
}

/// Measures every average, and keeps those that were never better.
void ImageTraining::track(Observer& observer)
{
    if (m_trackedAt == m_step || !m_all.first())
        return;
    useThreads(m_parts.threads);
    const TrainingParameters& p = parameters();
    const Tensor z = fixedNoise(kTrackNoise, p.trackSamples), labels = fixedLabels(p.trackSamples);
    for (const Weights& weights : shown()) {
        if (!weights.label.starts_with("ema"))
            continue;
        const auto some = [&](std::int64_t first, std::int64_t n) {
            return pictures(weights, z.narrow(0, first, n), labels.defined() ? labels.narrow(0, first, n) : labels);
        };
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

/// Networks and one average, for samples, evaluation and fine-tuning; without the optimisers that resuming takes.
CheckpointContent ImageTraining::best(const std::string& label) const
{
    CheckpointContent all = content();
    const std::string decay = label.substr(std::string_view("ema").size());
    std::erase_if(all.emas, [&](const auto& average) { return average.first != decay; });
    all.optimisers.clear();
    all.step = m_step;
    all.studio.set("version", kStudioVersion);
    all.studio.set("parameters", parameterText(m_parts.request));
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
    useThreads(m_parts.threads);
    const TrainingParameters& p = parameters();
    const Tensor z = fixedNoise(0, p.samples), x0 = fixedNoise(1, p.samples), labels = fixedLabels(p.samples);
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
    all.step = m_step;
    all.studio.set("version", kStudioVersion);
    all.studio.set("parameters", parameterText(m_parts.request));
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

void ImageTraining::drawSamples(std::int64_t n) { pictures(shown().back(), fixedNoise(kTrackNoise, n), fixedLabels(n)); }

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
