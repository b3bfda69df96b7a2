// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine_info.h"

#include "core/api/instruction_set.h"
#include "core/engine/device.h"

namespace realuid::engine
{

EngineInfo engineInfo()
{
    return {REALUID_TORCH_VERSION, deviceNames(), std::string(name(instructionSet())), threadsFor(0)};
}

} // namespace realuid::engine
