// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/generator_parameter.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string_view>

namespace realuid
{

enum class Optimizer {
    Gradient, ///< d theta / d tau = -g
    Adam,     ///< Kingma and Ba, epsilon 1e-8, with bias correction
};
std::optional<Optimizer> optimizerNamed(std::string_view id); ///< "gradient", "adam"

struct FlowOptions {
    std::int64_t steps = 200;
    double rate = 0.05; ///< flow time of a step; Adam's learning rate
    double from = 0.02, to = 0.98;
    int threads = 0;
    std::size_t kept = 100; ///< about as many steps are told, the first and the last among them
    std::stop_token stop = {}; ///< once requested, the flow ends with the steps it has
    Optimizer optimizer = Optimizer::Gradient;
    double beta1 = 0, beta2 = 0.999; ///< Adam's, in [0, 1); by default those of Algorithm 1
    double lag = 0;                  ///< of the fake model, in steps; 0: it is ideal
};

/// Where the generator stands after a step; step 0 is the start.
struct FlowStep {
    std::int64_t step = 0;
    std::vector<double> parameters;
    std::vector<double> fake; ///< those that the fake model is optimal for: the generator's own unless it lags
    double distance = 0;      ///< with the fake model ideal
};

struct Flow {
    std::vector<FlowStep> steps;
    Text remark; ///< why it ended early; else empty
    Text end;    ///< how it ended, in words, whether early or not; empty where it was stopped on request
    std::vector<std::string> vanished; ///< weights that fell to kLeastWeight of their start, which is as good as 0
};

constexpr double kLeastWeight = 1e-6;

/// The generator's parameters under the vector field g of distanceGradient(), in their Euclidean metric, from the scene's
/// generator on. The gradient flow goes on for steps x rate of flow time and is integrated adaptively (Bogacki and Shampine,
/// 3(2)): a large rate costs time, not stability. Where the field jumps to its opposite, as at the tip of normalized's distance, the
/// flow ends within about 1e-5 of the place, in the parameters' scales.
///
/// An imperfect fake model is the optimal one of a generator theta' that runs after theta: over a step of the generator
/// what parts them shrinks by e^{-1/lag}, as n inner steps do that each close a share r of the gap, (1 - r)^n = e^{-1/lag}; for the
/// gradient flow d theta' / d tau = (theta - theta') / (lag rate). The generator follows g with f = f_opt(theta') held still.
///
/// Standard deviations and weights stay positive. The flow carries a weight to 0 in finite time where its generator does
/// better without the component: it is held at kLeastWeight of its start from then on, as long as it would go on falling,
/// and all else flows on. `scene` must have passed check().
Flow flow(const Scene& scene, std::span<const GeneratorParameter> parameters, const FlowOptions& options);

} // namespace realuid
