// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/image_training.h"

namespace realuid::engine
{

/// Algorithm 1 on images: `fakeSteps` fake updates, then one of the generator, around a frozen teacher.
class Distillation final : public ImageTraining
{
public:
    struct Networks {
        UNet teacher, generator, fake;
    };
    Distillation(RunParts parts, Networks networks);

    /// Goes on from a checkpoint of this run. Error (File) where it is not one.
    void restore(const CheckpointReader& reader);

    std::vector<Preflight::Network> networkSizes() const override;
    const UNetGeometry& geometry() const override { return m_networks.generator.geometry(); }

private:
    Player turn() const override;
    Made update(Player player, std::int64_t step) override;
    std::vector<Weights> shown() const override;
    Tensor pictures(const Weights& weights, const Inputs& inputs) override;
    std::vector<Diagnostic> diagnostics() const override;
    std::vector<NamedTensor> terms(const Draw& batch) const override;
    CheckpointContent content() const override;
    void settingsChanged() override;

    Networks m_networks;
    UNet m_viewer; ///< shows the averages' weights
    Learner m_fake, m_generator;
    Ema m_averages;
    Game m_game;
    std::int64_t m_phase = 0; ///< fake updates since the generator's last
};

} // namespace realuid::engine
