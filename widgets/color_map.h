// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <array>
#include <span>

/// Perceptually uniform colour maps and their use on grids of values. Pure functions, any thread.
namespace realuid::widgets
{

/// Viridis, Magma, Inferno, Cividis: sequential (matplotlib's, CC0), ever lighter also in grey. Diverging: blue, white,
/// red-brown around zero, equal steps in CIE L*a*b*, both sides equally dark: in grey it shows the size, dashes the sign.
enum class ColorMap { Viridis, Magma, Inferno, Cividis, Diverging };

using ColorTable = std::array<QRgb, 256>;
const ColorTable& colorTable(ColorMap map);

/// How values become colours. Values outside [least, most] and infinities take the end colours; NaN, and values
/// that are not positive on a logarithmic scale, take `missing`.
struct ColorScale {
    ColorMap map = ColorMap::Viridis;
    double least = 0;
    double most = 1;
    bool logarithmic = false; ///< needs 0 < least < most
    QRgb missing = qRgb(127, 127, 127);

    /// Position on the map, in [0, 1]; NaN for values that are missing.
    double position(double value) const;
    QRgb color(double value) const;
};

/// Black or white, whichever stands out more from the colour that `level` has: a contour line there has at least
/// 4.5 : 1 against the map on both of its sides, in colour and in grey.
QRgb lineColor(const ColorScale& scale, double level);

/// Equal ends on both sides of zero, on the diverging map: for signed quantities.
ColorScale divergingScale(double largest);

/// The scale that just holds the finite values (positive ones where logarithmic); [0, 1] where there are none.
ColorScale fittedScale(std::span<const double> values, ColorMap map, bool logarithmic = false);

/// `values` are row-major with row 0 at the bottom (least y); the image is ready to draw, top row first.
/// 512 x 512 takes about a millisecond on a linear scale.
QImage colorImage(std::span<const double> values, int columns, int rows, const ColorScale& scale);

} // namespace realuid::widgets
