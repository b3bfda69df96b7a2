// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/matching_loss.h"
#include "core/engine/ema.h"
#include "core/engine/gan_loss.h"
#include "core/engine/learner.h"
#include "core/engine/matching_path.h"

namespace realuid::engine
{

/// The random tensors and real samples of one update.
struct Draw {
    Tensor real;   ///< x1 of the real pairs [n, ...]; unused where the loss is data-free
    Tensor x0;     ///< source noise, shared by generated and real pairs [n, ...]
    Tensor t;      ///< [n], in (0, 1)
    Tensor z;      ///< the generator's input [n, ...]
    Tensor labels; ///< [n], of the real samples; undefined where unconditional
    Tensor criticTimes = {}; ///< [n], times of the adversarial terms; undefined where there are none
    Tensor bridge = {};      ///< [n, ...], noise of the path; undefined where it adds none
    Tensor condition = {};   ///< [n, ...], x0 that the networks see beside x_t; undefined where they do not

    /// The same in parts of at most `size` samples; 0: in one.
    std::vector<Draw> parts(std::int64_t size) const;
};

/// What networks look at: x with `condition` after its channels, where there is one.
Tensor seen(const Tensor& x, const Tensor& condition);

/// How an update's batch is spread: its gradient is the mean over `whole` samples, whatever passes and processes they take.
struct Spread {
    std::int64_t whole = 0;  ///< samples of all processes; 0: those of the draw
    std::int64_t atOnce = 0; ///< samples in one pass; 0: all of the draw
};

/// The two updates of Algorithm 1 (math.md section 5), for images and points of a plane alike, in any precision:
///   generator   x1 = z + v(t = 0, z), in one step (on other paths MatchingPath::generate)
///   fake turn   the fake model learns the generator's samples (held still) and the real ones
///   generator   its samples move against the difference of teacher and fake model, both frozen
/// Whose turn it is, and what the numbers are, is the caller's. One thread.
/// With a critic, the GAN baseline (eqs. 7-9) adds its terms to both losses, on the same samples at times of their own.
class Game
{
public:
    /// The discriminator head on the fake model's encoder, whose weights are the fake learner's: x, t, y to logits [n, ...].
    struct Critic {
        Field logits;
        GanForm form;
    };
    Game(Field teacher, Learner& fake, Learner& generator, Ema& averages, Critic critic = {}, MatchingPath path = {}, Spread spread = {});

    /// Error (Diverged) as Learner::finish.
    Made fakeUpdate(const Draw& draw, const LossForm& form, std::int64_t step);
    Made generatorUpdate(const Draw& draw, const LossForm& form, std::int64_t step);

private:
    void gatherFake(const Draw& part, const LossForm& form, double n);
    void gatherGenerator(const Draw& part, const LossForm& form, double n);
    double whole(const Draw& draw) const;
    Tensor generate(const Draw& draw) const;
    Tensor pointOf(const Draw& draw, const Tensor& x1, const Tensor& t) const;
    /// The generator's turn as far as its samples x1.
    struct Pull {
        Tensor value; ///< of the loss
        Tensor byX1;  ///< its cotangent
    };
    Pull descendDistance(const Draw& draw, const LossForm& form, const Tensor& x1, double n);
    Pull followDivergence(const Draw& draw, const LossForm& form, const Tensor& x1, double n);
    /// The adversarial terms: of the fake model's turn, whose gradients go to its weights, and of the generator's.
    Tensor teachCritic(const Draw& draw, const Tensor& x1, double n) const;
    Pull foolCritic(const Draw& draw, const Tensor& x1, double n) const;

    Field m_teacher;
    Learner* m_fake;
    Learner* m_generator;
    Ema* m_averages;
    Critic m_critic;
    MatchingPath m_path;
    Spread m_spread;
};

} // namespace realuid::engine
