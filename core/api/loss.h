// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/parameter.h"

namespace realuid
{

/// Which objective the two players share, and its coefficients. A plain value, read from a scene's "loss" key or
/// from options. All are min-max games of generator and fake model around a frozen teacher:
///   uid         Theorem 1: data-free, alpha = beta = 1
///   realuid     Theorem 2: real data weighted by alpha and beta
///   general     Definition 3: the two quadratic weights become gamma and 1 - gamma
///   normalized  Appendix A.4: the unit direction, no quadratic term
struct Loss {
    std::string kind = "realuid";
    double alpha = 0.94;
    double beta = 0.96;
    double gamma = 0.94;
    std::string parametrisation = "standard";

    bool operator==(const Loss&) const = default;
};

/// The coefficients that the formulas see: uid is alpha = beta = gamma = 1, realuid has gamma = alpha.
struct Coefficients {
    double alpha = 1;
    double beta = 1;
    double gamma = 1;
};
Coefficients coefficients(const Loss& loss);

/// One row a member of Loss.
std::span<const Parameter<Loss>> lossParameters();

/// All faults, and a warning for alpha = 1 (general: gamma = 1) with beta != alpha (unbounded where the generator has no
/// mass) and for beta > 1 (outside the paper's range).
std::vector<Fault> check(const Loss& loss);

} // namespace realuid
