// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytic/marginal.h"
#include "core/api/generator_parameter.h"

namespace realuid
{

/// How one Gaussian of the generator's p_t and its field change with a parameter of the generator, everything else held
/// still; w includes the normalisation of weights. With e = V^{-1} (x - c),
///     d log(w p) = logWeight + <e, center> + (<e, variance e> - tr(V^{-1} variance)) / 2,
///     d f = offset + gain e - K V^{-1} (variance e + center),
/// because f = offset_k + K e. And a sample moves: E[d x_t | x_t = x] = shift + stretch e, where its Gaussian, its x0 and z
/// and the standard normal numbers behind x1 stay what they are.
struct TermSlope {
    std::size_t term = 0;
    double logWeight = 0;
    Vector center{}, offset{}, shift{};
    Matrix variance{}, gain{}, stretch{};

    /// For a mean that moves as well.
    void add(double factor, const TermSlope& ofMean)
    {
        for (std::size_t i = 0; i < 2; ++i) {
            center[i] += factor * ofMean.center[i];
            offset[i] += factor * ofMean.offset[i];
            shift[i] += factor * ofMean.shift[i];
        }
    }
};

/// The slopes of all terms that the parameter changes. `marginal` is the generator's, `target` that of its field.
/// Given x0, a standard deviation of x1 moves the mean m1 + G (x0 - m0) too. Weights are not for conditional scenes.
std::vector<TermSlope> termSlopes(const Scene& scene, const Marginal& marginal, const Target& target,
                                  const GeneratorParameter& parameter);

} // namespace realuid
