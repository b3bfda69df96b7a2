// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <stop_token>

namespace realuid
{

/// Calls work(from, to) on threads until [0, rows) is covered, in chunks that balance uneven rows; returns when all
/// are done. `threads` = 0 takes as many as the processor has. `work` must not throw. Once `stop` is requested no chunk is
/// begun; returns false where rows were left out.
bool parallelRows(int rows, int threads, const std::function<void(int from, int to)>& work, std::stop_token stop = {});

} // namespace realuid
