// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/base64.h"

#include <cstdint>

namespace realuid
{
namespace
{
constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
}

std::string toBase64Url(std::string_view bytes)
{
    std::string out;
    std::uint32_t bits = 0;
    int held = 0;
    for (const char byte : bytes) {
        bits = (bits << 8) | static_cast<unsigned char>(byte);
        for (held += 8; held >= 6; held -= 6)
            out += kAlphabet[(bits >> (held - 6)) & 63];
    }
    if (held > 0)
        out += kAlphabet[(bits << (6 - held)) & 63];
    return out;
}

bool fromBase64Url(std::string_view text, std::string& bytes)
{
    bytes.clear();
    std::uint32_t bits = 0;
    int held = 0;
    for (const char letter : text) {
        const std::size_t value = kAlphabet.find(letter);
        if (value == std::string_view::npos)
            return false;
        bits = (bits << 6) | static_cast<std::uint32_t>(value);
        held += 6;
        if (held >= 8) {
            held -= 8;
            bytes += static_cast<char>((bits >> held) & 255);
        }
    }
    return text.size() % 4 != 1;
}

} // namespace realuid
