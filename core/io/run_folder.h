// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace realuid
{

/// The layout of a run folder, the one place that knows its names (`docs/formats.md`):
///   run.json, metrics.jsonl, log.txt, samples/step-000600-ema0.999.png, checkpoints/step-000600.pt, checkpoints/latest.json,
///   events.out.tfevents.*, diverged-step-000600.pt
class RunFolder
{
public:
    explicit RunFolder(std::filesystem::path root);

    /// Error (Usage) where `root` exists and is not an empty folder. One in which a run was killed before it wrote anything
    /// counts as empty.
    static void requireNew(const std::filesystem::path& root);

    /// requireNew(), then makes the folders. Error (File) where the disk refuses.
    static RunFolder create(const std::filesystem::path& root);

    const std::filesystem::path& root() const { return m_root; }
    std::filesystem::path runJson() const { return m_root / "run.json"; }
    std::filesystem::path metrics() const { return m_root / "metrics.jsonl"; }
    std::filesystem::path log() const { return m_root / "log.txt"; }
    std::filesystem::path sample(std::int64_t step, const std::string& label) const;
    std::filesystem::path checkpoint(std::int64_t step) const;
    std::filesystem::path divergedBatch(std::int64_t step) const; ///< of the update that diverged

    /// False for a run that was killed before its first checkpoint.
    bool hasCheckpoint() const;
    /// The checkpoint that latest.json names; the newest where a run was killed before it wrote that file. Error (File) where
    /// there is none.
    std::filesystem::path latestCheckpoint() const;
    void setLatest(std::int64_t step) const;

    /// Deletes all but the newest `keep` checkpoints of steps up to `latest`. Later ones are of a run that was set back
    /// by hand: they stay, and never push out the one to go on from.
    void prune(std::int64_t keep, std::int64_t latest) const;

    /// Deletes unfinished files of a process that was killed. Only for the one that goes on with the run.
    void removeLeftovers() const;

private:
    std::vector<std::pair<std::int64_t, std::filesystem::path>> checkpoints() const;

    std::filesystem::path m_root;
};

} // namespace realuid
