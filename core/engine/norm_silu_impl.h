// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Plain declarations of kernels that are compiled once a level of instructions (norm_silu_impl.cpp).
namespace realuid::norm
{

/// One group of one sample: `channels` x `pixels` numbers that follow each other.
struct Group {
    const float* x;
    const float* weight; ///< a number a channel
    const float* bias;
    long channels, pixels;
};

#define REALUID_NORM_LEVEL(level)                                                                                                     \
    namespace level                                                                                                                   \
    {                                                                                                                                 \
    /* out = SiLU(y), y = (x - mean) / deviation * weight + bias; moments gets mean and 1 / deviation. */                              \
    void forward(const Group& group, double epsilon, float* out, float* moments);                                                     \
    /* From the gradient by SiLU(y) that by x; byWeight and byBias get a number a channel. */                                          \
    void backward(const Group& group, const float* moments, const float* gradient, float* byX, float* byWeight, float* byBias);       \
    /* From bfloat16, given as its bits, and back, rounded to the nearest and ties to even. */                                        \
    void widen(const unsigned short* from, float* to, long n);                                                                        \
    void narrow(const float* from, unsigned short* to, long n);                                                                       \
    }
REALUID_NORM_LEVEL(base)
REALUID_NORM_LEVEL(v3)
REALUID_NORM_LEVEL(v4)

} // namespace realuid::norm
