// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/game/plane_game.h"
#include "core/io/run_folder.h"

namespace realuid::cli
{

/// Where a toy run that was stopped stands: `checkpoints/stopped.game` in its folder, so that `toy --resume` goes on bit for
/// bit. Little-endian: "RUIDGAM1", step, phase, both players' counts of updates (int64), then the float32 buffers of the fake
/// model and of the generator (weights, first, second moment each) and the generator's average, padded as MlpShape says; with a GAN
/// the discriminator's count stands behind the others, its buffers at the end. A trained teacher is not there: the seed makes it anew.
void writeStopped(const RunFolder& folder, const game::GameState<float>& state);

/// Error (Usage) where the run was not stopped.
void requireStopped(const RunFolder& folder);

/// Puts `state`, a new game's, where the run was stopped. Error (Usage) where the run was not stopped, Error (File) where the
/// file is not of such a game.
void readStopped(const RunFolder& folder, game::GameState<float>& state);

void forgetStopped(const RunFolder& folder);

} // namespace realuid::cli
