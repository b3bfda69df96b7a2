// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace realuid::engine
{

/// "sha256:..." (FIPS 180-4): tells one data set or network from another.
std::string checksum(const void* bytes, std::size_t count);

} // namespace realuid::engine
