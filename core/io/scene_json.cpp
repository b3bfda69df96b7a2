// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/scene_json.h"

#include "core/api/error.h"
#include "core/io/atomic_file.h"
#include "core/io/base64.h"

#include <algorithm>

namespace realuid
{
namespace
{
constexpr std::string_view kLink = "realuid:scene/";
constexpr std::int64_t kVersion = 1;

Json matrixJson(const std::vector<double>& covariance, std::size_t d)
{
    Json rows = Json::array();
    for (std::size_t i = 0; i < d; ++i)
        rows.push_back(Json(std::vector<double>(covariance.begin() + static_cast<std::ptrdiff_t>(i * d),
                                                covariance.begin() + static_cast<std::ptrdiff_t>((i + 1) * d))));
    return rows;
}

Json distributionJson(const Distribution& distribution)
{
    const auto d = static_cast<std::size_t>(distribution.dimension());
    const auto shape = [d](Json& object, const Component& c) {
        object["mean"] = c.mean;
        object["covariance"] = matrixJson(c.covariance, d);
    };
    if (distribution.components.size() == 1) {
        Json object{{"kind", "gaussian"}};
        shape(object, distribution.components.front());
        return object;
    }
    Json list = Json::array();
    for (const Component& component : distribution.components) {
        Json object{{"weight", component.weight}};
        shape(object, component);
        list.push_back(std::move(object));
    }
    return {{"kind", "mixture"}, {"components", std::move(list)}};
}

/// Reads a scene key by key; every fault is collected under the key's path.
class Reader
{
public:
    std::vector<Fault> faults;

    bool isObject(const Json& json, const std::string& path)
    {
        if (json.is_object())
            return true;
        faults.push_back({path, {}, {REALUID_TEXT("must be an object, { ... }")}});
        return false;
    }

    /// The key's value, or null with a fault where it is missing.
    const Json* need(const Json& object, const std::string& key, const std::string& path)
    {
        if (object.contains(key))
            return &object.at(key);
        faults.push_back({path + key, {}, {REALUID_TEXT("is missing")}});
        return nullptr;
    }

    template <class T>
    void take(const Json* json, const std::string& path, T& out)
    {
        Value value;
        if (json && fromJson(*json, path, Value(T{}), value, faults))
            out = std::get<T>(value);
    }

    void matrix(const Json* json, const std::string& path, std::vector<double>& out)
    {
        if (!json)
            return;
        if (!json->is_array()) {
            faults.push_back({path, json->dump(), {REALUID_TEXT("must be a matrix, a list of rows")}});
            return;
        }
        std::size_t row = 0;
        for (const Json& entry : *json) {
            std::vector<double> numbers;
            const std::string rowPath = path + "[" + std::to_string(row++) + "]";
            take(&entry, rowPath, numbers);
            if (numbers.size() != json->size())
                faults.push_back({rowPath, entry.dump(), {REALUID_TEXT("must be a row of a square matrix")}});
            out.insert(out.end(), numbers.begin(), numbers.end());
        }
    }

    Component component(const Json& json, const std::string& path, bool weighted)
    {
        Component out;
        if (!isObject(json, path))
            return out;
        const std::string dot = path + ".";
        std::vector<std::string> known{"mean", "covariance", weighted ? "weight" : "kind"};
        rejectUnknown(json, dot, known, faults);
        if (weighted)
            take(need(json, "weight", dot), dot + "weight", out.weight);
        take(need(json, "mean", dot), dot + "mean", out.mean);
        matrix(need(json, "covariance", dot), dot + "covariance", out.covariance);
        return out;
    }

    Distribution distribution(const Json& json, const std::string& path)
    {
        Distribution out;
        std::string kind;
        if (!isObject(json, path))
            return out;
        take(need(json, "kind", path + "."), path + ".kind", kind);
        if (kind == "gaussian") {
            out.components.push_back(component(json, path, false));
        } else if (kind == "mixture") {
            rejectUnknown(json, path + ".", {"kind", "components"}, faults);
            const Json* list = need(json, "components", path + ".");
            if (list && !list->is_array())
                faults.push_back({path + ".components", {}, {REALUID_TEXT("must be a list")}});
            else if (list)
                for (std::size_t k = 0; k < list->size(); ++k)
                    out.components.push_back(
                        component((*list)[k], path + ".components[" + std::to_string(k) + "]", true));
        } else if (!kind.empty()) {
            faults.push_back({path + ".kind", kind, {REALUID_TEXT("must be one of %1"), {"gaussian, mixture"}}});
        }
        return out;
    }

    Loss loss(const Json& json)
    {
        Loss out;
        if (!isObject(json, "loss"))
            return out;
        Json renamed = json;
        if (renamed.contains("kind")) {
            renamed["loss"] = renamed["kind"];
            renamed.erase("kind");
        }
        std::vector<std::string> known;
        readTable(lossParameters(), renamed, "loss.", out, known, faults);
        std::replace(known.begin(), known.end(), std::string("loss"), std::string("kind"));
        rejectUnknown(json, "loss.", known, faults);
        return out;
    }
};

} // namespace

Json toJson(const Scene& scene)
{
    Json loss;
    for (const Parameter<Loss>& row : lossParameters()) {
        const bool general = row.info.id == "gamma" || row.info.id == "parametrisation";
        if (!general || scene.loss.kind == "general")
            loss[row.info.id == "loss" ? "kind" : std::string(row.info.id)] = toJson(row.get(scene.loss));
    }
    return {{"version", kVersion},
            {"real", distributionJson(scene.real)},
            {"generated", distributionJson(scene.generated)},
            {"interpolant", {{"kind", scene.interpolant.kind}}},
            {"loss", std::move(loss)},
            {"seed", scene.seed},
            {"view", {{"t", scene.view.t}}}};
}

Scene sceneFromJson(const Json& json, const std::string& where)
{
    Reader reader;
    Scene scene;
    if (reader.isObject(json, "scene")) {
        rejectUnknown(json, "", {"version", "real", "generated", "interpolant", "loss", "seed", "view"}, reader.faults);
        std::int64_t version = kVersion;
        reader.take(reader.need(json, "version", ""), "version", version);
        if (version != kVersion)
            reader.faults.push_back({"version", std::to_string(version), {REALUID_TEXT("must be 1; a newer program wrote this")}});
        if (const Json* real = reader.need(json, "real", ""))
            scene.real = reader.distribution(*real, "real");
        if (const Json* generated = reader.need(json, "generated", ""))
            scene.generated = reader.distribution(*generated, "generated");
        if (json.contains("interpolant") && reader.isObject(json["interpolant"], "interpolant")) {
            rejectUnknown(json["interpolant"], "interpolant.", {"kind"}, reader.faults);
            reader.take(reader.need(json["interpolant"], "kind", "interpolant."), "interpolant.kind", scene.interpolant.kind);
        }
        if (json.contains("loss"))
            scene.loss = reader.loss(json["loss"]);
        if (json.contains("seed"))
            reader.take(&json["seed"], "seed", scene.seed);
        if (json.contains("view") && reader.isObject(json["view"], "view")) {
            rejectUnknown(json["view"], "view.", {"t"}, reader.faults);
            if (json["view"].contains("t"))
                reader.take(&json["view"]["t"], "view.t", scene.view.t);
        }
    }
    if (reader.faults.empty())
        reader.faults = check(scene);
    if (anyFault(reader.faults)) {
        std::erase_if(reader.faults, [](const Fault& f) { return f.severity == Severity::Warning; });
        throw Error::listing(ErrorKind::File, std::move(reader.faults), where);
    }
    return scene;
}

Scene readScene(const std::string& source)
{
    for (const ScenePreset& preset : scenePresets())
        if (preset.id == source)
            return preset.scene;
    if (source.starts_with(kLink))
        return sceneFromLink(source);
    return sceneFromJson(readJson(source), source);
}

void writeScene(const std::filesystem::path& path, const Scene& scene, bool overwrite)
{
    writeAtomically(path, overwrite, toJson(scene).dump(2) + "\n");
}

std::string toLink(const Scene& scene) { return std::string(kLink) + toBase64Url(toJson(scene).dump()); }

Scene sceneFromLink(std::string_view link)
{
    std::string text;
    if (!link.starts_with(kLink) || !fromBase64Url(link.substr(kLink.size()), text))
        throw Error(ErrorKind::File, {REALUID_TEXT("is not a scene link, or a part of it is missing")}, "link",
                    {REALUID_TEXT("copy it again as a whole; it starts with %1"), {std::string(kLink)}});
    return sceneFromJson(parseJson(text, "link"), "link");
}

} // namespace realuid
