// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytic/distances.h"

#include <functional>

namespace realuid
{

/// The mean over x0 of a distance given x0, for conditional scenes: both sides have one x0, so that its density is a factor of P and
/// of Q. `given` is asked for scenes that are no longer conditional. The error holds the change against a rule of lower order.
IntegratedDistance meanOverSource(const Scene& scene, const std::function<IntegratedDistance(const Scene& given)>& given,
                                  int threads = 0);

} // namespace realuid
