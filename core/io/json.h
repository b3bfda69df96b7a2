// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/parameter.h"

#include <nlohmann/json.hpp>

#include <filesystem>

/// JSON in and out of the product's plain values. Reading is strict: unknown keys, wrong types and values out of
/// range are faults that name the key's path.
namespace realuid
{

using Json = nlohmann::ordered_json;

/// Parses a file or text; Error (File) names the file, line and column where it is no JSON.
Json readJson(const std::filesystem::path& path);
Json parseJson(std::string_view text, const std::string& where);

Json toJson(const Value& value);

/// Reads `json` as the type that `like` holds; on failure appends a fault for `path` and returns false.
bool fromJson(const Json& json, const std::string& path, const Value& like, Value& out, std::vector<Fault>& faults);

/// Every member of a spec table as a key.
template <class S>
void writeTable(std::span<const Parameter<S>> table, const S& values, Json& object)
{
    for (const Parameter<S>& row : table)
        object[std::string(row.info.id)] = toJson(row.get(values));
}

/// Reads the keys of `object` that the table knows into `values`; `known` collects their names.
template <class S>
void readTable(std::span<const Parameter<S>> table, const Json& object, const std::string& path, S& values,
               std::vector<std::string>& known, std::vector<Fault>& faults)
{
    for (const Parameter<S>& row : table) {
        const std::string key(row.info.id);
        known.push_back(key);
        Value value;
        if (object.contains(key) && fromJson(object.at(key), path + key, row.get(values), value, faults))
            row.set(values, value);
    }
}

/// A fault for each key of `object` that is not in `known`.
void rejectUnknown(const Json& object, const std::string& path, const std::vector<std::string>& known,
                   std::vector<Fault>& faults);

} // namespace realuid
