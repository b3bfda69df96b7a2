// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

/// The published 256 entries of matplotlib's maps (CC0), as 0xRRGGBB.
namespace realuid::widgets
{

std::span<const std::uint32_t, 256> viridisEntries();
std::span<const std::uint32_t, 256> magmaEntries();
std::span<const std::uint32_t, 256> infernoEntries();
std::span<const std::uint32_t, 256> cividisEntries();

} // namespace realuid::widgets
