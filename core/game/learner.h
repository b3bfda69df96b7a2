// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/snapshot.h"
#include "core/game/mlp.h"
#include "core/game/settings.h"
#include "core/game/worker_pool.h"

namespace realuid::game
{

/// A player's memory: what an exact continuation needs. A plain value.
template <class Real>
struct PlayerState {
    Buffer<Real> weights, first, second; ///< laid out as MlpShape says; Adam's moments
    std::int64_t updates = 0;
    bool operator==(const PlayerState&) const = default;
};

/// A network that is taught by Adam, as the authors run it (and core/engine/adam.h): the gradient is scaled by
/// min(1, clip / (norm + 1e-6)), both moments are bias-corrected, the k-th update (k = 0, 1, ...) has the rate
/// lr min(k, warmup) / warmup. Everything is cut into pieces of fixed size: results do not depend on the threads.
template <class Real>
class Learner
{
public:
    Learner(Player player, const MlpShape& shape);

    Mlp<Real>& network() { return m_network; }
    const Mlp<Real>& network() const { return m_network; }

    /// The rate that the next update takes of `lr`.
    double rate(double lr, std::int64_t warmup) const;

    /// Ends a turn: sums the slices' gradients into the first and makes one update of the rate `lr`, scaled by the
    /// warm-up. `loss` is what the slices' losses came to. Error (Diverged) naming `step` where it or the gradient is not
    /// finite; nothing has changed then.
    UpdateRecord pull(std::vector<Buffer<Real>>& gradients, double loss, double lr, const GameSettings& settings,
                      std::int64_t step, WorkerPool& pool);

    PlayerState<Real> state() const { return {m_network.weights(), m_first, m_second, m_updates}; }
    void restore(const PlayerState<Real>& state);

private:
    double norm(std::vector<Buffer<Real>>& gradients, WorkerPool& pool);

    Player m_player;
    Mlp<Real> m_network;
    const DenseKernels<Real>* m_kernels;
    Buffer<Real> m_first, m_second;
    std::vector<double> m_squares; ///< a piece each
    std::int64_t m_updates = 0;
};

} // namespace realuid::game
