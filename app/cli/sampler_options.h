// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"
#include "core/api/sampling.h"

namespace realuid::cli
{

/// The options that all verbs share that draw samples: --checkpoint, --seed, --solver, --steps, --batch, --head-channels, --side,
/// --threads, --device. What --class may be differs between them.
void addSamplerOptions(CLI::App& verb, SamplerSettings& settings);

} // namespace realuid::cli
