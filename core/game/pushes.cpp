// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/game/pushes.h"

#include "core/game/array_ops.h"
#include "core/game/softplus_term.h"

namespace realuid::game
{
namespace
{
using Block = Points<float>;
constexpr int kDraws = 64;

/// The fields on kDraws points of the paths through one sample.
class Probe
{
public:
    explicit Probe(const PlaneGame<float>& game)
        : m_game(&game), m_dimension(game.shape().dimension), m_noise(game.noise(kDraws, Purpose::Noise)), m_pass(game.shape(), kDraws),
          m_teacher(kDraws, m_dimension), m_fake(kDraws, m_dimension), m_target(kDraws, m_dimension)
    {
        m_pass.rows = kDraws;
    }

    void place(const Point& x1)
    {
        for (int i = 0; i < kDraws; ++i)
            for (int k = 0; k < m_dimension; ++k) {
                const auto at = static_cast<std::size_t>(k);
                const double x0 = m_noise[static_cast<std::size_t>(i)][at];
                input(i)[k] = static_cast<float>(time(i) * x1[at] + (1 - time(i)) * x0);
                input(i)[m_dimension] = static_cast<float>(time(i));
                m_target(i, k) = static_cast<float>(x1[at] - x0);
            }
        m_game->fakeNetwork().forward(m_pass, true);
        std::vector<Point> points;
        std::vector<double> times;
        for (int i = 0; i < kDraws; ++i) {
            points.push_back(point(i));
            times.push_back(time(i));
        }
        const std::vector<Point> fields = m_game->teacherAt(points, times);
        for (int i = 0; i < kDraws; ++i) {
            for (int k = 0; k < m_dimension; ++k) {
                m_teacher(i, k) = static_cast<float>(fields[static_cast<std::size_t>(i)][static_cast<std::size_t>(k)]);
                m_fake(i, k) = m_pass.output[static_cast<std::size_t>(i * MlpPass<float>::kRow + k)] + (m_game->fromTeacher() ? m_teacher(i, k) : 0);
            }
        }
    }

    /// The parts of the push under `form`; `data` is left.
    Push push(const LossForm& form)
    {
        const auto term = generatorLoss<Block>(form, m_teacher, m_fake, m_target, kDraws);
        for (int i = 0; i < kDraws; ++i)
            for (int k = 0; k < m_dimension; ++k)
                m_pass.byOutput[static_cast<std::size_t>(i * MlpPass<float>::kRow + k)] = term.byFake(i, k);
        m_game->fakeNetwork().backward(m_pass, nullptr, true);
        const std::vector<Point> teachers = throughTeacher(term.byTeacher), bases = m_game->fromTeacher() ? throughTeacher(term.byFake) : std::vector<Point>(kDraws);
        Push out;
        for (int i = 0; i < kDraws; ++i) {
            const Point &byTeacher = teachers[static_cast<std::size_t>(i)], &base = bases[static_cast<std::size_t>(i)];
            const Point byTarget = rowOf(term.byTarget, i);
            for (std::size_t k = 0; k < static_cast<std::size_t>(m_dimension); ++k) {
                const double byNetwork = m_pass.byInput[static_cast<std::size_t>(i * MlpPass<float>::kRow) + k];
                out.teacher[k] -= time(i) * byTeacher[k];
                out.fake[k] -= time(i) * (byNetwork + base[k]) + byTarget[k];
            }
        }
        return out;
    }

    /// Through the discriminator, at times of its own.
    Point byCritic(const Point& x1)
    {
        const GameSettings& s = m_game->settings();
        const auto late = [&s](int i) { return s.ganFrom + (1 - s.ganFrom) * time(i); };
        for (int i = 0; i < kDraws; ++i) {
            for (int k = 0; k < m_dimension; ++k) {
                const auto at = static_cast<std::size_t>(k);
                input(i)[k] = static_cast<float>(late(i) * x1[at] + (1 - late(i)) * m_noise[static_cast<std::size_t>(i)][at]);
            }
            input(i)[m_dimension] = static_cast<float>(late(i));
        }
        m_game->criticNetwork()->forward(m_pass, true);
        for (int i = 0; i < kDraws; ++i) {
            const auto row = static_cast<std::size_t>(i * MlpPass<float>::kRow);
            for (int k = 0; k < m_dimension; ++k)
                m_pass.byOutput[row + static_cast<std::size_t>(k)] = 0;
            m_pass.byOutput[row] = static_cast<float>(softplusTerm(m_pass.output[row], -1, s.ganGenerator / kDraws).byLogit);
        }
        m_game->criticNetwork()->backward(m_pass, nullptr, true);
        Point out{};
        for (int i = 0; i < kDraws; ++i)
            for (std::size_t k = 0; k < static_cast<std::size_t>(m_dimension); ++k)
                out[k] -= late(i) * static_cast<double>(m_pass.byInput[static_cast<std::size_t>(i * MlpPass<float>::kRow) + k]);
        return out;
    }

private:
    /// J^T g of the teacher's field at each point.
    std::vector<Point> throughTeacher(const Block& g)
    {
        std::vector<Point> out;
        if (const Mlp<float>* network = m_game->teacherNetwork().get()) {
            MlpPass<float> pass(network->shape(), kDraws);
            pass.rows = kDraws;
            pass.input = m_pass.input;
            network->forward(pass, true);
            for (int i = 0; i < kDraws; ++i)
                for (int k = 0; k < m_dimension; ++k)
                    pass.byOutput[static_cast<std::size_t>(i * MlpPass<float>::kRow + k)] = g(i, k);
            network->backward(pass, nullptr, true);
            for (std::size_t i = 0; i < kDraws; ++i)
                out.push_back({pass.byInput[i * MlpPass<float>::kRow], m_dimension == 2 ? pass.byInput[i * MlpPass<float>::kRow + 1] : 0.0});
            return out;
        }
        for (int i = 0; i < kDraws; ++i)
            out.push_back(m_game->teacher().pullBack(point(i), time(i), rowOf(g, i)));
        return out;
    }
    static double time(int i) { return (i + 0.5) / kDraws; }
    float* input(int i) { return m_pass.input.data() + i * MlpPass<float>::kRow; }
    Point point(int i) { return {input(i)[0], m_dimension == 2 ? input(i)[1] : 0.0}; }
    Point rowOf(const Block& block, int i) const { return {block(i, 0), m_dimension == 2 ? block(i, 1) : 0.0}; }

    const PlaneGame<float>* m_game;
    int m_dimension;
    std::vector<Point> m_noise;
    MlpPass<float> m_pass;
    Block m_teacher, m_fake, m_target;
};
} // namespace

std::vector<Push> pushes(const PlaneGame<float>& game, const std::vector<Point>& z)
{
    const LossForm form = lossForm(game.loss());
    if (form.kind == LossForm::Kind::Divergence)
        return {};
    LossForm dataFree = form;
    dataFree.c = {};
    dataFree.scale = 1;
    Probe probe(game);
    std::vector<Push> out;
    for (const Point& x1 : game.generate(z, Weights::Generator)) {
        probe.place(x1);
        Push push = probe.push(form);
        const Push without = probe.push(dataFree);
        push.at = x1;
        const Point critic = game.criticNetwork() ? probe.byCritic(x1) : Point{};
        for (std::size_t k = 0; k < 2; ++k)
            push.data[k] = push.teacher[k] + push.fake[k] - without.teacher[k] - without.fake[k] + critic[k];
        out.push_back(push);
    }
    return out;
}

} // namespace realuid::game
