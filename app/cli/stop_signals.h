// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/runner.h"

namespace realuid::cli
{

/// While it lives, the first SIGINT, SIGTERM or SIGUSR1 (which mpirun passes on, and batch systems send before they end a job) asks for
/// a stop and a second one kills, as without it. One at a time.
class StopSignals
{
public:
    StopSignals();
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    /// Whether a stop was asked for.
    static bool asked();

    /// The runner to stop, at once where a signal came before it; null takes it away again.
    static void watch(Runner* runner);
};

} // namespace realuid::cli
