// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/coupling.h"
#include "core/io/json.h"

/// Distributions and couplings as scene files have them (`docs/formats.md`).
namespace realuid
{

/// "gaussian", "named", "drawn" or "mixture", the shortest that reads back as exactly this: the kind is told by the
/// components. Drawn are 12 or more, all round, of weight 1 and one width.
Json toJson(const Distribution& distribution);
Json toJson(const Coupling& coupling);

/// Reads objects key by key; every fault is collected under the key's path. What could not be read keeps its default.
class JsonReader
{
public:
    std::vector<Fault> faults;

    bool isObject(const Json& json, const std::string& path);

    /// The key's value, or null with a fault where it is missing.
    const Json* need(const Json& object, const std::string& key, const std::string& path);

    /// Reads `json`, if there is one, as a T.
    template <class T>
    void take(const Json* json, const std::string& path, T& out)
    {
        Value value;
        if (json && fromJson(*json, path, Value(T{}), value, faults))
            out = std::get<T>(value);
    }

    /// Kinds gaussian, mixture, named and drawn.
    Distribution distribution(const Json& json, const std::string& path);

    /// Kinds independent and joint.
    Coupling coupling(const Json& json, const std::string& path);

private:
    void matrix(const Json* json, const std::string& path, std::vector<double>& out);
    Component component(const Json& json, const std::string& path, bool weighted);
    Distribution components(const Json& json, const std::string& path);
    Distribution named(const Json& json, const std::string& path);
    Distribution drawn(const Json& json, const std::string& path);
};

} // namespace realuid
