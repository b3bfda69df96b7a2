// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/observer.h"
#include "core/io/run_folder.h"

namespace realuid
{

/// Observer that appends each measurement of a run's averages to the folder's evaluations.jsonl:
/// {"step": 5000, "ema": "0.999", "proxy_fid": 0.31, "best": true}. A disk that refuses is told, as Error (File).
class EvaluationLog : public Observer
{
public:
    /// `fromStep`: the step that the run goes on from; lines of later ones are cut off.
    EvaluationLog(const RunFolder& folder, std::int64_t fromStep);

    void tracked(const TrackRecord& record) override;

private:
    std::filesystem::path m_path;
};

} // namespace realuid
