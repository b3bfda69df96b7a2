// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/term_slope.h"

namespace realuid
{
namespace
{

Matrix sum(double p, const Matrix& a, double q, const Matrix& b)
{
    Matrix out;
    for (std::size_t i = 0; i < 4; ++i)
        out[i] = p * a[i] + q * b[i];
    return out;
}

/// An infinite coefficient does not act on what is 0.
double times(double factor, double entry) { return entry == 0 ? 0 : factor * entry; }

/// d of the blocks of a Gaussian of (x0, x1) by the standard deviation of x1's coordinate i, correlations kept.
struct BlockSlopes {
    Matrix data{}, cross{};
};
BlockSlopes blockSlopes(const Marginal::Term& term, std::size_t i, double sd)
{
    BlockSlopes out;
    for (std::size_t j = 0; j < 2; ++j) {
        out.data[2 * i + j] += term.dataCovariance[2 * i + j] / sd;
        out.data[2 * j + i] += term.dataCovariance[2 * j + i] / sd;
        out.cross[2 * i + j] = term.cross[2 * i + j] / sd;
    }
    return out;
}

Matrix transposed(const Matrix& m) { return {m[0], m[2], m[1], m[3]}; }

TermSlope ofMean(const Schedule& s, const Target& target, std::size_t i)
{
    TermSlope out;
    out.center[i] = out.shift[i] = s.a;
    out.offset[i] = target.onData;
    return out;
}

TermSlope ofSd(const Marginal::Term& term, const Schedule& s, const Target& target, std::size_t i, double sd)
{
    TermSlope out;
    const BlockSlopes d = blockSlopes(term, i, sd);
    const Matrix back = transposed(d.cross);
    out.variance = sum(s.a * s.a, d.data, s.a * s.b, sum(1, d.cross, 1, back));
    if (!target.score) {
        out.gain = sum(target.onData * s.a, d.data, target.onData * s.b, d.cross);
        for (std::size_t k = 0; k < 4; ++k)
            out.gain[k] += times(target.onSource, s.a * back[k]);
    }
    // x1 = m1 + its deviation, which is stretched: E[deviation_i | x] / sd
    const Matrix withPoint = sum(s.a, term.dataCovariance, s.b, term.cross);
    for (std::size_t j = 0; j < 2; ++j)
        out.stretch[2 * i + j] = s.a * withPoint[2 * i + j] / sd;
    return out;
}

} // namespace

std::vector<TermSlope> termSlopes(const Scene& scene, const Marginal& marginal, const Target& target,
                                  const GeneratorParameter& parameter)
{
    const std::size_t components = scene.generated.components.size(), count = marginal.terms().size() / components;
    const std::size_t first = parameter.component() * count;
    std::vector<TermSlope> out;
    if (parameter.kind() == GeneratorParameter::Kind::Weight) {
        double total = 0;
        for (const Component& c : scene.generated.components)
            total += c.weight;
        for (std::size_t k = 0; k < marginal.terms().size(); ++k) {
            const bool own = k >= first && k < first + count;
            out.push_back({.term = k, .logWeight = (own ? 1 / parameter.get(scene) : 0) - 1 / total});
        }
        return out;
    }
    const std::size_t i = parameter.coordinate();
    const TermSlope ofItsMean = ofMean(marginal.schedule(), target, i);
    for (std::size_t k = first; k < first + count; ++k) {
        out.push_back(ofItsMean);
        if (parameter.kind() == GeneratorParameter::Kind::Sd) {
            const Marginal::Term& term = marginal.terms()[k];
            const double sd = parameter.get(scene), drawn = term.data[i] - scene.generated.components[parameter.component()].mean[i];
            out.back() = ofSd(term, marginal.schedule(), target, i, sd);
            if (scene.conditional)
                out.back().add(drawn / sd, ofItsMean);
        }
        out.back().term = k;
    }
    return out;
}

} // namespace realuid
