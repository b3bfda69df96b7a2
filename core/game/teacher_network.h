// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/game/mixture_field.h"
#include "core/game/mlp.h"
#include "core/game/settings.h"
#include "core/game/worker_pool.h"

#include <functional>
#include <memory>

namespace realuid::game
{

template <class Real>
using SharedNetwork = std::shared_ptr<const Mlp<Real>>;

/// Asked now and then by long work: whether it is to stop. Any thread.
using StopAsked = std::function<bool()>;

/// A network trained by flow matching, E |v(t, x_t) - (x1 - x0)|^2 (math.md section 1), on samples of `data`, for
/// settings.teacherUpdates updates of settings.batch samples at a rate that falls from 2e-3 to 0: a teacher as one has it in
/// practice, right but for what it had no time or size to learn. Adam's other settings are its own: beta 0.9 and 0.999, clip 1, 50 updates
/// of warm-up. The same seed makes the same one, for any number of threads; 2,000 updates of 3 x 128, batch 512, take about two
/// seconds on two cores. Error (Diverged) where a loss is not finite, Error (Stopped) where it was asked to stop.
template <class Real>
SharedNetwork<Real> trainTeacher(const MixtureField& data, const GameSettings& settings, WorkerPool& pool, const StopAsked& stopAsked = {});

/// v(t, x) at points, each at its own time. One thread.
template <class Real>
std::vector<Point> valuesOf(const Mlp<Real>& network, const std::vector<Point>& x, const std::vector<double>& t);

} // namespace realuid::game
