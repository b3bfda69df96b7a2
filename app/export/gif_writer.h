// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

#include <filesystem>
#include <functional>

namespace realuid::studio
{

/// True where this build can write GIF files.
bool hasGif();

/// Writes an endlessly repeated animation. `frame(i)` is asked for pictures 0 ... count - 1, all of one size; each
/// shows for `delayMs` (GIF counts hundredths of a second). Every picture has a palette of its own, see
/// paletted(). `comment` is what the file says about itself. Written under a temporary name, then renamed; what `frame`
/// throws leaves nothing behind. Error (Other) where the disk refuses or the pictures differ in size. Any thread, as
/// long as `frame` may be called there.
void writeGif(const std::filesystem::path& path, bool overwrite, int count, int delayMs, const QString& comment,
              const std::function<QImage(int)>& frame);

} // namespace realuid::studio
