// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/torch_compat.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace realuid::engine
{

using Shape = std::vector<std::int64_t>;

/// Names and shapes in a file's order: what a network is recognised by before a single weight is read.
using Shapes = std::vector<std::pair<std::string, Shape>>;

/// A network's weights as PyTorch's state_dict() orders and names them. Names are unique.
struct StateDict {
    std::vector<std::pair<std::string, Tensor>> entries;

    const Tensor* find(std::string_view name) const; ///< null where there is none
    void add(std::string name, Tensor tensor) { entries.emplace_back(std::move(name), std::move(tensor)); }
    std::int64_t parameterCount() const;
    Shapes shapes() const;
};

/// The shape of `name`, null where there is none.
const Shape* find(const Shapes& shapes, std::string_view name);

/// "[4, 3, 32, 32]"
std::string shapeText(at::IntArrayRef shape);

/// The first tensor with a value that is not finite; empty where there is none.
std::string firstNotFinite(const StateDict& state);

} // namespace realuid::engine
