// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/image_training.h"

namespace realuid::engine
{

/// Unconditional matching (Definition 1), flow matching by default: minimises the mean over everything of |f(t, x_t) - u|^2, with
/// dropout; averages follow each update.
class TeacherTraining final : public ImageTraining
{
public:
    TeacherTraining(RunParts parts, UNet network);

    /// Goes on from a checkpoint of this run. Error (File) where it is not one.
    void restore(const CheckpointReader& reader);

    std::vector<Preflight::Network> networkSizes() const override { return {{"teacher", m_network.parameters().parameterCount()}}; }
    const UNetGeometry& geometry() const override { return m_network.geometry(); }

private:
    Player turn() const override { return Player::Teacher; }
    Made update(Player player, std::int64_t step) override;
    void gather(const Draw& part);
    std::vector<Weights> shown() const override;
    Tensor pictures(const Weights& weights, const Inputs& inputs) override;
    std::int64_t evaluationsOfPictures() const override;
    std::vector<NamedTensor> terms(const Draw& batch) const override;
    CheckpointContent content() const override;
    void settingsChanged() override;

    UNet m_network;
    UNet m_viewer; ///< shows the averages' weights
    std::optional<DropoutSource> m_dropout; ///< of the update in progress
    Learner m_learner;
    Ema m_averages;
};

} // namespace realuid::engine
