// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

namespace realuid::cli
{

/// toy: the two-player game in one or two dimensions.
void addToy(CLI::App& program, Context& context);

/// sweep: a run for each alpha and beta, by this very program as a child, and a table of what came out.
void addSweep(CLI::App& program, Context& context);

/// field, surface, distance: the closed forms of a scene as numbers. Where a value leaves the range of double, JSON
/// has null and CSV inf.
void addField(CLI::App& program, Context& context);
void addSurface(CLI::App& program, Context& context);
void addDistance(CLI::App& program, Context& context);

/// landscape: the distance over two parameters of the generator.
void addLandscape(CLI::App& program, Context& context);

/// flow: how ideal training moves the generator.
void addFlow(CLI::App& program, Context& context);

/// trajectories: points carried from noise to data.
void addTrajectories(CLI::App& program, Context& context);

} // namespace realuid::cli
