// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/engine.h"

namespace realuid::engine
{

/// Engine::preflight (core/api/engine.h says what it promises).
Preflight preflightOf(const RunRequest& request, Observer& observer, const StopAsked& stop);

} // namespace realuid::engine
