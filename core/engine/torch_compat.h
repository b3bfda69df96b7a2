// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>
#include <ATen/core/grad_mode.h>

/// What differs between LibTorch 1.13 and 2.x, and short names for what all engine files use.
namespace realuid::engine
{

using at::Tensor;

/// For the lifetime of the object, nothing is recorded for a backward pass.
using NoGrad = at::NoGradGuard;

} // namespace realuid::engine
