// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled once a level with REALUID_LEVEL = base, v3 or v4. Everything but the functions of the header has internal linkage, and no
// header with shared inline code is included: the linker can share nothing between the levels.
#include "core/engine/norm_silu_impl.h"

#include "core/api/exponential_impl.h"

namespace realuid::norm
{
namespace
{
constexpr int kLanes = 16;

/// Adds up side by side, in vectors; the order does not depend on how the numbers are aligned.
struct Sums {
    float lanes[kLanes] = {};
    float rest = 0;
    float total() const
    {
        double sum = rest;
        for (const float lane : lanes)
            sum += static_cast<double>(lane);
        return static_cast<float>(sum);
    }
};

/// Calls term(i) for all of n, and adds what it returns.
template <class Term>
inline float summed(long n, Term term)
{
    Sums sums;
    long i = 0;
    for (; i + kLanes <= n; i += kLanes)
        for (int k = 0; k < kLanes; ++k)
            sums.lanes[k] += term(i + k);
    for (; i < n; ++i)
        sums.rest += term(i);
    return sums.total();
}

inline float sigmoid(float y) { return 1.0f / (1.0f + exponential(-y)); }

void moments(const Group& g, double epsilon, float* told)
{
    const long n = g.channels * g.pixels;
    const float* x = g.x;
    const float mean = summed(n, [x](long i) { return x[i]; }) / static_cast<float>(n);
    const float variance = summed(n, [x, mean](long i) { return (x[i] - mean) * (x[i] - mean); }) / static_cast<float>(n);
    told[0] = mean;
    told[1] = static_cast<float>(1 / __builtin_sqrt(static_cast<double>(variance) + epsilon));
}
} // namespace

namespace REALUID_LEVEL
{

void forward(const Group& g, double epsilon, float* out, float* told)
{
    moments(g, epsilon, told);
    for (long c = 0; c < g.channels; ++c) {
        const float scale = g.weight[c] * told[1], shift = g.bias[c] - told[0] * scale;
        const float* __restrict x = g.x + c * g.pixels;
        float* __restrict to = out + c * g.pixels;
        for (long i = 0; i < g.pixels; ++i) {
            const float y = x[i] * scale + shift;
            to[i] = y * sigmoid(y);
        }
    }
}

/// With d = x - mean, r = 1 / deviation and p the gradient by y: by x, r (w p - mean of w p - d r^2 mean of w p d).
void backward(const Group& g, const float* told, const float* gradient, float* byX, float* byWeight, float* byBias)
{
    const float mean = told[0], r = told[1];
    float byMean = 0, byDeviation = 0;
    for (long c = 0; c < g.channels; ++c) {
        const float scale = g.weight[c] * r, shift = g.bias[c] - mean * scale;
        const float* __restrict x = g.x + c * g.pixels;
        const float* __restrict from = gradient + c * g.pixels;
        float* __restrict p = byX + c * g.pixels;
        for (long i = 0; i < g.pixels; ++i) {
            const float y = x[i] * scale + shift, s = sigmoid(y);
            p[i] = from[i] * s * (1.0f + y * (1.0f - s));
        }
        const float sum = summed(g.pixels, [p](long i) { return p[i]; });
        const float along = summed(g.pixels, [p, x, mean](long i) { return p[i] * (x[i] - mean); });
        byBias[c] = sum;
        byWeight[c] = along * r;
        byMean += g.weight[c] * sum;
        byDeviation += g.weight[c] * along;
    }
    const float n = static_cast<float>(g.channels * g.pixels);
    const float level = byMean * r / n, slope = byDeviation * r * r * r / n;
    for (long c = 0; c < g.channels; ++c) {
        const float scale = g.weight[c] * r;
        const float* __restrict x = g.x + c * g.pixels;
        float* __restrict p = byX + c * g.pixels;
        for (long i = 0; i < g.pixels; ++i)
            p[i] = scale * p[i] - level - slope * (x[i] - mean);
    }
}

void widen(const unsigned short* __restrict from, float* __restrict to, long n)
{
    for (long i = 0; i < n; ++i)
        to[i] = __builtin_bit_cast(float, static_cast<unsigned>(from[i]) << 16);
}

void narrow(const float* __restrict from, unsigned short* __restrict to, long n)
{
    for (long i = 0; i < n; ++i) {
        const unsigned bits = __builtin_bit_cast(unsigned, from[i]), rounded = bits + 0x7fffu + ((bits >> 16) & 1u);
        to[i] = static_cast<unsigned short>((from[i] == from[i] ? rounded : 0x7fc00000u) >> 16);
    }
}

} // namespace REALUID_LEVEL
} // namespace realuid::norm
