// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/observer.h"

#include <cstdint>
#include <string>

namespace realuid::engine
{

/// Engine::convert: one network's weights out of a checkpoint, as plain weights in the other format (.pt or .safetensors,
/// by the name's end). A .safetensors file of ours also tells state, step and attention heads in its metadata.
/// Returns how many tensors were written. Error (Usage) for other ends of names, (File) for what cannot be read or is there.
std::int64_t convertWeights(const std::string& in, const std::string& out, const std::string& keep, bool overwrite,
                            Observer& observer);

} // namespace realuid::engine
