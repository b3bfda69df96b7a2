// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace realuid
{

/// How this process was started, as far as mpirun or a batch system's launcher told it by the environment.
struct LaunchedProcess {
    bool together = false; ///< with others, to work on one run
    int rank = 0;          ///< its number among them; 0 tells of what they do

    bool first() const { return rank == 0; }
};
LaunchedProcess launchedProcess();

} // namespace realuid
