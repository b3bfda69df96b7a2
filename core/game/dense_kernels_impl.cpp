// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled once a level with REALUID_LEVEL = base, v3 or v4. Everything but the functions of the header has internal
// linkage, and no header with shared inline code is included: the linker can share nothing between the levels.
#include "core/game/dense_kernels_impl.h"

#include "core/api/exponential_impl.h"

namespace realuid::dense
{
namespace
{

#if defined(__AVX512F__)
constexpr int kBytes = 64, kRows = 8, kVectors = 2;
#elif defined(__AVX2__)
constexpr int kBytes = 32, kRows = 6, kVectors = 2;
#else
constexpr int kBytes = 16, kRows = 2, kVectors = 4;
#endif

template <class Real>
struct Lanes {
    typedef Real Vector __attribute__((vector_size(kBytes)));
    typedef Real Loose __attribute__((vector_size(kBytes), aligned(sizeof(Real)), may_alias));
    static constexpr int kCount = kBytes / static_cast<int>(sizeof(Real));
    static Vector load(const Real* p) { return *reinterpret_cast<const Loose*>(p); }
    static void store(Real* p, Vector v) { *reinterpret_cast<Loose*>(p) = v; }
};

/// A tile of Rows x Vectors vectors of c, held in registers while k runs.
template <int Rows, int Vectors, bool Add, class Real>
inline void tile(const Product<Real>& p, int row, int column, const Real* start)
{
    using L = Lanes<Real>;
    typename L::Vector sums[Rows][Vectors];
    for (int v = 0; v < Vectors; ++v) {
        const typename L::Vector first = start ? L::load(start + column + v * L::kCount) : typename L::Vector{};
        for (int r = 0; r < Rows; ++r)
            sums[r][v] = Add ? L::load(p.c + (row + r) * p.cRow + column + v * L::kCount) : first;
    }
    const Real* a = p.a + row * p.aRow;
    const Real* b = p.b + column;
    for (int k = 0; k < p.depth; ++k, a += p.aStep, b += p.bRow) {
        typename L::Vector line[Vectors];
        for (int v = 0; v < Vectors; ++v)
            line[v] = L::load(b + v * L::kCount);
        for (int r = 0; r < Rows; ++r)
            for (int v = 0; v < Vectors; ++v)
                sums[r][v] += a[r * p.aRow] * line[v];
    }
    for (int r = 0; r < Rows; ++r)
        for (int v = 0; v < Vectors; ++v)
            L::store(p.c + (row + r) * p.cRow + column + v * L::kCount, sums[r][v]);
}

template <int Vectors, bool Add, class Real>
inline void rowsOfTiles(const Product<Real>& p, int row, int rows, int column, const Real* start)
{
    for (; rows >= kRows; row += kRows, rows -= kRows)
        tile<kRows, Vectors, Add>(p, row, column, start);
    for (; rows >= 2; row += 2, rows -= 2)
        tile<2, Vectors, Add>(p, row, column, start);
    if (rows > 0)
        tile<1, Vectors, Add>(p, row, column, start);
}

template <bool Add, class Real>
inline void product(const Product<Real>& p, const Real* start)
{
    constexpr int kWide = kVectors * Lanes<Real>::kCount, kNarrow = 16 < kWide ? 16 : kWide;
    int column = 0;
    for (; column + kWide <= p.columns; column += kWide)
        rowsOfTiles<kVectors, Add>(p, 0, p.rows, column, start);
    for (; column < p.columns; column += kNarrow)
        rowsOfTiles<kNarrow / Lanes<Real>::kCount, Add>(p, 0, p.rows, column, start);
}

template <Activation Kind, class Real>
inline Real activated(Real x, Real& slope)
{
    constexpr Real one = 1;
    if constexpr (Kind == Activation::Relu) {
        slope = x > 0 ? one : Real{0};
        return x > 0 ? x : Real{0};
    }
    if constexpr (Kind == Activation::Tanh) {
        const Real y = one - 2 / (one + exponential(2 * x));
        slope = one - y * y;
        return y;
    }
    const Real share = one / (one + exponential(-x));
    slope = share * (one + x * (one - share));
    return x * share;
}

template <Activation Kind, class Real>
void activateRow(Real* __restrict values, Real* __restrict slope, int n)
{
    if (slope) {
        for (int i = 0; i < n; ++i)
            values[i] = activated<Kind>(values[i], slope[i]);
        return;
    }
    for (int i = 0; i < n; ++i) {
        Real unused;
        values[i] = activated<Kind>(values[i], unused);
    }
}

template <Activation Kind, class Real>
void activate(const Product<Real>& p, Real* slope)
{
    for (int r = 0; r < p.rows; ++r)
        activateRow<Kind>(p.c + r * p.cRow, slope ? slope + r * p.cRow : nullptr, p.columns);
}

template <class Real>
void forwardOf(const Product<Real>& p, const Real* bias, Activation activation, Real* slope)
{
    product<false>(p, bias);
    switch (activation) {
    case Activation::None: return;
    case Activation::Silu: return activate<Activation::Silu>(p, slope);
    case Activation::Tanh: return activate<Activation::Tanh>(p, slope);
    case Activation::Relu: return activate<Activation::Relu>(p, slope);
    }
}

template <class Real>
void pullBackOf(const Product<Real>& p, const Real* slope)
{
    product<false, Real>(p, nullptr);
    if (!slope)
        return;
    for (int r = 0; r < p.rows; ++r) {
        Real* __restrict c = p.c + r * p.cRow;
        const Real* __restrict s = slope + r * p.cRow;
        for (int i = 0; i < p.columns; ++i)
            c[i] *= s[i];
    }
}

template <class Real>
void accumulateRowsOf(const Real* values, long row, int rows, int columns, Real* __restrict out)
{
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < columns; ++c)
            out[c] += values[r * row + c];
}

/// Several sums side by side, for precision and so that no addition waits for the one before.
template <class Real>
double squaresOf(const Real* values, long n)
{
    double sums[16] = {};
    long i = 0;
    for (; i + 16 <= n; i += 16)
        for (int k = 0; k < 16; ++k)
            sums[k] += static_cast<double>(values[i + k]) * static_cast<double>(values[i + k]);
    double sum = 0;
    for (; i < n; ++i)
        sum += static_cast<double>(values[i]) * static_cast<double>(values[i]);
    for (int k = 0; k < 16; ++k)
        sum += sums[k];
    return sum;
}

template <class Real>
double addAndSquareOf(const Real* __restrict from, Real* __restrict to, long n)
{
    for (long i = 0; i < n; ++i)
        to[i] += from[i];
    return squaresOf(to, n);
}

inline float root(float x) { return __builtin_sqrtf(x); }
inline double root(double x) { return __builtin_sqrt(x); }

template <class Real>
void adamOf(const AdamFactors& f, Real* __restrict weights, Real* __restrict first, Real* __restrict second,
            const Real* __restrict gradient, long n)
{
    const auto scale = static_cast<Real>(f.scale), keep1 = static_cast<Real>(f.beta1), keep2 = static_cast<Real>(f.beta2);
    const auto take1 = static_cast<Real>(1 - f.beta1), take2 = static_cast<Real>(1 - f.beta2);
    const auto step = static_cast<Real>(f.step), correction = static_cast<Real>(f.root), epsilon = static_cast<Real>(f.epsilon);
    for (long i = 0; i < n; ++i) {
        const Real g = scale * gradient[i];
        const Real m = keep1 * first[i] + take1 * g;
        const Real v = keep2 * second[i] + take2 * (g * g);
        first[i] = m;
        second[i] = v;
        weights[i] -= step * m / (root(v) * correction + epsilon);
    }
}

template <class Real>
void moveTowardsOf(Real* __restrict average, const Real* __restrict weights, double decay, long n)
{
    const auto keep = static_cast<Real>(decay), take = static_cast<Real>(1 - decay);
    for (long i = 0; i < n; ++i)
        average[i] = keep * average[i] + take * weights[i];
}

/// Squared distance of x to t times point j.
template <int Dimension>
inline double squareTo(const Cloud& cloud, const double* x, double t, int j)
{
    const double dx = x[0] - t * cloud.points[j];
    if constexpr (Dimension == 1)
        return dx * dx;
    const double dy = x[1] - t * cloud.points[cloud.count + j];
    return dx * dx + dy * dy;
}

template <int Dimension>
double cloudMeanOf(const Cloud& cloud, const double* x, double t, double s, double* mean)
{
    const int n = cloud.count;
    double nearest = __builtin_inf();
    for (int j = 0; j < n; ++j) {
        const double square = squareTo<Dimension>(cloud, x, t, j);
        nearest = square < nearest ? square : nearest;
    }
    const double factor = -0.5 / (s * s);
    double sum = 0, sumX = 0, sumY = 0;
    for (int j = 0; j < n; ++j) {
        const double share = exponential(factor * (squareTo<Dimension>(cloud, x, t, j) - nearest));
        sum += share;
        sumX += share * cloud.points[j];
        if constexpr (Dimension == 2)
            sumY += share * cloud.points[n + j];
    }
    mean[0] = sumX / sum;
    if constexpr (Dimension == 2)
        mean[1] = sumY / sum;
    return factor * nearest + __builtin_log(sum / n) - Dimension * (0.91893853320467274178 + __builtin_log(s));
}

template <int Dimension>
double pairDistancesOf(const Cloud& a, const Cloud& b)
{
    double total = 0;
    for (int i = 0; i < a.count; ++i) {
        double row = 0;
        for (int j = 0; j < b.count; ++j) {
            const double dx = a.points[i] - b.points[j];
            const double dy = Dimension == 2 ? a.points[a.count + i] - b.points[b.count + j] : 0.0;
            row += root(dx * dx + dy * dy);
        }
        total += row;
    }
    return total;
}

} // namespace

namespace REALUID_LEVEL
{

#define REALUID_DENSE_DEFINE(Real)                                                                                     \
    void forward(const Product<Real>& p, const Real* bias, Activation activation, Real* slope)                         \
    {                                                                                                                  \
        forwardOf(p, bias, activation, slope);                                                                         \
    }                                                                                                                  \
    void pullBack(const Product<Real>& p, const Real* slope) { pullBackOf(p, slope); }                                 \
    void accumulate(const Product<Real>& p) { product<true, Real>(p, nullptr); }                                       \
    void accumulateRows(const Real* values, long row, int rows, int columns, Real* out)                                \
    {                                                                                                                  \
        accumulateRowsOf(values, row, rows, columns, out);                                                             \
    }                                                                                                                  \
    double addAndSquare(const Real* from, Real* to, long n) { return addAndSquareOf(from, to, n); }                    \
    double squares(const Real* values, long n) { return squaresOf(values, n); }                                        \
    void adam(const AdamFactors& f, Real* weights, Real* first, Real* second, const Real* gradient, long n)            \
    {                                                                                                                  \
        adamOf(f, weights, first, second, gradient, n);                                                                \
    }                                                                                                                  \
    void moveTowards(Real* average, const Real* weights, double decay, long n)                                         \
    {                                                                                                                  \
        moveTowardsOf(average, weights, decay, n);                                                                     \
    }

REALUID_DENSE_DEFINE(float)
REALUID_DENSE_DEFINE(double)

double cloudMean(const Cloud& cloud, const double* x, double t, double s, double* mean)
{
    return cloud.dimension == 2 ? cloudMeanOf<2>(cloud, x, t, s, mean) : cloudMeanOf<1>(cloud, x, t, s, mean);
}

double pairDistances(const Cloud& a, const Cloud& b)
{
    return a.dimension == 2 ? pairDistancesOf<2>(a, b) : pairDistancesOf<1>(a, b);
}

} // namespace REALUID_LEVEL
} // namespace realuid::dense
