// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/recompute.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>

#include <optional>

namespace realuid::engine
{
namespace
{
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// The part and the dropout that it began with.
struct Kept : torch::CustomClassHolder {
    NetworkPart part;
    std::optional<DropoutSource> dropout;

    Tensor run(const Tensor& x, const Tensor& embedding, std::optional<DropoutSource> source) const
    {
        return part(x, embedding, source ? &*source : nullptr);
    }
};

struct Recomputed : torch::autograd::Function<Recomputed> {
    static Tensor forward(AutogradContext* context, const Tensor& x, const Tensor& embedding, const NetworkPart& part, DropoutSource* dropout)
    {
        auto kept = c10::make_intrusive<Kept>();
        kept->part = part;
        if (dropout)
            kept->dropout = *dropout;
        context->saved_data["kept"] = c10::IValue::make_capsule(kept);
        context->save_for_backward({x, embedding});
        return part(x, embedding, dropout);
    }

    static variable_list backward(AutogradContext* context, const variable_list& gradients)
    {
        const auto capsule = context->saved_data["kept"].toCapsule();
        const auto& kept = static_cast<const Kept&>(*capsule);
        const auto fresh = [](const Tensor& saved) { return saved.detach().requires_grad_(saved.requires_grad()); };
        const variable_list saved = context->get_saved_variables();
        const Tensor x = fresh(saved[0]), embedding = fresh(saved[1]);
        const at::AutoGradMode recording(true);
        torch::autograd::backward({kept.run(x, embedding, kept.dropout)}, {gradients[0]});
        return {x.grad(), embedding.grad(), Tensor(), Tensor()};
    }
};
} // namespace

Tensor recomputed(const NetworkPart& part, const Tensor& x, const Tensor& embedding, DropoutSource* dropout)
{
    if (!at::GradMode::is_enabled() || (!x.requires_grad() && !embedding.requires_grad()))
        return part(x, embedding, dropout);
    return Recomputed::apply(x, embedding, part, dropout);
}

} // namespace realuid::engine
