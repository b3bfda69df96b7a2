// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

namespace realuid::engine
{

/// Called while an exception is handled: throws realuid::Error in its place. LibTorch's own messages carry a stack trace,
/// of which only the first lines leave the engine.
[[noreturn]] void rethrowAsError();

/// Runs `work`; whatever it throws leaves as realuid::Error.
template <class Work>
auto translated(Work&& work) -> decltype(work())
{
    try {
        return std::forward<Work>(work)();
    } catch (...) {
        rethrowAsError();
    }
}

} // namespace realuid::engine
