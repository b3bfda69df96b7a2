// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/band_view.h"
#include "widgets/curve_view.h"
#include "widgets/density_view.h"
#include "widgets/field_view.h"
#include "widgets/heatmap_view.h"
#include "widgets/image_grid.h"
#include "widgets/surface_view.h"

#include <memory>

/// Views filled with made-up data of the kinds that the studio shows.
namespace realuid::widgets::samples
{

std::unique_ptr<DensityView> densityView();
std::unique_ptr<HeatmapView> heatmapView(bool logarithmic = false);
std::unique_ptr<FieldView> fieldView();
std::unique_ptr<CurveView> curveView(int updates = 1200);
std::unique_ptr<ImageGrid> imageGrid();
std::unique_ptr<SurfaceView> surfaceView();
std::unique_ptr<BandView> bandView(); ///< two of them; one runs out of the picture

Grid hill(int side);
/// Two ridges over t in [0, 1], of several powers of ten.
Grid ridges(int side);
ImageSheet sheet(int columns, int rows, int side);

} // namespace realuid::widgets::samples
