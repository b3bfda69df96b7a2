// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/matching_loss.h"
#include "core/game/learner.h"
#include "core/game/mixture_field.h"
#include "core/game/teacher_network.h"

#include <memory>
#include <optional>

namespace realuid::game
{

/// A setting that was changed while the game went on, for the mark on every curve.
struct GameEvent {
    std::int64_t step = 0; ///< updates made before it
    std::string setting;   ///< "alpha", "lr", ...: its id
    double from = 0, to = 0;
    bool operator==(const GameEvent&) const = default;
};

/// A game at one moment, a plain value: 0.6 MB for networks of 3 x 128, 1 MB with a discriminator. restore() goes on from it bit for bit, whatever
/// was played in between; change something and it is a branch.
template <class Real>
struct GameState {
    std::int64_t step = 0;
    std::int64_t phase = 0; ///< fake updates since the generator's last
    Loss loss;
    GameSettings settings;
    std::vector<GameEvent> events;
    PlayerState<Real> fake, generator;
    PlayerState<Real> critic; ///< empty without the GAN baseline
    Buffer<Real> average;     ///< the generator's EMA
    bool operator==(const GameState&) const = default;
};

/// Whose weights make samples.
enum class Weights { Generator, Average };

/// The two-player game of Algorithm 1 (math.md section 5) in one or two dimensions, without LibTorch: small networks
/// around an exact teacher (the scene's, or its real distribution's) or a network trained on it, by the losses of core/api/matching_loss.h.
///   generator   x1 = z + v(t = 0, z), in one step; v is its network, from random weights
///   fake model  its network, from random weights
/// With settings.start = "teacher" both begin at the teacher f*: the fake model is f* plus its network, whose last layer begins
/// at 0 (not for normalized), and v is f* plus the generator's network. The exact f*(0, z) = E[x1] - z, so that then x1 = E[x1] + network(z).
///   an update   draws z, x0 ~ N(0, I), t ~ U(0, 1) and real samples by Philox, keyed by seed, step and sample
/// With settings.ganCritic the terms of the GAN baseline are added; the discriminator is a third network of the same size, from
/// random weights, which is taught in the fake model's turn; that turn's loss is the sum of both.
/// An update depends on state and step alone: the same seed makes the same game bit for bit, for any number of threads
/// (on one level of instructions). One thread calls; the pool of threads is the game's own.
template <class Real>
class PlaneGame
{
public:
    /// Error (Usage) listing all faults of scene and settings, checkPlayable() included. With settings.teacherUpdates a teacher
    /// network is trained first, which takes seconds, unless another game of the same scene and settings gives its own: Error
    /// (Diverged, Stopped) as trainTeacher() has them.
    PlaneGame(const Scene& scene, const GameSettings& settings, SharedNetwork<Real> teacher = nullptr, const StopAsked& stopAsked = {});
    ~PlaneGame();

    /// One update, of the player whose turn it is, or of the one named (single-stepping; the turn order goes on from
    /// there; `lr` in place of the settings' rate). Error (Diverged) where a loss or gradient is not finite; the state is
    /// kept as before it.
    UpdateRecord advance();
    UpdateRecord advanceAs(Player player, std::optional<double> lr = {});
    Player turn() const;

    std::int64_t step() const;
    const Loss& loss() const;
    const GameSettings& settings() const;
    const std::vector<GameEvent>& events() const;
    int threads() const;
    const MixtureField& real() const;
    const MixtureField& teacher() const; ///< the exact one
    const SharedNetwork<Real>& teacherNetwork() const; ///< what teaches in its place; null without
    /// The teacher's values at points, each at its own time.
    std::vector<Point> teacherAt(const std::vector<Point>& x, const std::vector<double>& t) const;
    bool fromTeacher() const;   ///< the fake model is the teacher plus its network
    const MlpShape& shape() const;

    /// Takes alpha, beta, gamma of the loss and lr, lr_generator, lr_end, fake_steps, steps of the settings from the next update on;
    /// other members are ignored. Error (Usage) listing all faults. Each change is an event.
    void change(const Loss& loss, const GameSettings& settings);

    GameState<Real> state() const;
    /// A state of a game of the same scene, shape of networks, teacher and discriminator or none. Error (Usage) otherwise.
    void restore(const GameState<Real>& state);

    /// Samples G(z_i) = z_i + v(0, z_i) for given noise, v as the settings' start has it.
    std::vector<Point> generate(const std::vector<Point>& z, Weights weights) const;
    /// The fake model at points, each at its own time.
    std::vector<Point> fakeAt(const std::vector<Point>& x, const std::vector<double>& t) const;

    /// Noise that no update draws, for views and measures; the same for the same seed.
    std::vector<Point> noise(std::int64_t n, Purpose purpose = Purpose::Sample) const;
    /// Real samples that no update draws.
    std::vector<Point> realSamples(std::int64_t n) const;

    const Mlp<Real>& generatorNetwork() const;
    const Mlp<Real>& fakeNetwork() const;
    const Mlp<Real>* criticNetwork() const; ///< null without the GAN baseline

private:
    struct Inside;
    std::unique_ptr<Inside> m;
};

} // namespace realuid::game
