// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/pair_rows.h"

#include <cassert>

namespace realuid
{

MixtureRow::MixtureRow(const Marginal& marginal, const Target& target, std::size_t length)
    : m_dimension(marginal.dimension()), m_length(length), m_terms(rowTerms(marginal, target)),
      m_values(length * static_cast<std::size_t>(1 + m_dimension))
{
}

rows::Fields MixtureRow::fields()
{
    double* const first = m_values.data();
    return {first, first + m_length, m_dimension == 2 ? first + 2 * m_length : nullptr};
}

void MixtureRow::fill(const RowKernels& kernels, std::span<const double> x, double y)
{
    assert(x.size() <= m_length);
    const rows::Mixture mixture{m_terms.data(), static_cast<int>(m_terms.size()), m_dimension};
    kernels.mixture(mixture, x.data(), y, static_cast<int>(x.size()), fields());
}

PairRow::PairRow(const Scene& scene, double t, std::size_t length, const RowKernels& kernels)
    : m_kernels(kernels), m_split(modelSplit(scene, t)), m_maximum(scene.loss),
      m_coefficients(rowCoefficients(m_maximum, m_split)), m_sampled(scene.loss.realTarget == "sampled"),
      m_generated(Marginal(scene, Side::Generated, t), m_split.rest, length),
      m_real(Marginal(scene, Side::Real, t), m_split.rest, length)
{
    if (scene.teacher)
        m_teacher.emplace(Marginal(scene, Side::Teacher, t), m_split.rest, length);
}

void PairRow::fill(std::span<const double> x, double y)
{
    m_generated.fill(m_kernels, x, y);
    m_real.fill(m_kernels, x, y);
    if (m_teacher)
        m_teacher->fill(m_kernels, x, y);
}

void PairRow::distance(std::span<const double> x, double y, bool logarithm, double* out)
{
    fill(x, y);
    if (m_teacher || m_maximum.divergence()) {
        for (std::size_t i = 0; i < x.size(); ++i)
            out[i] = logarithm ? m_maximum.logDistance(at({x[i], y}, i)) : m_maximum.distance(at({x[i], y}, i));
        return;
    }
    m_kernels.distance(m_coefficients, x.data(), y, m_generated.fields(), m_real.fields(), static_cast<int>(x.size()),
                       logarithm, out);
}

FieldPair PairRow::at(const Vector& x, std::size_t i) const
{
    const Marginal::Value real = m_real.at(i);
    return fieldPair(m_split.onX, x, m_generated.at(i), real, m_teacher ? m_teacher->at(i) : real, m_sampled);
}

} // namespace realuid
