// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/pickle_value.h"

#include <cmath>

namespace realuid::engine
{

const PickleValue* PickleDict::find(std::string_view key) const
{
    for (const PickleItem& item : items)
        if (item.key.text() != nullptr && *item.key.text() == key)
            return &item.value;
    return nullptr;
}

void PickleDict::set(std::string key, PickleValue value)
{
    PickleItem& item = items.emplace_back();
    item.key.value = std::move(key);
    item.value = std::move(value);
}

void PickleDict::set(std::int64_t key, PickleValue value)
{
    PickleItem& item = items.emplace_back();
    item.key.value = key;
    item.value = std::move(value);
}

PickleTensor PickleTensor::of(Tensor tensor)
{
    PickleTensor out{tensor.scalar_type(), tensor.sizes().vec(), {}};
    out.read = [tensor = std::move(tensor)] { return tensor.detach().cpu().contiguous(); };
    return out;
}

const PickleList* PickleValue::list() const
{
    if (const auto* tuple = std::get_if<PickleTuple>(&value))
        return &tuple->items;
    return std::get_if<PickleList>(&value);
}

std::optional<double> PickleValue::number() const
{
    if (const auto* real = std::get_if<double>(&value))
        return *real;
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*whole);
    if (const auto* truth = std::get_if<bool>(&value))
        return *truth ? 1 : 0;
    if (tensor() != nullptr) {
        const Tensor read = tensor()->read();
        if (read.numel() == 1)
            return read.to(at::kDouble).item<double>();
    }
    return {};
}

std::optional<std::int64_t> PickleValue::integer() const
{
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return *whole;
    const std::optional<double> real = tensor() != nullptr ? number() : std::nullopt;
    if (real && std::nearbyint(*real) == *real && std::fabs(*real) < 9e15)
        return static_cast<std::int64_t>(*real);
    return {};
}

} // namespace realuid::engine
