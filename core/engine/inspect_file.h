// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/engine.h"

#include <filesystem>

namespace realuid::engine
{

/// What a .pt or .safetensors file holds, read without its weights but for their checksums: kind, states, EMAs, tensors
/// and parameters of the state taken by default, the network's geometry. Odd but readable things are `problems`.
/// Error (File) where it cannot be read.
Inspection inspectTensorFile(const std::filesystem::path& file);

/// True where the first bytes are those of a zip, an old pickle or a .safetensors header, whatever the name ends with.
bool looksLikeTensorFile(const std::filesystem::path& file);

} // namespace realuid::engine
