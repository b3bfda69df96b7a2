// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/error.h"
#include "core/api/snapshot.h"

#include <string>

namespace realuid
{

/// How a run ended, told exactly once.
struct Outcome {
    enum class Kind { Finished, Stopped, Diverged, Failed };
    Kind kind = Kind::Finished;
    std::int64_t step = 0; ///< updates made
    std::string reason;    ///< Diverged, Failed: what, where and what to do, in English
    ErrorKind error = ErrorKind::Other; ///< Diverged, Failed: the kind behind it
};

/// Receives what a run reports. All calls come from the thread that runs Runner::run(), never two at once, and must
/// return soon; an observer that shows things hands the values on to its own thread. Nothing is
/// dropped on the way here; the studio's bridge shows at most 30 pictures a second, the latest wins.
class Observer
{
public:
    virtual ~Observer() = default;
    virtual void updated(const UpdateRecord&) {}
    virtual void progressed(const Progress&) {}
    virtual void sampled(const ImageSheet&) {}
    virtual void tracked(const TrackRecord&) {}
    virtual void saving() {} ///< a checkpoint is about to be written: what was told before must be on the disk first
    virtual void saved(const std::string& /*checkpoint*/, std::int64_t /*step*/) {}
    virtual void changed(const std::vector<ChangedParameter>&, std::int64_t /*step*/) {} ///< from the update after `step` on
    virtual void noted(const Text&) {} ///< a remark or warning ("the head's channels are a guess")
    virtual void paused(bool) {}
    virtual void finished(const Outcome&) {}
};

} // namespace realuid
