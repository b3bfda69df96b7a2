// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/engine.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <variant>
#include <vector>

namespace realuid
{

/// What one can ask of a run while it goes on; plain values.
namespace command
{
struct Pause {};
struct Resume {};
struct Step {
    std::optional<Player> player; ///< none: whose turn it is
};
struct Save {};
struct Sample {};
struct Stop {};
struct Change {
    Loss loss;
    TrainingParameters training;
};
} // namespace command
using Command = std::variant<command::Pause, command::Resume, command::Step, command::Save, command::Sample,
                             command::Stop, command::Change>;

/// Drives a Training to its end on the calling thread and is told what to do from any other.
///
/// run() makes updates, about 30 ms of them (one, where one takes longer or several processes have to agree) between two
/// looks at the commands, and reports to the observer. It saves at the end, when stopped and when the run diverged, and tells the outcome exactly once. No exception
/// leaves it.
class Runner
{
public:
    Runner(Training& training, Observer& observer);

    Outcome run();

    void post(Command command); ///< any thread; takes effect between two updates
    void stop();                ///< any thread and signal handlers: only sets a flag, seen within 50 ms or one update

private:
    bool drain(); ///< false = stop
    void obey(const Command& command);
    void advanceAWhile();
    void updated(const UpdateRecord& record);
    Outcome finish(Outcome::Kind kind);
    Outcome failed(const Error& error);
    Outcome tell(const Outcome& outcome);

    Training& m_training;
    Observer& m_observer;
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::vector<Command> m_commands;
    std::atomic<bool> m_stop = false;
    bool m_paused = false;
    double m_secondsPerUpdate = 0;
    std::chrono::steady_clock::time_point m_last;
};

} // namespace realuid
