// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/engine.h"
#include "core/io/json.h"

/// run.json, and the parameter files that --config reads.
namespace realuid
{

/// What a run was asked for. `files` as given and with absolute paths, all parameters as resolved; `engine` holds what
/// only the engine knows (versions, device, data checksum, geometry) and is kept as it is.
Json runJson(const RunRequest& request, const Json& engine);

/// The request, with the absolute paths. Error (File) that lists every fault.
RunRequest runRequestFromJson(const Json& json, const std::string& where);

/// Reads parameter ids of a run.json or of a flat object into `loss` and `training`; other keys of a flat object are
/// faults. Values are not checked against their ranges here.
void readParameters(const Json& json, Loss& loss, TrainingParameters& training, std::vector<Fault>& faults);

/// Whether RunRequest::source is a word for what is made from the data (grey, low:K); any other text is a folder.
bool madeSource(const std::string& source);

} // namespace realuid
