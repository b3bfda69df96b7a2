// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytic/marginal.h"

namespace realuid
{

/// The probability flow's map from one time to another where x_t is a single Gaussian N(c, V) whose V commute (see
/// hasExactMap()): x -> c_to + V_to^{1/2} V_from^{-1/2} (x - c_from). A constant object.
class FlowMap
{
public:
    FlowMap(const Scene& scene, Side of, double from, double to);
    Vector at(const Vector& x) const;

private:
    Vector m_from{}, m_to{};
    Matrix m_matrix{};
};

} // namespace realuid
