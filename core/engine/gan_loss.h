// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/ATen.h>

/// The adversarial terms of the GAN baseline (eqs. 7-9), on logits D of the discriminator head. What an update minimises, with
/// its cotangent; the mean runs over batch and places alike (images of 64 x 64 have 2 x 2 logits each).
namespace realuid::engine
{

/// Weights and the earliest t of the adversarial terms, which see t uniform in [from, 1].
struct GanForm {
    double generator = 0; ///< of softplus(-D(x_t^theta)) in the generator's turn
    double critic = 0;    ///< of softplus(D(x_t^theta)) + softplus(-D(x_t*)) in the fake model's turn
    double from = 0.8;
    bool on() const { return generator > 0 || critic > 0; }
};

struct LogitTerm {
    at::Tensor value;    ///< a double without dimensions
    at::Tensor byLogits; ///< in the logits' shape
};

/// weight mean softplus(sign D): sign 1 teaches "generated", -1 "real".
inline LogitTerm softplusMean(const at::Tensor& logits, double sign, double weight)
{
    const at::Tensor signedLogits = sign * logits.detach();
    // softplus(x) = max(x, 0) + log(1 + exp(-|x|)); ATen's own goes over to x itself above 20.
    const at::Tensor values = signedLogits.clamp_min(0) + at::log1p(at::exp(-signedLogits.abs()));
    return {weight * at::mean(values, at::kDouble),
            at::sigmoid(signedLogits) * (weight * sign / static_cast<double>(logits.numel()))};
}

} // namespace realuid::engine
