// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

/// The verbs that need the engine; each throws its Error where there is none.
namespace realuid::cli
{

void addTeacher(CLI::App& program, Context& context);
void addDistil(CLI::App& program, Context& context);
void addResume(CLI::App& program, Context& context);
void addSample(CLI::App& program, Context& context);
void addInterpolate(CLI::App& program, Context& context);
void addInspect(CLI::App& program, Context& context); ///< scenes and run folders work without an engine
void addData(CLI::App& program, Context& context);
void addEvaluate(CLI::App& program, Context& context);
void addMetrics(CLI::App& program, Context& context);
void addConvert(CLI::App& program, Context& context);
void addBench(CLI::App& program, Context& context);

/// All of the above.
void addEngineVerbs(CLI::App& program, Context& context);

} // namespace realuid::cli
