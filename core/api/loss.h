// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/parameter.h"

namespace realuid
{

/// Which objective the two players share, and its coefficients. A plain value, read from a scene's "loss" key or
/// from options. They are min-max games of generator and fake model around a frozen teacher:
///   uid         Theorem 1: data-free, alpha = beta = 1
///   realuid     Theorem 2: real data weighted by alpha and beta
///   general     Definition 3: the two quadratic weights become gamma and 1 - gamma
///   sid         Appendix A.3: realuid, but the generator's turn scales the quadratic term on generated data by 2 alpha_sid
///   normalized  Appendix A.4: the unit direction, no quadratic term
///   dmd         Appendix A.5, no min-max game: the fake model learns the score of q = alpha p_theta + (1 - alpha) p*, and the
///               generator follows the gradient of KL(q || p*), biased unless alpha = beta
struct Loss {
    std::string kind = "realuid";
    double alpha = 0.94;
    double beta = 0.96;
    double gamma = 0.94;
    std::string parametrisation = "standard";
    double alphaSid = 1;
    std::string realTarget = "sampled"; ///< or teacher: what the fake model learns on real data

    bool operator==(const Loss&) const = default;
};

/// The coefficients that the formulas see: uid is alpha = beta = gamma = 1; only general has a gamma that is not alpha.
struct Coefficients {
    double alpha = 1;
    double beta = 1;
    double gamma = 1;
};
Coefficients coefficients(const Loss& loss);

/// One row a member of Loss.
std::span<const Parameter<Loss>> lossParameters();

/// Factor of the quadratic term on generated data in the generator's turn, against that of the fake model's: 2 alpha_sid
/// for sid, else 1.
double generatorQuadratic(const Loss& loss);

/// All faults, and a warning for alpha = 1 (general: gamma = 1) with beta != alpha (unbounded where the generator has no
/// mass), for
/// beta > 1 (outside the paper's range) and for dmd with alpha != beta (its generator then follows no gradient).
std::vector<Fault> check(const Loss& loss);

} // namespace realuid
