// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/engine.h"
#include "core/engine/batch_ahead.h"
#include "core/engine/checkpoint.h"
#include "core/engine/cifar_data.h"
#include "core/engine/diverged_batch.h"
#include "core/engine/game.h"
#include "core/engine/processes.h"
#include "core/engine/proxy_tracker.h"
#include "core/engine/random_fill.h"
#include "core/engine/source_images.h"
#include "core/engine/unet.h"
#include "core/io/run_folder.h"
#include "core/io/run_lock.h"

#include <functional>
#include <map>

namespace realuid::engine
{

/// What a run is made of besides its networks; checked and read.
struct RunParts {
    RunRequest request; ///< as it stands now, changes on the way included
    std::vector<ChangedParameter> changes; ///< with which a run goes on
    RunFolder folder;
    CifarData data;
    std::optional<SourceImages> source; ///< of runs from images to images
    at::Device device = at::kCPU;
    int threads = 1;
};

/// What the training of a teacher and a distillation share: random tensors, sheets, checkpoints, the order of events.
/// All random numbers follow from (seed, step), so a run resumes from its weights, moments and step alone. Files:
/// samples/ and checkpoints/ of the run folder, and the batch of an update that diverged; metrics.jsonl is the observer's.
/// Of several processes the first writes them.
class ImageTraining : public Training
{
public:
    UpdateRecord advance(Observer& observer) override { return advanceAs(turn(), observer); }
    UpdateRecord advanceAs(Player player, Observer& observer) override;
    std::int64_t step() const override { return m_step; }
    std::int64_t steps() const override { return parameters().steps; }
    int batch() const override { return static_cast<int>(parameters().batch); }
    void sample(Observer& observer) override;
    std::string save(Observer& observer) override;
    void change(const Loss& loss, const TrainingParameters& training) override;
    int processes() const override { return m_all.count(); }
    bool anyProcess(bool here) override { return m_all.any(here); }

    const RunRequest& request() const { return m_parts.request; }
    /// Kept as long as the run is.
    void hold(std::unique_ptr<RunLock> lock) { m_lock = std::move(lock); }

    /// What is trained and what is not, by the names of Preflight.
    virtual std::vector<Preflight::Network> networkSizes() const = 0;
    virtual const UNetGeometry& geometry() const = 0;
    const CifarData& data() const { return m_parts.data; }
    at::Device device() const { return m_parts.device; }

    /// Bytes of one checkpoint, and of one that is kept as an average's best.
    std::int64_t checkpointBytes() const;
    std::int64_t bestBytes() const;
    /// Draws `n` samples of the average that lives longest and throws them away.
    void drawSamples(std::int64_t n);
    /// Of the network, for each sample that is drawn while training.
    virtual std::int64_t evaluationsOfPictures() const { return 1; }

protected:
    /// A network's weights that sheets and checkpoints tell by this name.
    struct Weights {
        std::string label; ///< "gen", "ema0.999"
        Tensor everything; ///< laid out as ParameterSet::everything()
    };

    explicit ImageTraining(RunParts parts);

    const TrainingParameters& parameters() const { return m_parts.request.training; }
    const Loss& loss() const { return m_parts.request.loss; }
    AdamSettings adamSettings() const;
    Computing computing() const; ///< of the networks in an update
    MatchingPath path() const { return MatchingPath(parameters().path, parameters().target, parameters().bridgeNoise); }

    /// This process's samples of every batch.
    BatchRows ownRows() const;
    /// How an update's batch is spread over processes and passes.
    Spread spread() const { return {parameters().batch, parameters().microBatch}; }

    /// Everything random of update `step` (from 0). Labels only where `conditional`, real images where `real`.
    Draw draw(std::int64_t step, bool conditional, bool real) { return draw(step, conditional, real, ownRows()); }
    Draw draw(std::int64_t step, bool conditional, bool real, BatchRows rows);

    /// How far the run had come, from a checkpoint of ours; its parameters are in the request (requestAt()).
    void restoreProgress(const CheckpointReader& reader);
    /// A whole number that content() put into `realuid_studio`. Error (File) where there is none.
    static std::int64_t studioNumber(const CheckpointReader& reader, const char* key);

    virtual Player turn() const = 0;
    virtual Made update(Player player, std::int64_t step) = 0;
    virtual std::vector<Weights> shown() const = 0;
    /// What pictures begin with: a generator with z, a teacher's flow too; x0 and the labels are what they are given beside it.
    struct Inputs {
        Tensor z, x0, labels;
        Inputs part(std::int64_t first, std::int64_t n) const;
    };
    virtual Tensor pictures(const Weights& weights, const Inputs& inputs) = 0;
    /// The network as a field of x_t alone.
    Field given(const UNet& net, const Tensor& x0) const;
    /// Pictures that tell how the fields stand, beside the samples.
    struct Diagnostic {
        std::string label;
        std::function<Tensor(const Inputs& inputs)> images;
    };
    virtual std::vector<Diagnostic> diagnostics() const { return {}; }
    /// What an update's loss is made of on this batch, in the order in which it comes about.
    virtual std::vector<NamedTensor> terms(const Draw& batch) const = 0;
    std::int64_t classes() const { return geometry().classes; }
    virtual CheckpointContent content() const = 0; ///< networks, averages, optimisers, own numbers in `studio`
    virtual void settingsChanged() = 0;

private:
    void settle(Observer& observer);
    bool due(std::int64_t every) const { return every > 0 && m_step > 0 && m_step % every == 0; }
    void prepareToDraw() const;
    void track(Observer& observer);
    CheckpointContent best(const std::string& label) const;
    void prune(Observer& observer);
    Tensor fixedNoise(std::uint32_t number, std::int64_t n) const;
    Inputs fixedInputs(std::uint32_t number, std::int64_t n);
    void describe(CheckpointContent& content) const;
    Tensor normal(const RandomRows& rows, std::int64_t n) const;
    [[noreturn]] void stopDiverged(Player player, const Error& error);
    std::vector<NamedTensor> termsOf(const Draw& batch) const;
    void tellChanges(Observer& observer);

    Processes& m_all = Processes::all();
    RunParts m_parts;
    std::unique_ptr<RunLock> m_lock;
    BatchAhead m_batches;
    ProxyTracker m_tracker;
    std::map<std::string, double> m_best; ///< an average's least distance so far, by its label
    std::vector<ChangedParameter> m_changes; ///< not told yet
    bool m_keepChanges = false;              ///< a checkpoint has to hold them before the next update
    std::int64_t m_step = 0;
    bool m_diverged = false; ///< the next update is not finite, and would not be if it were made again
    bool m_lost = false;     ///< weights are not finite: only a checkpoint has a good state
    bool m_overBudget = false;
    std::int64_t m_sampledAt = -1, m_trackedAt = -1, m_savedAt = -1; ///< steps, so that nothing is done twice
};

/// The averages' states under their names in files: "0.999", ...
std::vector<std::pair<std::string, StateDict>> averageStates(const Ema& averages, const ParameterSet& layout);

} // namespace realuid::engine
