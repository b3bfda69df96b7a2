// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/engine.h"

namespace realuid::engine
{

/// Engine::distilPlane: small networks learn to sample a mixture in one step by the same updates as on images, around
/// an exact teacher (mixture_field.h). Generator and fake model start from random weights. The rate falls to a tenth
/// over the last half, which takes the game's noise out of the result.
PlaneResult distilPlane(const PlaneRequest& request, Observer& observer, const StopAsked& stop);

} // namespace realuid::engine
