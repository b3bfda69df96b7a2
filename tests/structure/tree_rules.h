// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/structure/source_tree.h"

namespace realuid::structure
{

// Each rule returns one line a violation, "path: what is wrong", and nothing for a sound tree.

/// Includes against the order of layers (docs/architecture.md): which folders and which libraries a file may include.
std::vector<std::string> includeViolations(const SourceTree& tree);

/// The same order for what the targets link.
std::vector<std::string> linkViolations(const std::vector<TargetLinks>& targets);

/// Sources, build files and scripts name their licence in one of their first two lines.
std::vector<std::string> licenceViolations(const SourceTree& tree);

/// Sources, build files, scripts and documents have 600 lines at most.
std::vector<std::string> lengthViolations(const SourceTree& tree);

/// The top level holds what the project agreed on, all of it and nothing else.
std::vector<std::string> topLevelViolations(const SourceTree& tree);

/// No file names a folder of the machine that it was written on.
std::vector<std::string> machinePathViolations(const SourceTree& tree);

} // namespace realuid::structure
