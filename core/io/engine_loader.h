// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/engine.h"

#include <string>

namespace realuid
{

/// An engine library that was found, or why none is in use.
struct LoadedEngine {
    Engine* engine = nullptr; ///< lives as long as the process; null where none could be loaded
    std::string path;         ///< of the library in use
    Text problem;             ///< where null: what is missing and what to do
};

/// Loads the engine's shared library, once a process; later calls return the first result. Looks in the folders of the
/// environment variable REALUID_ENGINE_PATH (a file is taken too), beside the program and in ../lib of it; the first
/// library with the right interface number wins, a CUDA build before a CPU build. It takes up to some seconds: never
/// call it on the GUI thread. Any thread; never throws.
const LoadedEngine& loadEngine();

/// The engine, or Error (Other) with loadEngine()'s problem.
Engine& requireEngine();

} // namespace realuid
