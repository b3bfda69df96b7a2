// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/state_dict.h"

#include <c10/core/Device.h>
#include <c10/core/ScalarType.h>

namespace realuid::engine
{

/// How a fresh parameter starts; PyTorch's defaults.
struct Start {
    enum class Kind { Constant, Uniform, Normal };
    Kind kind = Kind::Constant;
    double value = 0; ///< Constant: the value. Uniform: the bound, drawn from (-value, value). Normal: the deviation.

    static Start zero() { return {}; }
    static Start one() { return {Kind::Constant, 1}; }
    static Start normal() { return {Kind::Normal, 1}; }
    /// Weight and bias of a linear or convolutional layer (kaiming_uniform with a = sqrt 5): bound 1/sqrt(fanIn).
    static Start fanIn(std::int64_t inputs);
};

/// What a network declares of one parameter.
struct ParameterSpec {
    std::string name;
    Shape shape;
    Start start;
    bool trained = true; ///< false: stands in files, but no optimiser touches it (the discriminator head)
};

/// Error (File, `where`) that lists what is missing, unexpected or of the wrong shape; none where all fits.
void requireShapes(const std::vector<ParameterSpec>& specs, const Shapes& shapes, const std::string& where);

/// All parameters of one network in ONE contiguous buffer, and their gradients in another, so that optimiser, clipping
/// and averages are single passes over flat(). get() yields leaf tensors that are views of that buffer; autograd adds
/// their gradients in place into flatGrad(). Every parameter starts at a multiple of kAlignment elements; the gaps hold
/// zeros for ever, in gradients too. Trained parameters come first, so flat() is one range. One thread at a time.
class ParameterSet
{
public:
    static constexpr std::int64_t kAlignment = 16;

    ParameterSet(std::vector<ParameterSpec> specs, at::ScalarType dtype, at::Device device);
    ParameterSet(ParameterSet&&) = default;
    ParameterSet& operator=(ParameterSet&&) = default;
    ParameterSet(const ParameterSet&) = delete; ///< shares nothing by accident: clone()

    std::size_t size() const { return m_specs.size(); }
    const std::vector<ParameterSpec>& specs() const { return m_specs; } ///< in the authors' order
    std::size_t index(std::string_view name) const; ///< assert: it exists
    const Tensor& get(std::size_t index) const { return m_views[index]; }
    const Tensor& get(std::string_view name) const { return m_views[index(name)]; }

    /// All trained parameters [n], without a gradient of its own: write to it under NoGrad only.
    const Tensor& flat() const { return m_flat; }
    const Tensor& flatGrad() const { return m_flatGrad; } ///< [n], same layout
    void zeroGrad();

    /// Trained and untrained parameters: what an average of the whole network or a copy runs over.
    const Tensor& everything() const { return m_everything; }

    /// The part of any tensor laid out as flat() (moments of an optimiser) that belongs to a trained parameter, in its
    /// shape. A view.
    Tensor part(const Tensor& laidOutAsFlat, std::size_t index) const;

    /// In the authors' order, untrained ones included: views that share memory with the set, without gradients.
    StateDict stateDict() const;
    /// The same for another buffer laid out as everything(), such as an average.
    StateDict stateDict(const Tensor& laidOutAsEverything) const;

    /// Copies the values in, whatever their dtype and device. Error (File, `where`) names what is missing, unexpected
    /// or of the wrong shape; then nothing was changed.
    void load(const StateDict& state, const std::string& where);

    /// Draws fresh values: parameter number i is the stream (seed, Purpose::Weights, step 0, sample i).
    void initialise(std::uint64_t seed);

    std::int64_t parameterCount() const; ///< without the gaps, untrained ones included

    /// Whether autograd follows the trained parameters; a new set does. Cheap: the gradient buffer stays.
    void requiresGrad(bool on);
    /// requiresGrad(false) for good: the gradient buffer is given back.
    void freeze();

    ParameterSet clone() const { return to(dtype(), device()); } ///< values, requiresGrad as here; gradients are zero
    ParameterSet to(at::ScalarType dtype, at::Device device) const;
    at::ScalarType dtype() const { return m_everything.scalar_type(); }
    at::Device device() const { return m_everything.device(); }

private:
    void makeViews();

    std::vector<ParameterSpec> m_specs;
    std::vector<std::int64_t> m_offsets;
    Tensor m_everything, m_flat, m_flatGrad;
    std::vector<Tensor> m_views;
    bool m_requiresGrad = true;
};

} // namespace realuid::engine
