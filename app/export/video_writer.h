// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure_export.h"

#include <functional>

namespace realuid::studio
{

/// The ffmpeg program on PATH; empty where there is none.
QString ffmpegProgram();

/// Writes an animation as .mp4 (H.264) or .webm (VP9) through ffmpeg, which gets the pictures 0 ... count - 1, all of one
/// size, as they are made. Written under a temporary name, then renamed; what `frame` throws ends ffmpeg and leaves
/// nothing behind. Error (Other) without ffmpeg or where it fails, with its last words; Error (Usage) where the file exists
/// and is not to be replaced.
void writeVideo(const QString& path, bool overwrite, int count, int delayMs, const widgets::FigureNote& note,
                const std::function<QImage(int)>& frame);

} // namespace realuid::studio
