// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/safetensors.h"
#include "core/io/json.h"
#include "tests/fixtures.h"

#include <ATen/ATen.h>

/// The largest difference of two tensors as a share of the largest value expected.
inline double relativeError(const at::Tensor& got, const at::Tensor& expected)
{
    const double scale = std::max(expected.abs().max().item<double>(), 1e-300);
    return (got - expected).abs().max().item<double>() / scale;
}
