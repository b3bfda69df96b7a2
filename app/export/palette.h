// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace realuid::studio
{

/// The picture as Format_Indexed8 with at most 256 colours: the most frequent ones (shades that differ by less than
/// 1/64 a channel count as one, their mean), every other pixel takes the nearest. Right for drawings, whose few flat
/// colours it keeps: a fill stays the colour that its role has. No dithering. Pure; any thread.
QImage paletted(const QImage& image);

} // namespace realuid::studio
