// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/engine.h"

namespace realuid::engine
{

/// Versions, devices and threads of this engine.
EngineInfo engineInfo();

} // namespace realuid::engine
