// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/scene.h"
#include "core/io/json.h"

#include <filesystem>

/// Scenes as JSON (`docs/formats.md`) and as text that one can paste into a message.
namespace realuid
{

Json toJson(const Scene& scene);

/// Error (File) that lists every fault with its key's path; `where` names the source in it.
Scene sceneFromJson(const Json& json, const std::string& where);

/// A scene file, a preset's id ("two-gaussians") or a link.
Scene readScene(const std::string& source);
void writeScene(const std::filesystem::path& path, const Scene& scene, bool overwrite);

/// "realuid:scene/..." : the scene's compact JSON in base64url. sceneFromLink throws Error (File) as sceneFromJson.
std::string toLink(const Scene& scene);
Scene sceneFromLink(std::string_view link);

} // namespace realuid
