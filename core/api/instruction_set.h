// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace realuid
{

/// The build is for the base instruction set; hot kernels are compiled for these three levels as well (each in a
/// file that includes no shared inline code, so that no vector code leaks into the rest) and chosen when they run.
enum class InstructionSet { Base, V3, V4 }; ///< x86-64, x86-64-v3 (AVX2, FMA), x86-64-v4 (AVX-512)

/// The best level that this processor runs, or the lower one that the environment variable REALUID_ISA
/// (base, v3, v4) asks for. Decided once a process.
InstructionSet instructionSet();

std::string_view name(InstructionSet set); ///< "base", "v3", "v4"

} // namespace realuid
