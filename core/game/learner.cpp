// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/game/learner.h"

#include "core/api/error.h"

#include <algorithm>
#include <cmath>

namespace realuid::game
{
namespace
{
constexpr long kPiece = 8192; ///< entries of the flat buffers; an even number of cache lines

int pieces(long n) { return static_cast<int>((n + kPiece - 1) / kPiece); }

[[noreturn]] void diverged(Player player, const char* term, double value, std::int64_t step)
{
    throw Error(ErrorKind::Diverged,
                {REALUID_TEXT("the %1 update %2 diverged: its %3 is %4"),
                 {name(player), std::to_string(step), term, numberText(value)}},
                {},
                {REALUID_TEXT("take a smaller rate, more fake updates in a row, or alpha and beta nearer to each other")});
}
} // namespace

template <class Real>
Learner<Real>::Learner(Player player, const MlpShape& shape)
    : m_player(player), m_network(shape), m_kernels(&denseKernels<Real>(instructionSet())),
      m_first(static_cast<std::size_t>(shape.size()), 0), m_second(m_first),
      m_squares(static_cast<std::size_t>(pieces(shape.size())))
{
}

template <class Real>
double Learner<Real>::rate(double lr, std::int64_t warmup) const
{
    return warmup <= 0 ? lr : lr * static_cast<double>(std::min(m_updates, warmup)) / static_cast<double>(warmup);
}

template <class Real>
double Learner<Real>::norm(std::vector<Buffer<Real>>& gradients, WorkerPool& pool)
{
    const long size = m_network.shape().size();
    pool.run(pieces(size), [&](int piece, int) {
        const long begin = piece * kPiece, n = std::min(kPiece, size - begin);
        double& squares = m_squares[static_cast<std::size_t>(piece)];
        squares = m_kernels->squares(gradients[0].data() + begin, n);
        for (std::size_t s = 1; s < gradients.size(); ++s)
            squares = m_kernels->addAndSquare(gradients[s].data() + begin, gradients[0].data() + begin, n);
    });
    double sum = 0;
    for (const double square : m_squares)
        sum += square;
    return std::sqrt(sum);
}

template <class Real>
UpdateRecord Learner<Real>::pull(std::vector<Buffer<Real>>& gradients, double loss, double lr, const GameSettings& s,
                                 std::int64_t step, WorkerPool& pool)
{
    const UpdateRecord made{step, m_player, loss, norm(gradients, pool), rate(lr, s.warmup), 0};
    if (!std::isfinite(made.loss))
        diverged(m_player, "loss", made.loss, step);
    if (!std::isfinite(made.gradNorm))
        diverged(m_player, "gradient", made.gradNorm, step);
    const auto k = static_cast<double>(++m_updates);
    const dense::AdamFactors factors{std::min(1.0, s.clip / (made.gradNorm + 1e-6)), s.beta1, s.beta2,
                                     made.lr / (1 - std::pow(s.beta1, k)), 1 / std::sqrt(1 - std::pow(s.beta2, k)), 1e-8};
    const long size = m_network.shape().size();
    pool.run(pieces(size), [&](int piece, int) {
        const long begin = piece * kPiece, n = std::min(kPiece, size - begin);
        m_kernels->adam(factors, m_network.weights().data() + begin, m_first.data() + begin, m_second.data() + begin,
                        gradients[0].data() + begin, n);
    });
    pool.run(m_network.shape().layers(), [&](int layer, int) { m_network.prepare(layer); });
    return made;
}

template <class Real>
void Learner<Real>::restore(const PlayerState<Real>& state)
{
    m_network.weights() = state.weights;
    m_network.prepare();
    m_first = state.first;
    m_second = state.second;
    m_updates = state.updates;
}

template class Learner<float>;
template class Learner<double>;

} // namespace realuid::game
