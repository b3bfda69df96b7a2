// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytic/integrand_support.h"
#include "analytic/quadrature.h"

namespace realuid
{

/// Where to cut the line: around each place, and half way between neighbours, where a mixture's field turns from one
/// component to the other. Ascending.
std::vector<double> lineBreaks(const std::vector<Blob>& where);

/// The box that holds all places, cut into four again and again until a cell that holds mass is at most `widest` of the
/// finest scale there, or about `most` cells are reached.
std::vector<Cell> planeCells(const std::vector<Blob>& where, std::size_t most, double widest = 12);

} // namespace realuid
