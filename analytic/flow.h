// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/generator_parameter.h"

#include <cstdint>
#include <span>
#include <stop_token>

namespace realuid
{

/// The gradient of the distance (integral over t in [from, to]) by parameters of the generator, with the fake model optimal
/// everywhere. By the envelope theorem this is what ideal training follows: the derivative with the fake model held still.
/// Central differences on one fixed set of points: within about 1e-7 of the gradient's size on the line.
std::vector<double> distanceGradient(const Scene& scene, std::span<const GeneratorParameter> parameters, double from,
                                     double to, int threads = 0);

struct FlowOptions {
    std::int64_t steps = 200;
    double rate = 0.05; ///< flow time of a step
    double from = 0.02, to = 0.98;
    int threads = 0;
    std::size_t kept = 100; ///< about as many steps are told, the first and the last among them
    std::stop_token stop = {}; ///< once requested, the flow ends with the steps it has
};

/// Where the generator stands after a step; step 0 is the start.
struct FlowStep {
    std::int64_t step = 0;
    std::vector<double> parameters;
    double distance = 0;
};

struct Flow {
    std::vector<FlowStep> steps;
    Text remark; ///< why it ended early; else empty
};

/// The gradient flow d theta / d tau = -grad of the distance, in the Euclidean metric of the parameters, from the scene's
/// generator on for steps x rate of flow time. Integrated adaptively (Bogacki and Shampine, 3(2)): a large rate costs time,
/// not stability. Standard deviations and weights stay positive. `scene` must have passed check().
Flow flow(const Scene& scene, std::span<const GeneratorParameter> parameters, const FlowOptions& options);

} // namespace realuid
