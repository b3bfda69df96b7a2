// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled once a level with REALUID_LEVEL = base, v3 or v4. Everything but the functions of the header has
// internal linkage, and no header with shared inline code is included: the linker can share nothing between the levels.
#include "analytic/row_kernels_impl.h"

#include "core/api/exponential_impl.h"

namespace realuid::rows
{
namespace
{

using Bits = unsigned long long;
constexpr int kBlock = 256; ///< points a pass: the working arrays stay in the first-level cache
constexpr double kInfinity = __builtin_inf();

/// e^x within 1e-15 relative; 0 below -708, infinity above 709.7.
inline double exponentialOrInfinity(double x)
{
    const Power power = powerOf(x < -708.0 ? -708.0 : (x > 709.7 ? 709.7 : x));
    // 2^(k-1), then twice: k = 1024 has no power of two of its own
    const Bits scale = (__builtin_bit_cast(Bits, power.shifted) + 1022) << 52;
    const double y = power.p * __builtin_bit_cast(double, scale) * 2.0;
    return x < -708.0 ? 0.0 : (x > 709.7 ? kInfinity : y);
}

/// e^x for x <= 0, a share beside one of 1: within 1e-15 relative down to -708, and no less than e^-708.
inline double share(double x)
{
    const Power power = powerOf(x < -708.0 ? -708.0 : x);
    const Bits scale = (__builtin_bit_cast(Bits, power.shifted) + 1023) << 52;
    return power.p * __builtin_bit_cast(double, scale);
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

/// Second coordinates of the points: one for a row, or one a point. None in one dimension.
struct OfRow {
    double y;
    double at(int) const { return y; }
    OfRow from(int) const { return *this; }
};
struct OfPoints {
    const double* y;
    double at(int i) const { return y[i]; }
    OfPoints from(int i) const { return {y + i}; }
};

/// y_0 and y_1 of a term at a point.
struct OnAxes {
    double y0, y1;
};

template <int Dimension, class Y>
inline OnAxes onAxes(const Term& t, double x, const Y& y, int i)
{
    const double dx = x - t.center[0];
    if constexpr (Dimension == 1)
        return {t.k0[0] * dx, 0.0};
    const double dy = y.at(i) - t.center[1];
    return {t.k0[0] * dx + t.k0[1] * dy, t.k1[0] * dx + t.k1[1] * dy};
}

inline double logTerm(const Term& t, const OnAxes& at)
{
    return t.logWeight - 0.5 * (at.y0 * at.y0 + at.y1 * at.y1);
}

inline double fieldOf(const Term& t, const OnAxes& at, int coordinate)
{
    return t.offset[coordinate] + at.y0 * t.g0[coordinate] + at.y1 * t.g1[coordinate];
}

template <int Dimension, class Y>
void single(const Term& given, const double* __restrict x, const Y& y, int n, const Fields& out)
{
    const Term term = given;
    double* const __restrict logDensity = out.logDensity;
    double* const __restrict fx = out.fx;
    double* const __restrict fy = out.fy;
    for (int i = 0; i < n; ++i) {
        const OnAxes at = onAxes<Dimension>(term, x[i], y, i);
        logDensity[i] = logTerm(term, at);
        fx[i] = fieldOf(term, at, 0);
        if constexpr (Dimension == 2)
            fy[i] = fieldOf(term, at, 1);
    }
}

/// A block of at most kBlock points: the largest term first, then shares relative to it.
template <int Dimension, class Y>
void block(const Mixture& m, const double* __restrict x, const Y& y, int n, const Fields& out)
{
    double largest[kBlock], sum[kBlock], sumX[kBlock], sumY[kBlock];
    for (int i = 0; i < n; ++i) {
        largest[i] = -kInfinity;
        sum[i] = sumX[i] = sumY[i] = 0.0;
    }
    for (int k = 0; k < m.count; ++k) {
        const Term term = m.terms[k];
        for (int i = 0; i < n; ++i) {
            const double value = logTerm(term, onAxes<Dimension>(term, x[i], y, i));
            largest[i] = value > largest[i] ? value : largest[i];
        }
    }
    for (int k = 0; k < m.count; ++k) {
        const Term term = m.terms[k];
        for (int i = 0; i < n; ++i) {
            const OnAxes at = onAxes<Dimension>(term, x[i], y, i);
            const double own = share(logTerm(term, at) - largest[i]);
            sum[i] += own;
            sumX[i] += own * fieldOf(term, at, 0);
            if constexpr (Dimension == 2)
                sumY[i] += own * fieldOf(term, at, 1);
        }
    }
    double* const __restrict logDensity = out.logDensity;
    double* const __restrict fx = out.fx;
    double* const __restrict fy = out.fy;
    for (int i = 0; i < n; ++i) {
        const double over = 1.0 / sum[i];
        logDensity[i] = largest[i] + logarithmOf(sum[i]);
        fx[i] = sumX[i] * over;
        if constexpr (Dimension == 2)
            fy[i] = sumY[i] * over;
    }
}

template <int Dimension, class Y>
void row(const Mixture& m, const double* x, const Y& y, int n, const Fields& out)
{
    if (m.count == 1)
        return single<Dimension>(m.terms[0], x, y, n, out);
    for (int i = 0; i < n; i += kBlock) {
        const int length = n - i < kBlock ? n - i : kBlock;
        block<Dimension>(m, x + i, y.from(i), length,
                         {out.logDensity + i, out.fx + i, Dimension == 2 ? out.fy + i : nullptr});
    }
}

/// What |N|^2 is divided by. A parameter of templates, as all that is the same for each point: loops with no choice left in
/// them are what the compiler turns into vectors.
enum class Over { Nothing, Generated, Mixture };

template <bool Plane, Over Divisor, bool MultipleOfP>
struct Form {};

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

template <bool Plane, Over Divisor, bool MultipleOfP>
inline Part part(const Coefficients& c, double x, double y, double logP, double logQ, double gx, double gy, double rx, double ry)
{
    const double larger = logP > logQ ? logP : logQ;
    double p = 1.0, q = 1.0;
    if constexpr (!MultipleOfP || Divisor == Over::Mixture) {
        const double difference = logP - logQ;
        const double smallerShare = share(difference > 0.0 ? -difference : difference);
        p = difference > 0.0 ? 1.0 : smallerShare;
        q = difference > 0.0 ? smallerShare : 1.0;
    }
    const double onP = MultipleOfP ? 1.0 : p;
    const double onQ = MultipleOfP ? 0.0 : q * (c.beta - c.alpha);
    const double nx = numerator(c, onP, onQ, x, gx, rx);
    double square = nx * nx;
    if constexpr (Plane) {
        const double ny = numerator(c, onP, onQ, y, gy, ry);
        square += ny * ny;
    }
    const double logN = MultipleOfP ? logP : larger;
    if constexpr (Divisor == Over::Nothing)
        return {square, logN};
    if constexpr (Divisor == Over::Generated)
        return {square, 2.0 * logN - logP};
    return {square / (c.gamma * p + (1.0 - c.gamma) * q), 2.0 * logN - larger};
}

template <bool Plane, Over Divisor, bool MultipleOfP, class Y>
void distances(const Form<Plane, Divisor, MultipleOfP>&, const Coefficients& given, const double* __restrict x, const Y& y,
               const Fields& generated, const Fields& teacher, int n, bool logarithm, double* __restrict out)
{
    const Coefficients c = given;
    const double *const logP = generated.logDensity, *const logQ = teacher.logDensity;
    const double *const gx = generated.fx, *const rx = teacher.fx;
    const double *const gy = Plane ? generated.fy : gx, *const ry = Plane ? teacher.fy : rx;
    const auto at = [&](int i) {
        return part<Plane, Divisor, MultipleOfP>(c, x[i], Plane ? y.at(i) : 0.0, logP[i], logQ[i], gx[i], gy[i], rx[i], ry[i]);
    };
    constexpr bool root = Divisor == Over::Nothing;
    if (logarithm) {
        for (int i = 0; i < n; ++i) {
            const Part p = at(i);
            out[i] = (root ? 0.5 : 1.0) * logarithmOf(p.square) + p.scale;
        }
        return;
    }
    for (int i = 0; i < n; ++i) {
        const Part p = at(i);
        const double value = (root ? __builtin_sqrt(p.square) : p.square) * exponentialOrInfinity(p.scale);
        out[i] = p.square == 0.0 ? 0.0 : value;
    }
}

template <bool Plane, bool MultipleOfP, class... Rest>
void byDivisor(const Coefficients& c, const Rest&... rest)
{
    if (c.normalized)
        distances(Form<Plane, Over::Nothing, MultipleOfP>{}, c, rest...);
    else if (c.gamma == 1.0)
        distances(Form<Plane, Over::Generated, MultipleOfP>{}, c, rest...);
    else
        distances(Form<Plane, Over::Mixture, MultipleOfP>{}, c, rest...);
}

template <bool Plane, class... Rest>
void byForm(const Coefficients& c, const Rest&... rest)
{
    if (c.multipleOfP)
        byDivisor<Plane, true>(c, rest...);
    else
        byDivisor<Plane, false>(c, rest...);
}

} // namespace

namespace REALUID_LEVEL
{

void mixtureRow(const Mixture& mixture, const double* x, double y, int n, const Fields& out)
{
    if (mixture.dimension == 2)
        row<2>(mixture, x, OfRow{y}, n, out);
    else
        row<1>(mixture, x, OfRow{y}, n, out);
}

void mixturePoints(const Mixture& mixture, const double* x, const double* y, int n, const Fields& out)
{
    if (mixture.dimension == 2)
        row<2>(mixture, x, OfPoints{y}, n, out);
    else
        row<1>(mixture, x, OfRow{0.0}, n, out);
}

void distanceRow(const Coefficients& c, const double* x, double y, const Fields& generated, const Fields& teacher, int n,
                 bool logarithm, double* out)
{
    if (generated.fy)
        byForm<true>(c, x, OfRow{y}, generated, teacher, n, logarithm, out);
    else
        byForm<false>(c, x, OfRow{y}, generated, teacher, n, logarithm, out);
}

void distancePoints(const Coefficients& c, const double* x, const double* y, const Fields& generated, const Fields& teacher,
                    int n, bool logarithm, double* out)
{
    if (generated.fy)
        byForm<true>(c, x, OfPoints{y}, generated, teacher, n, logarithm, out);
    else
        byForm<false>(c, x, OfRow{0.0}, generated, teacher, n, logarithm, out);
}

} // namespace REALUID_LEVEL
} // namespace realuid::rows
