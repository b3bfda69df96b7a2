// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/distil/distil_form.h"

#include <vector>

namespace realuid::studio
{

/// A ready-made question to the game: what it sets, and what to look at.
struct Experiment {
    QString id, name;
    QString look; ///< what one will see, in words
    DistilSetup setup;
};

/// The plain game; objectives side by side; faulty teachers with and without real data; three ways to break the game.
std::vector<Experiment> experiments();

} // namespace realuid::studio
