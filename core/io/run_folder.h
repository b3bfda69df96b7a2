// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace realuid
{

/// Which checkpoints stay. The newest always does.
struct KeepRule {
    std::int64_t newest = 1;         ///< so many, at least 1
    std::int64_t milestoneEvery = 0; ///< and those of multiples of so many updates; 0: none
    double budget = 0;               ///< bytes of all files in checkpoints/; above them the oldest go, milestones last; 0: no limit
};

/// The layout of a run folder, the one place that knows its names (`docs/formats.md`):
///   run.json, metrics.jsonl, log.txt, samples/step-000600-ema0.999.png, checkpoints/step-000600.pt, checkpoints/latest.json,
///   checkpoints/best-ema0.999.pt, evaluations.jsonl, events.out.tfevents.*, diverged-step-000600.pt
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
    std::filesystem::path bestCheckpoint(const std::string& label) const; ///< label "ema0.999"
    std::filesystem::path evaluations() const { return m_root / "evaluations.jsonl"; }
    std::filesystem::path divergedBatch(std::int64_t step) const; ///< of the update that diverged

    /// False for a run that was killed before its first checkpoint.
    bool hasCheckpoint() const;
    /// The checkpoint that latest.json names; the newest where a run was killed before it wrote that file. Error (File) where
    /// there is none.
    std::filesystem::path latestCheckpoint() const;
    void setLatest(std::int64_t step) const;
    /// Makes the newest checkpoint of a step before this one the one to go on from, and names it; nothing where there is none.
    std::optional<std::filesystem::path> goBackBefore(std::int64_t step) const;

    /// Deletes the checkpoints of steps up to `latest` that the rule lets go. Later ones are of a run that was set back by
    /// hand: they stay, and never push out the one to go on from; so do the best ones. Returns the bytes above the budget
    /// that nothing could be deleted for.
    double prune(const KeepRule& rule, std::int64_t latest) const;

    /// Deletes unfinished files of a process that was killed. Only for the one that goes on with the run.
    void removeLeftovers() const;

private:
    std::vector<std::pair<std::int64_t, std::filesystem::path>> checkpoints() const;

    std::filesystem::path m_root;
};

} // namespace realuid
