// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/gif_writer.h"

#include "core/api/error.h"

namespace realuid::studio
{

/// For builds without giflib.
bool hasGif() { return false; }

void writeGif(const std::filesystem::path& path, bool, int, int, const QString&, const std::function<QImage(int)>&)
{
    throw Error(ErrorKind::Other, {REALUID_TEXT("this build writes no animations")}, path.string(),
                {REALUID_TEXT("install giflib's headers and build again, or export a .pdf, .svg or .png")});
}

} // namespace realuid::studio
