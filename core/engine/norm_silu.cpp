// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/norm_silu.h"

#include "core/api/instruction_set.h"
#include "core/engine/norm_silu_impl.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

namespace realuid::engine
{
namespace
{
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

struct Kernels {
    decltype(norm::base::forward)* forward;
    decltype(norm::base::backward)* backward;
};

const Kernels& kernels()
{
    static constexpr Kernels base{norm::base::forward, norm::base::backward};
#ifdef REALUID_X86_LEVELS
    static constexpr Kernels v3{norm::v3::forward, norm::v3::backward}, v4{norm::v4::forward, norm::v4::backward};
    const InstructionSet set = instructionSet();
    return set == InstructionSet::V4 ? v4 : set == InstructionSet::V3 ? v3 : base;
#else
    return base;
#endif
}

Tensor asFloat(const Tensor& x) { return x.to(at::kFloat).contiguous(); }

/// Calls work(group, its first number) for each of the N groups x [N, C, ...] has.
template <class Work>
void eachGroup(const Tensor& x, const Tensor& weight, const Tensor& bias, std::int64_t groups, Work work)
{
    const std::int64_t channels = x.size(1) / groups, pixels = x.numel() / (x.size(0) * x.size(1)), length = channels * pixels;
    const float *values = x.data_ptr<float>(), *w = weight.data_ptr<float>(), *b = bias.data_ptr<float>();
    const std::int64_t grain = std::max<std::int64_t>(1, 16384 / length);
    at::parallel_for(0, x.size(0) * groups, grain, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            const std::int64_t channel = i % groups * channels;
            work(norm::Group{values + i * length, w + channel, b + channel, static_cast<long>(channels), static_cast<long>(pixels)}, i);
        }
    });
}

struct NormSilu : torch::autograd::Function<NormSilu> {
    static Tensor forward(AutogradContext* context, const Tensor& x, const Tensor& weight, const Tensor& bias, GroupNormSettings settings)
    {
        const Tensor input = asFloat(x), out = at::empty_like(input);
        const Tensor moments = at::empty({x.size(0) * settings.groups, 2}, input.options()); // mean and 1 / deviation
        float *results = out.data_ptr<float>(), *told = moments.data_ptr<float>();
        eachGroup(input, weight, bias, settings.groups, [&](const norm::Group& group, std::int64_t i) {
            kernels().forward(group, settings.epsilon, results + i * group.channels * group.pixels, told + 2 * i);
        });
        context->saved_data["groups"] = settings.groups;
        context->save_for_backward({x, weight, bias, moments});
        return out.to(x.scalar_type());
    }

    static variable_list backward(AutogradContext* context, const variable_list& gradients)
    {
        const variable_list saved = context->get_saved_variables();
        const Tensor &x = saved[0], &weight = saved[1];
        const std::int64_t groups = context->saved_data["groups"].toInt(), channels = x.size(1) / groups;
        const Tensor input = asFloat(x), gradient = asFloat(gradients[0]), byX = at::empty_like(input);
        const Tensor byWeight = at::empty({x.size(0), x.size(1)}, input.options()), byBias = at::empty_like(byWeight);
        const float *from = gradient.data_ptr<float>(), *told = saved[3].data_ptr<float>();
        float *to = byX.data_ptr<float>(), *w = byWeight.data_ptr<float>(), *b = byBias.data_ptr<float>();
        eachGroup(input, weight, saved[2], groups, [&](const norm::Group& group, std::int64_t i) {
            const std::int64_t first = i * group.channels * group.pixels;
            kernels().backward(group, told + 2 * i, from + first, to + first, w + i * channels, b + i * channels);
        });
        return {byX.to(x.scalar_type()), byWeight.sum(0), byBias.sum(0), Tensor()};
    }
};
} // namespace

Tensor normSilu(const Tensor& x, const Tensor& weight, const Tensor& bias, GroupNormSettings settings)
{
    return NormSilu::apply(x, weight, bias, settings);
}

} // namespace realuid::engine
