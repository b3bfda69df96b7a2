// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/instruction_set.h"

#include <algorithm>
#include <cstdlib>

namespace realuid
{
namespace
{

InstructionSet ofProcessor()
{
#if defined(__x86_64__) && defined(__GNUC__)
    const bool v3 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi2");
    const bool v4 = v3 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
                    __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw");
    return v4 ? InstructionSet::V4 : v3 ? InstructionSet::V3 : InstructionSet::Base;
#else
    return InstructionSet::Base;
#endif
}

InstructionSet decide()
{
    const InstructionSet best = ofProcessor();
    const char* asked = std::getenv("REALUID_ISA");
    if (!asked)
        return best;
    for (const InstructionSet set : {InstructionSet::Base, InstructionSet::V3, InstructionSet::V4})
        if (name(set) == asked)
            return std::min(set, best);
    return best;
}

} // namespace

InstructionSet instructionSet()
{
    static const InstructionSet chosen = decide();
    return chosen;
}

std::string_view name(InstructionSet set)
{
    return set == InstructionSet::V4 ? "v4" : set == InstructionSet::V3 ? "v3" : "base";
}

} // namespace realuid
