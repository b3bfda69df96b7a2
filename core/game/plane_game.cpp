// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/game/plane_game.h"

#include "core/api/error.h"
#include "core/game/block_turn.h"

#include <algorithm>
#include <numeric>

namespace realuid::game
{
namespace
{
/// A step number that no update has, for what is drawn outside of updates.
constexpr std::uint32_t kNoStep = 0xffffffffu;

/// Scene and settings that can be played. Error (Usage) otherwise.
const Scene& playable(const Scene& scene, const GameSettings& settings)
{
    std::vector<Fault> faults = check(scene), more = check(settings);
    if (!anyFault(faults))
        for (Fault& fault : checkPlayable(scene))
            faults.push_back(std::move(fault));
    faults.insert(faults.end(), more.begin(), more.end());
    if (anyFault(faults))
        throw Error::listing(ErrorKind::Usage, std::move(faults));
    return scene;
}
} // namespace

template <class Real>
struct PlaneGame<Real>::Inside {
    Inside(const Scene& scene, const GameSettings& wanted, SharedNetwork<Real> given, const StopAsked& stopAsked)
        : real(scene.real), teacher(scene.teacher.value_or(scene.real)), loss(scene.loss), settings(wanted), shape(shapeOf(wanted, scene.dimension())), fake(Player::Fake, shape),
          generator(Player::Generator, shape), pool(static_cast<int>(wanted.threads)),
          turns(static_cast<std::size_t>(pool.threads()), BlockTurn<Real>(shape, {wanted.hasCritic(), wanted.hasTeacherNetwork()})),
          gradients(static_cast<std::size_t>(sliceCount(wanted.batch)), Buffer<Real>(static_cast<std::size_t>(shape.size()))),
          losses(gradients.size()), criticLosses(gradients.size())
    {
        if (settings.hasTeacherNetwork())
            teacherNetwork = given ? std::move(given) : trainTeacher<Real>(teacher, settings, pool, stopAsked);
        if (teacherNetwork && teacherNetwork->shape() != shape)
            throw Error(ErrorKind::Usage, {REALUID_TEXT("the teacher that was given has another shape than the players")});
        if (settings.hasCritic()) {
            critic.emplace(Player::Fake, shape);
            critic->network().initialise(seed() + 2, settings.inputScale);
            criticGradients = gradients;
        }
        generator.network().initialise(seed(), settings.inputScale);
        fake.network().initialise(seed() + 1, settings.inputScale);
        if (fromTeacher() && loss.kind != "normalized") // which has no direction where both fields agree
            fake.network().silence();
        average = generator.network().weights();
    }

    bool fromTeacher() const { return settings.start == "teacher"; }
    /// What all samples begin at where the exact teacher makes one step from the noise.
    std::optional<Point> centre() const { return fromTeacher() && !teacherNetwork ? std::optional(teacher.mean()) : std::nullopt; }
    std::uint64_t seed() const { return static_cast<std::uint64_t>(settings.seed); }
    RandomStream stream(Purpose purpose, std::int64_t i) const { return {seed(), purpose, kNoStep, static_cast<std::uint64_t>(i)}; }

    double rate(Player player) const
    {
        const double left = 2 * (1 - static_cast<double>(step) / static_cast<double>(settings.steps));
        return (player == Player::Fake ? settings.lr : settings.lrGenerator) * std::clamp(settings.lrEnd + (1 - settings.lrEnd) * left, settings.lrEnd, 1.0);
    }

    /// What the player's update and the discriminator's minimise.
    struct Losses {
        double own = 0, critic = 0;
    };

    /// Losses and gradients of all slices.
    Losses play(Player player)
    {
        const bool judges = critic && player == Player::Fake;
        const TurnParts<Real> parts{&generator.network(), &fake.network(), &real, &teacher, teacherNetwork.get(), lossForm(loss), fromTeacher(), centre(),
                                    settings.times == "late", critic ? &critic->network() : nullptr,
                                    {settings.ganGenerator, settings.ganCritic, settings.ganFrom},
                                    seed(), static_cast<std::uint32_t>(step), static_cast<double>(settings.batch)};
        const auto count = static_cast<std::int64_t>(gradients.size());
        pool.run(static_cast<int>(count), [&](int slice, int thread) {
            BlockTurn<Real>& turn = turns[static_cast<std::size_t>(thread)];
            Buffer<Real>& gradient = gradients[static_cast<std::size_t>(slice)];
            std::fill(gradient.begin(), gradient.end(), Real{0});
            Buffer<Real>* byCritic = judges ? &criticGradients[static_cast<std::size_t>(slice)] : nullptr;
            if (judges)
                std::fill(byCritic->begin(), byCritic->end(), Real{0});
            double sum = 0, criticSum = 0;
            forBlocks(settings.batch, slice, [&](std::int64_t first, int n) {
                sum += player == Player::Fake ? turn.fake(parts, first, n, gradient.data()) : turn.generator(parts, first, n, gradient.data());
                criticSum += judges ? turn.critic(parts, byCritic->data()) : 0;
            });
            losses[static_cast<std::size_t>(slice)] = sum;
            criticLosses[static_cast<std::size_t>(slice)] = criticSum;
        });
        return {std::accumulate(losses.begin(), losses.end(), 0.0), std::accumulate(criticLosses.begin(), criticLosses.end(), 0.0)};
    }

    /// The update of the player's network, and in the fake model's turn of the discriminator's: both or none.
    UpdateRecord pull(Player player, const Losses& made, double lr)
    {
        Learner<Real>& learner = player == Player::Fake ? fake : generator;
        if (!critic || player != Player::Fake)
            return learner.pull(gradients, made.own, lr, settings, step + 1, pool);
        const PlayerState<Real> before = critic->state();
        critic->pull(criticGradients, made.critic, lr, settings, step + 1, pool);
        try {
            UpdateRecord record = learner.pull(gradients, made.own, lr, settings, step + 1, pool);
            record.loss += made.critic;
            return record;
        } catch (...) {
            critic->restore(before);
            throw;
        }
    }

    /// v(t, x) of a network for many points, each at its own time.
    std::vector<Point> field(const Mlp<Real>& network, const std::vector<Point>& x, const std::vector<double>& t)
    {
        std::vector<Point> out(x.size());
        pool.run(static_cast<int>((x.size() + kBlock - 1) / kBlock), [&](int block, int) {
            const auto begin = static_cast<std::ptrdiff_t>(block) * kBlock;
            const std::ptrdiff_t end = std::min<std::ptrdiff_t>(begin + kBlock, static_cast<std::ptrdiff_t>(x.size()));
            const std::vector<Point> part = valuesOf<Real>(network, {x.begin() + begin, x.begin() + end}, {t.begin() + begin, t.begin() + end});
            std::copy(part.begin(), part.end(), out.begin() + begin);
        });
        return out;
    }

    MixtureField real, teacher;
    SharedNetwork<Real> teacherNetwork;
    Loss loss;
    GameSettings settings;
    MlpShape shape;
    Learner<Real> fake, generator;
    std::optional<Learner<Real>> critic;
    Buffer<Real> average;
    std::int64_t step = 0, phase = 0;
    std::vector<GameEvent> events;
    WorkerPool pool;
    std::vector<BlockTurn<Real>> turns;   ///< a thread each
    std::vector<Buffer<Real>> gradients, criticGradients; ///< a slice each
    std::vector<double> losses, criticLosses;
};

template <class Real>
PlaneGame<Real>::PlaneGame(const Scene& scene, const GameSettings& settings, SharedNetwork<Real> teacher, const StopAsked& stopAsked)
    : m(std::make_unique<Inside>(playable(scene, settings), settings, std::move(teacher), stopAsked))
{
}

template <class Real>
PlaneGame<Real>::~PlaneGame() = default;

template <class Real>
Player PlaneGame<Real>::turn() const
{
    return m->phase >= m->settings.fakeSteps ? Player::Generator : Player::Fake;
}

template <class Real>
UpdateRecord PlaneGame<Real>::advance()
{
    return advanceAs(turn());
}

template <class Real>
UpdateRecord PlaneGame<Real>::advanceAs(Player player, std::optional<double> lr)
{
    if (player == Player::Teacher)
        throw Error(ErrorKind::Usage, {REALUID_TEXT("this run has no %1 updates"), {name(player)}});
    const auto losses = m->play(player);
    const UpdateRecord made = m->pull(player, losses, lr.value_or(m->rate(player)));
    if (player == Player::Generator)
        denseKernels<Real>(instructionSet())
            .moveTowards(m->average.data(), m->generator.network().weights().data(), m->settings.emaDecay, m->shape.size());
    ++m->step;
    m->phase = player == Player::Generator ? 0 : m->phase + 1;
    return made;
}

template <class Real>
void PlaneGame<Real>::change(const Loss& loss, const GameSettings& settings)
{
    Loss newLoss = m->loss;
    newLoss.alpha = loss.alpha;
    newLoss.beta = loss.beta;
    newLoss.gamma = loss.gamma;
    GameSettings newSettings = m->settings;
    newSettings.lr = settings.lr;
    newSettings.lrGenerator = settings.lrGenerator;
    newSettings.lrEnd = settings.lrEnd;
    newSettings.fakeSteps = settings.fakeSteps;
    newSettings.steps = settings.steps;
    std::vector<Fault> faults = check(newLoss), more = check(newSettings);
    faults.insert(faults.end(), more.begin(), more.end());
    if (anyFault(faults))
        throw Error::listing(ErrorKind::Usage, std::move(faults));
    const auto note = [this](const char* setting, double from, double to) {
        if (from != to)
            m->events.push_back({m->step, setting, from, to});
    };
    note("alpha", m->loss.alpha, newLoss.alpha);
    note("beta", m->loss.beta, newLoss.beta);
    note("gamma", m->loss.gamma, newLoss.gamma);
    note("lr", m->settings.lr, newSettings.lr);
    note("lr_generator", m->settings.lrGenerator, newSettings.lrGenerator);
    note("lr_end", m->settings.lrEnd, newSettings.lrEnd);
    note("fake_steps", static_cast<double>(m->settings.fakeSteps), static_cast<double>(newSettings.fakeSteps));
    note("steps", static_cast<double>(m->settings.steps), static_cast<double>(newSettings.steps));
    m->loss = newLoss;
    m->settings = newSettings;
}

template <class Real>
GameState<Real> PlaneGame<Real>::state() const
{
    return {m->step, m->phase, m->loss, m->settings, m->events, m->fake.state(), m->generator.state(),
            m->critic ? m->critic->state() : PlayerState<Real>{}, m->average};
}

template <class Real>
void PlaneGame<Real>::restore(const GameState<Real>& state)
{
    if (shapeOf(state.settings, m->shape.dimension) != m->shape || state.settings.batch != m->settings.batch ||
        state.average.size() != m->average.size() || state.critic.weights.empty() == m->critic.has_value() ||
        state.settings.teacherUpdates != m->settings.teacherUpdates || (m->teacherNetwork && state.settings.seed != m->settings.seed))
        throw Error(ErrorKind::Usage, {REALUID_TEXT("the state is of a game with other networks, another teacher or another batch")});
    m->step = state.step;
    m->phase = state.phase;
    m->loss = state.loss;
    m->settings = state.settings;
    m->events = state.events;
    m->fake.restore(state.fake);
    m->generator.restore(state.generator);
    if (m->critic)
        m->critic->restore(state.critic);
    m->average = state.average;
}

template <class Real>
std::vector<Point> PlaneGame<Real>::generate(const std::vector<Point>& z, Weights weights) const
{
    const std::vector<double> start(z.size(), 0.0);
    std::vector<Point> out;
    if (weights == Weights::Generator) {
        out = m->field(m->generator.network(), z, start);
    } else {
        Mlp<Real> network(m->shape);
        network.weights() = m->average;
        out = m->field(network, z, start);
    }
    const std::vector<Point> steps = m->fromTeacher() && m->teacherNetwork ? teacherAt(z, start) : std::vector<Point>(z.size());
    for (std::size_t i = 0; i < z.size(); ++i) {
        const Point base = m->centre().value_or(Point{z[i][0] + steps[i][0], z[i][1] + steps[i][1]});
        out[i] = {base[0] + out[i][0], base[1] + out[i][1]};
    }
    return out;
}

template <class Real>
std::vector<Point> PlaneGame<Real>::fakeAt(const std::vector<Point>& x, const std::vector<double>& t) const
{
    std::vector<Point> out = m->field(m->fake.network(), x, t);
    if (m->fromTeacher()) {
        const std::vector<Point> base = teacherAt(x, t);
        for (std::size_t i = 0; i < x.size(); ++i)
            out[i] = {out[i][0] + base[i][0], out[i][1] + base[i][1]};
    }
    return out;
}

template <class Real>
std::vector<Point> PlaneGame<Real>::teacherAt(const std::vector<Point>& x, const std::vector<double>& t) const
{
    return m->teacherNetwork ? m->field(*m->teacherNetwork, x, t) : m->teacher.fieldAt(x, t);
}

template <class Real>
std::vector<Point> PlaneGame<Real>::noise(std::int64_t n, Purpose purpose) const
{
    std::vector<Point> out(static_cast<std::size_t>(n));
    for (std::int64_t i = 0; i < n; ++i)
        fillNormal(m->stream(purpose, i), out[static_cast<std::size_t>(i)].data(), static_cast<std::size_t>(m->shape.dimension));
    return out;
}

template <class Real>
std::vector<Point> PlaneGame<Real>::realSamples(std::int64_t n) const
{
    std::vector<Point> out;
    for (std::int64_t i = 0; i < n; ++i)
        out.push_back(m->real.sample(m->stream(Purpose::Real, i)));
    return out;
}

template <class Real> std::int64_t PlaneGame<Real>::step() const { return m->step; }
template <class Real> const Loss& PlaneGame<Real>::loss() const { return m->loss; }
template <class Real> const GameSettings& PlaneGame<Real>::settings() const { return m->settings; }
template <class Real> const std::vector<GameEvent>& PlaneGame<Real>::events() const { return m->events; }
template <class Real> const MixtureField& PlaneGame<Real>::real() const { return m->real; }
template <class Real> const MixtureField& PlaneGame<Real>::teacher() const { return m->teacher; }
template <class Real> int PlaneGame<Real>::threads() const { return m->pool.threads(); }
template <class Real> bool PlaneGame<Real>::fromTeacher() const { return m->fromTeacher(); }
template <class Real> const MlpShape& PlaneGame<Real>::shape() const { return m->shape; }
template <class Real> const Mlp<Real>& PlaneGame<Real>::generatorNetwork() const { return m->generator.network(); }
template <class Real> const Mlp<Real>& PlaneGame<Real>::fakeNetwork() const { return m->fake.network(); }
template <class Real> const SharedNetwork<Real>& PlaneGame<Real>::teacherNetwork() const { return m->teacherNetwork; }
template <class Real> const Mlp<Real>* PlaneGame<Real>::criticNetwork() const { return m->critic ? &m->critic->network() : nullptr; }

template class PlaneGame<float>;
template class PlaneGame<double>;

} // namespace realuid::game
