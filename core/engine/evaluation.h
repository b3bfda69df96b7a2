// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/engine.h"

namespace realuid::engine
{

/// Engine::compareFeatures: all measures that the files given allow. Error (File) for arrays of the wrong shape, (Usage)
/// where nothing can be measured.
MetricsResult compareFeatureFiles(const MetricsRequest& request);

/// Engine::evaluate: features of the real images and of n samples a repeat, and the distances between them. Samples become
/// bytes as the authors write images for FID (math.md section 8), so that stored images and fresh samples count alike.
EvaluationRecord evaluateSamples(const EvaluationRequest& request, Observer& observer, const StopAsked& stop);

} // namespace realuid::engine
