// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace realuid
{

/// Calls work(from, to) on threads until [0, rows) is covered, in chunks that balance uneven rows; returns when all
/// are done. `threads` = 0 takes as many as the processor has. `work` must not throw.
void parallelRows(int rows, int threads, const std::function<void(int from, int to)>& work);

} // namespace realuid
