// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/unet_geometry.h"

namespace realuid::engine
{

/// Multiply-accumulates of one forward pass of one image: convolutions, linear layers and attention products. The
/// CIFAR-10 network's are 6.22e9.
double forwardMacs(const UNetGeometry& geometry, std::int64_t imageSide);

/// Numbers that a forward pass of one image leaves behind for its backward pass; an estimate by layers. Where blocks are computed
/// again, their inputs and the insides of the largest.
double keptNumbers(const UNetGeometry& geometry, std::int64_t imageSide, bool recompute = false);

} // namespace realuid::engine
