// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"
#include "core/api/engine.h"

#include <functional>

namespace realuid::cli
{

/// Starts or resumes a run, with whoever listens to its remarks.
using StartRun = std::function<std::unique_ptr<Training>(Observer&)>;

/// "finished", "stopped", "diverged" or "failed", and the program's exit code for it.
const char* word(Outcome::Kind kind);
int exitCode(const Outcome& outcome);

/// Drives a run in `directory` to its end, or until a signal stops it: progress on stderr, metrics into the folder, the
/// result on stdout, the outcome as the exit code.
void runToEnd(Context& context, const std::string& directory, const StartRun& start);

} // namespace realuid::cli
