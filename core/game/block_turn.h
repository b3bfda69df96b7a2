// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/game/array_ops.h"
#include "core/game/mixture_field.h"
#include "core/game/mlp.h"

#include <optional>

namespace realuid::game
{

/// What all blocks of one update share.
template <class Real>
struct TurnParts {
    const Mlp<Real>* generator;
    const Mlp<Real>* fake;
    const MixtureField* real;
    const MixtureField* teacher;
    LossForm form;
    bool fromTeacher;   ///< the fake model is the teacher plus its network
    std::optional<Point> centre; ///< what the generator's network is added to where that is not the noise
    bool late;          ///< times are drawn as 0.95 sqrt(u)
    std::uint64_t seed;
    std::uint32_t step;
    double batch; ///< of the whole update
};

/// One player's turn on a block of at most kBlock samples: draws, passes forward and back. Holds the memory for it; one
/// thread at a time.
template <class Real>
class BlockTurn
{
public:
    explicit BlockTurn(const MlpShape& shape);

    /// The block's part of the loss of samples first ... first + n - 1; adds the derivatives by the player's parameters to
    /// `byWeights`. In the fake model's turn the generated samples are held still, and generated and real half go through
    /// it as one batch; in the generator's, teacher and fake model are frozen.
    double fake(const TurnParts<Real>& parts, std::int64_t first, int n, Real* byWeights);
    double generator(const TurnParts<Real>& parts, std::int64_t first, int n, Real* byWeights);

private:
    using Block = Points<Real>;

    void draw(const TurnParts<Real>& parts, std::int64_t first, int n, bool real);
    void generate(const TurnParts<Real>& parts, bool keep);
    /// Rows from `row` on of the fake model's input: t x1 + (1 - t) x0, t.
    void place(const Block& x1, int row);
    /// `teacher` holds the teacher's values at the same rows where the fake model is made of them.
    Block fakeValues(const TurnParts<Real>& parts, const Block& teacher, int row) const;
    double followDivergence(const TurnParts<Real>& parts, Real* byWeights);
    Block teacherValues(const MixtureField& teacher, int row) const;
    void setByOutput(MlpPass<Real>& pass, const Block& by, int row) const;

    int m_dimension;
    int m_n = 0;
    MlpPass<Real> m_generator, m_fake;
    Block m_z, m_x0, m_t, m_real, m_x1; ///< m_t has one column
};

} // namespace realuid::game
