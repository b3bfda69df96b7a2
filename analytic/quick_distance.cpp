// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/quick_distance.h"

#include "analytic/integration_pieces.h"

#include <algorithm>
#include <cmath>
#include <limits>

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

    void fill(const std::vector<rows::Term>& generated, const std::vector<rows::Term>& real, const std::vector<rows::Term>& teacher)
    {
        const auto mixture = [&](const std::vector<rows::Term>& terms, std::size_t at) {
            m_kernels.mixtureAt({terms.data(), static_cast<int>(terms.size()), m_dimension}, m_x.data(), m_y.data(), count(),
                                fields(at));
        };
        mixture(generated, kGenerated);
        mixture(real, kReal);
        m_ownTeacher = !teacher.empty();
        if (m_ownTeacher)
            mixture(teacher, kTeacher);
    }
    std::span<const double> distances(const InnerMaximum& maximum, const FieldSplit& split, bool sampled)
    {
        double* const out = m_values.data() + kDistance * m_x.size();
        if (!m_ownTeacher && !maximum.divergence()) {
            m_kernels.distanceAt(rowCoefficients(maximum, split), m_x.data(), m_y.data(), fields(kGenerated), fields(kReal), count(),
                                 false, out);
            return {out, m_x.size()};
        }
        for (std::size_t i = 0; i < m_x.size(); ++i) {
            const Marginal::Value real = valueAt(kReal, i);
            const Vector x{m_x[i], m_dimension == 2 ? m_y[i] : 0};
            out[i] = maximum.distance(fieldPair(split.onX, x, valueAt(kGenerated, i), real, m_ownTeacher ? valueAt(kTeacher, i) : real, sampled));
        }
        return {out, m_x.size()};
    }

private:
    /// Where the arrays begin, in lengths of one: three of each mixture, then the distance.
    static constexpr std::size_t kGenerated = 0, kReal = 3, kTeacher = 6, kDistance = 9, kArrays = 10;

    Marginal::Value valueAt(std::size_t at, std::size_t i)
    {
        const rows::Fields f = fields(at);
        return {f.logDensity[i], {f.fx[i], f.fy ? f.fy[i] : 0}};
    }
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
        m_values.resize(kArrays * m_x.size());
    }

    const RowKernels& m_kernels = rowKernels(instructionSet());
    int m_dimension = 1;
    std::vector<double> m_x, m_y, m_weights, m_lineX, m_lineY;
    std::vector<double> m_values;
    bool m_ownTeacher = false;
};

bool QuickDistance::serves(const Scene& scene)
{
    const InnerMaximum maximum(scene.loss);
    return !maximum.normalized() && !scene.conditional && !maximum.unstable(scene.teacher.has_value());
}

int QuickDistance::piecesFor(const Scene& scene, double tolerance)
{
    const int pieces = tolerance >= 1e-5 ? 2 : 4;
    return scene.interpolant.kind == "ve" ? 2 * pieces : pieces; // whose noise runs through powers of ten
}

QuickDistance::QuickDistance(const Scene& scene, double from, double to, int pieces)
    : m_dimension(scene.dimension()), m_sampled(scene.loss.realTarget == "sampled"), m_pieceLength((to - from) / pieces)
{
    std::vector<double> t, weights;
    for (int i = 0; i < pieces; ++i)
        appendRule(from + (to - from) * i / pieces, from + (to - from) * (i + 1) / pieces, t, weights);
    for (std::size_t i = 0; i < t.size(); ++i) {
        const double at = t[i];
        const FieldSplit split = modelSplit(scene, at);
        const Marginal real(scene, Side::Real, at);
        Time& time = m_times.emplace_back(Time{at, weights[i], split, rowTerms(real, split.rest), {}, {}});
        appendBlobs(real, time.places);
        if (scene.teacher) {
            const Marginal teacher(scene, Side::Teacher, at);
            time.teacher = rowTerms(teacher, split.rest);
            appendBlobs(teacher, time.places);
        }
    }
}

void QuickDistance::integrateAt(const Time& time, const Scene& generator, std::span<const InnerMaximum> losses,
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
        points.fill(terms, time.real, time.teacher);
        for (std::size_t k = 0; k < losses.size(); ++k) {
            const std::span<const double> values = points.distances(losses[k], time.split, m_sampled);
            for (std::size_t i = 1; i < breaks.size(); ++i)
                add(k, likely(ruleSum(values.subspan((i - 1) * kRulePoints, kRulePoints), breaks[i - 1], breaks[i])));
        }
        return;
    }
    for (const Cell& cell : planeCells(places, kMostCells, kWidestCell)) {
        points.layCell(cell);
        points.fill(terms, time.real, time.teacher);
        for (std::size_t k = 0; k < losses.size(); ++k)
            add(k, likely(ruleSum(points.distances(losses[k], time.split, m_sampled), cell)));
    }
}

std::vector<Integral> QuickDistance::values(const Scene& generator, std::span<const Loss> losses,
                                            const std::stop_token& stop) const
{
    const std::size_t n = losses.size();
    const std::vector<InnerMaximum> objectives(losses.begin(), losses.end());
    Points points;
    std::vector<Integral> out(n), at;
    std::vector<double> overTime(n * kRulePoints);
    for (std::size_t i = 0; i < m_times.size(); ++i) {
        if (stop.stop_requested())
            return std::vector<Integral>(n, {0, kInfinity});
        integrateAt(m_times[i], generator, objectives, points, at);
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
