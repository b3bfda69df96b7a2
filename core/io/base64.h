// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace realuid
{

/// Base64 with the URL alphabet and without padding (RFC 4648 section 5), for links.
std::string toBase64Url(std::string_view bytes);

/// False where a character or the length is not of the alphabet.
bool fromBase64Url(std::string_view text, std::string& bytes);

} // namespace realuid
