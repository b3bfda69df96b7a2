// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/pixels.h"

#include "core/api/error.h"

namespace realuid::engine
{

/// For builds without libjpeg.
Pixels decodeJpeg(std::string_view, const std::string& where)
{
    throw Error(ErrorKind::File, {REALUID_TEXT("this build reads no JPEG")}, where,
                {REALUID_TEXT("install libjpeg's headers and build again, or turn the pictures into PNG")});
}

} // namespace realuid::engine
