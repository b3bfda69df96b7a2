// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/train/training_session.h"
#include "widgets/notice.h"

#include <QString>

namespace realuid::studio
{

/// What the Train page says about where things stand, and what to do.
struct StateText {
    widgets::Notice::Kind kind = widgets::Notice::Kind::Meaning;
    QString heading;
    QString text;
};

/// `faults` are those of the form: they are what is said first where nothing runs. `folder` is the run's.
StateText stateText(const TrainingSession& session, const std::vector<Fault>& faults, const QString& folder);

} // namespace realuid::studio
