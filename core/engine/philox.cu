// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/philox_kernel.h"

#include "core/api/philox.h"

#include <cuda_runtime.h>

namespace realuid::engine::cuda
{
namespace
{
constexpr int kThreads = 256;

__device__ RandomStream streamOf(const RowsArgument& rows, std::int64_t row)
{
    return {rows.seed, static_cast<Purpose>(rows.purpose), rows.step, rows.firstSample + static_cast<std::uint64_t>(row)};
}

/// One thread makes one Philox block, four neighbours of a row.
template <class Real>
__global__ void normalKernel(RowsArgument rows, Real* out, std::int64_t blocks, std::int64_t blocksARow, std::int64_t width)
{
    const std::int64_t i = blockIdx.x * static_cast<std::int64_t>(blockDim.x) + threadIdx.x;
    if (i >= blocks)
        return;
    const std::int64_t row = i / blocksARow, index = i % blocksARow;
    const PhiloxBlock bits = streamOf(rows, row).block(static_cast<std::uint32_t>(index));
    double values[4];
    normalPair(bits[0], bits[1], values[0], values[1]);
    normalPair(bits[2], bits[3], values[2], values[3]);
    for (std::int64_t k = 0; k < 4 && 4 * index + k < width; ++k)
        out[row * width + 4 * index + k] = static_cast<Real>(values[k]);
}

template <class Real>
__global__ void uniformKernel(RowsArgument rows, Real* out, std::int64_t count)
{
    const std::int64_t i = blockIdx.x * static_cast<std::int64_t>(blockDim.x) + threadIdx.x;
    if (i < count)
        out[i] = static_cast<Real>(uniform(streamOf(rows, i).block(0)[0]));
}

__global__ void keptKernel(RowsArgument rows, std::uint32_t firstBlock, double probability, float kept, float* out, std::int64_t blocks,
                           std::int64_t blocksARow, std::int64_t width)
{
    const std::int64_t i = blockIdx.x * static_cast<std::int64_t>(blockDim.x) + threadIdx.x;
    if (i >= blocks)
        return;
    const std::int64_t row = i / blocksARow, index = i % blocksARow;
    const PhiloxBlock bits = streamOf(rows, row).block(firstBlock + static_cast<std::uint32_t>(index));
    for (std::int64_t k = 0; k < 4 && 4 * index + k < width; ++k)
        out[row * width + 4 * index + k] = uniform(bits[k]) < probability ? 0.0f : kept;
}

unsigned gridOf(std::int64_t threads) { return static_cast<unsigned>((threads + kThreads - 1) / kThreads); }

template <class Real>
int launchNormal(RowsArgument rows, Real* out, std::int64_t count, std::int64_t width, void* stream)
{
    const std::int64_t blocksARow = (width + 3) / 4;
    normalKernel<<<gridOf(count * blocksARow), kThreads, 0, static_cast<cudaStream_t>(stream)>>>(
        rows, out, count * blocksARow, blocksARow, width);
    return cudaGetLastError();
}

template <class Real>
int launchUniform(RowsArgument rows, Real* out, std::int64_t count, void* stream)
{
    uniformKernel<<<gridOf(count), kThreads, 0, static_cast<cudaStream_t>(stream)>>>(rows, out, count);
    return cudaGetLastError();
}
} // namespace

int fillNormal(RowsArgument rows, float* out, std::int64_t count, std::int64_t width, void* stream)
{
    return launchNormal(rows, out, count, width, stream);
}
int fillNormal(RowsArgument rows, double* out, std::int64_t count, std::int64_t width, void* stream)
{
    return launchNormal(rows, out, count, width, stream);
}
int fillUniform(RowsArgument rows, float* out, std::int64_t count, void* stream)
{
    return launchUniform(rows, out, count, stream);
}
int fillUniform(RowsArgument rows, double* out, std::int64_t count, void* stream)
{
    return launchUniform(rows, out, count, stream);
}

int fillKept(RowsArgument rows, std::uint32_t firstBlock, double probability, float* out, std::int64_t count, std::int64_t width, void* stream)
{
    const std::int64_t blocksARow = (width + 3) / 4;
    keptKernel<<<gridOf(count * blocksARow), kThreads, 0, static_cast<cudaStream_t>(stream)>>>(
        rows, firstBlock, probability, static_cast<float>(1 / (1 - probability)), out, count * blocksARow, blocksARow, width);
    return cudaGetLastError();
}

} // namespace realuid::engine::cuda
