// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled once a level with REALUID_LEVEL = base, v3 or v4. Everything but the two functions of the header has
// internal linkage, and no other header is included: the linker can share nothing between the levels.
#include "analytic/row_kernels_impl.h"

namespace realuid::rows
{
namespace
{

using Bits = unsigned long long;
constexpr int kBlock = 256; ///< points a pass: the working arrays stay in the first-level cache
constexpr double kInfinity = __builtin_inf();
constexpr double kRound = 6755399441055744.0; ///< 1.5 * 2^52: adding it leaves the nearest integer in the low bits

/// e^x within 1e-15 relative; 0 below -708, infinity above 709.7.
inline double exponential(double x)
{
    const double clamped = x < -708.0 ? -708.0 : (x > 709.7 ? 709.7 : x);
    const double shifted = clamped * 1.4426950408889634074 + kRound;
    const double k = shifted - kRound;
    const double r = (clamped - k * 6.93147180369123816490e-01) - k * 1.90821492927058770002e-10;
    double p = 1.6059043836821613e-10; // Taylor's series to r^13, |r| <= ln 2 / 2
    p = p * r + 2.08767569878681e-09;
    p = p * r + 2.505210838544172e-08;
    p = p * r + 2.755731922398589e-07;
    p = p * r + 2.7557319223985893e-06;
    p = p * r + 2.48015873015873e-05;
    p = p * r + 1.984126984126984e-04;
    p = p * r + 1.3888888888888889e-03;
    p = p * r + 8.333333333333333e-03;
    p = p * r + 4.1666666666666664e-02;
    p = p * r + 1.6666666666666666e-01;
    p = p * r + 0.5;
    const double e = 1.0 + (r + r * r * p);
    // 2^(k-1), then twice: k = 1024 has no power of two of its own
    const Bits scale = (__builtin_bit_cast(Bits, shifted) + 1022) << 52;
    const double y = e * __builtin_bit_cast(double, scale) * 2.0;
    return x < -708.0 ? 0.0 : (x > 709.7 ? kInfinity : y);
}

/// ln x for x >= 0 within 1e-15 (absolute near 1), -infinity at 0; as in fdlibm: x = 2^k m, s = (m - 1)/(m + 1).
inline double logarithmOf(double x)
{
    const bool tiny = x < 2.2250738585072014e-308;
    const double normal = tiny ? x * 18014398509481984.0 : x;
    const Bits bits = __builtin_bit_cast(Bits, normal);
    const Bits shifted = bits - 0x3FE6A09E667F3BCDull + 0x3FF0000000000000ull; // m in [sqrt 1/2, sqrt 2)
    const double k = __builtin_bit_cast(double, (shifted >> 52) | 0x4330000000000000ull) - 4503599627371519.0 -
                     (tiny ? 54.0 : 0.0);
    const double m =
        __builtin_bit_cast(double, bits - (shifted & 0xFFF0000000000000ull) + 0x3FF0000000000000ull);
    const double f = m - 1.0;
    const double s = f / (m + 1.0);
    const double z = s * s;
    double p = 1.479819860511658591e-01;
    p = p * z + 1.531383769920937332e-01;
    p = p * z + 1.818357216161805012e-01;
    p = p * z + 2.222219843214978396e-01;
    p = p * z + 2.857142874366239149e-01;
    p = p * z + 3.999999999940941908e-01;
    p = p * z + 6.666666666666735130e-01;
    const double half = 0.5 * f * f;
    const double y = k * 6.93147180369123816490e-01 -
                     ((half - (s * (half + p * z) + k * 1.90821492927058770002e-10)) - f);
    return x == 0.0 ? -kInfinity : (x == kInfinity ? kInfinity : y);
}

/// y_i = k[0] x + y[..] of a term along a row of fixed second coordinate.
struct Line {
    double k, shift;
    double at(double x) const { return k * x + shift; }
};

struct RowTerm {
    double logWeight, center;
    Line y0, y1;
    RowTerm(const Term& t, int dimension, double y)
        : logWeight(t.logWeight), center(t.center[0]),
          y0{t.k0[0], dimension == 2 ? t.k0[1] * (y - t.center[1]) : 0.0},
          y1{t.k1[0], dimension == 2 ? t.k1[1] * (y - t.center[1]) : 0.0}
    {
    }
};

template <int Dimension>
inline double logTerm(const RowTerm& t, double x)
{
    const double y0 = t.y0.at(x - t.center);
    if constexpr (Dimension == 1)
        return t.logWeight - 0.5 * y0 * y0;
    const double y1 = t.y1.at(x - t.center);
    return t.logWeight - 0.5 * (y0 * y0 + y1 * y1);
}

template <int Dimension>
void single(const Term& term, const double* x, double y, int n, const Fields& out)
{
    const RowTerm t(term, Dimension, y);
    double* const logDensity = out.logDensity;
    double* const fx = out.fx;
    double* const fy = out.fy;
    for (int i = 0; i < n; ++i) {
        const double y0 = t.y0.at(x[i] - t.center);
        const double y1 = Dimension == 2 ? t.y1.at(x[i] - t.center) : 0.0;
        logDensity[i] = t.logWeight - 0.5 * (y0 * y0 + y1 * y1);
        fx[i] = term.offset[0] + y0 * term.g0[0] + y1 * term.g1[0];
        if constexpr (Dimension == 2)
            fy[i] = term.offset[1] + y0 * term.g0[1] + y1 * term.g1[1];
    }
}

/// A block of at most kBlock points: the largest term first, then shares relative to it.
template <int Dimension>
void block(const Mixture& m, const double* x, double y, int n, const Fields& out)
{
    double largest[kBlock], sum[kBlock], sumX[kBlock], sumY[kBlock];
    for (int i = 0; i < n; ++i) {
        largest[i] = -kInfinity;
        sum[i] = sumX[i] = sumY[i] = 0.0;
    }
    for (int k = 0; k < m.count; ++k) {
        const RowTerm t(m.terms[k], Dimension, y);
        for (int i = 0; i < n; ++i) {
            const double value = logTerm<Dimension>(t, x[i]);
            largest[i] = value > largest[i] ? value : largest[i];
        }
    }
    for (int k = 0; k < m.count; ++k) {
        const Term& term = m.terms[k];
        const RowTerm t(term, Dimension, y);
        for (int i = 0; i < n; ++i) {
            const double y0 = t.y0.at(x[i] - t.center);
            const double y1 = Dimension == 2 ? t.y1.at(x[i] - t.center) : 0.0;
            const double share = exponential(t.logWeight - 0.5 * (y0 * y0 + y1 * y1) - largest[i]);
            sum[i] += share;
            sumX[i] += share * (term.offset[0] + y0 * term.g0[0] + y1 * term.g1[0]);
            if constexpr (Dimension == 2)
                sumY[i] += share * (term.offset[1] + y0 * term.g0[1] + y1 * term.g1[1]);
        }
    }
    for (int i = 0; i < n; ++i) {
        out.logDensity[i] = largest[i] + logarithmOf(sum[i]);
        out.fx[i] = sumX[i] / sum[i];
        if constexpr (Dimension == 2)
            out.fy[i] = sumY[i] / sum[i];
    }
}

template <int Dimension>
void row(const Mixture& m, const double* x, double y, int n, const Fields& out)
{
    if (m.count == 1)
        return single<Dimension>(m.terms[0], x, y, n, out);
    for (int i = 0; i < n; i += kBlock) {
        const int length = n - i < kBlock ? n - i : kBlock;
        block<Dimension>(m, x + i, y, length, {out.logDensity + i, out.fx + i, Dimension == 2 ? out.fy + i : nullptr});
    }
}

/// |N|^2 / D over exp(scale), with |N|^2 over exp(2 scale) for normalized: InnerMaximum::parts() for many points.
struct Part {
    double square, scale;
};

/// One coordinate of N: onP u + onQ f*.
inline double numerator(const Coefficients& c, double onP, double onQ, double x, double generated, double teacher)
{
    const double common = c.onX * x;
    const double u = c.alpha * (teacher - generated) + (c.alpha - c.beta) * (common + generated);
    return onP * u + onQ * (common + teacher);
}

template <bool Plane>
inline Part part(const Coefficients& c, double x, double y, const Fields& generated, const Fields& teacher, int i)
{
    const double logP = generated.logDensity[i], logQ = teacher.logDensity[i];
    const bool more = logP > logQ;
    const double larger = more ? logP : logQ;
    const double smallerShare = exponential((more ? logQ : logP) - larger);
    const double p = more ? 1.0 : smallerShare;
    const double q = more ? smallerShare : 1.0;
    const double onP = c.multipleOfP ? 1.0 : p;
    const double onQ = c.multipleOfP ? 0.0 : q * (c.beta - c.alpha);
    const double nx = numerator(c, onP, onQ, x, generated.fx[i], teacher.fx[i]);
    double square = nx * nx;
    if constexpr (Plane) {
        const double ny = numerator(c, onP, onQ, y, generated.fy[i], teacher.fy[i]);
        square += ny * ny;
    }
    const double logN = c.multipleOfP ? logP : larger;
    const bool dividesByP = c.gamma == 1.0;
    const double denominator = c.normalized || dividesByP ? 1.0 : c.gamma * p + (1.0 - c.gamma) * q;
    return {square / denominator, c.normalized ? logN : 2.0 * logN - (dividesByP ? logP : larger)};
}

template <bool Plane>
void distances(const Coefficients& c, const double* x, double y, const Fields& generated, const Fields& teacher, int n,
               bool logarithm, double* out)
{
    if (logarithm) {
        const double power = c.normalized ? 0.5 : 1.0;
        for (int i = 0; i < n; ++i) {
            const Part at = part<Plane>(c, x[i], y, generated, teacher, i);
            out[i] = power * logarithmOf(at.square) + at.scale;
        }
        return;
    }
    for (int i = 0; i < n; ++i) {
        const Part at = part<Plane>(c, x[i], y, generated, teacher, i);
        const double value = (c.normalized ? __builtin_sqrt(at.square) : at.square) * exponential(at.scale);
        out[i] = at.square == 0.0 ? 0.0 : value;
    }
}

} // namespace

namespace REALUID_LEVEL
{

void mixtureRow(const Mixture& mixture, const double* x, double y, int n, const Fields& out)
{
    if (mixture.dimension == 2)
        row<2>(mixture, x, y, n, out);
    else
        row<1>(mixture, x, y, n, out);
}

void distanceRow(const Coefficients& c, const double* x, double y, const Fields& generated, const Fields& teacher, int n,
                 bool logarithm, double* out)
{
    if (generated.fy)
        distances<true>(c, x, y, generated, teacher, n, logarithm, out);
    else
        distances<false>(c, x, y, generated, teacher, n, logarithm, out);
}

} // namespace REALUID_LEVEL
} // namespace realuid::rows
