// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/state_dict.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace realuid::engine
{

struct PickleValue;
struct PickleItem;

using PickleList = std::vector<PickleValue>;
struct PickleTuple {
    PickleList items;
};
/// In the file's order. `ordered` tells Python's OrderedDict from dict.
struct PickleDict {
    std::vector<PickleItem> items;
    bool ordered = false;

    const PickleValue* find(std::string_view key) const; ///< by a text key; null where there is none
    void set(std::string key, PickleValue value);        ///< appends
    void set(std::int64_t key, PickleValue value);
};

/// A tensor of a file that is read when asked for, or one in memory on its way into a file.
struct PickleTensor {
    at::ScalarType dtype = at::kFloat;
    Shape shape;
    std::function<Tensor()> read; ///< contiguous, on the CPU; Error (File) where the storage is damaged

    static PickleTensor of(Tensor tensor);
};

/// What Python's pickle of a checkpoint may hold, and no more.
struct PickleValue {
    std::variant<std::monostate, bool, std::int64_t, double, std::string, PickleList, PickleTuple, PickleDict, PickleTensor> value;

    PickleValue() = default; ///< None
    template <class T>
        requires(!std::is_same_v<std::remove_cvref_t<T>, PickleValue>)
    PickleValue(T&& v);

    bool isNone() const { return std::holds_alternative<std::monostate>(value); }
    const std::string* text() const { return std::get_if<std::string>(&value); }
    const PickleDict* dict() const { return std::get_if<PickleDict>(&value); }
    const PickleTensor* tensor() const { return std::get_if<PickleTensor>(&value); }
    const PickleList* list() const; ///< of a list or a tuple
    std::optional<double> number() const;         ///< int, float, bool or a tensor of one element
    std::optional<std::int64_t> integer() const;  ///< int, or a tensor of one element with a whole value
};

struct PickleItem {
    PickleValue key, value;
};

template <class T>
    requires(!std::is_same_v<std::remove_cvref_t<T>, PickleValue>)
PickleValue::PickleValue(T&& v)
{
    using V = std::remove_cvref_t<T>;
    if constexpr (std::is_same_v<V, bool> || std::is_same_v<V, double>)
        value = v;
    else if constexpr (std::is_integral_v<V>)
        value = static_cast<std::int64_t>(v);
    else if constexpr (std::is_convertible_v<T, std::string>)
        value = std::string(std::forward<T>(v));
    else
        value = std::forward<T>(v);
}

} // namespace realuid::engine
