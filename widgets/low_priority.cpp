// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/low_priority.h"

#ifdef __linux__
#include <sys/resource.h>
#endif

namespace realuid::widgets
{

void workBehind([[maybe_unused]] Behind what)
{
#ifdef __linux__
    setpriority(PRIO_PROCESS, 0, static_cast<int>(what)); // on Linux 0 names the calling thread
#endif
}

} // namespace realuid::widgets
