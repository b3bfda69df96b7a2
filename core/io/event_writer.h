// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/observer.h"
#include "core/io/run_folder.h"

#include <chrono>
#include <fstream>

namespace realuid
{

/// Observer that writes events.out.tfevents.* into the run folder, a file for each time that the run starts or goes on:
/// losses, gradients, rates and speed of each update, sample sheets, and run.json's parameters as hyper-parameters. A file of
/// a run that goes on tells TensorBoard to forget what later steps it saw. A disk that refuses is not told here, because the
/// checkpoint that follows will be.
class EventWriter : public Observer
{
public:
    /// Reads run.json where there is one. `fromStep`: the step that the run goes on from. `listener` is told what could not be
    /// written here (a picture that somebody took away).
    EventWriter(const RunFolder& folder, std::int64_t fromStep, Observer& listener);

    void updated(const UpdateRecord& record) override;
    void sampled(const ImageSheet& sheet) override; ///< its file has been written
    void tracked(const TrackRecord& record) override;
    void saving() override { m_file.flush(); }
    void finished(const Outcome& outcome) override;

private:
    void tellParameters();

    RunFolder m_folder;
    Observer& m_listener;
    std::ofstream m_file;
    std::chrono::steady_clock::time_point m_flushed;
};

} // namespace realuid
