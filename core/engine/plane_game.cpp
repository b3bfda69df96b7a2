// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/plane_game.h"

#include "core/api/error.h"
#include "core/engine/device.h"
#include "core/engine/field_solver.h"
#include "core/engine/game.h"
#include "core/engine/mixture_field.h"
#include "core/engine/mlp.h"
#include "core/engine/sliced_distance.h"

#include <ATen/ATen.h>

#include <chrono>

namespace realuid::engine
{
namespace
{
constexpr std::int64_t kProbes = 1000;
constexpr double kProbeFrom = 0.05, kProbeTo = 0.9;
constexpr double kLastRate = 0.1; ///< of the asked one, at the end
constexpr std::int64_t kProgressEvery = 50;

void check(const PlaneRequest& r)
{
    std::vector<Fault> faults = realuid::check(r.real, "real"), more = realuid::check(r.loss);
    faults.insert(faults.end(), more.begin(), more.end());
    const auto atLeast = [&](std::int64_t least, std::int64_t value, const char* field) {
        if (value < least)
            faults.push_back({field, std::to_string(value), {REALUID_TEXT("must be at least %1"), {std::to_string(least)}}});
    };
    atLeast(1, r.steps, "steps");
    atLeast(1, r.batch, "batch");
    atLeast(1, r.hidden, "hidden");
    atLeast(1, r.layers, "layers");
    atLeast(1, r.fakeSteps, "fake_steps");
    atLeast(1, r.samples, "samples");
    atLeast(0, r.seed, "seed");
    checkThreads(r.threads, faults);
    if (!(r.lr > 0 && r.lr <= 1))
        faults.push_back({"lr", numberText(r.lr), {REALUID_TEXT("must be in %1"), {"(0, 1]"}}});
    if (anyFault(faults))
        throw Error::listing(ErrorKind::Usage, std::move(faults));
}

std::vector<std::vector<double>> rows(const Tensor& points)
{
    const Tensor data = points.to(at::kDouble).contiguous();
    std::vector<std::vector<double>> out;
    for (std::int64_t i = 0; i < data.size(0); ++i) {
        const double* row = data.data_ptr<double>() + i * data.size(1);
        out.emplace_back(row, row + data.size(1));
    }
    return out;
}

/// Networks, teacher and random numbers of one game.
class PlaneGame
{
public:
    explicit PlaneGame(const PlaneRequest& r)
        : m_request(r), m_real(r.real, at::kFloat), m_generator(m_real.dimension(), r.hidden, r.layers),
          m_fake(m_real.dimension(), r.hidden, r.layers),
          m_fakeLearner(Player::Fake, fieldOf(m_fake), m_fake.parameters(), {.lr = r.lr}),
          m_generatorLearner(Player::Generator, fieldOf(m_generator), m_generator.parameters(), {.lr = r.lr}),
          m_none(m_generator.parameters().everything(), {}),
          m_game([this](const Tensor& x, const Tensor& t, const Tensor&) { return m_real.velocity(x, t); }, m_fakeLearner,
                 m_generatorLearner, m_none)
    {
        m_generator.initialise(seed());
        m_fake.initialise(seed() + 1);
    }

    UpdateRecord update(std::int64_t step)
    {
        const double left = 2 * (1 - static_cast<double>(step) / static_cast<double>(m_request.steps));
        const double rate = m_request.lr * std::min(1.0, kLastRate + (1 - kLastRate) * left);
        m_fakeLearner.adam().settings().lr = m_generatorLearner.adam().settings().lr = rate;
        const LossForm form = lossForm(m_request.loss);
        const bool generatorTurn = step % (m_request.fakeSteps + 1) == m_request.fakeSteps;
        const Draw random = draw(step, m_request.batch);
        const Made made = generatorTurn ? m_game.generatorUpdate(random, form, step + 1) : m_game.fakeUpdate(random, form, step + 1);
        return {step + 1, generatorTurn ? Player::Generator : Player::Fake, made.loss, made.gradNorm, made.lr, 0};
    }

    Tensor samples() const
    {
        return solve({}, fieldOf(m_generator), normal({seed(), Purpose::Sample, 0, 0}, m_request.samples), {}).x;
    }
    double distance(const Tensor& samples) const
    {
        return slicedDistance(samples, m_real.sample({seed(), Purpose::Real, kNoStep, 0}, samples.size(0)));
    }
    std::int64_t modesCovered(const Tensor& samples) const { return m_real.modesCovered(samples); }
    std::vector<FieldProbe> probes() const;

private:
    /// A step number that no update has, for what is drawn outside of updates.
    static constexpr std::uint32_t kNoStep = 0xffffffffu;

    static Field fieldOf(const Mlp& net)
    {
        return [&net](const Tensor& x, const Tensor& t, const Tensor&) { return net.forward(x, t); };
    }
    std::uint64_t seed() const { return static_cast<std::uint64_t>(m_request.seed); }
    Tensor normal(const RandomRows& stream, std::int64_t n) const
    {
        const Tensor out = at::empty({n, m_real.dimension()}, at::kFloat);
        fillNormal(stream, out);
        return out;
    }
    Tensor uniform(std::uint32_t step, std::int64_t n) const
    {
        const Tensor out = at::empty({n}, at::kFloat);
        fillUniform({seed(), Purpose::Time, step, 0}, out);
        return out;
    }
    Draw draw(std::int64_t step, std::int64_t n) const
    {
        const auto k = static_cast<std::uint32_t>(step);
        return {m_real.sample({seed(), Purpose::Real, k, 0}, n), normal({seed(), Purpose::Noise, k, 0}, n), uniform(k, n),
                normal({seed(), Purpose::Latent, k, 0}, n), {}};
    }

    PlaneRequest m_request;
    MixtureField m_real;
    Mlp m_generator, m_fake;
    Learner m_fakeLearner, m_generatorLearner;
    Ema m_none; ///< the game is short: no averages
    Game m_game;
};

std::vector<FieldProbe> PlaneGame::probes() const
{
    const NoGrad guard;
    const Tensor z = normal({seed(), Purpose::Latent, kNoStep, 0}, kProbes), x0 = normal({seed(), Purpose::Noise, kNoStep, 0}, kProbes);
    const Tensor t = kProbeFrom + (kProbeTo - kProbeFrom) * uniform(kNoStep, kProbes);
    const Tensor x = between(x0, solve({}, fieldOf(m_generator), z, {}).x, t);
    const auto points = rows(x), fake = rows(m_fake.forward(x, t));
    std::vector<FieldProbe> out;
    for (std::size_t i = 0; i < points.size(); ++i)
        out.push_back({t[static_cast<std::int64_t>(i)].item<double>(), points[i], fake[i]});
    return out;
}

} // namespace

PlaneResult distilPlane(const PlaneRequest& request, Observer& observer, const StopAsked& stop)
{
    check(request);
    useThreads(threadsFor(request.threads));
    const auto begun = std::chrono::steady_clock::now();
    PlaneGame game(request);
    PlaneResult result;
    const Tensor before = game.samples();
    for (std::int64_t step = 0; step < request.steps; ++step) {
        if (stop && stop())
            throw Error(ErrorKind::Stopped, {REALUID_TEXT("stopped after %1 updates"), {std::to_string(step)}});
        result.updates.push_back(game.update(step));
        observer.updated(result.updates.back());
        if ((step + 1) % kProgressEvery == 0 || step + 1 == request.steps) {
            const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
            const double rate = static_cast<double>(step + 1) / std::max(seconds, 1e-9);
            observer.progressed({step + 1, request.steps, rate, static_cast<double>(request.steps - step - 1) / rate});
        }
    }
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    const Tensor after = game.samples();
    result.before = rows(before);
    result.after = rows(after);
    result.distanceBefore = game.distance(before);
    result.distanceAfter = game.distance(after);
    result.modesCovered = game.modesCovered(after);
    result.probes = game.probes();
    return result;
}

} // namespace realuid::engine
