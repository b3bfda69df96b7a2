// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stop_signals.h"

#include <atomic>
#include <csignal>

namespace realuid::cli
{
namespace
{
#if defined(SIGUSR1)
constexpr int kStops[]{SIGINT, SIGTERM, SIGUSR1, SIGHUP};
#else
constexpr int kStops[]{SIGINT, SIGTERM};
#endif
std::atomic<int> signals = 0;
std::atomic<Runner*> watched = nullptr;
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<Runner*>::is_always_lock_free,
              "signal handlers may use lock-free atomics only");

extern "C" void realuidOnSignal(int number)
{
    if (signals.fetch_add(1) > 0) {
        std::signal(number, SIG_DFL);
        std::raise(number);
    } else if (Runner* runner = watched.load()) {
        runner->stop();
    }
}
} // namespace

StopSignals::StopSignals()
{
    signals = 0;
    for (const int number : kStops)
        if (std::signal(number, realuidOnSignal) == SIG_IGN && number != SIGINT)
            std::signal(number, SIG_IGN); // as nohup wants it; shells ignore SIGINT for what they start in the background
}

StopSignals::~StopSignals()
{
    watched = nullptr;
    for (const int number : kStops)
        if (std::signal(number, SIG_DFL) == SIG_IGN)
            std::signal(number, SIG_IGN);
}

bool StopSignals::asked() { return signals.load() > 0; }

void StopSignals::watch(Runner* runner)
{
    watched = runner;
    if (runner && asked())
        runner->stop();
}

} // namespace realuid::cli
