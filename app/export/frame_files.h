// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

#include <functional>

namespace realuid::studio
{

/// The folder of frame-0001.png, ... that an animation NAME.png becomes: NAME.
QString frameFolder(const QString& path);

/// Writes pictures 0 ... count - 1 as PNG files into frameFolder(path), with the texts and the resolution that they carry.
/// The folder gets its name when it is whole; what `frame` throws leaves nothing behind. With `overwrite` the frame files
/// of a folder that is there are replaced, nothing else in it. Error (Usage, File).
void writeFrameFiles(const QString& path, bool overwrite, int count, const std::function<QImage(int)>& frame);

} // namespace realuid::studio
