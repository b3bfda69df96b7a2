// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/game/plane_game.h"

namespace realuid::game
{

/// Where the generator's loss L pushes one of its samples: -dL/dx1, the mean over times and noise, and what it is made of.
struct Push {
    Point at{};      ///< the sample x1 = G(z)
    Point teacher{}; ///< through the teacher's field at x_t
    Point fake{};    ///< through the fake model's field, and through the path's own velocity x1 - x0
    Point data{};    ///< what the weight of real data adds: the whole push less that of alpha = beta = gamma = 1 without a GAN, all networks as they are
};

/// The pushes on the samples of the noise `z`, each the mean over 64 times, spread evenly over (0, 1), and noises that no update
/// draws; none for dmd, whose generator follows no loss. A tenth of a millisecond a sample for networks of 3 x 128, more with a
/// trained teacher, whose own passes are added.
std::vector<Push> pushes(const PlaneGame<float>& game, const std::vector<Point>& z);

} // namespace realuid::game
