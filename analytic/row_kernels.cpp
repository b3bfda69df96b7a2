// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/row_kernels.h"

#include <cmath>

namespace realuid
{

const RowKernels& rowKernels(InstructionSet set)
{
    static constexpr RowKernels base{rows::base::mixtureRow, rows::base::distanceRow, rows::base::mixturePoints,
                                   rows::base::distancePoints};
#ifdef REALUID_X86_LEVELS
    static constexpr RowKernels v3{rows::v3::mixtureRow, rows::v3::distanceRow, rows::v3::mixturePoints,
                                   rows::v3::distancePoints};
    static constexpr RowKernels v4{rows::v4::mixtureRow, rows::v4::distanceRow, rows::v4::mixturePoints,
                                   rows::v4::distancePoints};
    return set == InstructionSet::V4 ? v4 : set == InstructionSet::V3 ? v3 : base;
#else
    (void)set;
    return base;
#endif
}

std::vector<rows::Term> rowTerms(const Marginal& marginal, const Target& target)
{
    std::vector<rows::Term> out;
    const std::vector<Marginal::Line> lines = marginal.lines(target);
    for (std::size_t n = 0; n < lines.size(); ++n) {
        const Marginal::Term& term = marginal.terms()[n];
        const double sd0 = std::sqrt(term.variance[0]), sd1 = std::sqrt(term.variance[1]);
        rows::Term t{};
        t.logWeight = term.logWeight;
        for (int i = 0; i < 2; ++i) {
            const auto k = static_cast<std::size_t>(i);
            t.center[i] = term.center[k];
            t.offset[i] = lines[n].offset[k];
            t.k0[i] = term.axes0[k] / sd0;
            t.k1[i] = term.axes1[k] / sd1;
            t.g0[i] = lines[n].slope0[k];
            t.g1[i] = lines[n].slope1[k];
        }
        out.push_back(t);
    }
    return out;
}

rows::Coefficients rowCoefficients(const InnerMaximum& maximum, const FieldSplit& split)
{
    const Coefficients& c = maximum.coefficients();
    return {c.alpha, c.beta, c.gamma, maximum.normalized(), c.alpha == c.beta, split.onX};
}

} // namespace realuid
