// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/loss.h"

#include <QString>
#include <QStringList>

namespace realuid::studio
{

/// What a choice of objective and coefficients means, in words and as formulas. Read off the limits of the integrand
/// (math of Lemmas 2 and 3): where only real data lie (P -> 0) it is Q (beta - alpha)^2 / (1 - gamma) |f*|^2.
struct Regime {
    enum class Kind {
        DataFree,     ///< alpha = beta = 1
        NoEffect,     ///< alpha = beta < 1: real data formally present, missed modes stay unseen
        CoversMissed, ///< alpha != beta
        Unstable,     ///< gamma = 1, beta != 1: divided by a density that vanishes
    };
    Kind kind = Kind::CoversMissed;
    QString heading;
    QString text;
};
Regime regime(const Loss& loss);

/// N and the integrand of the distance, as Formula reads them: with letters, and with the numbers of `loss`.
struct RegimeFormulas {
    QString integrand, numerator;
    QString integrandNumbers, numeratorNumbers;
};
RegimeFormulas regimeFormulas(const Loss& loss);

} // namespace realuid::studio
