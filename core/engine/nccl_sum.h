// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/torch_compat.h"

namespace realuid::engine
{

/// Processes::sum() of a tensor on a GPU, each process on its own, queued on the current stream.
void sumOnGpus(const Tensor& values, int rank, int count);

} // namespace realuid::engine
