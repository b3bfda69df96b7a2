// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/dropout.h"

#include <functional>

namespace realuid::engine
{

/// A part of a network from its input and the activated embedding to its output; the same for the same dropout.
using NetworkPart = std::function<Tensor(const Tensor& x, const Tensor& embedding, DropoutSource* dropout)>;

/// part(x, embedding, dropout), of which autograd keeps the two inputs alone: the backward pass computes the insides again, and adds the
/// gradients of weights that learn where the part's own backward pass would. What `part` refers to must live until then.
Tensor recomputed(const NetworkPart& part, const Tensor& x, const Tensor& embedding, DropoutSource* dropout);

} // namespace realuid::engine
