// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/adam_state.h"
#include "core/engine/learner.h"

namespace realuid::engine
{

/// A learner's optimiser as PyTorch's Adam saves it; moments are views of live memory. Parameters that no optimiser
/// touches (the discriminator head) have no state, as in the authors' files.
AdamState adamStateOf(const Learner& learner);

/// The rate's schedule as PyTorch's LambdaLR saves it.
ScheduleState scheduleOf(const Learner& learner);

/// Goes on from `state`, whose optimiser had made `updates`. Error (File, `where`) where moments do not fit the network.
void restore(Learner& learner, const AdamState& state, std::int64_t updates, const std::string& where);

} // namespace realuid::engine
