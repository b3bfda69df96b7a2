// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/component_edit.h"

/// What can be typed of one component, of a drawn distribution and of a wrong teacher, as spec tables.
namespace realuid::studio
{

struct ComponentValues {
    double weight = 1;
    double meanX = 0, meanY = 0;
    double sdX = 1, sdY = 1;
    double correlation = 0;
};

/// Weight (where there are others), mean, standard deviations, and in 2-D the correlation. Entries without sliders.
std::span<const Parameter<ComponentValues>> componentParameters(int dimension, bool weighted);

ComponentValues valuesOf(const Component& component);
/// What `values` leave as it was stays exactly.
Component withValues(const Component& component, const ComponentValues& values);

struct DrawnValues {
    double bandwidth = 0.1;
};
std::span<const Parameter<DrawnValues>> drawnParameters();

struct TeacherValues {
    double shift = 0.3;
    double factor = 1.5;
    std::int64_t mode = 1; ///< counted from 1
    std::int64_t samples = 24;
};
std::span<const Parameter<TeacherValues>> teacherParameters();

struct CouplingValues {
    double correlation = 0.5; ///< of x0 and x1, along each axis of a component
    double sourceMean = 0, sourceWidth = 1;
    double heldX = 0, heldY = 0; ///< the x0 that conditional scenes are looked at
};
std::span<const Parameter<CouplingValues>> couplingParameters();

} // namespace realuid::studio
