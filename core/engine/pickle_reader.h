// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/tensor_archive.h"

#include <functional>
#include <string_view>

namespace realuid::engine
{

/// Reads the pickle (protocol 2) of a torch.save file as plain values. A pickle is a program; this reader runs none of it:
/// it knows the opcodes that checkpoints consist of and a few names (OrderedDict, the two functions that rebuild tensors,
/// storage types), refuses every other one by name, and bounds counts, depth and memory.
/// Error (File, `where`).
PickleValue readPickle(std::string_view bytes, const std::string& where,
                       const std::function<PickleTensor(const StorageView&)>& tensor);

} // namespace realuid::engine
