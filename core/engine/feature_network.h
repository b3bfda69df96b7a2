// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/observer.h"
#include "core/engine/torch_compat.h"

#include <memory>
#include <string>

namespace realuid::engine
{

/// Turns images into features that distances are taken of.
class FeatureNetwork
{
public:
    virtual ~FeatureNetwork() = default;
    /// Bytes [n, 3, h, w] to float32 [n, f] on the CPU.
    virtual Tensor features(const Tensor& bytes) = 0;
    virtual bool hasLogits() const = 0;
    /// Logits or probabilities [n, classes]; only where it has some.
    virtual Tensor logits(const Tensor& bytes) = 0;
    virtual std::string name() const = 0;     ///< for records
    virtual std::string checksum() const = 0; ///< "sha256:..."
};

/// Three layers of convolutions with fixed random weights, their means and deviations over the picture: 448 features. For
/// tests, demos and cheap tracking; its distances order training runs roughly and are no FID.
std::unique_ptr<FeatureNetwork> builtInFeatures(at::Device device);

/// A TorchScript file that takes uint8 [n, 3, h, w] and returns [n, f]; where its forward has an argument return_features it
/// is given true, and called without it for logits, with no_output_bias true where there is such an
/// argument: the field's Inception score is taken without the last layer's bias. The file is code: whoever names it trusts it. `observer` is told so before any
/// file is loaded but the field's own (by checksum). Error (File) where it is no TorchScript or does not answer so.
std::unique_ptr<FeatureNetwork> scriptFeatures(const std::string& file, at::Device device, Observer& observer);

} // namespace realuid::engine
