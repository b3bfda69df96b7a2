// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/runner.h"

#include <algorithm>
#include <chrono>

namespace realuid
{
namespace
{
constexpr auto kChunk = std::chrono::milliseconds(30);
constexpr auto kIdle = std::chrono::milliseconds(50);
constexpr double kSmoothing = 0.1;

template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;
} // namespace

Runner::Runner(Training& training, Observer& observer) : m_training(training), m_observer(observer) {}

void Runner::post(Command command)
{
    const std::lock_guard lock(m_mutex);
    m_commands.push_back(std::move(command));
    m_arrived.notify_one();
}

void Runner::stop() { m_stop = true; }

Outcome Runner::run()
{
    m_last = std::chrono::steady_clock::now();
    try {
        while (m_training.step() < m_training.steps()) {
            if (!drain())
                return finish(Outcome::Kind::Stopped);
            if (!m_paused)
                advanceAWhile();
        }
        return finish(Outcome::Kind::Finished);
    } catch (const Error& error) {
        return failed(error);
    } catch (const std::exception& error) {
        return failed(Error(ErrorKind::Other, {REALUID_TEXT("the run failed: %1"), {error.what()}}));
    }
}

bool Runner::drain()
{
    std::vector<Command> commands;
    {
        std::unique_lock lock(m_mutex);
        if (m_paused && m_commands.empty() && !m_stop)
            m_arrived.wait_for(lock, kIdle);
        commands.swap(m_commands);
    }
    for (const Command& command : commands)
        obey(command);
    m_stop = m_training.anyProcess(m_stop);
    return !m_stop;
}

void Runner::obey(const Command& command)
{
    const auto pause = [this](bool on) {
        m_paused = on;
        m_last = std::chrono::steady_clock::now();
        m_observer.paused(on);
    };
    const auto step = [this](const command::Step& s) {
        m_last = std::chrono::steady_clock::now();
        if (m_training.step() < m_training.steps())
            updated(s.player ? m_training.advanceAs(*s.player, m_observer) : m_training.advance(m_observer));
    };
    std::visit(Overloaded{
                   [&](const command::Pause&) { pause(true); },
                   [&](const command::Resume&) { pause(false); },
                   [&](const command::Step& s) { step(s); },
                   [&](const command::Save&) { m_training.save(m_observer); },
                   [&](const command::Sample&) { m_training.sample(m_observer); },
                   [&](const command::Stop&) { m_stop = true; },
                   [&](const command::Change& c) { m_training.change(c.loss, c.training); },
               },
               command);
}

void Runner::advanceAWhile()
{
    const auto end = std::chrono::steady_clock::now() + kChunk;
    do
        updated(m_training.advance(m_observer));
    while (!m_stop && std::chrono::steady_clock::now() < end && m_training.step() < m_training.steps() && m_training.processes() == 1);
}

void Runner::updated(const UpdateRecord& made)
{
    const auto now = std::chrono::steady_clock::now();
    const double seconds = std::chrono::duration<double>(now - m_last).count();
    m_last = now;
    m_secondsPerUpdate = m_secondsPerUpdate == 0 ? seconds : m_secondsPerUpdate + kSmoothing * (seconds - m_secondsPerUpdate);
    UpdateRecord record = made;
    record.imagesPerSecond = m_training.batch() / std::max(seconds, 1e-9);
    m_observer.updated(record);
    const auto left = static_cast<double>(m_training.steps() - m_training.step());
    m_observer.progressed({m_training.step(), m_training.steps(), 1 / std::max(m_secondsPerUpdate, 1e-9),
                           left * m_secondsPerUpdate});
}

Outcome Runner::finish(Outcome::Kind kind)
{
    if (kind == Outcome::Kind::Finished)
        m_training.sample(m_observer);
    m_training.save(m_observer);
    return tell({kind, m_training.step(), {}, ErrorKind::Stopped});
}

Outcome Runner::failed(const Error& error)
{
    const auto kind = error.kind() == ErrorKind::Diverged ? Outcome::Kind::Diverged : Outcome::Kind::Failed;
    if (kind == Outcome::Kind::Diverged) {
        try {
            m_training.save(m_observer); // the last good state becomes the one to go on from
        } catch (const std::exception&) {
            // the divergence is what the user has to hear of; an earlier checkpoint stays
        }
    } else {
        m_training.abandon();
    }
    return tell({kind, m_training.step(), error.what(), error.kind()});
}

Outcome Runner::tell(const Outcome& outcome)
{
    try {
        m_observer.finished(outcome);
    } catch (const std::exception&) {
        // An observer that fails now failed before, where it was told; the outcome stands as it is.
    }
    return outcome;
}

} // namespace realuid
