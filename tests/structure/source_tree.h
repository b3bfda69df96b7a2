// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace realuid::structure
{

/// A file of the repository: its path from the root, with '/', and its bytes.
struct SourceFile {
    std::string path;
    std::string text;
};

using SourceTree = std::vector<SourceFile>;

/// The files below `root` that git tracks; in a copy without git, all but those whose path begins with build or .git/.
SourceTree readTree(const std::string& root);

/// What one target of the build links itself, as CMake was told.
struct TargetLinks {
    std::string folder; ///< of its CMakeLists.txt, from the root
    std::string target;
    std::vector<std::string> links;
};

/// Reads lines "folder <tab> target <tab> link;link".
std::vector<TargetLinks> readLinks(const std::string& text);

} // namespace realuid::structure
