// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/train/state_text.h"

#include "app/shell/texts.h"

#include <QCoreApplication>

namespace realuid::studio
{
namespace
{
using Kind = widgets::Notice::Kind;
using State = TrainingSession::State;

QString tr(const char* text) { return QCoreApplication::translate("StateText", text); }

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
        return {Kind::Warning, tr("Before the start:"), listed(faults, Severity::Fault)};
    if (!faults.empty())
        return {Kind::Warning, tr("Ready, with a warning:"), listed(faults, Severity::Warning)};
    return {Kind::Good, tr("Ready."), tr("Start makes the run folder and begins. The window stays usable meanwhile.")};
}

} // namespace

StateText stateText(const TrainingSession& session, const std::vector<Fault>& faults, const QString& folder)
{
    switch (session.state()) {
    case State::Unloaded:
    case State::Loading:
        return {Kind::Meaning, tr("Loading the engine."), tr("This takes a moment; parameters can be set already.")};
    case State::NoEngine:
        return {Kind::Fault, tr("No engine."), session.problem() + u'\n' + tr("Explore works without it.")};
    case State::Idle:
        return ready(faults);
    case State::Starting:
        return {Kind::Meaning, tr("Starting."), tr("Reading teacher and data.")};
    case State::Running:
        return {Kind::Good, tr("Running."), tr("α, β, learning rate and fake updates may be changed; they act from the next update on.")};
    case State::Paused:
        return {Kind::Meaning, tr("Paused."), tr("Continue, or make single updates.")};
    case State::Stopping:
        return {Kind::Meaning, tr("Stopping."), tr("The update in progress ends, then the state is saved.")};
    case State::Finished:
        return {Kind::Good, tr("Finished."), tr("Checkpoints and samples lie in %1.").arg(folder)};
    case State::Stopped:
        return {Kind::Good, tr("Stopped and saved."), tr("Go on later with: realuid resume --run %1").arg(folder)};
    case State::Diverged:
        return {Kind::Fault, tr("Diverged."), session.problem() + u'\n' + tr("The last good state is kept. Take a smaller learning rate, or α nearer to β.")};
    case State::Failed:
        return {Kind::Fault, tr("Failed."), session.problem()};
    }
    return {};
}

} // namespace realuid::studio
