// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_json.h"

#include <array>
#include <filesystem>

namespace realuid
{
namespace
{

/// The members of a request that name files.
struct FileKey {
    const char* key;
    std::string RunRequest::*member;
};
constexpr std::array<FileKey, 5> kFiles{{{"teacher", &RunRequest::teacher},
                                         {"data", &RunRequest::data},
                                         {"source", &RunRequest::source},
                                         {"init_generator", &RunRequest::initGenerator},
                                         {"init_fake", &RunRequest::initFake}}};

/// Words that stand for no file stay words.
std::string absolute(const std::string& path)
{
    const bool word = path.empty() || path == "random" || path == "teacher" || madeSource(path) ||
                      (path == "shapes" && !std::filesystem::exists(path));
    return word ? path : std::filesystem::absolute(path).lexically_normal().string();
}

std::string text(const Json& object, const char* key, const std::string& path, std::vector<Fault>& faults)
{
    Value value;
    if (object.is_object() && object.contains(key) &&
        fromJson(object.at(key), path + key, Value(std::string{}), value, faults))
        return std::get<std::string>(value);
    return {};
}

} // namespace

bool madeSource(const std::string& source) { return source == "grey" || source.starts_with("low:"); }

Json runJson(const RunRequest& request, const Json& engine)
{
    Json given, resolved, parameters;
    for (const FileKey& file : kFiles) {
        given[file.key] = request.*file.member;
        resolved[file.key] = absolute(request.*file.member);
    }
    writeTable(lossParameters(), request.loss, parameters);
    writeTable(trainingParameters(), request.training, parameters);
    Json json{{"version", 1},
              {"program", REALUID_VERSION},
              {"kind", request.kind == RunKind::Teacher ? "teacher" : "distil"},
              {"command", request.command},
              {"files", {{"given", given}, {"resolved", resolved}}},
              {"parameters", parameters}};
    json["engine"] = engine;
    return json;
}

RunRequest runRequestFromJson(const Json& json, const std::string& where)
{
    RunRequest request;
    std::vector<Fault> faults;
    const std::string kind = text(json, "kind", "", faults);
    if (kind != "teacher" && kind != "distil")
        faults.push_back({"kind", kind, {REALUID_TEXT("must be one of %1"), {"teacher, distil"}}});
    request.kind = kind == "teacher" ? RunKind::Teacher : RunKind::Distil;
    if (json.is_object() && json.contains("files") && json["files"].is_object() && json["files"].contains("resolved"))
        for (const FileKey& file : kFiles)
            request.*file.member = text(json["files"]["resolved"], file.key, "files.resolved.", faults);
    else
        faults.push_back({"files.resolved", {}, {REALUID_TEXT("is missing")}});
    if (json.is_object() && json.contains("parameters"))
        readParameters(json, request.loss, request.training, faults);
    else
        faults.push_back({"parameters", {}, {REALUID_TEXT("is missing")}});
    if (!faults.empty())
        throw Error::listing(ErrorKind::File, std::move(faults), where);
    return request;
}

void readParameters(const Json& json, Loss& loss, TrainingParameters& training, std::vector<Fault>& faults)
{
    const bool nested = json.is_object() && json.contains("parameters");
    const Json& object = nested ? json["parameters"] : json;
    if (!object.is_object()) {
        faults.push_back({nested ? "parameters" : "config", {}, {REALUID_TEXT("must be an object, { ... }")}});
        return;
    }
    const std::string path = nested ? "parameters." : "";
    std::vector<std::string> known;
    readTable(lossParameters(), object, path, loss, known, faults);
    readTable(trainingParameters(), object, path, training, known, faults);
    rejectUnknown(object, path, known, faults);
}

} // namespace realuid
