// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Plain declarations of the small networks' hot kernels: no standard header, nothing inline, because the source behind
/// them is compiled for several levels of instructions (see CMakeLists.txt). All matrices are row-major with padded
/// rows; numbers of columns are multiples of 16, and what lies in the padding is 0.
namespace realuid::dense
{

enum class Activation { None, Silu, Tanh, Relu };

/// c = a b with a [rows x depth], b [depth x columns]; a(m, k) = a[m aRow + k aStep], so that a transposed matrix needs no copy.
template <class Real>
struct Product {
    const Real* a;
    long aRow, aStep;
    const Real* b;
    long bRow;
    Real* c;
    long cRow;
    int rows, columns, depth;
};

/// One entry of Adam: weights -= step m / (sqrt(v) root + epsilon), m and v the moving averages of scale * gradient.
struct AdamFactors {
    double scale, beta1, beta2, step, root, epsilon;
};

/// Points in one or two coordinates, all x first, then all y.
struct Cloud {
    const double* points; ///< [dimension][count]
    int count, dimension;
};

#define REALUID_DENSE_KERNELS(Real)                                                                                    \
    /** c = f(a b + bias); `slope` (laid out as c, or null) takes f'. */                                               \
    void forward(const Product<Real>& p, const Real* bias, Activation activation, Real* slope);                        \
    /** c = (a b) slope, entry by entry; `slope` is laid out as c and may be null. */                                  \
    void pullBack(const Product<Real>& p, const Real* slope);                                                          \
    /** c += a b. */                                                                                                   \
    void accumulate(const Product<Real>& p);                                                                           \
    /** out[c] += the sum of column c over the rows. */                                                                \
    void accumulateRows(const Real* values, long row, int rows, int columns, Real* out);                               \
    /** to += from; returns the sum of squares of what stands in `to` then. */                                         \
    double addAndSquare(const Real* from, Real* to, long n);                                                           \
    double squares(const Real* values, long n);                                                                        \
    void adam(const AdamFactors& f, Real* weights, Real* first, Real* second, const Real* gradient, long n);           \
    /** average = decay average + (1 - decay) weights. */                                                              \
    void moveTowards(Real* average, const Real* weights, double decay, long n);

/// cloudMean: the mean of the points c_j given x ~ the equal mixture of N(t c_j, s^2 I), into mean[dimension]; returns the
/// log density of x. pairDistances: the sum of |a_i - b_j| over all pairs.
#define REALUID_CLOUD_KERNELS                                                                                          \
    double cloudMean(const Cloud& cloud, const double* x, double t, double s, double* mean);                           \
    double pairDistances(const Cloud& a, const Cloud& b);

namespace base
{
REALUID_DENSE_KERNELS(float)
REALUID_DENSE_KERNELS(double)
REALUID_CLOUD_KERNELS
} // namespace base
namespace v3
{
REALUID_DENSE_KERNELS(float)
REALUID_DENSE_KERNELS(double)
REALUID_CLOUD_KERNELS
} // namespace v3
namespace v4
{
REALUID_DENSE_KERNELS(float)
REALUID_DENSE_KERNELS(double)
REALUID_CLOUD_KERNELS
} // namespace v4

} // namespace realuid::dense
