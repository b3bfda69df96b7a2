// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/scene.h"

#include <optional>

/// Couplings of noise and data that one sets with one number (data couplings, Def. 5).
namespace realuid::studio
{

struct CouplingChoice {
    enum class Kind {
        Independent, ///< any source
        Correlated,  ///< both sides joint: x0 ~ N(0, I) in each component, Cov(x0, x1) = r L^T, with L L^T the component's covariance
        Own,         ///< any other, from a file
    };
    Kind kind = Kind::Independent;
    double correlation = 0.5;
};

CouplingChoice couplingChoice(const Scene& scene);

/// Sets both sides; Own leaves the scene as it is, |correlation| < 1. A teacher of its own is dropped with a joint one, which
/// does not tell the teacher's coupling.
Scene withCoupling(const Scene& scene, const CouplingChoice& choice);

/// The source of independent couplings as one round Gaussian, the same on both sides; by itself N(0, I).
struct SourceChoice {
    double mean = 0; ///< along x; 0 along y
    double width = 1;
};
/// None where the source is another, or joint.
std::optional<SourceChoice> sourceChoice(const Scene& scene);
Scene withSource(const Scene& scene, const SourceChoice& choice);

/// Models that receive x0 too, or not; the scene as it is where its couplings do not allow that.
Scene withConditional(const Scene& scene, bool conditional);
/// Looked at this x0, of which as many numbers are used as there are dimensions.
Scene withHeldSource(const Scene& scene, double x, double y);

} // namespace realuid::studio
