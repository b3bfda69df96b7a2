// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/engine.h"
#include "core/io/json.h"

#include <cstdio>
#include <filesystem>

namespace realuid
{

/// The layout of a run folder, the one place that knows its names (`docs/formats.md`):
///   run.json, metrics.jsonl, log.txt, samples/step-000600-ema0.999.png, checkpoints/step-000600.pt, checkpoints/latest.json
class RunFolder
{
public:
    explicit RunFolder(std::filesystem::path root);

    /// Makes the folders. Error (Usage) where `root` exists and is not an empty folder; Error (Other) where the disk refuses.
    static RunFolder create(const std::filesystem::path& root);

    const std::filesystem::path& root() const { return m_root; }
    std::filesystem::path runJson() const { return m_root / "run.json"; }
    std::filesystem::path metrics() const { return m_root / "metrics.jsonl"; }
    std::filesystem::path sample(std::int64_t step, const std::string& label) const;
    std::filesystem::path checkpoint(std::int64_t step) const;

    /// The checkpoint that latest.json names. Error (File) where there is none.
    std::filesystem::path latestCheckpoint() const;
    void setLatest(std::int64_t step) const;

    /// Deletes all but the newest `keep` checkpoints.
    void prune(std::int64_t keep) const;

private:
    std::filesystem::path m_root;
};

/// run.json: the request as given and as resolved. `extra` holds what the engine knows (versions, device, data
/// checksum, geometry) and is kept as it is.
Json toJson(const RunRequest& request, const Json& extra);
/// Strict; Error (File) lists every fault.
RunRequest runRequestFromJson(const Json& json, const std::string& where);

/// Reads parameters of a --config file (a run.json or a flat object of parameter ids) into loss and training.
void readParameters(const Json& json, const std::string& where, Loss& loss, TrainingParameters& training,
                    std::vector<Fault>& faults);

/// Lines of metrics.jsonl up to and including `step`; a torn last line is left out.
std::vector<UpdateRecord> readMetrics(const std::filesystem::path& path);

/// Observer that appends every update to metrics.jsonl, flushed at least every second and at the end. After a resume
/// it first cuts off what was written past the checkpoint's step.
class MetricsWriter : public Observer
{
public:
    MetricsWriter(const RunFolder& folder, std::int64_t fromStep);
    ~MetricsWriter() override;
    MetricsWriter(const MetricsWriter&) = delete;
    MetricsWriter& operator=(const MetricsWriter&) = delete;

    void updated(const UpdateRecord& record) override;
    void saved(const std::string& checkpoint, std::int64_t step) override;
    void finished(const Outcome& outcome) override;

private:
    void flush();
    std::filesystem::path m_path;
    std::FILE* m_file = nullptr;
    std::chrono::steady_clock::time_point m_flushed;
};

/// Passes each call on to several observers, in order.
class Observers : public Observer
{
public:
    explicit Observers(std::vector<Observer*> observers) : m_observers(std::move(observers)) {}
    void updated(const UpdateRecord& record) override;
    void progressed(const Progress& progress) override;
    void sampled(const ImageSheet& sheet) override;
    void saved(const std::string& checkpoint, std::int64_t step) override;
    void noted(const Text& text) override;
    void paused(bool on) override;
    void finished(const Outcome& outcome) override;

private:
    std::vector<Observer*> m_observers;
};

} // namespace realuid
