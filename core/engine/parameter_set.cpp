// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/parameter_set.h"

#include "core/api/error.h"
#include "core/api/philox.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/zeros.h>
#include <ATen/ops/zeros_like.h>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace realuid::engine
{
namespace
{

std::int64_t elements(const Shape& shape)
{
    std::int64_t count = 1;
    for (const std::int64_t side : shape)
        count *= side;
    return count;
}

std::int64_t padded(std::int64_t count)
{
    return (count + ParameterSet::kAlignment - 1) / ParameterSet::kAlignment * ParameterSet::kAlignment;
}

/// "3 missing (a, b, ...)": enough to see what kind of file it is.
std::string excerpt(const std::vector<std::string>& names)
{
    constexpr std::size_t kShown = 3;
    std::string out;
    for (std::size_t i = 0; i < std::min(names.size(), kShown); ++i)
        out += (i == 0 ? "" : ", ") + names[i];
    return out + (names.size() > kShown ? ", ..." : "");
}

Tensor draw(const Start& start, std::int64_t count, const RandomStream& stream)
{
    Tensor out = at::empty({count}, at::kDouble);
    double* values = out.data_ptr<double>();
    const auto n = static_cast<std::size_t>(count);
    if (start.kind == Start::Kind::Constant) {
        std::fill(values, values + n, start.value);
    } else if (start.kind == Start::Kind::Normal) {
        fillNormal(stream, values, n);
        for (std::size_t i = 0; i < n; ++i)
            values[i] *= start.value;
    } else {
        for (std::size_t i = 0; i < n; ++i)
            values[i] = (2 * uniform(stream.block(static_cast<std::uint32_t>(i / 4))[i % 4]) - 1) * start.value;
    }
    return out;
}

} // namespace

Start Start::fanIn(std::int64_t inputs) { return {Kind::Uniform, 1 / std::sqrt(static_cast<double>(inputs))}; }

void requireShapes(const std::vector<ParameterSpec>& specs, const Shapes& shapes, const std::string& where)
{
    std::vector<std::string> missing, unexpected, unlike;
    for (const ParameterSpec& spec : specs) {
        const Shape* shape = find(shapes, spec.name);
        if (shape == nullptr)
            missing.push_back(spec.name);
        else if (*shape != spec.shape)
            unlike.push_back(spec.name + " " + shapeText(*shape) + " for " + shapeText(spec.shape));
    }
    for (const auto& entry : shapes)
        if (std::none_of(specs.begin(), specs.end(), [&](const ParameterSpec& s) { return s.name == entry.first; }))
            unexpected.push_back(entry.first);
    if (missing.empty() && unexpected.empty() && unlike.empty())
        return;
    throw Error(ErrorKind::File,
                {REALUID_TEXT("the tensors are not this network's: %1 missing (%2), %3 unexpected (%4), %5 of another shape (%6)"),
                 {std::to_string(missing.size()), excerpt(missing), std::to_string(unexpected.size()), excerpt(unexpected),
                  std::to_string(unlike.size()), excerpt(unlike)}},
                where, {REALUID_TEXT("take a file of the authors' network, or one written by RealUID Studio")});
}

ParameterSet::ParameterSet(std::vector<ParameterSpec> specs, at::ScalarType dtype, at::Device device)
    : m_specs(std::move(specs)), m_offsets(m_specs.size())
{
    std::int64_t end = 0, trainedEnd = 0;
    for (const bool trained : {true, false}) {
        for (std::size_t i = 0; i < m_specs.size(); ++i) {
            if (m_specs[i].trained != trained)
                continue;
            m_offsets[i] = end;
            end += padded(elements(m_specs[i].shape));
        }
        if (trained)
            trainedEnd = end;
    }
    m_everything = at::zeros({end}, at::TensorOptions(dtype).device(device));
    m_flat = m_everything.narrow(0, 0, trainedEnd);
    makeViews();
}

void ParameterSet::makeViews()
{
    const NoGrad noGrad;
    m_flatGrad = at::zeros_like(m_flat);
    m_views.clear();
    for (std::size_t i = 0; i < m_specs.size(); ++i) {
        Tensor leaf = part(m_everything, i).detach();
        if (m_specs[i].trained) {
            leaf.set_requires_grad(m_requiresGrad);
            leaf.mutable_grad() = part(m_flatGrad, i);
        }
        m_views.push_back(std::move(leaf));
    }
}

std::size_t ParameterSet::index(std::string_view name) const
{
    const auto at = std::find_if(m_specs.begin(), m_specs.end(), [&](const ParameterSpec& s) { return s.name == name; });
    assert(at != m_specs.end());
    return static_cast<std::size_t>(at - m_specs.begin());
}

void ParameterSet::zeroGrad()
{
    if (m_flatGrad.defined())
        m_flatGrad.zero_();
}

Tensor ParameterSet::part(const Tensor& laidOutAsFlat, std::size_t index) const
{
    const Shape& shape = m_specs[index].shape;
    return laidOutAsFlat.narrow(0, m_offsets[index], elements(shape)).view(shape);
}

StateDict ParameterSet::stateDict() const { return stateDict(m_everything); }

StateDict ParameterSet::stateDict(const Tensor& laidOutAsEverything) const
{
    StateDict out;
    for (std::size_t i = 0; i < m_specs.size(); ++i)
        out.add(m_specs[i].name, part(laidOutAsEverything, i));
    return out;
}

void ParameterSet::load(const StateDict& state, const std::string& where)
{
    requireShapes(m_specs, state.shapes(), where);
    const NoGrad noGrad;
    for (std::size_t i = 0; i < m_specs.size(); ++i)
        part(m_everything, i).copy_(*state.find(m_specs[i].name));
}

void ParameterSet::initialise(std::uint64_t seed)
{
    const NoGrad noGrad;
    for (std::size_t i = 0; i < m_specs.size(); ++i) {
        const RandomStream stream{seed, Purpose::Weights, 0, i};
        part(m_everything, i).copy_(draw(m_specs[i].start, elements(m_specs[i].shape), stream).view(m_specs[i].shape));
    }
}

std::int64_t ParameterSet::parameterCount() const
{
    std::int64_t count = 0;
    for (const ParameterSpec& spec : m_specs)
        count += elements(spec.shape);
    return count;
}

void ParameterSet::requiresGrad(bool on)
{
    m_requiresGrad = on;
    if (on && !m_flatGrad.defined())
        makeViews();
    for (std::size_t i = 0; i < m_specs.size(); ++i)
        if (m_specs[i].trained)
            m_views[i].set_requires_grad(on);
}

void ParameterSet::freeze()
{
    requiresGrad(false);
    m_flatGrad = Tensor{};
    for (Tensor& view : m_views)
        view.mutable_grad() = Tensor{};
}

ParameterSet ParameterSet::to(at::ScalarType dtype, at::Device device) const
{
    ParameterSet out(m_specs, dtype, device);
    const NoGrad noGrad;
    out.m_everything.copy_(m_everything);
    if (!m_flatGrad.defined())
        out.freeze();
    else
        out.requiresGrad(m_requiresGrad);
    return out;
}

} // namespace realuid::engine
