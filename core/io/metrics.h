// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/observer.h"
#include "core/io/json.h"
#include "core/io/run_folder.h"

#include <chrono>
#include <cstdio>

/// metrics.jsonl: one object a line for each update and each change of parameters, append-only.
namespace realuid
{

/// The updates of a metrics file; a torn last line is left out. Error (File) for a line that is none of ours.
std::vector<UpdateRecord> readMetrics(const std::filesystem::path& path);

/// Appends every update, flushed at least once a second, before each checkpoint and at the end. A disk
/// that refuses is told once, as Error (File), from the call that met it.
class MetricsWriter : public Observer
{
public:
    /// `fromStep`: the step that the run goes on from; later lines, written after its checkpoint, are cut off first.
    MetricsWriter(const RunFolder& folder, std::int64_t fromStep);
    ~MetricsWriter() override;
    MetricsWriter(const MetricsWriter&) = delete;
    MetricsWriter& operator=(const MetricsWriter&) = delete;

    void updated(const UpdateRecord& record) override;
    void changed(const std::vector<ChangedParameter>& what, std::int64_t step) override;
    void saving() override { flush(); }
    void finished(const Outcome& outcome) override;

private:
    void write(const Json& line);
    void flush();

    std::filesystem::path m_path;
    std::FILE* m_file = nullptr;
    std::chrono::steady_clock::time_point m_flushed;
};

} // namespace realuid
