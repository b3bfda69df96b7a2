// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace realuid::widgets
{

/// How many steps of niceness below normal: fewer for work that a hand waits for than for what goes on by itself.
enum class Behind { Hand = 4, Everything = 8 };

/// Puts the calling thread, and those that it will start, behind the window's own, which then answers at once however many cores
/// are busy. Nothing is lost where nobody else wants the cores. Does nothing on systems other than Linux.
void workBehind(Behind what);

} // namespace realuid::widgets
