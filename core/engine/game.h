// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/matching_loss.h"
#include "core/engine/ema.h"
#include "core/engine/learner.h"

namespace realuid::engine
{

/// The random tensors and real samples of one update.
struct Draw {
    Tensor real;   ///< x1 of the real pairs [n, ...]; unused where the loss is data-free
    Tensor x0;     ///< source noise, shared by generated and real pairs [n, ...]
    Tensor t;      ///< [n], in (0, 1)
    Tensor z;      ///< the generator's input [n, ...]
    Tensor labels; ///< [n], of the real samples; undefined where unconditional
};

/// The two updates of Algorithm 1 (math.md section 5), for images and points of a plane alike, in any precision:
///   generator   x1 = z + v(t = 0, z), in one step
///   fake turn   the fake model learns the generator's samples (held still) and the real ones
///   generator   its samples move against the difference of teacher and fake model, both frozen
/// Whose turn it is, and what the numbers are, is the caller's. One thread.
class Game
{
public:
    Game(Field teacher, Learner& fake, Learner& generator, Ema& averages);

    /// Error (Diverged) as Learner::pull.
    Made fakeUpdate(const Draw& draw, const LossForm& form, std::int64_t step);
    Made generatorUpdate(const Draw& draw, const LossForm& form, std::int64_t step);

private:
    Tensor generate(const Draw& draw) const;
    /// The generator's turn as far as its samples x1.
    struct Pull {
        Tensor value; ///< of the loss
        Tensor byX1;  ///< its cotangent
    };
    Pull descendDistance(const Draw& draw, const LossForm& form, const Tensor& x1);
    Pull followDivergence(const Draw& draw, const LossForm& form, const Tensor& x1);

    Field m_teacher;
    Learner* m_fake;
    Learner* m_generator;
    Ema* m_averages;
};

} // namespace realuid::engine
