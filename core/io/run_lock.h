// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/run_folder.h"

namespace realuid
{

/// Held while a run's folder is written: a second process that would write there too is refused. It leaves no file behind, and a
/// process that is killed holds it no longer.
class RunLock
{
public:
    /// Error (Usage) where another process, or another run of this one, holds it. The folder's run.json must be there.
    explicit RunLock(const RunFolder& folder);
    ~RunLock();
    RunLock(const RunLock&) = delete;
    RunLock& operator=(const RunLock&) = delete;

private:
    int m_descriptor = -1;
};

} // namespace realuid
