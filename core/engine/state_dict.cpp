// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/state_dict.h"

#include <ATen/ops/isfinite.h>

namespace realuid::engine
{

const Tensor* StateDict::find(std::string_view name) const
{
    for (const auto& [key, tensor] : entries)
        if (key == name)
            return &tensor;
    return nullptr;
}

std::int64_t StateDict::parameterCount() const
{
    std::int64_t count = 0;
    for (const auto& entry : entries)
        count += entry.second.numel();
    return count;
}

Shapes StateDict::shapes() const
{
    Shapes out;
    for (const auto& [name, tensor] : entries)
        out.emplace_back(name, tensor.sizes().vec());
    return out;
}

const Shape* find(const Shapes& shapes, std::string_view name)
{
    for (const auto& [key, shape] : shapes)
        if (key == name)
            return &shape;
    return nullptr;
}

std::string shapeText(at::IntArrayRef shape)
{
    std::string out = "[";
    for (std::size_t i = 0; i < shape.size(); ++i)
        out += (i == 0 ? "" : ", ") + std::to_string(shape[i]);
    return out + "]";
}

std::string firstNotFinite(const StateDict& state)
{
    for (const auto& [name, values] : state.entries)
        if (values.is_floating_point() && !at::isfinite(values).all().item<bool>())
            return name;
    return {};
}

} // namespace realuid::engine
