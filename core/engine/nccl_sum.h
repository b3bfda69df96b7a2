// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/torch_compat.h"

namespace realuid::engine
{

/// Processes::sum() of a tensor on a GPU, queued on the current stream. False, and nothing done, where two processes have the
/// same GPU, which NCCL refuses.
bool sumOnGpus(const Tensor& values, int rank, int count);

} // namespace realuid::engine
