// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/train/state_text.h"

#include "app/shell/texts.h"

namespace realuid::studio
{
namespace
{
using Kind = widgets::Notice::Kind;
using State = TrainingSession::State;

QString listed(const std::vector<Fault>& faults, Severity severity)
{
    QStringList lines;
    for (const Fault& fault : faults)
        if (fault.severity == severity)
            lines += faultText(fault);
    return lines.join(u'\n');
}

StateText ready(const std::vector<Fault>& faults)
{
    if (anyFault(faults))
        return {Kind::Warning, phrase("Before the start:"), listed(faults, Severity::Fault)};
    if (!faults.empty())
        return {Kind::Warning, phrase("Ready, with a warning:"), listed(faults, Severity::Warning)};
    return {Kind::Good, phrase("Ready."), phrase("Start makes the run folder and begins. The window stays usable meanwhile.")};
}

} // namespace

StateText stateText(const TrainingSession& session, const std::vector<Fault>& faults, const QString& folder)
{
    switch (session.state()) {
    case State::Unloaded:
    case State::Loading:
        return {Kind::Meaning, phrase("Loading the engine."), phrase("This takes a moment; parameters can be set already.")};
    case State::NoEngine:
        return {Kind::Fault, phrase("No engine."), session.problem() + u'\n' + phrase("Explore works without it.")};
    case State::Idle:
        return ready(faults);
    case State::Starting:
        return {Kind::Meaning, phrase("Starting."), phrase("Reading teacher and data.")};
    case State::Running:
        return {Kind::Good, phrase("Running."), phrase("α, β, learning rate and fake updates may be changed; they act from the next update on.")};
    case State::Paused:
        return {Kind::Meaning, phrase("Paused."), phrase("Continue, or make single updates.")};
    case State::Stopping:
        return {Kind::Meaning, phrase("Stopping."), phrase("The update in progress ends, then the state is saved.")};
    case State::Finished:
        return {Kind::Good, phrase("Finished."), phrase("Checkpoints and samples lie in %1.").arg(folder)};
    case State::Stopped:
        return {Kind::Good, phrase("Stopped and saved."), phrase("Go on later with: realuid resume --run %1").arg(folder)};
    case State::Diverged:
        return {Kind::Fault, phrase("Diverged."), session.problem() + u'\n' + phrase("The last good state is kept. Take a smaller learning rate, or α nearer to β.")};
    case State::Failed:
        return {Kind::Fault, phrase("Failed."), session.problem()};
    }
    return {};
}

} // namespace realuid::studio
