// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/game/array_ops.h"
#include "core/game/mixture_field.h"
#include "core/game/mlp.h"

#include <algorithm>
#include <optional>

namespace realuid::game
{

/// The adversarial terms that the GAN baseline (eqs. 7-9) adds to any objective, at times of their own, uniform in [from, 1].
struct GanWeights {
    double generator = 0; ///< of softplus(-D(x_t)) in the generator's turn
    double critic = 0;    ///< of softplus(D) on generated and softplus(-D) on real points in the fake model's turn
    double from = 0.8;
};

/// What all blocks of one update share.
template <class Real>
struct TurnParts {
    const Mlp<Real>* generator;
    const Mlp<Real>* fake;
    const MixtureField* real;
    const MixtureField* teacher;
    const Mlp<Real>* teacherNetwork; ///< takes the exact teacher's place; null without
    LossForm form;
    bool fromTeacher;   ///< the fake model is the teacher plus its network
    std::optional<Point> centre; ///< what the generator's network is added to where that is neither the noise nor a network's step from it
    bool late;          ///< times are drawn as 0.95 sqrt(u)
    const Mlp<Real>* critic; ///< discriminator of the GAN baseline: its first output is the logit D(t, x); null without
    GanWeights gan;
    std::uint64_t seed;
    std::uint32_t step;
    double batch; ///< of the whole update
};

/// Pieces that a batch is cut into, whatever the number of threads.
int sliceCount(std::int64_t batch);

/// Calls `work(first, n)` for each block of at most kBlock samples of one slice.
template <class Work>
void forBlocks(std::int64_t batch, int slice, Work&& work)
{
    const std::int64_t count = sliceCount(batch), end = batch * (slice + 1) / count;
    for (std::int64_t first = batch * slice / count; first < end; first += kBlock)
        work(first, static_cast<int>(std::min<std::int64_t>(kBlock, end - first)));
}

/// One player's turn on a block of at most kBlock samples: draws, passes forward and back. Holds the memory for it; one
/// thread at a time.
template <class Real>
class BlockTurn
{
public:
    /// Which of the networks that not every game has.
    struct Others {
        bool critic = false, teacher = false;
    };
    BlockTurn(const MlpShape& shape, const Others& others);

    /// The block's part of the loss of samples first ... first + n - 1; adds the derivatives by the player's parameters to
    /// `byWeights`. In the fake model's turn the generated samples are held still, and generated and real half go through
    /// it as one batch; in the generator's, teacher and fake model are frozen.
    double fake(const TurnParts<Real>& parts, std::int64_t first, int n, Real* byWeights);
    double generator(const TurnParts<Real>& parts, std::int64_t first, int n, Real* byWeights);

    /// The flow-matching loss of parts.fake, a teacher in training, on real samples. Needs neither generator nor teacher.
    double teacher(const TurnParts<Real>& parts, std::int64_t first, int n, Real* byWeights);

    /// The discriminator's part of the fake model's turn, after fake() and on its samples.
    double critic(const TurnParts<Real>& parts, Real* byWeights);

private:
    using Block = Points<Real>;

    void draw(const TurnParts<Real>& parts, std::int64_t first, int n, bool real);
    void generate(const TurnParts<Real>& parts, bool keep);
    /// Rows from `row` on of a pass's input: t x1 + (1 - t) x0, t.
    void place(MlpPass<Real>& pass, const Block& t, const Block& x1, int row) const;
    /// weight softplus(sign D) over the batch, at rows from `row` on; sets the cotangents.
    double judged(const TurnParts<Real>& parts, double weight, double sign, int row);
    double askCritic(const TurnParts<Real>& parts);
    /// `teacher` holds the teacher's values at the same rows where the fake model is made of them.
    Block fakeValues(const TurnParts<Real>& parts, const Block& teacher, int row) const;
    double followDivergence(const TurnParts<Real>& parts, Real* byWeights);
    /// At the fake model's rows from `row` on. `keep`: teacherPull() will follow.
    Block teacherValues(const TurnParts<Real>& parts, int row, bool keep);
    /// J^T g of the teacher's field at the rows from 0 on.
    Block teacherPull(const TurnParts<Real>& parts, const Block& g);
    void setByOutput(MlpPass<Real>& pass, const Block& by, int row) const;

    int m_dimension;
    int m_n = 0;
    MlpPass<Real> m_generator, m_fake;
    std::optional<MlpPass<Real>> m_critic, m_teacher;
    Block m_z, m_x0, m_t, m_criticT, m_real, m_x1; ///< times have one column
};

} // namespace realuid::game
