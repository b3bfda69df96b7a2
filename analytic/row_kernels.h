// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytic/inner_maximum.h"
#include "analytic/row_kernels_impl.h"
#include "core/api/instruction_set.h"

#include <vector>

namespace realuid
{

/// The hot kernels: many points at once, within 1e-12 relative of Marginal and InnerMaximum (but for points
/// where N cancels). Compiled for three levels of instructions; use the one of instructionSet().
struct RowKernels {
    decltype(rows::base::mixtureRow)* mixture;
    decltype(rows::base::distanceRow)* distance;
    decltype(rows::base::mixturePoints)* mixtureAt;
    decltype(rows::base::distancePoints)* distanceAt;
};
const RowKernels& rowKernels(InstructionSet set);

/// A marginal with the field that is wanted, as mixture rows read it.
std::vector<rows::Term> rowTerms(const Marginal& marginal, const Target& target);

rows::Coefficients rowCoefficients(const InnerMaximum& maximum, const FieldSplit& split);

} // namespace realuid
