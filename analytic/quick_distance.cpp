// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/quick_distance.h"

#include "analytic/integration_pieces.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>

namespace realuid
{
namespace
{
constexpr std::size_t kVector = 8; ///< points are padded to as many: the widest vectors of double
constexpr std::size_t kMostCells = 300;
constexpr double kWidestCell = 7;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// The better rule's error on one piece from the difference of both. For integrands like these it goes about as the square of the
/// relative difference; the power 3/2 is QUADPACK's, its factor of 2800 is for worse ones. The factor here is what hundreds of
/// random scenes need (tst_quick_distance).
Integral likely(const Integral& piece)
{
    constexpr double kFactor = 15;
    if (!(piece.error < piece.value))
        return piece;
    return {piece.value, std::min(piece.error, kFactor * piece.error * std::sqrt(piece.error / piece.value))};
}
} // namespace

/// Points of one time with both fields there. One object a thread.
class QuickDistance::Points
{
public:
    /// Along the line, pieces one after another.
    void layLine(const std::vector<double>& breaks)
    {
        m_x.clear();
        m_weights.clear();
        for (std::size_t i = 1; i < breaks.size(); ++i)
            appendRule(breaks[i - 1], breaks[i], m_x, m_weights);
        resize(1);
    }
    /// One cell, row after row.
    void layCell(const Cell& cell)
    {
        m_lineX.clear();
        m_lineY.clear();
        m_weights.clear();
        appendRule(cell.left, cell.right, m_lineX, m_weights);
        appendRule(cell.bottom, cell.top, m_lineY, m_weights);
        m_x.clear();
        m_y.clear();
        for (const double y : m_lineY) {
            m_x.insert(m_x.end(), m_lineX.begin(), m_lineX.end());
            m_y.insert(m_y.end(), kRulePoints, y);
        }
        resize(2);
    }

    void fill(const std::vector<rows::Term>& generated, const std::vector<rows::Term>& real)
    {
        const auto mixture = [&](const std::vector<rows::Term>& terms, std::size_t at) {
            m_kernels.mixtureAt({terms.data(), static_cast<int>(terms.size()), m_dimension}, m_x.data(), m_y.data(), count(),
                                fields(at));
        };
        mixture(generated, 0);
        mixture(real, 3);
    }
    std::span<const double> distances(const rows::Coefficients& c)
    {
        double* const out = m_values.data() + 6 * m_x.size();
        m_kernels.distanceAt(c, m_x.data(), m_y.data(), fields(0), fields(3), count(), false, out);
        return {out, m_x.size()};
    }

private:
    int count() const { return static_cast<int>(m_x.size()); }
    rows::Fields fields(std::size_t at)
    {
        double* const first = m_values.data() + at * m_x.size();
        return {first, first + m_x.size(), m_dimension == 2 ? first + 2 * m_x.size() : nullptr};
    }
    void resize(int dimension)
    {
        m_dimension = dimension;
        m_x.resize((m_x.size() + kVector - 1) / kVector * kVector, m_x.back());
        if (dimension == 2)
            m_y.resize(m_x.size(), m_y.back());
        m_values.resize(7 * m_x.size());
    }

    const RowKernels& m_kernels = rowKernels(instructionSet());
    int m_dimension = 1;
    std::vector<double> m_x, m_y, m_weights, m_lineX, m_lineY;
    std::vector<double> m_values; ///< three arrays of the generator, three of real data, the distance
};

bool QuickDistance::serves(const Scene& scene)
{
    constexpr std::array<std::string_view, 4> known{"uid", "realuid", "general", "sid"};
    const bool smooth = std::find(known.begin(), known.end(), scene.loss.kind) != known.end();
    return smooth && !scene.teacher && !scene.conditional && !InnerMaximum(scene.loss).unstable();
}

int QuickDistance::piecesFor(const Scene& scene, double tolerance)
{
    const int pieces = tolerance >= 1e-5 ? 2 : 4;
    return scene.interpolant.kind == "ve" ? 2 * pieces : pieces; // whose noise runs through powers of ten
}

QuickDistance::QuickDistance(const Scene& scene, double from, double to, int pieces)
    : m_dimension(scene.dimension()), m_pieceLength((to - from) / pieces)
{
    std::vector<double> t, weights;
    for (int i = 0; i < pieces; ++i)
        appendRule(from + (to - from) * i / pieces, from + (to - from) * (i + 1) / pieces, t, weights);
    for (std::size_t i = 0; i < t.size(); ++i) {
        const double at = t[i];
        const FieldSplit split = modelSplit(scene, at);
        const Marginal real(scene, Side::Real, at);
        Time& time = m_times.emplace_back(Time{at, weights[i], split, rowTerms(real, split.rest), {}});
        appendBlobs(real, time.places);
    }
}

void QuickDistance::integrateAt(const Time& time, const Scene& generator, std::span<const rows::Coefficients> losses,
                                Points& points, std::vector<Integral>& out) const
{
    const Marginal generated(generator, Side::Generated, time.t);
    const std::vector<rows::Term> terms = rowTerms(generated, time.split.rest);
    std::vector<Blob> places;
    appendBlobs(generated, places);
    places.insert(places.end(), time.places.begin(), time.places.end());
    out.assign(losses.size(), {});
    const auto add = [&](std::size_t k, const Integral& part) {
        out[k].value += part.value;
        out[k].error += part.error;
    };
    if (m_dimension == 1) {
        const std::vector<double> breaks = lineBreaks(places);
        points.layLine(breaks);
        points.fill(terms, time.real);
        for (std::size_t k = 0; k < losses.size(); ++k) {
            const std::span<const double> values = points.distances(losses[k]);
            for (std::size_t i = 1; i < breaks.size(); ++i)
                add(k, likely(ruleSum(values.subspan((i - 1) * kRulePoints, kRulePoints), breaks[i - 1], breaks[i])));
        }
        return;
    }
    for (const Cell& cell : planeCells(places, kMostCells, kWidestCell)) {
        points.layCell(cell);
        points.fill(terms, time.real);
        for (std::size_t k = 0; k < losses.size(); ++k)
            add(k, likely(ruleSum(points.distances(losses[k]), cell)));
    }
}

std::vector<Integral> QuickDistance::values(const Scene& generator, std::span<const Loss> losses,
                                            const std::stop_token& stop) const
{
    const std::size_t n = losses.size();
    std::vector<rows::Coefficients> coefficients;
    Points points;
    std::vector<Integral> out(n), at;
    std::vector<double> overTime(n * kRulePoints);
    for (std::size_t i = 0; i < m_times.size(); ++i) {
        if (stop.stop_requested())
            return std::vector<Integral>(n, {0, kInfinity});
        coefficients.clear();
        for (const Loss& loss : losses)
            coefficients.push_back(rowCoefficients(InnerMaximum(loss), m_times[i].split));
        integrateAt(m_times[i], generator, coefficients, points, at);
        const std::size_t inPiece = i % kRulePoints;
        for (std::size_t k = 0; k < n; ++k) {
            overTime[k * kRulePoints + inPiece] = at[k].value;
            out[k].error += m_times[i].weight * at[k].error;
            if (inPiece + 1 < kRulePoints)
                continue;
            const Integral part = likely(ruleSum(std::span(overTime).subspan(k * kRulePoints, kRulePoints), 0, m_pieceLength));
            out[k].value += part.value;
            out[k].error += part.error;
        }
    }
    return out;
}

} // namespace realuid
