// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart_items.h"

namespace realuid::widgets
{

struct LabelledGraph {
    QCPGraph* graph = nullptr;
    FormulaItem* label = nullptr;
};

/// Puts each label beside its own curve, clear of the other curves and of the labels before it, inside `room`.
/// Where no place is free it stands in a list at the upper right.
void placeCurveLabels(const std::vector<LabelledGraph>& graphs, const QRect& room);

} // namespace realuid::widgets
