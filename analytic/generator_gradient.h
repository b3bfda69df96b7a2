// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/generator_parameter.h"

#include <span>

namespace realuid
{

/// What ideal training of the generator follows, by parameters of the generator and with the fake model f held still at its
/// optimum; flows go against it. With d = f* - f_opt, as InnerMaximum::gap() has it, and q = gamma,
///     int over t and x of  dP (-q |d|^2 + 2 alpha <d, f*>) - 2 beta <d, d(P f^theta)>,   dP, d(P f^theta) by the parameter,
/// which by the envelope theorem is the gradient of the distance (normalized: without the first term and the factors 2). For
/// sid q = 2 alpha_sid alpha (Appendix A.3): the distance's gradient at alpha_sid = 1/2 only, and no gradient at all elsewhere.
/// For dmd it is -alpha int P <d, E[d x_t | x_t]> (Appendix A.5), the gradient of KL(q || p*) where alpha = beta; for
/// weights, which move no sample, alpha int dP log(q / p*).
///
/// Exact derivatives on integrationGrid(): within 1e-8 of the gradient's size on the line (normalized: 1e-4), about 1e-4 in the
/// plane (normalized, which steps over its jumps there: 2e-4 between two Gaussians).
/// Of conditional scenes it is the mean over x0, and weights, which would change x0, have none.
/// `fake`: a scene that differs in the generator, whose optimal fake model is taken instead. `scene` must have passed check(),
/// 0 <= from < to <= 1. Not a number where the distance is infinite.
std::vector<double> distanceGradient(const Scene& scene, std::span<const GeneratorParameter> parameters, double from,
                                     double to, int threads = 0, const Scene* fake = nullptr);

} // namespace realuid
