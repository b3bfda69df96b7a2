// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/pickle_value.h"

#include <string>
#include <vector>

namespace realuid::engine
{

/// A value as a pickle of protocol 2 that torch.load(weights_only=True) reads, and the tensors that its storages
/// "0", "1", ... stand for, in that order: one contiguous storage a tensor.
struct WrittenPickle {
    std::string bytes;
    std::vector<const PickleTensor*> storages; ///< point into the value
};
WrittenPickle writePickle(const PickleValue& value);

} // namespace realuid::engine
