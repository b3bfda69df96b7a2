// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/game/teacher_network.h"

#include "core/api/error.h"
#include "core/game/block_turn.h"
#include "core/game/learner.h"

#include <algorithm>
#include <numeric>

namespace realuid::game
{
namespace
{
constexpr double kRate = 2e-3;
constexpr std::uint64_t kOwnDraws = 0x7eac4e5; ///< its samples are not the game's
} // namespace

template <class Real>
SharedNetwork<Real> trainTeacher(const MixtureField& data, const GameSettings& settings, WorkerPool& pool, const StopAsked& stopAsked)
{
    GameSettings own = settings;
    own.warmup = 50;
    own.beta1 = 0.9;
    own.beta2 = 0.999;
    own.clip = 1;
    const MlpShape shape = shapeOf(settings, data.dimension());
    const auto seed = static_cast<std::uint64_t>(settings.seed);
    Learner<Real> learner(Player::Teacher, shape);
    learner.network().initialise(seed + 3, settings.inputScale);
    const int count = sliceCount(settings.batch);
    std::vector<BlockTurn<Real>> turns(static_cast<std::size_t>(pool.threads()), BlockTurn<Real>(shape, {}));
    std::vector<Buffer<Real>> gradients(static_cast<std::size_t>(count), Buffer<Real>(static_cast<std::size_t>(shape.size())));
    std::vector<double> losses(gradients.size());
    TurnParts<Real> parts{};
    parts.fake = &learner.network();
    parts.real = &data;
    parts.seed = seed ^ kOwnDraws;
    parts.batch = static_cast<double>(settings.batch);
    for (std::int64_t k = 0; k < settings.teacherUpdates; ++k) {
        if (stopAsked && stopAsked())
            throw Error(ErrorKind::Stopped, {REALUID_TEXT("the teacher's training was stopped after %1 of %2 updates"),
                                             {std::to_string(k), std::to_string(settings.teacherUpdates)}});
        parts.step = static_cast<std::uint32_t>(k);
        pool.run(count, [&](int slice, int thread) {
            const auto s = static_cast<std::size_t>(slice);
            std::fill(gradients[s].begin(), gradients[s].end(), Real{0});
            losses[s] = 0;
            forBlocks(settings.batch, slice, [&](std::int64_t first, int n) {
                losses[s] += turns[static_cast<std::size_t>(thread)].teacher(parts, first, n, gradients[s].data());
            });
        });
        const double left = 1 - static_cast<double>(k) / static_cast<double>(settings.teacherUpdates);
        learner.pull(gradients, std::accumulate(losses.begin(), losses.end(), 0.0), kRate * left, own, k + 1, pool);
    }
    return std::make_shared<const Mlp<Real>>(learner.network());
}

template <class Real>
std::vector<Point> valuesOf(const Mlp<Real>& network, const std::vector<Point>& x, const std::vector<double>& t)
{
    constexpr auto kRow = static_cast<std::size_t>(MlpPass<Real>::kRow);
    const auto dimension = static_cast<std::size_t>(network.shape().dimension);
    std::vector<Point> out(x.size());
    MlpPass<Real> pass(network.shape(), static_cast<int>(std::min<std::size_t>(kBlock, x.size())));
    for (std::size_t begin = 0; begin < x.size(); begin += kBlock) {
        const std::size_t n = std::min<std::size_t>(kBlock, x.size() - begin);
        pass.rows = static_cast<int>(n);
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t k = 0; k < dimension; ++k)
                pass.input[i * kRow + k] = static_cast<Real>(x[begin + i][k]);
            pass.input[i * kRow + dimension] = static_cast<Real>(t[begin + i]);
        }
        network.forward(pass, false);
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t k = 0; k < dimension; ++k)
                out[begin + i][k] = pass.output[i * kRow + k];
    }
    return out;
}

template SharedNetwork<float> trainTeacher<float>(const MixtureField&, const GameSettings&, WorkerPool&, const StopAsked&);
template SharedNetwork<double> trainTeacher<double>(const MixtureField&, const GameSettings&, WorkerPool&, const StopAsked&);
template std::vector<Point> valuesOf(const Mlp<float>&, const std::vector<Point>&, const std::vector<double>&);
template std::vector<Point> valuesOf(const Mlp<double>&, const std::vector<Point>&, const std::vector<double>&);

} // namespace realuid::game
