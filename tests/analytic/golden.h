// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/scene.h"
#include "tests/fixtures.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>

/// Reads the golden data of the closed forms: the few rows that lie in tests/data, and the whole files.
namespace golden
{

using Json = nlohmann::json;

inline Json read(const std::filesystem::path& path)
{
    std::ifstream file(path);
    return Json::parse(file);
}

inline std::filesystem::path small(const char* name)
{
    return std::filesystem::path(REALUID_SOURCE_DIR) / "tests" / "data" / name;
}

/// Components that carry `mean` and either `sd` or `covariance`.
inline realuid::Distribution distribution(const Json& components)
{
    realuid::Distribution out;
    for (const Json& c : components) {
        realuid::Component component;
        component.weight = c.at("weight");
        if (c.contains("sd")) {
            const double sd = c.at("sd");
            component.mean = {c.at("mean").get<double>()};
            component.covariance = {sd * sd};
        } else {
            component.mean = c.at("mean").get<std::vector<double>>();
            for (const Json& row : c.at("covariance"))
                for (const double value : row)
                    component.covariance.push_back(value);
        }
        out.components.push_back(component);
    }
    return out;
}

/// A number, or a list of one or two.
inline std::vector<double> numbers(const Json& value)
{
    return value.is_array() ? value.get<std::vector<double>>() : std::vector<double>{value.get<double>()};
}

/// Relative difference, for values near 0 against `scale`.
inline double difference(double got, double want, double scale = 0)
{
    return std::abs(got - want) / std::max({std::abs(want), scale, 1e-300});
}

} // namespace golden
