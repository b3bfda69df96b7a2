// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/game/block_turn.h"

#include "core/game/softplus_term.h"

#include <algorithm>
#include <cmath>

namespace realuid::game
{
namespace
{
constexpr long kRow = MlpPass<float>::kRow;
constexpr double kLatest = 0.95; ///< of late times
constexpr int kMostSlices = 8;

/// The normals that fillNormal() makes of this stream.
Point normals(const RandomStream& stream)
{
    const PhiloxBlock bits = stream.block(0);
    Point out{};
    normalPair(bits[0], bits[1], out[0], out[1]);
    return out;
}
} // namespace

int sliceCount(std::int64_t batch) { return static_cast<int>(std::clamp<std::int64_t>((batch + kBlock - 1) / kBlock, 1, kMostSlices)); }

template <class Real>
BlockTurn<Real>::BlockTurn(const MlpShape& shape, const Others& others)
    : m_dimension(shape.dimension), m_generator(shape, kBlock), m_fake(shape, 2 * kBlock)
{
    if (others.critic)
        m_critic.emplace(shape, 2 * kBlock);
    if (others.teacher)
        m_teacher.emplace(shape, kBlock);
}

template <class Real>
void BlockTurn<Real>::draw(const TurnParts<Real>& parts, std::int64_t first, int n, bool real)
{
    m_n = n;
    for (Block* block : {&m_z, &m_x0, &m_x1, &m_real})
        block->resize(n, m_dimension);
    m_t.resize(n, 1);
    m_criticT.resize(n, 1);
    for (int i = 0; i < n; ++i) {
        const auto stream = [&](Purpose purpose) {
            return RandomStream{parts.seed, purpose, parts.step, static_cast<std::uint64_t>(first + i)};
        };
        const Point z = normals(stream(Purpose::Latent)), x0 = normals(stream(Purpose::Noise));
        const Point x1 = real ? parts.real->sample(stream(Purpose::Real)) : Point{};
        const PhiloxBlock times = stream(Purpose::Time).block(0);
        const double u = uniform(times[0]);
        m_criticT(i, 0) = static_cast<Real>(parts.gan.from + (1 - parts.gan.from) * uniform(times[1]));
        m_t(i, 0) = static_cast<Real>(parts.late ? kLatest * std::sqrt(u) : u);
        for (int k = 0; k < m_dimension; ++k) {
            m_z(i, k) = static_cast<Real>(z[static_cast<std::size_t>(k)]);
            m_x0(i, k) = static_cast<Real>(x0[static_cast<std::size_t>(k)]);
            m_real(i, k) = static_cast<Real>(x1[static_cast<std::size_t>(k)]);
        }
    }
}

template <class Real>
void BlockTurn<Real>::generate(const TurnParts<Real>& parts, bool keep)
{
    m_generator.rows = m_n;
    for (int i = 0; i < m_n; ++i) {
        Real* row = m_generator.input.data() + i * kRow;
        for (int k = 0; k < m_dimension; ++k)
            row[k] = m_z(i, k);
        row[m_dimension] = 0;
    }
    parts.generator->forward(m_generator, keep);
    if (parts.fromTeacher && parts.teacherNetwork) { // in one step from the noise
        m_teacher->rows = m_n;
        std::copy_n(m_generator.input.data(), m_n * kRow, m_teacher->input.data());
        parts.teacherNetwork->forward(*m_teacher, false);
        for (int i = 0; i < m_n; ++i)
            for (int k = 0; k < m_dimension; ++k) {
                const auto at = static_cast<std::size_t>(i * kRow + k);
                m_x1(i, k) = m_z(i, k) + m_teacher->output[at] + m_generator.output[at];
            }
        return;
    }
    for (int i = 0; i < m_n; ++i)
        for (int k = 0; k < m_dimension; ++k)
            m_x1(i, k) = (parts.centre ? static_cast<Real>((*parts.centre)[static_cast<std::size_t>(k)]) : m_z(i, k)) +
                         m_generator.output[static_cast<std::size_t>(i * kRow + k)];
}

template <class Real>
void BlockTurn<Real>::place(MlpPass<Real>& pass, const Block& t, const Block& x1, int row) const
{
    for (int i = 0; i < m_n; ++i) {
        Real* to = pass.input.data() + (row + i) * kRow;
        for (int k = 0; k < m_dimension; ++k)
            to[k] = t(i, 0) * x1(i, k) + (1 - t(i, 0)) * m_x0(i, k);
        to[m_dimension] = t(i, 0);
    }
}

template <class Real>
typename BlockTurn<Real>::Block BlockTurn<Real>::fakeValues(const TurnParts<Real>& parts, const Block& teacher, int row) const
{
    Block out(m_n, m_dimension);
    for (int i = 0; i < m_n; ++i)
        for (int k = 0; k < m_dimension; ++k)
            out(i, k) = m_fake.output[static_cast<std::size_t>((row + i) * kRow + k)];
    if (parts.fromTeacher)
        out += teacher;
    return out;
}

template <class Real>
typename BlockTurn<Real>::Block BlockTurn<Real>::teacherValues(const TurnParts<Real>& parts, int row, bool keep)
{
    Block out(m_n, m_dimension);
    if (parts.teacherNetwork) {
        m_teacher->rows = m_n;
        std::copy_n(m_fake.input.data() + row * kRow, m_n * kRow, m_teacher->input.data());
        parts.teacherNetwork->forward(*m_teacher, keep);
        for (int i = 0; i < m_n; ++i)
            for (int k = 0; k < m_dimension; ++k)
                out(i, k) = m_teacher->output[static_cast<std::size_t>(i * kRow + k)];
        return out;
    }
    for (int i = 0; i < m_n; ++i) {
        const Real* x = m_fake.input.data() + (row + i) * kRow;
        const Point field = parts.teacher->at({x[0], m_dimension == 2 ? x[1] : Real{0}}, m_t(i, 0)).field;
        for (int k = 0; k < m_dimension; ++k)
            out(i, k) = static_cast<Real>(field[static_cast<std::size_t>(k)]);
    }
    return out;
}

template <class Real>
typename BlockTurn<Real>::Block BlockTurn<Real>::teacherPull(const TurnParts<Real>& parts, const Block& g)
{
    Block out(m_n, m_dimension);
    if (parts.teacherNetwork) {
        setByOutput(*m_teacher, g, 0);
        parts.teacherNetwork->backward(*m_teacher, nullptr, true);
        for (int i = 0; i < m_n; ++i)
            for (int k = 0; k < m_dimension; ++k)
                out(i, k) = m_teacher->byInput[static_cast<std::size_t>(i * kRow + k)];
        return out;
    }
    const bool plane = m_dimension == 2;
    for (int i = 0; i < m_n; ++i) {
        const Real* x = m_fake.input.data() + i * kRow;
        const Point through = parts.teacher->pullBack({x[0], plane ? x[1] : Real{0}}, m_t(i, 0), {g(i, 0), plane ? g(i, 1) : Real{0}});
        for (int k = 0; k < m_dimension; ++k)
            out(i, k) = static_cast<Real>(through[static_cast<std::size_t>(k)]);
    }
    return out;
}

template <class Real>
void BlockTurn<Real>::setByOutput(MlpPass<Real>& pass, const Block& by, int row) const
{
    for (int i = 0; i < m_n; ++i)
        for (int k = 0; k < m_dimension; ++k)
            pass.byOutput[static_cast<std::size_t>((row + i) * kRow + k)] = by(i, k);
}

template <class Real>
double BlockTurn<Real>::fake(const TurnParts<Real>& parts, std::int64_t first, int n, Real* byWeights)
{
    const LossForm& form = parts.form;
    const bool real = form.usesReal();
    draw(parts, first, n, real || parts.critic);
    generate(parts, false);
    place(m_fake, m_t, m_x1, 0);
    if (real)
        place(m_fake, m_t, m_real, n);
    m_fake.rows = real ? 2 * n : n;
    parts.fake->forward(m_fake, true);

    Block teacher;
    const bool needed = form.fakeTurnUsesTeacher() || parts.fromTeacher;
    if (needed)
        teacher = teacherValues(parts, 0, false);
    const auto generated = fakeLossGenerated<Block>(form, teacher, fakeValues(parts, teacher, 0), m_x1 - m_x0, parts.batch);
    setByOutput(m_fake, generated.byFake, 0);
    double loss = generated.value;
    if (real) {
        if (needed || form.fakeTurnUsesTeacherOnReal())
            teacher = teacherValues(parts, n, false);
        const auto sampled = fakeLossReal<Block>(form, teacher, fakeValues(parts, teacher, n), m_real - m_x0, parts.batch);
        setByOutput(m_fake, sampled.byFake, n);
        loss += sampled.value;
    }
    parts.fake->backward(m_fake, byWeights, false);
    return loss;
}

template <class Real>
double BlockTurn<Real>::generator(const TurnParts<Real>& parts, std::int64_t first, int n, Real* byWeights)
{
    draw(parts, first, n, false);
    generate(parts, true);
    place(m_fake, m_t, m_x1, 0);
    m_fake.rows = n;
    parts.fake->forward(m_fake, true);
    if (parts.form.kind == LossForm::Kind::Divergence)
        return followDivergence(parts, byWeights);
    const Block teacher = teacherValues(parts, 0, true);
    const auto term = generatorLoss<Block>(parts.form, teacher, fakeValues(parts, teacher, 0), m_x1 - m_x0, parts.batch);
    setByOutput(m_fake, term.byFake, 0);
    parts.fake->backward(m_fake, nullptr, true);
    const Block byTeacher = parts.fromTeacher ? Block(term.byTeacher + term.byFake) : term.byTeacher;
    const Block through = teacherPull(parts, byTeacher);
    for (int i = 0; i < n; ++i)
        for (int k = 0; k < m_dimension; ++k) { // x_t = t x1 + (1 - t) x0 and u = x1 - x0
            const auto at = static_cast<std::size_t>(i * kRow + k);
            m_generator.byOutput[at] = m_t(i, 0) * (m_fake.byInput[at] + through(i, k)) + term.byTarget(i, k);
        }
    const double asked = askCritic(parts);
    parts.generator->backward(m_generator, byWeights, false);
    return term.value + asked;
}

/// dmd's turn of the generator: neither field is gone back through.
template <class Real>
double BlockTurn<Real>::followDivergence(const TurnParts<Real>& parts, Real* byWeights)
{
    const Block weights = m_t.unaryExpr([](Real t) { return static_cast<Real>(divergenceWeight(t)); });
    const Block teacher = teacherValues(parts, 0, false);
    const auto term = divergenceTerm<Block>(parts.form, teacher, fakeValues(parts, teacher, 0), weights, parts.batch);
    for (int i = 0; i < m_n; ++i)
        for (int k = 0; k < m_dimension; ++k)
            m_generator.byOutput[static_cast<std::size_t>(i * kRow + k)] = m_t(i, 0) * term.byPoint(i, k);
    const double asked = askCritic(parts);
    parts.generator->backward(m_generator, byWeights, false);
    return term.value + asked;
}

template <class Real>
double BlockTurn<Real>::teacher(const TurnParts<Real>& parts, std::int64_t first, int n, Real* byWeights)
{
    draw(parts, first, n, true);
    place(m_fake, m_t, m_real, 0);
    m_fake.rows = n;
    parts.fake->forward(m_fake, true);
    const auto term = distanceTerm<Block>(1, 1, fakeValues(parts, {}, 0), m_real - m_x0, parts.batch);
    setByOutput(m_fake, term.byFake, 0);
    parts.fake->backward(m_fake, byWeights, false);
    return term.value;
}

template <class Real>
double BlockTurn<Real>::judged(const TurnParts<Real>& parts, double weight, double sign, int row)
{
    double sum = 0;
    for (int i = 0; i < m_n; ++i) {
        const auto at = static_cast<std::size_t>((row + i) * kRow);
        const SoftplusTerm term = softplusTerm(m_critic->output[at], sign, weight / parts.batch);
        sum += term.value;
        for (int k = 0; k < m_dimension; ++k)
            m_critic->byOutput[at + static_cast<std::size_t>(k)] = k == 0 ? static_cast<Real>(term.byLogit) : Real{0};
    }
    return sum;
}

template <class Real>
double BlockTurn<Real>::critic(const TurnParts<Real>& parts, Real* byWeights)
{
    place(*m_critic, m_criticT, m_x1, 0);
    place(*m_critic, m_criticT, m_real, m_n);
    m_critic->rows = 2 * m_n;
    parts.critic->forward(*m_critic, true);
    const double loss = judged(parts, parts.gan.critic, 1, 0) + judged(parts, parts.gan.critic, -1, m_n);
    parts.critic->backward(*m_critic, byWeights, false);
    return loss;
}

/// Adds the pull of the discriminator, held still, to the cotangents of what the generator made.
template <class Real>
double BlockTurn<Real>::askCritic(const TurnParts<Real>& parts)
{
    if (!parts.critic || parts.gan.generator == 0)
        return 0;
    place(*m_critic, m_criticT, m_x1, 0);
    m_critic->rows = m_n;
    parts.critic->forward(*m_critic, true);
    const double loss = judged(parts, parts.gan.generator, -1, 0);
    parts.critic->backward(*m_critic, nullptr, true);
    for (int i = 0; i < m_n; ++i)
        for (int k = 0; k < m_dimension; ++k) {
            const auto at = static_cast<std::size_t>(i * kRow + k);
            m_generator.byOutput[at] += m_criticT(i, 0) * m_critic->byInput[at];
        }
    return loss;
}

template class BlockTurn<float>;
template class BlockTurn<double>;

} // namespace realuid::game
