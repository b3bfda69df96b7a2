// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For sources that are compiled once a level of instructions: internal linkage, so that the linker shares nothing between the levels.
namespace realuid
{
namespace
{

/// e^x by Taylor's series on |r| <= ln 2 / 2, within a few units of the last place; x is clamped to a range in which
/// 2^k and its inverse are normal numbers.
inline float exponential(float x)
{
    const float clamped = x < -87.0f ? -87.0f : (x > 87.0f ? 87.0f : x);
    const float shifted = clamped * 1.44269504f + 12582912.0f; // 1.5 * 2^23: the nearest integer in the low bits
    const float k = shifted - 12582912.0f;
    const float r = (clamped - k * 6.93145752e-1f) - k * 1.42860677e-6f;
    float p = 1.9841270e-4f;
    p = p * r + 1.3888889e-3f;
    p = p * r + 8.3333333e-3f;
    p = p * r + 4.1666667e-2f;
    p = p * r + 1.6666667e-1f;
    p = p * r + 0.5f;
    const float e = 1.0f + (r + r * r * p);
    return e * __builtin_bit_cast(float, (__builtin_bit_cast(unsigned, shifted) + 127u) << 23);
}
/// 1.5 * 2^52: adding it leaves the nearest integer in the low bits.
constexpr double kRound = 6755399441055744.0;

/// e^x = 2^k p for |x| < 710 as p and the bits of kRound + k.
struct Power {
    double p, shifted;
};

inline Power powerOf(double x)
{
    const double shifted = x * 1.4426950408889634074 + kRound;
    const double k = shifted - kRound;
    const double r = (x - k * 6.93147180369123816490e-01) - k * 1.90821492927058770002e-10;
    double p = 1.6059043836821613e-10; // to r^13
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
    return {1.0 + (r + r * r * p), shifted};
}
inline double exponential(double x)
{
    const Power power = powerOf(x < -700.0 ? -700.0 : (x > 700.0 ? 700.0 : x));
    return power.p * __builtin_bit_cast(double, (__builtin_bit_cast(unsigned long long, power.shifted) + 1023) << 52);
}

} // namespace
} // namespace realuid
