// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/generator_gradient.h"

#include "analytic/integrand_support.h"
#include "analytic/integration_grid.h"
#include "analytic/pair_rows.h"
#include "analytic/parallel_rows.h"
#include "analytic/source_average.h"
#include "analytic/term_slope.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace realuid
{
namespace
{

double dot(const Vector& a, const Vector& b) { return a[0] * b[0] + a[1] * b[1]; }

Vector product(const Matrix& m, const Vector& v) { return {m[0] * v[0] + m[1] * v[1], m[2] * v[0] + m[3] * v[1]}; }

Vector sum(const Vector& a, double factor, const Vector& b) { return {a[0] + factor * b[0], a[1] + factor * b[1]}; }

/// The factors of an objective: V's terms on generated data are -quadratic |d|^2 + factor <d, alpha f* - beta f>.
struct Weights {
    double alpha, beta, quadratic, factor;
    bool divergence;

    explicit Weights(const Loss& loss)
        : alpha(coefficients(loss).alpha), beta(coefficients(loss).beta),
          quadratic(loss.kind == "normalized" ? 0 : generatorQuadratic(loss) * coefficients(loss).gamma),
          factor(loss.kind == "normalized" ? 1 : 2), divergence(loss.kind == "dmd")
    {
    }
};

/// One Gaussian of the generator's with all slopes that concern it.
struct Touched {
    const Marginal::Term* term;
    Marginal::Line line; ///< of the split's rest
    struct Slope {
        std::size_t parameter;
        TermSlope by;
        double halfTrace; ///< tr(V^{-1} variance) / 2
    };
    std::vector<Slope> slopes;
};

double halfTrace(const Marginal::Term& term, const Matrix& variance)
{
    return 0.5 * (dot(term.axes0, product(variance, term.axes0)) / term.variance[0] +
                  dot(term.axes1, product(variance, term.axes1)) / term.variance[1]);
}

/// The integrand at one time.
class Slice
{
public:
    Slice(const Scene& scene, const Scene* fake, std::span<const GeneratorParameter> parameters, double t, std::size_t longest)
        : m_weights(scene.loss), m_maximum(scene.loss), m_marginal(scene, Side::Generated, t), m_split(modelSplit(scene, t)),
          m_own(scene, t, longest, rowKernels(instructionSet()))
    {
        if (fake)
            m_fake.emplace(*fake, t, longest, rowKernels(instructionSet()));
        const std::vector<Marginal::Line> lines = m_marginal.lines(m_split.rest);
        for (std::size_t k = 0; k < lines.size(); ++k)
            m_touched.push_back({&m_marginal.terms()[k], lines[k], {}});
        for (std::size_t j = 0; j < parameters.size(); ++j)
            for (const TermSlope& slope : termSlopes(scene, m_marginal, m_split.rest, parameters[j]))
                m_touched[slope.term].slopes.push_back({j, slope, halfTrace(*m_touched[slope.term].term, slope.variance)});
        std::erase_if(m_touched, [](const Touched& one) { return one.slopes.empty(); });
    }

    void add(const GridBlock& block, double weight, std::vector<double>& out)
    {
        for (std::size_t j = 0; j < block.y.size(); ++j) {
            m_own.fill(block.x, block.y[j]);
            if (m_fake)
                m_fake->fill(block.x, block.y[j]);
            for (std::size_t i = 0; i < block.x.size(); ++i) {
                const Vector x{block.x[i], block.y[j]};
                const FieldPair own = m_own.at(x, i);
                addPoint(x, own, m_fake ? m_fake->at(x, i) : own, weight * block.weightX[i] * block.weightY[j], out);
            }
        }
    }

private:
    /// What is needed of a Gaussian at a point.
    struct Point {
        Vector e{}, y{};        ///< V^{-1} (x - c); x - c on the axes, over their standard deviations
        double logDensity = 0;  ///< of its share of P
    };

    static Point pointOf(const Marginal::Term& term, const Vector& x)
    {
        const Vector from{x[0] - term.center[0], x[1] - term.center[1]};
        const double sd0 = std::sqrt(term.variance[0]), sd1 = std::sqrt(term.variance[1]);
        Point p;
        p.y = {dot(term.axes0, from) / sd0, dot(term.axes1, from) / sd1};
        p.e = sum({p.y[0] / sd0 * term.axes0[0], p.y[0] / sd0 * term.axes0[1]}, p.y[1] / sd1, term.axes1);
        p.logDensity = term.logWeight - 0.5 * dot(p.y, p.y);
        return p;
    }

    static double logSlope(const Touched::Slope& slope, const Point& p)
    {
        return slope.by.logWeight + dot(p.e, slope.by.center) + 0.5 * dot(p.e, product(slope.by.variance, p.e)) - slope.halfTrace;
    }

    static Vector fieldSlope(const Touched& touched, const TermSlope& slope, const Point& p)
    {
        const Marginal::Term& term = *touched.term;
        const Vector moved = sum(product(slope.variance, p.e), 1, slope.center);
        const Vector own = sum(product(slope.gain, p.e), 1, slope.offset);
        const Vector first = sum(own, -dot(term.axes0, moved) / std::sqrt(term.variance[0]), touched.line.slope0);
        return sum(first, -dot(term.axes1, moved) / std::sqrt(term.variance[1]), touched.line.slope1);
    }

    void addPoint(const Vector& x, const FieldPair& own, const FieldPair& fake, double weight, std::vector<double>& out) const
    {
        const InnerMaximum::Gap gap = m_maximum.gap(fake);
        for (const Touched& touched : m_touched) {
            const Point p = pointOf(*touched.term, x);
            const double once = weight * std::exp(p.logDensity + gap.logScale);
            if (m_weights.divergence) {
                const double pull = m_maximum.logMixtureRatio(fake) * weight * std::exp(p.logDensity);
                for (const Touched::Slope& slope : touched.slopes)
                    out[slope.parameter] += m_weights.alpha * (slope.by.logWeight * pull -
                                                               once * dot(gap.value, sum(slope.by.shift, 1, product(slope.by.stretch, p.e))));
                continue;
            }
            const double twice = weight * std::exp(p.logDensity + 2 * gap.logScale);
            const Vector rest = sum(sum(touched.line.offset, p.y[0], touched.line.slope0), p.y[1], touched.line.slope1);
            const Vector field = sum(rest, m_split.onX, x);
            const Vector lacking = m_marginal.terms().size() == 1 ? Vector{} : sum(own.generated, -1, field);
            const Vector pull{m_weights.alpha * (own.difference[0] + lacking[0]) + (m_weights.alpha - m_weights.beta) * field[0],
                              m_weights.alpha * (own.difference[1] + lacking[1]) + (m_weights.alpha - m_weights.beta) * field[1]};
            const double onDensity = m_weights.factor * once * dot(gap.value, pull) -
                                     m_weights.quadratic * twice * dot(gap.value, gap.value);
            const double onField = m_weights.factor * m_weights.beta * once;
            for (const Touched::Slope& slope : touched.slopes)
                out[slope.parameter] += onDensity * logSlope(slope, p) - onField * dot(gap.value, fieldSlope(touched, slope.by, p));
        }
    }

    Weights m_weights;
    InnerMaximum m_maximum;
    Marginal m_marginal;
    FieldSplit m_split;
    PairRow m_own;
    std::optional<PairRow> m_fake;
    std::vector<Touched> m_touched;
};

std::vector<double> atTime(const Scene& scene, const Scene* fake, std::span<const GeneratorParameter> parameters,
                           const GridTime& time)
{
    if (diverges(MarginalPair(scene, time.t), InnerMaximum(scene.loss)))
        return std::vector<double>(parameters.size(), std::numeric_limits<double>::quiet_NaN());
    std::size_t longest = 0;
    for (const GridBlock& block : time.blocks)
        longest = std::max(longest, block.x.size());
    std::vector<double> out(parameters.size());
    Slice slice(scene, fake, parameters, time.t, longest);
    for (const GridBlock& block : time.blocks)
        slice.add(block, time.weight, out);
    return out;
}

/// Of a conditional scene: given the x0 that it is looked at.
std::vector<double> gradientGiven(const Scene& scene, std::span<const GeneratorParameter> parameters, double from, double to,
                                  int threads, const Scene* fake)
{
    const std::vector<GridTime> grid = integrationGrid(scene, from, to, fake);
    std::vector<std::vector<double>> at(grid.size());
    parallelRows(static_cast<int>(grid.size()), threads, [&](int first, int last) {
        for (auto k = static_cast<std::size_t>(first); k < static_cast<std::size_t>(last); ++k)
            at[k] = atTime(scene, fake, parameters, grid[k]);
    });
    std::vector<double> out(parameters.size());
    for (const std::vector<double>& one : at)
        for (std::size_t j = 0; j < out.size(); ++j)
            out[j] += one[j];
    return out;
}

} // namespace

std::vector<double> distanceGradient(const Scene& scene, std::span<const GeneratorParameter> parameters, double from,
                                     double to, int threads, const Scene* fake)
{
    if (!scene.conditional)
        return gradientGiven(scene, parameters, from, to, threads, fake);
    const std::vector<SourceNode> nodes = sourceNodes(scene, sourceOrders(scene.dimension()).coarse);
    std::vector<std::vector<double>> at(nodes.size());
    parallelRows(static_cast<int>(nodes.size()), threads, [&](int first, int last) {
        Scene own = scene, other = fake ? *fake : scene;
        for (auto k = static_cast<std::size_t>(first); k < static_cast<std::size_t>(last); ++k) {
            own.view.x0 = other.view.x0 = nodes[k].x0;
            at[k] = gradientGiven(own, parameters, from, to, 1, fake ? &other : nullptr);
        }
    });
    std::vector<double> out(parameters.size());
    for (std::size_t k = 0; k < nodes.size(); ++k)
        for (std::size_t j = 0; j < out.size(); ++j)
            out[j] += nodes[k].weight * at[k][j];
    return out;
}

} // namespace realuid
