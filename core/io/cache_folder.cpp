// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/cache_folder.h"

#include <cstdlib>

namespace realuid
{

std::filesystem::path cacheFolder()
{
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return std::filesystem::path(value ? value : "");
    };
    if (const std::filesystem::path cache = variable("XDG_CACHE_HOME"); cache.is_absolute())
        return cache / "realuid";
    const std::filesystem::path home = variable("HOME");
    return home.empty() ? home : home / ".cache" / "realuid";
}

} // namespace realuid
