// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/adam.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <torch/version.h>

#include <cmath>
#include <vector>

namespace realuid::engine
{
namespace
{
constexpr std::int64_t kChunk = 1 << 16;

/// What one pass over the buffers needs.
struct Factors {
    double gradient, beta1, beta2, step, rootCorrection, epsilon, keep;
};

template <class Real>
void pass(const Factors& f, Real* weights, Real* first, Real* second, const Real* gradient, std::int64_t n)
{
    const auto scale = static_cast<Real>(f.gradient), keep1 = static_cast<Real>(f.beta1), keep2 = static_cast<Real>(f.beta2);
    const auto take1 = static_cast<Real>(1 - f.beta1), take2 = static_cast<Real>(1 - f.beta2);
    const auto step = static_cast<Real>(f.step), root = static_cast<Real>(f.rootCorrection);
    const auto epsilon = static_cast<Real>(f.epsilon), keep = static_cast<Real>(f.keep);
    for (std::int64_t i = 0; i < n; ++i) {
        const Real g = scale * gradient[i];
        const Real m = keep1 * first[i] + take1 * g;
        const Real v = keep2 * second[i] + take2 * (g * g);
        first[i] = m;
        second[i] = v;
        weights[i] = keep * weights[i] - step * m / (std::sqrt(v) * root + epsilon);
    }
}

template <class Real>
double squaresIn(const Real* values, std::int64_t n)
{
    // Several sums side by side, for precision and because one alone would wait for each addition.
    double sums[8] = {};
    std::int64_t i = 0;
    for (; i + 8 <= n; i += 8)
        for (std::int64_t k = 0; k < 8; ++k)
            sums[k] += static_cast<double>(values[i + k]) * static_cast<double>(values[i + k]);
    for (; i < n; ++i)
        sums[0] += static_cast<double>(values[i]) * static_cast<double>(values[i]);
    return ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
}

template <class Real>
double normOnCpu(const Real* values, std::int64_t n)
{
    std::vector<double> parts(static_cast<std::size_t>((n + kChunk - 1) / kChunk));
    at::parallel_for(0, static_cast<std::int64_t>(parts.size()), 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t c = begin; c < end; ++c)
            parts[static_cast<std::size_t>(c)] = squaresIn(values + c * kChunk, std::min(kChunk, n - c * kChunk));
    });
    double sum = 0;
    for (const double part : parts)
        sum += part;
    return std::sqrt(sum);
}
} // namespace

bool fusedAdam([[maybe_unused]] const AdamBuffers& on, [[maybe_unused]] const at::Tensor& gradient, [[maybe_unused]] const AdamSettings& s,
               [[maybe_unused]] double lr, [[maybe_unused]] std::int64_t k)
{
#if TORCH_VERSION_MAJOR >= 2
    const auto update = [&](auto kernel, double decay) {
        const at::Tensor count = at::full({}, static_cast<double>(k), gradient.options().dtype(at::kFloat));
        kernel({on.parameters}, {gradient}, {on.first}, {on.second}, {}, {count}, lr, s.beta1, s.beta2, decay, s.epsilon, false, false, {}, {});
    };
    using Kernel = void (*)(at::TensorList, at::TensorList, at::TensorList, at::TensorList, at::TensorList, at::TensorList, double, double, double, double,
                            double, bool, bool, const std::optional<at::Tensor>&, const std::optional<at::Tensor>&);
    s.decoupled ? update(static_cast<Kernel>(at::_fused_adamw_), s.decay) : update(static_cast<Kernel>(at::_fused_adam_), 0.0);
    return true;
#else
    return false;
#endif
}

at::Tensor gradientNorm(const at::Tensor& gradient)
{
    if (!gradient.is_cpu())
        return at::linalg_vector_norm(gradient, 2, at::OptionalIntArrayRef{}, false, at::kDouble);
    double norm = 0;
    AT_DISPATCH_FLOATING_TYPES(gradient.scalar_type(), "gradientNorm",
                               [&] { norm = normOnCpu(gradient.data_ptr<scalar_t>(), gradient.numel()); });
    return at::scalar_tensor(norm, at::kDouble);
}

Adam::Adam(at::Tensor parameters, AdamSettings settings)
    : m_parameters(std::move(parameters)), m_first(at::zeros_like(m_parameters)), m_second(at::zeros_like(m_parameters)),
      m_settings(settings)
{
    TORCH_CHECK(m_parameters.is_contiguous() && m_parameters.dim() == 1, "Adam works on one flat buffer");
}

double Adam::rate() const
{
    if (m_settings.warmup <= 0)
        return m_settings.lr;
    return m_settings.lr * static_cast<double>(std::min(m_updates, m_settings.warmup)) / static_cast<double>(m_settings.warmup);
}

void Adam::update(const at::Tensor& gradient, double norm)
{
    const AdamSettings& s = m_settings;
    const double lr = rate();
    ++m_updates;
    const auto k = static_cast<double>(m_updates);
    const Factors f{std::min(1.0, s.clip / (norm + 1e-6)), s.beta1, s.beta2, lr / (1 - std::pow(s.beta1, k)),
                    1 / std::sqrt(1 - std::pow(s.beta2, k)), s.epsilon, s.decoupled ? 1 - lr * s.decay : 1};
    if (m_parameters.is_cpu()) {
        AT_DISPATCH_FLOATING_TYPES(m_parameters.scalar_type(), "Adam", [&] {
            auto* weights = m_parameters.data_ptr<scalar_t>();
            auto* first = m_first.data_ptr<scalar_t>();
            auto* second = m_second.data_ptr<scalar_t>();
            const auto* g = gradient.data_ptr<scalar_t>();
            at::parallel_for(0, m_parameters.numel(), kChunk, [&](std::int64_t begin, std::int64_t end) {
                pass(f, weights + begin, first + begin, second + begin, g + begin, end - begin);
            });
        });
        return;
    }
    const at::Tensor scaled = f.gradient < 1 ? gradient * f.gradient : gradient;
    if (fusedAdam({m_parameters, m_first, m_second}, scaled, s, lr, m_updates))
        return;
    m_first.mul_(s.beta1).add_(scaled, 1 - s.beta1);
    m_second.mul_(s.beta2).addcmul_(scaled, scaled, 1 - s.beta2);
    if (f.keep != 1)
        m_parameters.mul_(f.keep);
    m_parameters.addcdiv_(m_first, m_second.sqrt().mul_(f.rootCorrection).add_(s.epsilon), -f.step);
}

void Adam::restore(std::int64_t updates, const at::Tensor& first, const at::Tensor& second)
{
    m_updates = updates;
    m_first.copy_(first);
    m_second.copy_(second);
}

} // namespace realuid::engine
