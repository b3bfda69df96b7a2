// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/observers.h"
#include "core/io/evaluation_log.h"
#include "core/io/event_writer.h"
#include "core/io/metrics.h"
#include "core/io/run_log.h"

namespace realuid
{

/// Observer that writes all that a run tells into its folder: metrics.jsonl, log.txt, evaluations.jsonl and TensorBoard's events.
/// What later steps than `fromStep` left there, written after the checkpoint that the run goes on from, is cut off.
class RunRecorder : public Observers
{
public:
    RunRecorder(const RunFolder& folder, std::int64_t fromStep)
        : Observers({&m_metrics, &m_log, &m_evaluations, &m_events}), m_metrics(folder, fromStep), m_log(folder, fromStep),
          m_evaluations(folder, fromStep), m_events(folder, fromStep, m_log)
    {
    }
    RunRecorder(const RunRecorder&) = delete;
    RunRecorder& operator=(const RunRecorder&) = delete;

private:
    MetricsWriter m_metrics;
    RunLog m_log;
    EvaluationLog m_evaluations;
    EventWriter m_events;
};

} // namespace realuid
