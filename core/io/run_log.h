// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/observer.h"
#include "core/io/run_folder.h"

#include <fstream>

namespace realuid
{

/// Observer that writes what happened in a run, a line each with the time of day, to the folder's log.txt: the start,
/// remarks, changes, pauses, checkpoints, the end. Updates stand in metrics.jsonl. Appends; a disk that refuses is not told here,
/// because the checkpoint that follows will be.
class RunLog : public Observer
{
public:
    RunLog(const RunFolder& folder, std::int64_t fromStep);

    void saved(const std::string& checkpoint, std::int64_t step) override;
    void tracked(const TrackRecord& record) override;
    void changed(const std::vector<ChangedParameter>& what, std::int64_t step) override;
    void noted(const Text& text) override;
    void paused(bool on) override;
    void finished(const Outcome& outcome) override;

private:
    void write(const std::string& line);
    std::ofstream m_file;
};

} // namespace realuid
