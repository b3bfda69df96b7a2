// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/checksum.h"

#include <zlib.h>

#include <array>
#include <cstdio>

namespace realuid::engine
{

std::string checksum(const void* bytes, std::size_t count)
{
    std::array<char, 24> text{};
    const auto crc = crc32_z(0, static_cast<const unsigned char*>(bytes), count);
    std::snprintf(text.data(), text.size(), "crc32:%08lx", static_cast<unsigned long>(crc));
    return text.data();
}

} // namespace realuid::engine
