// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/formula_box.h"

namespace realuid::widgets
{

/// Reads the subset of TeX of formula.h; any text gives a box.
FormulaBox parseFormula(const QString& tex);

} // namespace realuid::widgets
