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

} // namespace realuid::studio
