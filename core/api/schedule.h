// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/interpolant.h"

namespace realuid
{

/// a(t), b(t), g(t) of x_t = a x1 + b x0 + g z and their derivatives. Where b or g starts as a square root its
/// derivative is infinite (db of vp paths at t = 1, dg of stochastic and bridge at both ends), but the products b db and
/// g dg, all that densities and velocities need, stay finite.
struct Schedule {
    double a = 0, b = 1, g = 0;
    double da = 1, db = -1, dg = 0;
    double bdb = -1, gdg = 0; ///< b db, g dg
};
/// t lies in [0, 1]; `interpolant` must have passed check().
Schedule schedule(const Interpolant& interpolant, double t);

/// A conditional target A x1 + B x0 + C z, linear in the triple that makes x_t; `score` means grad log p_t instead, which
/// is no such combination unless x0 is standard normal. Products as in Schedule.
struct Target {
    double onData = 0, onSource = 0, onNoise = 0;
    double sourceProduct = 0, noiseProduct = 0; ///< B b, C g
    bool score = false;
};

/// Conditional expectations that are linear in x for each Gaussian component.
enum class LinearField {
    Velocity, ///< E[da x1 + db x0 + dg z | x_t]
    Score,    ///< grad log p_t
    Data,     ///< E[x1 | x_t]
    Noise,    ///< E[x0 | x_t]
    Added,    ///< E[z | x_t], 0 where the path adds no noise
    Drift,    ///< E[(x1 - x_t)/(1 - t) | x_t]; equal to the velocity on the linear path; at t = 1 its limit, where there is one
};
Target targetOf(LinearField field, const Interpolant& interpolant, double t);

/// A field written as onX x + E[rest | x_t], with a rest that is small where many fields agree: two fields at one x
/// differ by the difference of their rests, which stays exact where both tend to the same onX x, at t = 0 and t = 1.
struct FieldSplit {
    double onX = 0;
    Target rest;
};
FieldSplit split(const Target& target, const Schedule& schedule);

} // namespace realuid
