// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace realuid::engine
{

/// "crc32:5f3c9a10": tells one data set or network from another; no protection against intent.
std::string checksum(const void* bytes, std::size_t count);

} // namespace realuid::engine
