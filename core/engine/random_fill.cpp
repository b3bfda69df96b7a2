// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/random_fill.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#if defined(REALUID_HAS_CUDA)
#include "core/engine/philox_kernel.h"
#include <c10/cuda/CUDAException.h>
#include <c10/cuda/CUDAGuard.h>
#include <c10/cuda/CUDAStream.h>
#endif

namespace realuid::engine
{
namespace
{
RandomStream streamOf(const RandomRows& rows, std::int64_t row)
{
    return {rows.seed, rows.purpose, rows.step, rows.firstSample + static_cast<std::uint64_t>(row)};
}

template <class Real>
void normalOnCpu(const RandomRows& rows, Real* out, std::int64_t count, std::int64_t width)
{
    const std::int64_t grain = std::max<std::int64_t>(1, 4096 / std::max<std::int64_t>(1, width));
    at::parallel_for(0, count, grain, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t row = begin; row < end; ++row)
            fillNormal(streamOf(rows, row), out + row * width, static_cast<std::size_t>(width));
    });
}

template <class Real>
void uniformOnCpu(const RandomRows& rows, Real* out, std::int64_t count)
{
    for (std::int64_t row = 0; row < count; ++row)
        out[row] = static_cast<Real>(uniform(streamOf(rows, row).block(0)[0]));
}

void keptOnCpu(const RandomRows& rows, std::uint32_t firstBlock, double probability, float* out, std::int64_t count, std::int64_t width)
{
    const auto kept = static_cast<float>(1 / (1 - probability));
    at::parallel_for(0, count, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t row = begin; row < end; ++row) {
            const RandomStream stream = streamOf(rows, row);
            for (std::int64_t i = 0; i < width; i += 4) {
                const PhiloxBlock bits = stream.block(firstBlock + static_cast<std::uint32_t>(i / 4));
                for (std::int64_t k = 0; k < 4 && i + k < width; ++k)
                    out[row * width + i + k] = uniform(bits[static_cast<std::size_t>(k)]) < probability ? 0 : kept;
            }
        }
    });
}

#if defined(REALUID_HAS_CUDA)
template <class Fill>
bool onCuda(const RandomRows& rows, const at::Tensor& out, Fill fill)
{
    if (!out.is_cuda())
        return false;
    const c10::cuda::CUDAGuard guard(out.device());
    const cuda::RowsArgument argument{rows.seed, static_cast<std::uint32_t>(rows.purpose), rows.step, rows.firstSample};
    C10_CUDA_CHECK(static_cast<cudaError_t>(fill(argument, c10::cuda::getCurrentCUDAStream().stream())));
    return true;
}
#else
/// Without kernels of our own the numbers are made on the CPU and copied.
template <class Fill>
bool onCuda(const RandomRows&, const at::Tensor&, Fill)
{
    return false;
}
#endif

template <class Fill>
void onCpu(const at::Tensor& out, Fill fill)
{
    const at::Tensor host = out.is_cpu() ? out : at::empty(out.sizes(), out.options().device(at::kCPU));
    AT_DISPATCH_FLOATING_TYPES(host.scalar_type(), "random_fill", [&] { fill(host.data_ptr<scalar_t>()); });
    if (!out.is_cpu())
        out.copy_(host);
}
} // namespace

void fillNormal(const RandomRows& rows, const at::Tensor& out)
{
    TORCH_CHECK(out.is_contiguous(), "random numbers fill contiguous tensors only");
    const std::int64_t count = out.size(0), width = count == 0 ? 0 : out.numel() / count;
    const bool done = onCuda(rows, out, [&]([[maybe_unused]] auto argument, [[maybe_unused]] auto stream) {
#if defined(REALUID_HAS_CUDA)
        return out.scalar_type() == at::kDouble ? cuda::fillNormal(argument, out.data_ptr<double>(), count, width, stream)
                                                : cuda::fillNormal(argument, out.data_ptr<float>(), count, width, stream);
#endif
    });
    if (!done)
        onCpu(out, [&](auto* data) { normalOnCpu(rows, data, count, width); });
}

void fillUniform(const RandomRows& rows, const at::Tensor& out)
{
    TORCH_CHECK(out.is_contiguous() && out.dim() == 1, "uniform numbers fill vectors only");
    const std::int64_t count = out.size(0);
    const bool done = onCuda(rows, out, [&]([[maybe_unused]] auto argument, [[maybe_unused]] auto stream) {
#if defined(REALUID_HAS_CUDA)
        return out.scalar_type() == at::kDouble ? cuda::fillUniform(argument, out.data_ptr<double>(), count, stream)
                                                : cuda::fillUniform(argument, out.data_ptr<float>(), count, stream);
#endif
    });
    if (!done)
        onCpu(out, [&](auto* data) { uniformOnCpu(rows, data, count); });
}

void fillKept(const RandomRows& rows, std::uint32_t firstBlock, double probability, const at::Tensor& out)
{
    TORCH_CHECK(out.is_contiguous() && out.dim() == 2 && out.scalar_type() == at::kFloat, "dropout fills contiguous float32 matrices only");
    const std::int64_t count = out.size(0), width = out.size(1);
    const bool done = onCuda(rows, out, [&]([[maybe_unused]] auto argument, [[maybe_unused]] auto stream) {
#if defined(REALUID_HAS_CUDA)
        return cuda::fillKept(argument, firstBlock, probability, out.data_ptr<float>(), count, width, stream);
#endif
    });
    if (done)
        return;
    const at::Tensor host = out.is_cpu() ? out : at::empty(out.sizes(), out.options().device(at::kCPU));
    keptOnCpu(rows, firstBlock, probability, host.data_ptr<float>(), count, width);
    if (!out.is_cpu())
        out.copy_(host);
}

} // namespace realuid::engine
