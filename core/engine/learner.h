// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/snapshot.h"
#include "core/engine/adam.h"
#include "core/engine/parameter_set.h"

#include <functional>

namespace realuid::engine
{

/// A field v(t, x) [n, ...] from x [n, ...], t [n] and labels y [n] (undefined where unconditional).
using Field = std::function<Tensor(const Tensor& x, const Tensor& t, const Tensor& y)>;

/// What one update of a learner came to.
struct Made {
    double loss = 0;     ///< minimised
    double gradNorm = 0; ///< before clipping
    double lr = 0;
};

/// A network that is taught: its field, its weights and their optimiser.
class Learner
{
public:
    Learner(Player player, Field field, ParameterSet& parameters, AdamSettings settings);

    Tensor operator()(const Tensor& x, const Tensor& t, const Tensor& y) const { return m_field(x, t, y); }

    /// Before a turn: with `on` weights record gradients, which start at zero; without, only inputs do.
    void learns(bool on);

    /// Pulls `cotangent` back from `output` to the weights, and adds up `loss` (a number). A turn may do so part by part of
    /// its batch.
    void gather(const Tensor& output, const Tensor& cotangent, const Tensor& loss);

    /// Ends the turn by one step of Adam with what was gathered, in all processes together.
    /// Error (Diverged) naming `step` where the loss or the gradient is not finite; no weight has changed then.
    Made finish(std::int64_t step);

    ParameterSet& parameters() const { return *m_parameters; }
    Adam& adam() { return m_adam; }
    const Adam& adam() const { return m_adam; }

private:
    Player m_player;
    Field m_field;
    ParameterSet* m_parameters;
    Adam m_adam;
    Tensor m_loss; ///< gathered in this turn
};

/// x_t = t x1 + (1 - t) x0, one t a sample.
Tensor between(const Tensor& x0, const Tensor& x1, const Tensor& t);

} // namespace realuid::engine
