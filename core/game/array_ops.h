// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/matching_loss.h"

#include <Eigen/Core>

namespace realuid::game
{

constexpr int kBlock = 64; ///< samples that go through the networks at a time

/// Field values of a block of samples, [samples][dimension], without memory of its own to ask for.
template <class Real>
using Points = Eigen::Array<Real, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor, kBlock, 2>;

} // namespace realuid::game

/// What the shared losses need of such a block; sums are in double precision.
template <class Real>
struct realuid::ArrayOps<Eigen::Array<Real, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor, realuid::game::kBlock, 2>> {
    using A = realuid::game::Points<Real>;
    static double dot(const A& a, const A& b) { return (a.template cast<double>() * b.template cast<double>()).sum(); }
    static A rowDot(const A& a, const A& b) { return (a * b).rowwise().sum(); }
    static A scaleRows(const A& a, const A& rows) { return a.colwise() * rows.col(0); }
    static A inverseRoot(const A& rows) { return (rows > Real(0)).select(rows.rsqrt(), Real(0)); }
};
