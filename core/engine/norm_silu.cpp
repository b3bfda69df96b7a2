// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/norm_silu.h"

#include "core/api/instruction_set.h"
#include "core/engine/norm_silu_impl.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

#include <vector>

namespace realuid::engine
{
namespace
{
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

struct Kernels {
    decltype(norm::base::forward)* forward;
    decltype(norm::base::backward)* backward;
    decltype(norm::base::widen)* widen;
    decltype(norm::base::narrow)* narrow;
};

const Kernels& kernels()
{
    static constexpr Kernels base{norm::base::forward, norm::base::backward, norm::base::widen, norm::base::narrow};
#ifdef REALUID_X86_LEVELS
    static constexpr Kernels v3{norm::v3::forward, norm::v3::backward, norm::v3::widen, norm::v3::narrow},
        v4{norm::v4::forward, norm::v4::backward, norm::v4::widen, norm::v4::narrow};
    const InstructionSet set = instructionSet();
    return set == InstructionSet::V4 ? v4 : set == InstructionSet::V3 ? v3 : base;
#else
    return base;
#endif
}

/// One group's numbers in a contiguous tensor as float32: where they lie, or, of bfloat16, in memory that stays in the cache.
class GroupNumbers
{
public:
    GroupNumbers(const Tensor& tensor, std::int64_t first, std::int64_t length) : m_length(static_cast<long>(length))
    {
        if (tensor.scalar_type() == at::kFloat) {
            m_numbers = tensor.data_ptr<float>() + first;
        } else {
            m_bits = reinterpret_cast<unsigned short*>(tensor.data_ptr<at::BFloat16>()) + first;
            m_own.resize(static_cast<std::size_t>(length));
            m_numbers = m_own.data();
        }
    }
    const float* read()
    {
        if (m_bits)
            kernels().widen(m_bits, m_numbers, m_length);
        return m_numbers;
    }
    float* to() { return m_numbers; }
    void written()
    {
        if (m_bits)
            kernels().narrow(m_numbers, m_bits, m_length);
    }

private:
    long m_length;
    float* m_numbers = nullptr;
    unsigned short* m_bits = nullptr; ///< of bfloat16
    std::vector<float> m_own;
};

/// Calls work(group, its number) for each of the N groups x [N, C, ...] has.
template <class Work>
void eachGroup(const Tensor& x, const Tensor& weight, const Tensor& bias, std::int64_t groups, Work work)
{
    const std::int64_t channels = x.size(1) / groups, pixels = x.numel() / (x.size(0) * x.size(1)), length = channels * pixels;
    const float *w = weight.data_ptr<float>(), *b = bias.data_ptr<float>();
    const std::int64_t grain = std::max<std::int64_t>(1, 16384 / length);
    at::parallel_for(0, x.size(0) * groups, grain, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            const std::int64_t channel = i % groups * channels;
            GroupNumbers numbers(x, i * length, length);
            work(norm::Group{numbers.read(), w + channel, b + channel, static_cast<long>(channels), static_cast<long>(pixels)}, i);
        }
    });
}

struct NormSilu : torch::autograd::Function<NormSilu> {
    static Tensor forward(AutogradContext* context, const Tensor& x, const Tensor& weight, const Tensor& bias, GroupNormSettings settings)
    {
        const Tensor input = x.contiguous(), out = at::empty_like(input);
        const Tensor moments = at::empty({x.size(0) * settings.groups, 2}, weight.options()); // mean and 1 / deviation
        float* told = moments.data_ptr<float>();
        eachGroup(input, weight, bias, settings.groups, [&](const norm::Group& group, std::int64_t i) {
            const std::int64_t length = group.channels * group.pixels;
            GroupNumbers results(out, i * length, length);
            kernels().forward(group, settings.epsilon, results.to(), told + 2 * i);
            results.written();
        });
        context->saved_data["groups"] = settings.groups;
        context->save_for_backward({x, weight, bias, moments});
        return out;
    }

    static variable_list backward(AutogradContext* context, const variable_list& gradients)
    {
        const variable_list saved = context->get_saved_variables();
        const Tensor &x = saved[0], &weight = saved[1];
        const std::int64_t groups = context->saved_data["groups"].toInt(), channels = x.size(1) / groups;
        const Tensor input = x.contiguous(), gradient = gradients[0].contiguous(), byX = at::empty_like(input);
        const Tensor byWeight = at::empty({x.size(0), x.size(1)}, weight.options()), byBias = at::empty_like(byWeight);
        const float* told = saved[3].data_ptr<float>();
        float *w = byWeight.data_ptr<float>(), *b = byBias.data_ptr<float>();
        eachGroup(input, weight, saved[2], groups, [&](const norm::Group& group, std::int64_t i) {
            const std::int64_t length = group.channels * group.pixels;
            GroupNumbers from(gradient, i * length, length), to(byX, i * length, length);
            kernels().backward(group, told + 2 * i, from.read(), to.to(), w + i * channels, b + i * channels);
            to.written();
        });
        return {byX, byWeight.sum(0), byBias.sum(0), Tensor()};
    }
};
} // namespace

Tensor normSilu(const Tensor& x, const Tensor& weight, const Tensor& bias, GroupNormSettings settings)
{
    return NormSilu::apply(x, weight, bias, settings);
}

} // namespace realuid::engine
