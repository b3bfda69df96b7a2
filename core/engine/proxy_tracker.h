// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/reference_statistics.h"

#include <functional>
#include <memory>

namespace realuid::engine
{

/// How far samples are from a run's data by the built-in features: cheap, the same every time, no FID of the field. The data's
/// statistics are made at the first question, or come from the user's cache: a few seconds for CIFAR-10.
class ProxyTracker
{
public:
    /// `data` must outlive this.
    ProxyTracker(const CifarData& data, at::Device device) : m_data(data), m_device(device) {}

    /// Of n samples; draw(first, n) yields some of them, [n, 3, side, side] in [-1, 1], `batch` at a time at most.
    double distance(std::int64_t n, std::int64_t batch, const std::function<Tensor(std::int64_t first, std::int64_t n)>& draw, Observer& observer);

private:
    const CifarData& m_data;
    at::Device m_device;
    std::unique_ptr<FeatureNetwork> m_network;
    FeatureStatistics m_real;
};

} // namespace realuid::engine
