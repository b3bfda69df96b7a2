// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/scene.h"
#include "widgets/color_map.h"
#include "widgets/contours.h"

#include <QString>

/// What several panels say in the same words, as Formula::mixed() reads them.
namespace realuid::studio::words
{

QString realDensity();      ///< "real data $p_t^*$"
QString generatedDensity();
QString teacherField();
QString generatorField();
QString fakeField();
QString atTime(const Scene& scene); ///< "t = 0.70", plain

} // namespace realuid::studio::words

namespace realuid::studio
{

/// The next of 1, 1.5, 2, 3, 5, 7 times a power of ten: ranges that do not jitter from scene to scene. 1 where `value` is
/// not positive.
double roundedUp(double value);

/// The colours of distances: four powers of ten below `most`.
widgets::ColorScale distanceColors(double most);
/// Without the level lines of what is as good as nothing beside `most`, such as rounding errors of a distance of 0.
std::vector<widgets::Contour> linesAbove(std::vector<widgets::Contour> lines, double most);

} // namespace realuid::studio
