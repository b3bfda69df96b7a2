// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>

#if defined(__CUDACC__)
#define REALUID_HOST_DEVICE __host__ __device__
#else
#define REALUID_HOST_DEVICE
#endif

/// All random numbers of the product: Philox4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3",
/// SC 2011), a function of (seed, purpose, step, sample index) without state. A run resumes from its step number
/// alone, and what a sample sees depends neither on the batch it came in nor on the number of processes.
namespace realuid
{

/// What a number is drawn for; the values stand in checkpoints' history, so they never change.
enum class Purpose : std::uint32_t {
    Noise = 1,       ///< x0 of training pairs
    Latent = 2,      ///< z that the generator turns into x1
    Time = 3,        ///< t
    Flip = 4,        ///< mirror a real image or not
    Order = 5,       ///< permutation of the data set
    Weights = 6,     ///< initial weights
    Dropout = 7,
    FixedLatent = 8, ///< the noise behind sample grids
    Sample = 9,      ///< the verb `sample`
    Real = 10,       ///< samples of a known distribution
    Drawing = 11,    ///< the built-in data set
    Label = 12,
};

using PhiloxBlock = std::array<std::uint32_t, 4>;

/// Ten rounds of the Philox4x32 bijection.
REALUID_HOST_DEVICE inline PhiloxBlock philox(PhiloxBlock counter, std::uint32_t key0, std::uint32_t key1)
{
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t product0 = std::uint64_t{0xD2511F53u} * counter[0];
        const std::uint64_t product1 = std::uint64_t{0xCD9E8D57u} * counter[2];
        counter = {static_cast<std::uint32_t>(product1 >> 32) ^ counter[1] ^ key0, static_cast<std::uint32_t>(product1),
                   static_cast<std::uint32_t>(product0 >> 32) ^ counter[3] ^ key1, static_cast<std::uint32_t>(product0)};
        key0 += 0x9E3779B9u;
        key1 += 0xBB67AE85u;
    }
    return counter;
}

/// The stream of one sample: block(i) holds its numbers 4i ... 4i + 3.
struct RandomStream {
    std::uint64_t seed = 0;
    Purpose purpose = Purpose::Noise;
    std::uint32_t step = 0;
    std::uint64_t sample = 0; ///< global index, below 2^40

    REALUID_HOST_DEVICE PhiloxBlock block(std::uint32_t index) const
    {
        const auto high = static_cast<std::uint32_t>(sample >> 32) | (static_cast<std::uint32_t>(purpose) << 8);
        return philox({index, static_cast<std::uint32_t>(sample), high, step}, static_cast<std::uint32_t>(seed),
                      static_cast<std::uint32_t>(seed >> 32));
    }
};

/// In (0, 1), never 0 or 1, 24 bits: exact in float and double alike.
REALUID_HOST_DEVICE inline double uniform(std::uint32_t bits) { return ((bits >> 8) + 0.5) * (1.0 / 16777216.0); }

/// Two independent standard normals from two words (Box and Muller).
REALUID_HOST_DEVICE inline void normalPair(std::uint32_t bits0, std::uint32_t bits1, double& first, double& second)
{
    const double radius = std::sqrt(-2.0 * std::log((bits0 + 0.5) * (1.0 / 4294967296.0)));
    const double angle = 2.0 * std::numbers::pi * uniform(bits1);
    first = radius * std::cos(angle);
    second = radius * std::sin(angle);
}

/// Fills out[0 .. n) with standard normals of one sample's stream.
template <class Real>
void fillNormal(const RandomStream& stream, Real* out, std::size_t n)
{
    for (std::size_t i = 0; i < n; i += 4) {
        const PhiloxBlock bits = stream.block(static_cast<std::uint32_t>(i / 4));
        double values[4];
        normalPair(bits[0], bits[1], values[0], values[1]);
        normalPair(bits[2], bits[3], values[2], values[3]);
        for (std::size_t k = 0; k < 4 && i + k < n; ++k)
            out[i + k] = static_cast<Real>(values[k]);
    }
}

} // namespace realuid
