// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytic/integrand_support.h"
#include "analytic/quadrature.h"
#include "analytic/row_kernels.h"

#include <stop_token>

namespace realuid
{

/// The integral of the distance over x and t in one pass, for many scenes that differ in the generator's parameters and the
/// loss's coefficients only: what the real data contribute is prepared once a time, and the fields of one generator serve
/// all losses. Not adaptive: the error, summed over all pieces as QUADPACK estimates it, says where distanceOver() has to take over. A constant object; any thread may use it.
class QuickDistance
{
public:
    /// True where the pass knows the integrand: no model receives x0, the objective is smooth (normalized has kinks) and its support
    /// is that of the distributions.
    static bool serves(const Scene& scene);

    /// Pieces in t that mostly do for a relative error of `tolerance`.
    static int piecesFor(const Scene& scene, double tolerance);

    /// `pieces` of 15 points in t. `scene` must have passed check(), 0 <= from < to <= 1.
    QuickDistance(const Scene& scene, double from, double to, int pieces);

    /// The generator's distances under losses.size() losses. Returns early, with errors infinite, once `stop` is requested.
    std::vector<Integral> values(const Scene& generator, std::span<const Loss> losses, const std::stop_token& stop) const;

private:
    struct Time {
        double t, weight;
        FieldSplit split;
        std::vector<rows::Term> real, teacher; ///< the latter only where it is another
        std::vector<Blob> places;
    };
    class Points;
    void integrateAt(const Time& time, const Scene& generator, std::span<const InnerMaximum> losses, Points& points,
                     std::vector<Integral>& out) const;

    int m_dimension;
    bool m_sampled; ///< real targets are sampled, not the teacher's
    double m_pieceLength;
    std::vector<Time> m_times;
};

} // namespace realuid
