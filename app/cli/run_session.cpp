// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_session.h"

#include "app/cli/stop_signals.h"
#include "core/io/launched_process.h"
#include "core/io/run_recorder.h"

#include <array>
#include <chrono>
#include <optional>

namespace realuid::cli
{
namespace
{

/// Remembers what the result tells.
class Summary : public Observer
{
public:
    explicit Summary(RunFolder folder) : m_folder(std::move(folder)) {}

    void updated(const UpdateRecord& record) override { m_losses[static_cast<std::size_t>(record.player)] = record.loss; }
    void sampled(const ImageSheet& sheet) override
    {
        if (sheet.step != m_sampledAt)
            m_samples.clear();
        m_sampledAt = sheet.step;
        m_samples.push_back(m_folder.sample(sheet.step, sheet.label).string());
    }
    void saved(const std::string& checkpoint, std::int64_t) override { m_checkpoint = checkpoint; }

    /// `loss_fake`, `loss_generator` or `loss_teacher` where such updates were made, `checkpoint`, `samples`.
    void tell(Json& result) const
    {
        for (const Player player : {Player::Teacher, Player::Fake, Player::Generator})
            if (const auto& loss = m_losses[static_cast<std::size_t>(player)])
                result[std::string("loss_") + name(player)] = *loss;
        if (!m_checkpoint.empty())
            result["checkpoint"] = m_checkpoint;
        result["samples"] = m_samples;
    }

private:
    RunFolder m_folder;
    std::array<std::optional<double>, 3> m_losses;
    std::vector<std::string> m_samples;
    std::int64_t m_sampledAt = -1;
    std::string m_checkpoint;
};

} // namespace

const char* word(Outcome::Kind kind)
{
    switch (kind) {
    case Outcome::Kind::Finished: return "finished";
    case Outcome::Kind::Stopped: return "stopped";
    case Outcome::Kind::Diverged: return "diverged";
    case Outcome::Kind::Failed: return "failed";
    }
    return "";
}

int exitCode(const Outcome& outcome)
{
    switch (outcome.kind) {
    case Outcome::Kind::Finished: return 0;
    case Outcome::Kind::Stopped: return static_cast<int>(ErrorKind::Stopped);
    case Outcome::Kind::Diverged: return static_cast<int>(ErrorKind::Diverged);
    case Outcome::Kind::Failed: return static_cast<int>(outcome.error);
    }
    return static_cast<int>(ErrorKind::Other);
}

namespace
{
/// Drives the run while signals stop it.
Outcome drive(Training& training, Observer& observer)
{
    Runner runner(training, observer);
    StopSignals::watch(&runner);
    const Outcome outcome = runner.run();
    StopSignals::watch(nullptr);
    return outcome;
}

/// The same with the folder's files, which only the first process writes.
Outcome record(Training& training, const RunFolder& folder, Summary& summary, Observer& console)
{
    try {
        if (folder.hasCheckpoint())
            summary.saved(folder.latestCheckpoint().string(), training.step());
        RunRecorder files(folder, training.step());
        Observers all({&files, &summary, &console});
        return drive(training, all);
    } catch (...) {
        training.abandon();
        throw;
    }
}
} // namespace

void runToEnd(Context& context, const std::string& directory, const StartRun& start)
{
    const StopSignals signals;
    ConsoleProgress console(context.quiet);
    const std::unique_ptr<Training> training = start(console);
    if (!launchedProcess().first()) {
        Observer nobody; // the first process tells
        context.exitCode = exitCode(drive(*training, nobody));
        return;
    }
    const auto begun = std::chrono::steady_clock::now();
    Summary summary{RunFolder(directory)};
    const Outcome outcome = record(*training, RunFolder(directory), summary, console);

    Json result{{"run", directory}, {"outcome", word(outcome.kind)}, {"step", outcome.step}, {"steps", training->steps()}};
    summary.tell(result);
    result["seconds"] = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    if (!outcome.reason.empty()) {
        result["reason"] = outcome.reason;
        printRemark("error: " + outcome.reason);
    }
    printResult(context, result);
    context.exitCode = exitCode(outcome);
}

} // namespace realuid::cli
