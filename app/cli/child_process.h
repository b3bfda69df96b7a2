// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

namespace realuid::cli
{

struct ChildResult {
    bool ok = false;
    std::string problem; ///< where not ok: what kept it from running, or its exit code
};

/// Runs a program of ours that lies beside this one and waits for it. Its output goes to stderr. `environment` is set on
/// top of ours.
ChildResult runBesideProgram(const std::string& name, const std::vector<std::string>& arguments,
                             const std::map<std::string, std::string>& environment);

} // namespace realuid::cli
