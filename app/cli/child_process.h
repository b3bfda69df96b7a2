// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace realuid::cli
{

struct ChildResult {
    bool ok = false;
    int code = -1;       ///< its exit code; -1 where it did not run or ended by a signal
    std::string problem; ///< where not ok: what kept it from running, or its exit code
};

/// Runs a program of ours that lies beside this one and waits for it. Its output goes to stderr, or to the file `output`, which
/// is replaced. `environment` is set on top of ours. Where StopSignals was asked for a stop, the child is asked once too.
ChildResult runBesideProgram(const std::string& name, const std::vector<std::string>& arguments,
                             const std::map<std::string, std::string>& environment, const std::filesystem::path& output = {});

} // namespace realuid::cli
