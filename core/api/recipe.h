// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/engine.h"

namespace realuid
{

/// Weights of the GAN baseline's two losses where none are given (eqs. 7-9; docs/objectives.md says where they come from).
inline constexpr double kGanGeneratorWeight = 0.3, kGanCriticWeight = 1;

/// A named set of parameters that `--recipe NAME` starts from: what the authors ran (math.md section 5; docs/objectives.md says
/// where their numbers are lost and others stand in) and the objectives by the names users know. Options on the line win;
/// run.json shows the parameters that came out, never the name alone.
struct Recipe {
    std::string_view name;  ///< "cifar10-distil"
    std::string_view about; ///< a sentence, marked for translation
    RunRequest request;     ///< kind, loss, training and initFake count; no files
};
const std::vector<Recipe>& recipes();

/// Puts the recipe's loss, parameters and initFake into `request`, whose kind says what is being started. A fault for an unknown
/// name, which lists those of this kind, and for a recipe of the other kind.
void applyRecipe(std::string_view name, RunRequest& request, std::vector<Fault>& faults);

} // namespace realuid
