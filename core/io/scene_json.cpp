// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/scene_json.h"

#include "core/api/error.h"
#include "core/io/atomic_file.h"
#include "core/io/base64.h"
#include "core/io/distribution_json.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace realuid
{
namespace
{
constexpr std::string_view kLink = "realuid:scene/";
constexpr std::int64_t kVersion = 1;

constexpr double kSame = 1e-9; ///< relative: numbers that were rounded on their way still agree

Loss lossFrom(JsonReader& reader, const Json& json, Scene& scene)
{
    Loss out;
    if (!reader.isObject(json, "loss"))
        return out;
    Json renamed = json;
    if (renamed.contains("kind")) {
        renamed["loss"] = renamed["kind"];
        renamed.erase("kind");
    }
    std::vector<std::string> known;
    readTable(lossParameters(), renamed, "loss.", out, known, reader.faults);
    for (Fault& fault : reader.faults)
        if (fault.field == "loss.loss")
            fault.field = "loss.kind";
    std::replace(known.begin(), known.end(), std::string("loss"), std::string("kind"));
    known.insert(known.end(), {"target"});
    rejectUnknown(json, "loss.", known, reader.faults);
    if (json.contains("target"))
        reader.take(&json.at("target"), "loss.target", scene.target);
    return out;
}

Interpolant interpolantFrom(JsonReader& reader, const Json& json)
{
    Interpolant out;
    if (!reader.isObject(json, "interpolant"))
        return out;
    reader.take(reader.need(json, "kind", "interpolant."), "interpolant.kind", out.kind);
    std::vector<std::string> known{"kind"};
    for (const Parameter<Interpolant>& row : interpolantParameters()) {
        const std::string id(row.info.id);
        if (!hasOption(out, id))
            continue;
        known.push_back(id);
        Value value;
        if (json.contains(id) && fromJson(json.at(id), "interpolant." + id, row.get(out), value, reader.faults))
            row.set(out, value);
    }
    rejectUnknown(json, "interpolant.", known, reader.faults);
    return out;
}

bool same(const Component& a, const Component& b)
{
    const auto near = [](double x, double y) { return std::abs(x - y) <= kSame * (std::abs(x) + std::abs(y)); };
    return near(a.weight, b.weight) && std::equal(a.mean.begin(), a.mean.end(), b.mean.begin(), b.mean.end(), near) &&
           std::equal(a.covariance.begin(), a.covariance.end(), b.covariance.begin(), b.covariance.end(), near);
}

/// The data's distribution: its own key, or with a joint coupling that one's marginal, which an own key must agree with.
Distribution dataFrom(JsonReader& reader, const Json& json, const std::string& key, const Coupling& coupling)
{
    if (!coupling.isJoint()) {
        const Json* own = reader.need(json, key, "");
        return own ? reader.distribution(*own, key) : Distribution{};
    }
    if (!reader.faults.empty())
        return {};
    const Distribution marginal = dataMarginal(coupling.joint);
    const Distribution given = json.contains(key) ? reader.distribution(json.at(key), key) : marginal;
    const auto& [own, joint] = std::tie(given.components, marginal.components);
    // A single Gaussian has no weight of its own in a file.
    const bool agrees = own.size() == 1 && joint.size() == 1
                            ? same({1, own[0].mean, own[0].covariance}, {1, joint[0].mean, joint[0].covariance})
                            : std::equal(own.begin(), own.end(), joint.begin(), joint.end(), same);
    return agrees ? marginal : given;
}

Coupling couplingFrom(JsonReader& reader, const Json& json, const std::string& key)
{
    return json.contains(key) ? reader.coupling(json.at(key), key) : Coupling{};
}

/// Keys that stand where they are not at their defaults: a scene without them reads as before.
void writeExtras(Json& out, const Scene& scene)
{
    if (scene.coupling != Coupling{})
        out["coupling"] = toJson(scene.coupling);
    if (scene.generatedCoupling != Coupling{})
        out["generated_coupling"] = toJson(scene.generatedCoupling);
    if (scene.teacher)
        out["teacher"] = toJson(*scene.teacher);
    if (!scene.target.empty())
        out["loss"]["target"] = scene.target;
    if (scene.conditional)
        out["conditional"] = true;
    if (!scene.view.x0.empty())
        out["view"]["x0"] = scene.view.x0;
}

void readKeys(JsonReader& reader, const Json& json, Scene& scene)
{
    rejectUnknown(json, "", {"version", "real", "generated", "interpolant", "coupling", "generated_coupling", "teacher",
                             "conditional", "loss", "seed", "view"}, reader.faults);
    std::int64_t version = kVersion;
    reader.take(reader.need(json, "version", ""), "version", version);
    if (version != kVersion)
        reader.faults.push_back({"version", std::to_string(version), {REALUID_TEXT("must be 1; a newer program wrote this")}});
    scene.coupling = couplingFrom(reader, json, "coupling");
    scene.generatedCoupling = couplingFrom(reader, json, "generated_coupling");
    scene.real = dataFrom(reader, json, "real", scene.coupling);
    scene.generated = dataFrom(reader, json, "generated", scene.generatedCoupling);
    if (json.contains("teacher"))
        scene.teacher = reader.distribution(json["teacher"], "teacher");
    if (json.contains("conditional"))
        reader.take(&json["conditional"], "conditional", scene.conditional);
    if (json.contains("interpolant"))
        scene.interpolant = interpolantFrom(reader, json["interpolant"]);
    if (json.contains("loss"))
        scene.loss = lossFrom(reader, json["loss"], scene);
    if (json.contains("seed"))
        reader.take(&json["seed"], "seed", scene.seed);
    if (json.contains("view") && reader.isObject(json["view"], "view")) {
        rejectUnknown(json["view"], "view.", {"t", "x0"}, reader.faults);
        if (json["view"].contains("t"))
            reader.take(&json["view"]["t"], "view.t", scene.view.t);
        if (json["view"].contains("x0"))
            reader.take(&json["view"]["x0"], "view.x0", scene.view.x0);
    }
}

} // namespace

Json toJson(const Scene& scene)
{
    Json loss, interpolant;
    for (const Parameter<Loss>& row : lossParameters()) {
        const bool general = row.info.id == "gamma" || row.info.id == "parametrisation", sid = row.info.id == "alpha_sid";
        const bool usual = row.info.id == "real_target" && scene.loss.realTarget == Loss{}.realTarget;
        if ((!general || scene.loss.kind == "general") && (!sid || scene.loss.kind == "sid") && !usual)
            loss[row.info.id == "loss" ? "kind" : std::string(row.info.id)] = toJson(row.get(scene.loss));
    }
    for (const Parameter<Interpolant>& row : interpolantParameters())
        if (row.info.id == "kind" || hasOption(scene.interpolant, row.info.id))
            interpolant[std::string(row.info.id)] = toJson(row.get(scene.interpolant));
    Json out{{"version", kVersion},
             {"real", toJson(scene.real)},
             {"generated", toJson(scene.generated)},
             {"interpolant", std::move(interpolant)},
             {"loss", std::move(loss)},
             {"seed", scene.seed},
             {"view", {{"t", scene.view.t}}}};
    writeExtras(out, scene);
    return out;
}

Scene sceneFromJson(const Json& json, const std::string& where)
{
    JsonReader reader;
    Scene scene;
    if (reader.isObject(json, "scene"))
        readKeys(reader, json, scene);
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
