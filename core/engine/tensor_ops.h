// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/matching_loss.h"

#include <ATen/ATen.h>

namespace realuid
{

/// Tensors [batch, ...] as the arrays of matching_loss.h. Sums accumulate in double and stay on the device, so that
/// nothing waits for it.
template <>
struct ArrayOps<at::Tensor> {
    static at::Tensor dot(const at::Tensor& a, const at::Tensor& b) { return at::sum(a * b, at::kDouble); }
    static at::Tensor rowDot(const at::Tensor& a, const at::Tensor& b) { return (a * b).flatten(1).sum(1); }
    static at::Tensor scaleRows(const at::Tensor& a, const at::Tensor& rows)
    {
        std::vector<int64_t> shape(static_cast<std::size_t>(a.dim()), 1);
        shape[0] = rows.size(0);
        return a * rows.reshape(shape);
    }
    static at::Tensor inverseRoot(const at::Tensor& rows) { return at::where(rows > 0, rows.rsqrt(), at::zeros_like(rows)); }
};

} // namespace realuid
