// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

/// The CUDA side of random_fill.h: raw pointers and a stream, because no .cu file includes a torch header.
namespace realuid::engine::cuda
{

struct RowsArgument {
    std::uint64_t seed;
    std::uint32_t purpose;
    std::uint32_t step;
    std::uint64_t firstSample;
};

/// Fills out[rows][width] with standard normals on `stream` (a cudaStream_t). Returns a cudaError_t, 0 for success.
int fillNormal(RowsArgument rows, float* out, std::int64_t count, std::int64_t width, void* stream);
int fillNormal(RowsArgument rows, double* out, std::int64_t count, std::int64_t width, void* stream);

/// Fills out[rows] with uniforms in (0, 1).
int fillUniform(RowsArgument rows, float* out, std::int64_t count, void* stream);
int fillUniform(RowsArgument rows, double* out, std::int64_t count, void* stream);

/// fillKept() of random_fill.h.
int fillKept(RowsArgument rows, std::uint32_t firstBlock, double probability, float* out, std::int64_t count, std::int64_t width, void* stream);

} // namespace realuid::engine::cuda
