// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytic/row_kernels.h"

#include <span>

namespace realuid
{

/// One mixture's values along a row, with the memory for them. One object a thread.
class MixtureRow
{
public:
    MixtureRow(const Marginal& marginal, const Target& target, std::size_t length);

    /// Fills the arrays at the points (x[i], y); x.size() <= length, y is ignored in one dimension.
    void fill(const RowKernels& kernels, std::span<const double> x, double y);

    Marginal::Value at(std::size_t i) const
    {
        return {m_values[i], {m_values[m_length + i], m_dimension == 2 ? m_values[2 * m_length + i] : 0}};
    }
    rows::Fields fields();

private:
    int m_dimension;
    std::size_t m_length;
    std::vector<rows::Term> m_terms;
    std::vector<double> m_values; ///< log density, field's first and second coordinate, m_length each
};

/// Both mixtures along a row, and the distance's integrand there. One object a thread.
class PairRow
{
public:
    PairRow(const Scene& scene, double t, std::size_t length, const RowKernels& kernels);

    /// l, or log l where `logarithm`, at the points (x[i], y).
    void distance(std::span<const double> x, double y, bool logarithm, double* out);

    /// What evaluate() needs at each point, after fill().
    void fill(std::span<const double> x, double y);
    FieldPair at(const Vector& x, std::size_t i) const;

private:
    const RowKernels& m_kernels;
    FieldSplit m_split;
    InnerMaximum m_maximum;
    rows::Coefficients m_coefficients;
    bool m_sampled;
    MixtureRow m_generated, m_real;
    std::optional<MixtureRow> m_teacher; ///< where it is not the real one; the kernels know only that case
};

} // namespace realuid
