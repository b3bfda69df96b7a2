// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytic/pair_rows.h"

#include <vector>

namespace realuid
{

/// On the line: the breaks `at`, ascending, and the zeros of N between them, where |N| of `normalized` has kinks and its gradient
/// jumps. Pairs of zeros closer together than a twelfth of a piece may be missed. `row` holds 13 points or more.
std::vector<double> withSignChanges(const std::vector<double>& at, const MarginalPair& pair, const InnerMaximum& maximum, PairRow& row);

} // namespace realuid
