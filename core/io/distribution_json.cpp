// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/distribution_json.h"

#include "core/api/named_distribution.h"

#include <algorithm>
#include <cmath>

namespace realuid
{
namespace
{

constexpr double kBandwidth = 0.1;      ///< of drawn points, where none is given
constexpr std::size_t kMostPoints = 5000; ///< and components
constexpr std::size_t kLeastDrawn = 12; ///< fewer equal components are written as a mixture

Json matrixJson(const std::vector<double>& covariance, std::size_t d)
{
    Json rows = Json::array();
    for (std::size_t i = 0; i < d; ++i)
        rows.push_back(Json(std::vector<double>(covariance.begin() + static_cast<std::ptrdiff_t>(i * d),
                                                covariance.begin() + static_cast<std::ptrdiff_t>((i + 1) * d))));
    return rows;
}

void writeShape(Json& object, const Component& component)
{
    object["mean"] = component.mean;
    object["covariance"] = matrixJson(component.covariance, component.mean.size());
}

Json componentsJson(const Distribution& distribution)
{
    Json list = Json::array();
    for (const Component& component : distribution.components) {
        Json object{{"weight", component.weight}};
        writeShape(object, component);
        list.push_back(std::move(object));
    }
    return list;
}

/// The bandwidth of what was drawn: many equal components, round, of weight 1; 0 where it is nothing of the kind, or where
/// reading it back would not give the same covariances.
double drawnBandwidth(const Distribution& distribution)
{
    const Component& first = distribution.components.front();
    const double bandwidth = std::sqrt(first.covariance[0]);
    Component round = first;
    round.weight = 1;
    std::fill(round.covariance.begin(), round.covariance.end(), 0.0);
    for (std::size_t i = 0; i < round.mean.size(); ++i)
        round.covariance[i * round.mean.size() + i] = bandwidth * bandwidth;
    const bool drawn = distribution.components.size() >= kLeastDrawn &&
                       std::all_of(distribution.components.begin(), distribution.components.end(), [&](const Component& c) {
                           return c.weight == round.weight && c.covariance == round.covariance;
                       });
    return drawn ? bandwidth : 0;
}

std::string entry(const std::string& path, std::size_t k) { return path + "[" + std::to_string(k) + "]"; }

} // namespace

Json toJson(const Distribution& distribution)
{
    if (distribution.components.size() == 1) {
        Json object{{"kind", "gaussian"}};
        writeShape(object, distribution.components.front());
        return object;
    }
    for (const NamedDistribution& named : namedDistributions())
        if (named.distribution == distribution)
            return {{"kind", "named"}, {"name", std::string(named.id)}};
    if (const double bandwidth = drawnBandwidth(distribution); bandwidth > 0) {
        Json points = Json::array();
        for (const Component& component : distribution.components)
            points.push_back(component.mean);
        return {{"kind", "drawn"}, {"points", std::move(points)}, {"bandwidth", bandwidth}};
    }
    return {{"kind", "mixture"}, {"components", componentsJson(distribution)}};
}

Json toJson(const Coupling& coupling)
{
    Json out{{"kind", coupling.kind}};
    if (coupling.isJoint())
        out["components"] = componentsJson(coupling.joint);
    else if (!coupling.source.components.empty())
        out["source"] = toJson(coupling.source);
    return out;
}

bool JsonReader::isObject(const Json& json, const std::string& path)
{
    if (json.is_object())
        return true;
    faults.push_back({path, {}, {REALUID_TEXT("must be an object, { ... }")}});
    return false;
}

const Json* JsonReader::need(const Json& object, const std::string& key, const std::string& path)
{
    if (object.contains(key))
        return &object.at(key);
    faults.push_back({path + key, {}, {REALUID_TEXT("is missing")}});
    return nullptr;
}

void JsonReader::matrix(const Json* json, const std::string& path, std::vector<double>& out)
{
    if (!json)
        return;
    if (!json->is_array()) {
        faults.push_back({path, json->dump(), {REALUID_TEXT("must be a matrix, a list of rows")}});
        return;
    }
    for (std::size_t row = 0; row < json->size(); ++row) {
        std::vector<double> numbers;
        take(&(*json)[row], entry(path, row), numbers);
        if (numbers.size() != json->size())
            faults.push_back({entry(path, row), (*json)[row].dump(), {REALUID_TEXT("must be a row of a square matrix")}});
        out.insert(out.end(), numbers.begin(), numbers.end());
    }
}

Component JsonReader::component(const Json& json, const std::string& path, bool weighted)
{
    Component out;
    if (!isObject(json, path))
        return out;
    const std::string dot = path + ".";
    rejectUnknown(json, dot, {"mean", "covariance", weighted ? "weight" : "kind"}, faults);
    if (weighted)
        take(need(json, "weight", dot), dot + "weight", out.weight);
    take(need(json, "mean", dot), dot + "mean", out.mean);
    matrix(need(json, "covariance", dot), dot + "covariance", out.covariance);
    return out;
}

Distribution JsonReader::components(const Json& json, const std::string& path)
{
    Distribution out;
    rejectUnknown(json, path + ".", {"kind", "components"}, faults);
    const Json* list = need(json, "components", path + ".");
    if (list && (!list->is_array() || list->size() > kMostPoints))
        faults.push_back({path + ".components", {}, {REALUID_TEXT("must be a list of 1 to %1 components"), {std::to_string(kMostPoints)}}});
    else if (list)
        for (std::size_t k = 0; k < list->size(); ++k)
            out.components.push_back(component((*list)[k], entry(path + ".components", k), true));
    return out;
}

Distribution JsonReader::named(const Json& json, const std::string& path)
{
    rejectUnknown(json, path + ".", {"kind", "name"}, faults);
    std::string name, known;
    take(need(json, "name", path + "."), path + ".name", name);
    for (const NamedDistribution& row : namedDistributions()) {
        if (row.id == name)
            return row.distribution;
        known += (known.empty() ? "" : ", ") + std::string(row.id);
    }
    faults.push_back({path + ".name", name, {REALUID_TEXT("must be one of %1"), {known}}});
    return {};
}

Distribution JsonReader::drawn(const Json& json, const std::string& path)
{
    rejectUnknown(json, path + ".", {"kind", "points", "bandwidth"}, faults);
    double bandwidth = kBandwidth;
    if (json.contains("bandwidth"))
        take(&json.at("bandwidth"), path + ".bandwidth", bandwidth);
    if (!(bandwidth > 0))
        faults.push_back({path + ".bandwidth", numberText(bandwidth), {REALUID_TEXT("must be a positive number")}});
    const Json* list = need(json, "points", path + ".");
    if (!list)
        return {};
    if (!list->is_array() || list->empty() || list->size() > kMostPoints) {
        faults.push_back({path + ".points", {},
                          {REALUID_TEXT("must be a list of 1 to %1 points"), {std::to_string(kMostPoints)}}});
        return {};
    }
    std::vector<std::vector<double>> points(list->size());
    for (std::size_t k = 0; k < list->size(); ++k)
        take(&(*list)[k], entry(path + ".points", k), points[k]);
    for (std::size_t k = 0; k < points.size() && faults.empty(); ++k)
        if (points[k].size() < 1 || points[k].size() > 2 || points[k].size() != points[0].size())
            faults.push_back({entry(path + ".points", k), (*list)[k].dump(), {REALUID_TEXT("must have 1 or 2 coordinates, as many as the first point")}});
    return drawnDistribution(points, bandwidth);
}

Distribution JsonReader::distribution(const Json& json, const std::string& path)
{
    std::string kind;
    if (!isObject(json, path))
        return {};
    take(need(json, "kind", path + "."), path + ".kind", kind);
    if (kind == "gaussian")
        return {{component(json, path, false)}};
    if (kind == "mixture")
        return components(json, path);
    if (kind == "named")
        return named(json, path);
    if (kind == "drawn")
        return drawn(json, path);
    if (!kind.empty())
        faults.push_back({path + ".kind", kind, {REALUID_TEXT("must be one of %1"), {"gaussian, mixture, named, drawn"}}});
    return {};
}

Coupling JsonReader::coupling(const Json& json, const std::string& path)
{
    Coupling out;
    if (!isObject(json, path))
        return out;
    take(need(json, "kind", path + "."), path + ".kind", out.kind);
    if (out.isJoint()) {
        out.joint = components(json, path);
        const int coordinates = out.joint.dimension();
        const std::vector<Fault> shape = checkComponents(out.joint, coordinates, path);
        if (coordinates != 2 && coordinates != 4)
            faults.push_back({path + ".components[0].mean", std::to_string(coordinates),
                              {REALUID_TEXT("must hold x0 and x1 one after the other, 2 or 4 numbers")}});
        else
            faults.insert(faults.end(), shape.begin(), shape.end());
        return out;
    }
    rejectUnknown(json, path + ".", {"kind", "source"}, faults);
    if (json.contains("source"))
        out.source = distribution(json.at("source"), path + ".source");
    return out;
}

} // namespace realuid
