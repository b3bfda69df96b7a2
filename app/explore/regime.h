// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/scene.h"

#include <QString>

namespace realuid::studio
{

/// What a scene's objective, coefficients and teacher mean, in words. Read off the limit of the integrand where only real
/// data lie (P -> 0; Lemmas 2 and 3, with a teacher f* of its own as InnerMaximum has it):
///     l -> Q |v|^2 / (1 - gamma),   v = (beta - alpha) f* + (1 - beta) (f* - f_real)
struct Regime {
    enum class Kind {
        DataFree,     ///< alpha = beta = gamma = 1
        NoEffect,     ///< alpha = beta: real data formally present, missed modes stay unseen
        OverCorrects, ///< the same with a teacher that real data contradict: v is what they contradict it by
        CoversMissed, ///< alpha != beta
        Unstable,     ///< gamma = 1 and v != 0: divided by a density that vanishes; dmd with alpha != beta: biased
    };
    Kind kind = Kind::CoversMissed;
    QString heading;
    QString text;
};
Regime regime(const Scene& scene);

/// N, the integrand of the distance and its limit for P -> 0, as Formula reads them: with letters, and with the numbers
/// of the scene's loss, empty where they would say nothing more.
struct RegimeFormulas {
    QString numerator, integrand, limit;
    QString numeratorNumbers, integrandNumbers, limitNumbers;
};
RegimeFormulas regimeFormulas(const Scene& scene);

} // namespace realuid::studio
