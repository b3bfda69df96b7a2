// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace realuid
{

/// Where things lie that can be made again, below the user's cache folder: $XDG_CACHE_HOME/realuid or ~/.cache/realuid. Empty
/// where neither variable is set. It need not exist.
std::filesystem::path cacheFolder();

} // namespace realuid
